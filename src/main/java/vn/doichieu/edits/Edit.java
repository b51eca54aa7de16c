package vn.doichieu.edits;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.SourceLocation;

/**
 * One thing that differs between two versions of a plan.
 *
 * @param part what it is a part of
 * @param id what it is called there: a target's id, a reading's ("HM-N5/a"), an item's code, a
 *     rule's name; empty for the plan as a whole, and for what stands above the rules of a file
 * @param change what became of it
 * @param cells the cells or keys that differ; of what was added or removed, all that are filled
 * @param decides whether it can change a finding, a problem or a warning; otherwise it is words
 * @param before where it stood; null for what was added
 * @param after where it stands; null for what was removed
 */
public record Edit(
    Part part,
    String id,
    Change change,
    List<Cell> cells,
    boolean decides,
    @Nullable SourceLocation before,
    @Nullable SourceLocation after) {

  public Edit {
    cells = List.copyOf(cells);
  }

  /** What can be edited, in the order of reports. */
  public enum Part {
    /** A row of targets. */
    TARGET,
    /** An item of the plan file. */
    ITEM,
    /** Another key of the plan file. */
    PLAN,
    /** A row of other readings. */
    READING,
    /** A rule of the plan's own DRL files. */
    RULE,
    /** A rule that all plans share. */
    SHARED_RULE;

    /** The word used in JSON: {@code shared_rule}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of something. */
  public enum Change {
    ADDED,
    REMOVED,
    CHANGED,
    /** It stands elsewhere among the others; findings then stand in another order. */
    MOVED;

    /** The word used in JSON: {@code added}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How much a cell's edit means. */
  public enum Weight {
    /** It changes what is judged. */
    DECIDES,
    /** Written another way, it says the same to the program. */
    SAME_MEANING,
    /** Titles, notes and the like. */
    WORDS;

    /** The word used in JSON: {@code same_meaning}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A cell or a key.
   *
   * @param column its column, or the key's name
   * @param before its text; empty if there was none
   * @param after likewise
   */
  public record Cell(
      String column,
      String before,
      String after,
      Weight weight,
      @Nullable SourceLocation beforePlace,
      @Nullable SourceLocation afterPlace) {

    public boolean decides() {
      return weight == Weight.DECIDES;
    }
  }

  /** What was edited, without the cells that decide nothing. */
  public List<Cell> decidingCells() {
    return cells.stream().filter(Cell::decides).toList();
  }
}

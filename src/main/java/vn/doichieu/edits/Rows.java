package vn.doichieu.edits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.edits.Edit.Cell;
import vn.doichieu.edits.Edit.Change;
import vn.doichieu.edits.Edit.Part;
import vn.doichieu.edits.Edit.Weight;
import vn.doichieu.ruletable.RuleSheet;

/** Two versions of the rows of a sheet, by their ids: which came, went, moved, or changed. */
final class Rows {

  /** The columns of targets that only readers see, in the order in which they are told. */
  private static final List<String> WORDS =
      List.of(
          "title",
          "title_en",
          "action",
          "counted",
          "section",
          "quote",
          "reading",
          "note",
          "target");

  /** The columns that a target is made from, in the order in which they are told. */
  private static final List<String> READ =
      List.of(
          "kind",
          "scope",
          "applies_to",
          "inputs",
          "comparator",
          "threshold",
          "periods",
          "closes_on",
          "condition",
          "binding",
          "on_miss",
          "priority",
          "confidence");

  private static final List<String> KNOWN = known();

  private final Part part;
  private final Map<String, RuleSheet.Row> before;
  private final Map<String, RuleSheet.Row> after;

  Rows(Part part, Map<String, RuleSheet.Row> before, Map<String, RuleSheet.Row> after) {
    this.part = part;
    this.before = before;
    this.after = after;
  }

  private static List<String> known() {
    List<String> known = new ArrayList<>(READ);
    known.addAll(WORDS);
    return known;
  }

  /** Whether a target may be made from a column: every one but those known to be words. */
  static boolean isRead(String column) {
    return !WORDS.contains(column);
  }

  /** What the edit of a cell means that changes nothing. */
  static Weight harmless(String column) {
    return READ.contains(column) ? Weight.SAME_MEANING : Weight.WORDS;
  }

  static Map<String, RuleSheet.Row> byId(
      List<RuleSheet.Row> rows, Function<RuleSheet.Row, String> id) {
    Map<String, RuleSheet.Row> byId = new LinkedHashMap<>();
    rows.forEach(row -> byId.putIfAbsent(id.apply(row), row));
    return byId;
  }

  /**
   * The edits.
   *
   * @param comes whether a row that was added decides anything
   * @param went whether one that was removed did
   * @param weigh tells how much the cells of a row that changed mean
   */
  List<Edit> edits(
      Predicate<String> comes,
      Predicate<String> went,
      BiFunction<String, List<Cell>, List<Cell>> weigh) {
    List<Edit> edits = new ArrayList<>();
    Set<String> moved = moved();
    after.forEach(
        (id, now) -> {
          RuleSheet.Row then = before.get(id);
          if (then == null) {
            edits.add(edit(id, Change.ADDED, filled(cells(null, now)), comes.test(id), null, now));
            return;
          }
          List<Cell> cells = cells(then, now);
          if (!cells.isEmpty()) {
            List<Cell> weighed = weigh.apply(id, cells);
            boolean decides = weighed.stream().anyMatch(Cell::decides);
            edits.add(edit(id, Change.CHANGED, weighed, decides, then, now));
          }
          if (moved.contains(id)) {
            edits.add(edit(id, Change.MOVED, List.of(), false, then, now));
          }
        });
    before.forEach(
        (id, then) -> {
          if (!after.containsKey(id)) {
            edits.add(
                edit(id, Change.REMOVED, filled(cells(then, null)), went.test(id), then, null));
          }
        });
    return edits;
  }

  private Edit edit(
      String id,
      Change change,
      List<Cell> cells,
      boolean decides,
      RuleSheet.@Nullable Row then,
      RuleSheet.@Nullable Row now) {
    return new Edit(
        part,
        id,
        change,
        cells,
        decides,
        then == null ? null : then.place(),
        now == null ? null : now.place());
  }

  private static List<Cell> filled(List<Cell> cells) {
    return cells.stream()
        .map(c -> weighing(c, isRead(c.column()) ? Weight.DECIDES : Weight.WORDS))
        .toList();
  }

  static Cell weighing(Cell cell, Weight weight) {
    return new Cell(
        cell.column(), cell.before(), cell.after(), weight, cell.beforePlace(), cell.afterPlace());
  }

  /** The cells that differ, not weighed yet. */
  private static List<Cell> cells(RuleSheet.@Nullable Row then, RuleSheet.@Nullable Row now) {
    Set<String> columns =
        new TreeSet<>(
            Comparator.comparingInt((String c) -> KNOWN.contains(c) ? KNOWN.indexOf(c) : 99)
                .thenComparing(c -> c));
    if (then != null) {
      columns.addAll(then.cells().keySet());
    }
    if (now != null) {
      columns.addAll(now.cells().keySet());
    }
    List<Cell> cells = new ArrayList<>();
    for (String column : columns) {
      String a = then == null ? "" : then.cell(column);
      String b = now == null ? "" : now.cell(column);
      if (!a.equals(b)) {
        cells.add(new Cell(column, a, b, Weight.DECIDES, place(then, column), place(now, column)));
      }
    }
    return cells;
  }

  private static @Nullable SourceLocation place(RuleSheet.@Nullable Row row, String column) {
    if (row == null) {
      return null;
    }
    SourceLocation place = row.place();
    return new SourceLocation(place.file(), place.sheet(), place.row(), column);
  }

  /** The fewest rows that have to be moved to get from one order to the other. */
  private Set<String> moved() {
    List<String> then = before.keySet().stream().filter(after::containsKey).toList();
    List<String> now = after.keySet().stream().filter(before::containsKey).toList();
    Map<String, Integer> places = new LinkedHashMap<>();
    then.forEach(id -> places.put(id, places.size()));
    Set<String> moved = new HashSet<>(now);
    if (!then.equals(now)) {
      moved.removeAll(longestKept(now, places));
      return moved;
    }
    return Set.of();
  }

  /** The longest run of rows, not all side by side, that stand in the order of before. */
  private static Set<String> longestKept(List<String> now, Map<String, Integer> places) {
    int[] length = new int[now.size()];
    int[] previous = new int[now.size()];
    Arrays.fill(previous, -1);
    int last = 0;
    for (int i = 0; i < now.size(); i++) {
      length[i] = 1;
      for (int j = 0; j < i; j++) {
        boolean inOrder = places.getOrDefault(now.get(j), 0) < places.getOrDefault(now.get(i), 0);
        if (inOrder && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          previous[i] = j;
        }
      }
      if (length[i] > length[last]) {
        last = i;
      }
    }
    Set<String> kept = new HashSet<>();
    for (int at = last; at >= 0; at = previous[at]) {
      kept.add(now.get(at));
    }
    return kept;
  }
}

package vn.doichieu.rulerow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.ruletable.Mending;
import vn.doichieu.ruletable.RuleSheet;
import vn.doichieu.ruletable.RuleTables;
import vn.doichieu.tabular.UnreadableInput;

/** Reads a table of targets: one row, one target. Every cell that cannot be understood is told. */
public final class TargetReader {

  /** Somebody with more problems than that needs no more proposals. */
  private static final int MOST_MENDED = 200;

  private final Map<String, Item> items;
  private final int year;
  private final List<Problem> problems;
  private final Map<TargetRow, List<Target>> sound = new LinkedHashMap<>();
  private final Map<String, Integer> linesById = new HashMap<>();
  private boolean readable;
  private boolean unnamed;

  private TargetReader(Map<String, Item> items, int year, List<Problem> problems) {
    this.items = items;
    this.year = year;
    this.problems = problems;
  }

  /**
   * Reads all rows.
   *
   * @param year the plan's year, which judgements without a period are for
   * @param problems receives every cell that cannot be understood
   */
  public static TargetReader read(
      RuleTables tables, Map<String, Item> items, int year, List<Problem> problems) {
    TargetReader reader = new TargetReader(items, year, problems);
    try {
      int before = problems.size();
      RuleSheet sheet = tables.targets(problems);
      sheet.rows().forEach(reader::add);
      reader.readable = true;
      if (reader.sound.isEmpty() && problems.size() == before) {
        problems.add(new Problem(Problem.Kind.NO_TARGETS, SourceLocation.of(sheet.file()), null));
      }
    } catch (UnreadableInput e) {
      problems.addAll(e.problems());
    }
    return reader;
  }

  /** The targets of each row that has no problem, in the order of the rows. */
  public Map<TargetRow, List<Target>> rows() {
    return sound;
  }

  /** The targets of all rows without a problem. */
  public List<Target> targets() {
    return sound.values().stream().flatMap(List::stream).toList();
  }

  /** The ids of all rows, of those with a problem too. */
  public Set<String> ids() {
    return linesById.keySet();
  }

  /** Whether a target may be there, but could not be understood, which was told. */
  public boolean isBroken(String id) {
    return !readable
        || (unnamed && !linesById.containsKey(id))
        || (linesById.containsKey(id)
            && sound.keySet().stream().noneMatch(row -> row.cell("target").equals(id)));
  }

  private void add(RuleSheet.Row sheetRow) {
    List<Problem> own = new ArrayList<>();
    TargetRow row = TargetRow.of(sheetRow, items, own);
    String id = row.required("target");
    if (!id.isEmpty() && !id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      row.invalid("target", "HM-N6");
    }
    unnamed |= !own.isEmpty(); // Whatever names an unknown target may mean this one.
    Integer first = linesById.putIfAbsent(id, sheetRow.place().row());
    if (first != null) {
      row.problem(Problem.Kind.DUPLICATE_TARGET, "target", id, first.toString());
    }
    List<Target> read = targets(row, year);
    if (own.isEmpty()) {
      sound.put(row, read);
    }
    problems.addAll(
        problems.size() > MOST_MENDED
            ? own
            : Mending.told(
                own,
                sheetRow::cell,
                (column, text) -> problems(sheetRow.with(column, text)),
                items));
  }

  private List<Problem> problems(RuleSheet.Row sheetRow) {
    List<Problem> own = new ArrayList<>();
    targets(TargetRow.of(sheetRow, items, own), year);
    return own;
  }

  /** What a row says; of no use if the row has a problem. */
  public static List<Target> targets(TargetRow row, int year) {
    return RowParts.of(row).stream().map(part -> target(part, year)).toList();
  }

  private static Target target(TargetRow row, int year) {
    CriterionReader.Reading reading = CriterionReader.read(row, year);
    Criterion criterion = reading.criterion();
    boolean ofRange = reading.periods().stream().anyMatch(ReportingPeriod::isRange);
    if (ofRange && !row.cell("condition").isEmpty()) {
      row.invalid("condition", "∅"); // A range has no figure of its own to hold it.
    }
    boolean binding = row.choice("binding", Map.of("yes", true, "no", false));
    return new Target(
        row.cell("target"),
        new Target.Wording(
            row.required("title"), row.cell("action"), row.cell("counted"), row.cell("title_en")),
        new Target.Citation(row.required("section"), row.required("quote")),
        criterion,
        ScopeReader.read(row, criterion),
        reading.periods(),
        row.date("closes_on", LocalDate.EPOCH),
        row.cell("condition").isEmpty() ? null : row.condition("condition"),
        binding,
        row.choice("on_miss", Map.of("", false, "needs_review", true)),
        row.choice(
            "priority",
            Map.of(
                "main", Target.Priority.MAIN,
                "deadline", Target.Priority.DEADLINE,
                "supporting", Target.Priority.SUPPORTING)),
        row.choice(
            "confidence",
            Map.of(
                "", Target.Confidence.PLAIN,
                "C1", Target.Confidence.C1,
                "C2", Target.Confidence.C2)),
        row.cell("reading"),
        row.cell("note"),
        row.place(),
        row.part());
  }
}

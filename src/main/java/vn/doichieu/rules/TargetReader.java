package vn.doichieu.rules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.tabular.UnreadableInput;

/** Reads {@code targets.csv}: one row, one target. Every cell that cannot be understood is told. */
final class TargetReader {

  private final Map<String, Item> items;
  private final int year;
  private final List<Problem> problems;
  private final Map<TargetRow, List<Target>> targets = new LinkedHashMap<>();
  private final Map<String, Integer> linesById = new HashMap<>();

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
   * @return the targets of each row, in the order of the rows
   */
  static Map<TargetRow, List<Target>> read(
      Path folder, Map<String, Item> items, int year, List<Problem> problems) {
    try {
      RuleSheet sheet =
          RuleSheet.read(folder.resolve(PlanReader.TARGETS), RuleSheet.COLUMNS, problems);
      TargetReader reader = new TargetReader(items, year, problems);
      sheet.rows().forEach(reader::add);
      if (reader.targets.isEmpty() && problems.isEmpty()) {
        problems.add(new Problem(Problem.Kind.NO_TARGETS, SourceLocation.of(sheet.file()), null));
      }
      return reader.targets;
    } catch (UnreadableInput e) {
      problems.addAll(e.problems());
      return Map.of();
    }
  }

  private void add(RuleSheet.Row sheetRow) {
    TargetRow row = TargetRow.of(sheetRow, items, problems);
    String id = row.required("target");
    if (!id.isEmpty() && !id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      row.invalid("target", "HM-N6");
    }
    Integer first = linesById.putIfAbsent(id, sheetRow.place().row());
    if (first != null) {
      row.problem(Problem.Kind.DUPLICATE_TARGET, "target", id, first.toString());
    }
    int before = problems.size();
    List<Target> read = targets(row, year);
    if (problems.size() == before) {
      targets.put(row, read);
    }
  }

  /** What a row says; of no use if the row has a problem. */
  static List<Target> targets(TargetRow row, int year) {
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

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
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.UnreadableInput;

/** Reads {@code targets.csv}: one row, one target. Every cell that cannot be understood is told. */
final class TargetReader {

  private static final List<String> COLUMNS =
      List.of(
          "target",
          "title",
          "section",
          "quote",
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
          "confidence",
          "reading",
          "note");

  private final Map<String, Item> items;
  private final int year;
  private final CsvTable table;
  private final List<Problem> problems;
  private final Map<TargetRow, Target> targets = new LinkedHashMap<>();
  private final Map<String, Integer> linesById = new HashMap<>();

  private TargetReader(Map<String, Item> items, int year, CsvTable table, List<Problem> problems) {
    this.items = items;
    this.year = year;
    this.table = table;
    this.problems = problems;
  }

  /**
   * Reads all rows.
   *
   * @param year the plan's year, which judgements without a period are for
   * @param problems receives every cell that cannot be understood
   * @return the targets in the order of their rows, each with its row
   */
  static Map<TargetRow, Target> read(
      Path file, Map<String, Item> items, int year, List<Problem> problems) {
    try (CsvTable table = CsvTable.open(file, COLUMNS)) {
      TargetReader reader = new TargetReader(items, year, table, problems);
      table.forEach(reader::add);
      if (reader.targets.isEmpty() && problems.isEmpty()) {
        problems.add(new Problem(Problem.Kind.NO_TARGETS, SourceLocation.of(table.name()), null));
      }
      return reader.targets;
    } catch (UnreadableInput e) {
      problems.addAll(e.problems());
      return Map.of();
    }
  }

  private void add(CsvTable.Row csvRow) {
    if (csvRow.hasExtraCells()) {
      problems.add(
          new Problem(
              Problem.Kind.WRONG_CELL_COUNT,
              SourceLocation.of(table.name(), csvRow.line()),
              csvRow.text()));
      return;
    }
    TargetRow row = TargetRow.of(table, csvRow, items, problems);
    String id = row.required("target");
    if (!id.isEmpty() && !id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      row.invalid("target", "HM-N6");
    }
    Integer first = linesById.putIfAbsent(id, csvRow.line());
    if (first != null) {
      row.problem(Problem.Kind.DUPLICATE_TARGET, "target", id, first.toString());
    }
    int before = problems.size();
    Target target = target(row, year);
    if (problems.size() == before) {
      targets.put(row, target);
    }
  }

  /** What a row says; of no use if the row has a problem. */
  static Target target(TargetRow row, int year) {
    CriterionReader.Reading reading = CriterionReader.read(row, year);
    Criterion criterion = reading.criterion();
    if (criterion instanceof Criterion.MonthlyCount && !row.cell("condition").isEmpty()) {
      row.invalid("condition", "∅"); // A range of months has no figure of its own to hold it.
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
        row.cell("condition").isEmpty() ? null : row.clause("condition"),
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
        row.place());
  }
}

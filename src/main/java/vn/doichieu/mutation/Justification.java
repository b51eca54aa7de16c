package vn.doichieu.mutation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.doichieu.casefile.CaseFiles;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.Table;
import vn.doichieu.tabular.UnreadableInput;

/**
 * A change that no case has to notice, and why.
 *
 * @param place its row
 * @param targets the targets' ids
 * @param column the column that is changed
 * @param text the text that is tried; empty for every one
 * @param why the reason
 */
public record Justification(
    SourceLocation place, List<String> targets, String column, String text, String why) {

  private static final List<String> COLUMNS = List.of("target", "column", "text", "why");

  /** The text of a cell that is emptied. */
  private static final String EMPTIED = "-";

  public Justification {
    targets = List.copyOf(targets);
  }

  /** The file of a plan's justifications, whether it is there or not. */
  public static Path file(Path rules) {
    return rules.resolve(CaseFiles.FOLDER).resolve(CaseFiles.JUSTIFIED);
  }

  /**
   * Reads the justifications of a plan; none if there is no file.
   *
   * @throws UnreadableInput naming every cell that is blank or names what is not there
   */
  static List<Justification> read(Path rules, Plan plan) {
    Path file = file(rules);
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>();
    List<Justification> all = new ArrayList<>();
    try (CsvTable table = CsvTable.open(file, COLUMNS)) {
      table.forEach(row -> all.add(of(table, row, plan, problems)));
    }
    if (!problems.isEmpty()) {
      throw new UnreadableInput(problems);
    }
    return all;
  }

  private static Justification of(Table table, Table.Row row, Plan plan, List<Problem> problems) {
    String name = CaseFiles.FOLDER + "/" + table.name();
    for (String column : List.of("target", "column", "why")) {
      if (row.cell(table.column(column)).isEmpty()) {
        SourceLocation place = SourceLocation.of(name, row.line(), column);
        problems.add(new Problem(Problem.Kind.JUSTIFICATION_BLANK, place, ""));
      }
    }
    List<String> targets = List.of(row.cell(table.column("target")).split("[\\s,;]+"));
    for (String target : targets) {
      if (!target.isEmpty() && plan.target(target) == null) {
        SourceLocation place = SourceLocation.of(name, row.line(), "target");
        problems.add(new Problem(Problem.Kind.JUSTIFICATION_UNKNOWN, place, target));
      }
    }
    String column = row.cell(table.column("column"));
    if (!column.isEmpty() && !Mutants.COLUMNS.contains(column)) {
      SourceLocation place = SourceLocation.of(name, row.line(), "column");
      problems.add(new Problem(Problem.Kind.JUSTIFICATION_UNKNOWN, place, column));
    }
    return new Justification(
        SourceLocation.of(name, row.line()),
        targets,
        column,
        row.cell(table.column("text")),
        row.cell(table.column("why")));
  }

  /** Whether it speaks of a change. */
  boolean covers(Mutant mutant) {
    return targets.contains(mutant.target())
        && column.equals(mutant.column())
        && (text.isEmpty() || text.equals(mutant.after()) || isEmptied(mutant));
  }

  private boolean isEmptied(Mutant mutant) {
    return text.equals(EMPTIED) && mutant.after().isEmpty();
  }
}

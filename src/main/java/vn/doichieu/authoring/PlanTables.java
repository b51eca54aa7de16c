package vn.doichieu.authoring;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.doichieu.domain.Problem;
import vn.doichieu.ruletable.RuleTables;
import vn.doichieu.ruletable.WorkbookRules;

/**
 * The tables of a plan as they are written down, whatever kind of file they stand in.
 *
 * @param readings the other readings; empty if the plan has no table of them
 */
public record PlanTables(CsvDocument targets, Optional<CsvDocument> readings) {

  static final List<String> TARGET_KEY = List.of("target");
  static final List<String> READING_KEY = List.of("target", "reading");

  /**
   * Reads the tables of a folder that is known to hold a plan.
   *
   * @param problems receives the cells of workbooks that nobody can be sure of
   * @throws vn.doichieu.tabular.UnreadableInput if they cannot be read
   */
  public static PlanTables in(Path folder, List<Problem> problems) {
    RuleTables tables = RuleTables.in(folder);
    CsvDocument targets =
        document(
            tables.targetsFile(),
            file -> Optional.of(RuleTables.targetSheet(file, problems)),
            TARGET_KEY,
            problems);
    return new PlanTables(
        targets,
        tables
            .readingsFile()
            .map(
                file ->
                    document(
                        file,
                        workbook -> RuleTables.readingSheet(workbook, problems),
                        READING_KEY,
                        problems)));
  }

  private static CsvDocument document(
      Path file,
      Function<Path, Optional<WorkbookRules>> sheet,
      List<String> key,
      List<Problem> problems) {
    if (!RuleTables.isWorkbook(file)) {
      return CsvDocument.read(file);
    }
    WorkbookRules rules = sheet.apply(file).orElseThrow();
    return new SheetMerge(CsvDocument.forColumnsOf(rules), rules, key).merged(problems);
  }
}

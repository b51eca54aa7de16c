package vn.doichieu.authoring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.doichieu.domain.Problem;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.ruletable.RuleTables;
import vn.doichieu.ruletable.WorkbookRules;

/**
 * An edited workbook of rules on its way back into CSV files. Whoever has one knows that the plan
 * compiles with it.
 */
public final class WorkbookImport {

  private static final String CSV = ".csv";
  private static final String XLSX = ".xlsx";

  private final Path folder;
  private final Path output;
  private final Map<Path, String> texts = new LinkedHashMap<>();
  private final Map<String, List<Change>> changes = new LinkedHashMap<>();
  private final List<Problem> remarks = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private WorkbookImport(Path folder, Path output) {
    this.folder = folder;
    this.output = output;
  }

  /**
   * Reads a workbook.
   *
   * @param folder the plan's folder
   * @param output the folder that the CSV files are to stand in
   * @throws vn.doichieu.tabular.UnreadableInput if it is no workbook of rules
   * @throws InvalidRules naming every cell with which the plan does not compile
   */
  public static WorkbookImport read(Path folder, Path workbook, Path output) {
    WorkbookImport read = new WorkbookImport(folder, output);
    WorkbookRules targets = RuleTables.targetSheet(workbook, new ArrayList<>());
    Optional<WorkbookRules> readings = RuleTables.readingSheet(workbook, new ArrayList<>());
    PlanReader.draft(folder, RuleTables.of(workbook, folder)).sound();
    read.add(RuleTables.TARGETS, targets, PlanTables.TARGET_KEY);
    readings.ifPresent(sheet -> read.add(RuleTables.READINGS, sheet, PlanTables.READING_KEY));
    if (!read.problems.isEmpty()) {
      throw new InvalidRules(read.problems);
    }
    return read;
  }

  /** The workbooks that a folder reads its tables from: beside them CSV files would be one more. */
  public static List<Path> workbooksIn(Path folder) {
    return Stream.of(RuleTables.TARGETS, RuleTables.READINGS)
        .map(name -> folder.resolve(name + XLSX))
        .filter(Files::exists)
        .toList();
  }

  private void add(String name, WorkbookRules sheet, List<String> key) {
    Path file = output.resolve(name + CSV);
    Optional<Path> before =
        Stream.of(file, folder.resolve(name + CSV)).filter(Files::exists).findFirst();
    if (before.isEmpty() && sheet.sheet().rows().isEmpty() && sheet.comments().isEmpty()) {
      return;
    }
    CsvDocument base =
        before.map(CsvDocument::read).orElseGet(() -> CsvDocument.forColumnsOf(sheet));
    SheetMerge merge = new SheetMerge(base, sheet, key);
    String text = merge.merged(problems).text();
    remarks.addAll(sheet.remarks());
    if (!merge.changes().isEmpty()) {
      changes.put(name + CSV, merge.changes());
    }
    if (!Files.exists(file) || !text.equals(CsvDocument.read(file).text())) {
      texts.put(file, text);
    }
  }

  /** The files to write, each with all of its text; none if nothing changed. */
  public Map<Path, String> texts() {
    return texts;
  }

  /** What differs from the files there were, by file. */
  public Map<String, List<Change>> changes() {
    return changes;
  }

  /** What of the workbook its reader may not have seen. */
  public List<Problem> remarks() {
    return remarks;
  }
}

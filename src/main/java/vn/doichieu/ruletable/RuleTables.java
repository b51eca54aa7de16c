package vn.doichieu.ruletable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.workbook.Workbook;

/**
 * The tables of a plan: its targets, and the other readings of them if there are any. Each stands
 * in a CSV file or in a sheet of a workbook, and never in two places.
 */
public final class RuleTables {

  /** The name of the sheet, and of the file, that holds the targets. */
  public static final String TARGETS = "targets";

  /** The name of the sheet, and of the file, that holds the other readings. */
  public static final String READINGS = "readings";

  /** The columns of a target that a row of {@code readings.csv} may give another cell for. */
  public static final List<String> REREAD =
      List.of(
          "kind",
          "scope",
          "applies_to",
          "inputs",
          "comparator",
          "threshold",
          "periods",
          "closes_on",
          "condition");

  /** The columns of a table of other readings. */
  public static final List<String> READING_COLUMNS =
      Stream.concat(
              Stream.of(
                  "target", "reading", "says", "says_en", "decided_by", "result", "all_of", "note"),
              REREAD.stream())
          .toList();

  private static final List<String> TARGET_SHEETS = List.of(TARGETS, "chỉ tiêu");
  private static final List<String> READING_SHEETS = List.of(READINGS, "cách hiểu khác");
  private static final String CSV = ".csv";
  private static final String XLSX = ".xlsx";

  private final Path folder;
  private final @Nullable Path workbook;

  private RuleTables(Path folder, @Nullable Path workbook) {
    this.folder = folder;
    this.workbook = workbook;
  }

  /** The tables of a plan's folder. */
  public static RuleTables in(Path folder) {
    return new RuleTables(folder, null);
  }

  /** The tables of a workbook; readings that it has no sheet for are those of a plan's folder. */
  public static RuleTables of(Path workbook, Path folder) {
    return new RuleTables(folder, workbook);
  }

  /** The files of a plan's folder that may hold tables, whether they are there or not. */
  public static List<Path> files(Path folder) {
    return List.of(
        folder.resolve(TARGETS + CSV),
        folder.resolve(TARGETS + XLSX),
        folder.resolve(READINGS + CSV),
        folder.resolve(READINGS + XLSX));
  }

  /**
   * The targets as rows.
   *
   * @param problems receives what cannot be read of single rows
   * @throws UnreadableInput if there is no such table, or it stands in two places
   */
  public RuleSheet targets(List<Problem> problems) {
    Path file = targetsFile();
    return isWorkbook(file)
        ? targetSheet(file, problems).sheet()
        : RuleSheet.csv(file, RuleSheet.COLUMNS, problems);
  }

  /** The other readings as rows; empty if there is no table of them. Throws as above. */
  public Optional<RuleSheet> readings(List<Problem> problems) {
    Optional<Path> file = readingsFile();
    if (file.isPresent() && isWorkbook(file.get())) {
      return readingSheet(file.get(), problems).map(WorkbookRules::sheet);
    }
    return file.map(csv -> RuleSheet.csv(csv, READING_COLUMNS, problems));
  }

  /** The file that holds the targets, there or not. Throws as above. */
  public Path targetsFile() {
    if (workbook != null) {
      return workbook;
    }
    Path csv = folder.resolve(TARGETS + CSV);
    Path xlsx = folder.resolve(TARGETS + XLSX);
    if (Files.exists(csv) && Files.exists(xlsx)) {
      throw twoTables(csv, xlsx);
    }
    return Files.exists(xlsx) ? xlsx : csv;
  }

  /** The file that holds other readings; empty if none does. Throws as above. */
  public Optional<Path> readingsFile() {
    if (workbook != null && readingSheet(workbook, new ArrayList<>()).isPresent()) {
      return Optional.of(workbook);
    }
    List<Path> found = new ArrayList<>();
    for (String name : List.of(READINGS + CSV, READINGS + XLSX)) {
      if (Files.exists(folder.resolve(name))) {
        found.add(folder.resolve(name));
      }
    }
    Path beside = folder.resolve(TARGETS + XLSX);
    if (Files.exists(beside)
        && readingSheet(beside, new ArrayList<>())
            .filter(WorkbookRules::saysAnything)
            .isPresent()) {
      found.add(beside);
    }
    if (found.size() > 1) {
      throw twoTables(found.get(0), found.get(1));
    }
    return found.stream().findFirst();
  }

  /** Whether a table stands in a workbook, and not in a CSV file. */
  public static boolean isWorkbook(Path file) {
    return !String.valueOf(file.getFileName()).endsWith(CSV);
  }

  /** The sheet of targets in a workbook; one that has a single sheet may call it as it likes. */
  public static WorkbookRules targetSheet(Path file, List<Problem> problems) {
    try (Workbook opened = Workbook.open(file)) {
      Optional<Workbook.Sheet> sheet = sheet(opened, TARGET_SHEETS);
      if (sheet.isEmpty() && opened.sheets().size() == 1) {
        sheet = Optional.of(opened.sheets().get(0));
      }
      return WorkbookRules.read(
          opened, sheet.orElseThrow(() -> noSheet(opened, TARGETS)), RuleSheet.COLUMNS, problems);
    }
  }

  /** The sheet of other readings; empty if there is none. */
  public static Optional<WorkbookRules> readingSheet(Path file, List<Problem> problems) {
    try (Workbook opened = Workbook.open(file)) {
      Optional<Workbook.Sheet> sheet = sheet(opened, READING_SHEETS);
      boolean own = String.valueOf(file.getFileName()).equals(READINGS + XLSX);
      if (sheet.isEmpty() && own && opened.sheets().size() == 1) {
        sheet = Optional.of(opened.sheets().get(0));
      } else if (sheet.isEmpty() && own) {
        throw noSheet(opened, READINGS);
      }
      return sheet.map(found -> WorkbookRules.read(opened, found, READING_COLUMNS, problems));
    }
  }

  private static Optional<Workbook.Sheet> sheet(Workbook opened, List<String> names) {
    return opened.sheets().stream()
        .filter(sheet -> names.contains(sheet.name().strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static UnreadableInput noSheet(Workbook opened, String wanted) {
    return new UnreadableInput(
        new Problem(
            Problem.Kind.RULE_SHEET_NOT_FOUND,
            SourceLocation.of(opened.name()),
            String.join(", ", opened.sheetNames()),
            wanted));
  }

  private static UnreadableInput twoTables(Path one, Path other) {
    return new UnreadableInput(
        new Problem(
            Problem.Kind.TWO_TABLES,
            SourceLocation.of(String.valueOf(one.getFileName())),
            String.valueOf(other.getFileName()),
            String.valueOf(one.getFileName())));
  }
}

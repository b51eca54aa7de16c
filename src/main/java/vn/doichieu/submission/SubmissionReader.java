package vn.doichieu.submission;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.WaiverRow;
import vn.doichieu.domain.Warning.Explanation;
import vn.doichieu.domain.Warning.Subject;
import vn.doichieu.intake.FormTable;
import vn.doichieu.intake.SheetTable;
import vn.doichieu.submission.Submission.WaiverKey;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.JsonTable;
import vn.doichieu.tabular.NearestWord;
import vn.doichieu.tabular.Table;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.workbook.Workbook;

/** Reads a data folder (contract, section 2). */
public final class SubmissionReader {

  private static final List<String> FIGURE_COLUMNS =
      List.of(FiguresReader.UNIT, FiguresReader.ITEM, FiguresReader.PERIOD, FiguresReader.VALUE);
  private static final List<String> FILLED_DOWN =
      List.of(FiguresReader.UNIT, FiguresReader.ITEM, FiguresReader.PERIOD);

  private static final String FIGURES_SHEET = "figures";

  private final DataFiles files;
  private final Plan plan;
  private final List<Problem> fatal = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private SubmissionReader(DataFiles files, Plan plan) {
    this.files = files;
    this.plan = plan;
    fatal.addAll(files.refused());
    problems.addAll(files.remarks());
  }

  /**
   * Reads the units, figures, waivers and explanations of a folder.
   *
   * @throws UnreadableInput naming everything that cannot be read at all, of all files at once
   */
  public static Submission read(Path folder, Plan plan) {
    return new SubmissionReader(DataFiles.in(folder), plan).read();
  }

  /**
   * Makes a submission of tables with the columns of {@code figures.csv} and {@code waivers.csv},
   * by the same readers as a folder's.
   *
   * @throws UnreadableInput naming everything that cannot be read at all
   */
  public static Submission of(ReportingUnits units, Table figures, Table waivers, Plan plan) {
    List<Problem> problems = new ArrayList<>();
    FigureSet set = new FigureSet(plan, units);
    FiguresReader.read(figures, set, problems);
    List<WaiverRow> rows = new ArrayList<>();
    Map<WaiverKey, List<Waiver>> granted = WaiversReader.read(waivers, plan, units, rows, problems);
    problems.sort(Problem.BY_PLACE);
    return new Submission(units, set, granted, rows, Map.of(), problems);
  }

  /**
   * The files of a folder that are read: those of fixed names, whether they are there or not, and
   * the forms that are there.
   */
  public static List<Path> files(Path folder) {
    return Files.isDirectory(folder)
        ? DataFiles.in(folder).all()
        : new DataFiles(folder, List.of(), List.of(), List.of()).all();
  }

  private Submission read() {
    ReportingUnits units = attempt(() -> UnitsReader.read(files.path(DataFiles.UNITS), problems));
    FigureSet figures = new FigureSet(plan, units);
    readFigures(figures);
    List<WaiverRow> waiverRows = new ArrayList<>();
    Path waiversFile = files.path(DataFiles.WAIVERS);
    Map<WaiverKey, List<Waiver>> waivers =
        attempt(
            () ->
                files.has(DataFiles.WAIVERS)
                    ? WaiversReader.read(waiversFile, plan, units, waiverRows, problems)
                    : Map.of());
    Path explanationsFile = files.path(DataFiles.EXPLANATIONS);
    Map<Subject, Explanation> explanations =
        attempt(
            () ->
                files.has(DataFiles.EXPLANATIONS)
                    ? ExplanationsReader.read(explanationsFile, units, problems)
                    : Map.of());
    if (!fatal.isEmpty() || units == null || waivers == null || explanations == null) {
      throw new UnreadableInput(fatal.stream().map(SubmissionReader::withoutPersons).toList());
    }
    reportRoles(units);
    reportOtherArea(units);
    reportGroups(units);
    problems.sort(Problem.BY_PLACE);
    return new Submission(units, figures, waivers, waiverRows, explanations, problems);
  }

  /** A row that could not be understood may hold anything: persons in it are not repeated. */
  private static Problem withoutPersons(Problem problem) {
    String read = problem.read();
    return read == null || !PersonalData.isIn(read)
        ? problem
        : new Problem(
            problem.kind(),
            problem.location(),
            "…",
            problem.arguments().stream().filter(a -> !PersonalData.isIn(a)).toList(),
            problem.alsoAt(),
            problem.other());
  }

  /** All files of figures are one set; at least one has to be there. */
  private void readFigures(FigureSet figures) {
    Path csv = files.path(DataFiles.FIGURES_CSV);
    Path xlsx = files.path(DataFiles.FIGURES_XLSX);
    Path json = files.path(DataFiles.FIGURES_JSON);
    if (files.has(DataFiles.FIGURES_CSV) || !files.hasOtherFigures()) {
      attempt(() -> readTable(CsvTable.open(csv, FIGURE_COLUMNS), figures));
    }
    if (files.has(DataFiles.FIGURES_XLSX)) {
      attempt(() -> readWorkbook(xlsx, Problem.Kind.SHEET_NOT_FOUND, figures));
    }
    if (files.has(DataFiles.FIGURES_JSON)) {
      attempt(() -> readTable(JsonTable.open(json, FIGURE_COLUMNS), figures));
    }
    for (Path form : files.forms()) {
      attempt(() -> readWorkbook(form, Problem.Kind.NOT_A_FORM, figures));
    }
  }

  private boolean readTable(Table table, FigureSet figures) {
    try (table) {
      FiguresReader.read(table, figures, problems);
      return true;
    }
  }

  /**
   * Reads the list of a workbook, if it may have one, and all of its forms.
   *
   * @param without what to say of a workbook without figures
   */
  private boolean readWorkbook(Path file, Problem.Kind without, FigureSet figures) {
    try (Workbook workbook = Workbook.open(file)) {
      Table list =
          without == Problem.Kind.SHEET_NOT_FOUND
              ? SheetTable.open(workbook, FIGURES_SHEET, FIGURE_COLUMNS, FILLED_DOWN)
              : null;
      List<FormTable> forms = FormTable.of(workbook, plan.id(), list == null ? null : list.sheet());
      if (list == null && forms.isEmpty()) {
        throw new UnreadableInput(
            new Problem(
                without,
                SourceLocation.of(workbook.name()),
                String.join(", ", workbook.sheetNames()),
                FIGURES_SHEET));
      }
      if (list != null) {
        attempt(() -> readTable(list, figures));
      }
      for (FormTable form : forms) {
        attempt(() -> readTable(form, figures));
      }
      return true;
    }
  }

  private <T> @Nullable T attempt(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (UnreadableInput e) {
      fatal.addAll(e.problems());
      return null;
    }
  }

  /** Roles that the plan names and no agency has, and the other way round. */
  private void reportRoles(ReportingUnits units) {
    Set<String> named = new TreeSet<>();
    plan.targets().forEach(target -> named.addAll(target.scope().roles()));
    Set<String> carried = new TreeSet<>();
    for (ReportingUnit unit : units.all()) {
      String role = unit.role();
      if (role != null) {
        carried.add(role);
      }
    }
    for (String role : carried) {
      if (!named.contains(role)) {
        report(Problem.Kind.ROLE_UNUSED, "role", role, NearestWord.of(role, named));
      }
    }
    List<String> open = named.stream().filter(role -> !carried.contains(role)).toList();
    if (!open.isEmpty()) {
      report(Problem.Kind.ROLE_WITHOUT_UNIT, "role", String.join(", ", open), targetsNaming(open));
    }
  }

  /**
   * Members that no threshold is for, since these differ by a group that the unit does not name.
   */
  private void reportGroups(ReportingUnits units) {
    Set<String> groups = new TreeSet<>();
    Set<ReportingUnit.Kind> kinds = new HashSet<>();
    for (Target target : plan.targets()) {
      groups.addAll(target.scope().groups());
      kinds.addAll(target.scope().groups().isEmpty() ? Set.of() : target.scope().members());
    }
    for (ReportingUnit unit : units.all()) {
      if (kinds.contains(unit.kind()) && !groups.contains(unit.group())) {
        String read = unit.code() + ": " + unit.group();
        report(Problem.Kind.UNIT_WITHOUT_GROUP, "group", read, String.join(", ", groups));
      }
    }
  }

  private void reportOtherArea(ReportingUnits units) {
    String name = units.area().name();
    if (!plan.area().isEmpty() && !name.equalsIgnoreCase(plan.area())) {
      report(Problem.Kind.AREA_NAME_DIFFERS, "name", name, plan.area());
    }
  }

  private void report(Problem.Kind kind, String column, String read, String argument) {
    problems.add(new Problem(kind, SourceLocation.of(DataFiles.UNITS, 0, column), read, argument));
  }

  private String targetsNaming(List<String> roles) {
    return String.join(
        ", ",
        plan.targets().stream()
            .filter(target -> roles.stream().anyMatch(target.scope().roles()::contains))
            .map(Target::id)
            .toList());
  }
}

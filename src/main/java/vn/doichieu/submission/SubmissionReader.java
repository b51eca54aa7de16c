package vn.doichieu.submission;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.domain.Warning.Explanation;
import vn.doichieu.domain.Warning.Subject;
import vn.doichieu.submission.Submission.WaiverKey;
import vn.doichieu.tabular.NearestWord;
import vn.doichieu.tabular.UnreadableInput;

/** Reads a data folder (contract, section 2). */
public final class SubmissionReader {

  private static final String UNITS = "units.csv";
  private static final String FIGURES = "figures.csv";
  private static final String WAIVERS = "waivers.csv";
  private static final String EXPLANATIONS = "explanations.csv";

  private final Path folder;
  private final Plan plan;
  private final List<Problem> fatal = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private SubmissionReader(Path folder, Plan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /**
   * Reads the units, figures, waivers and explanations of a folder.
   *
   * @throws UnreadableInput naming everything that cannot be read at all, of all files at once
   */
  public static Submission read(Path folder, Plan plan) {
    return new SubmissionReader(folder, plan).read();
  }

  /** The files of a folder that are read, whether they are there or not. */
  public static List<Path> files(Path folder) {
    return Stream.of(UNITS, FIGURES, WAIVERS, EXPLANATIONS).map(folder::resolve).toList();
  }

  private Submission read() {
    if (!Files.isDirectory(folder)) {
      throw new UnreadableInput(
          new Problem(
              Files.exists(folder) ? Problem.Kind.NOT_A_FOLDER : Problem.Kind.FOLDER_NOT_FOUND,
              SourceLocation.of(folder.toString()),
              folder.toString()));
    }
    refuseOtherForms();
    ReportingUnits units = attempt(() -> UnitsReader.read(folder.resolve(UNITS), problems));
    Map<Input, FigureColumn> kept = new HashMap<>();
    Map<Input, FigureColumn> columns =
        attempt(() -> FiguresReader.read(folder.resolve(FIGURES), plan, units, kept, problems));
    Map<WaiverKey, List<Waiver>> waivers =
        attempt(
            () ->
                Files.exists(folder.resolve(WAIVERS))
                    ? WaiversReader.read(folder.resolve(WAIVERS), plan, units, problems)
                    : Map.of());
    Map<Subject, Explanation> explanations =
        attempt(
            () ->
                Files.exists(folder.resolve(EXPLANATIONS))
                    ? ExplanationsReader.read(folder.resolve(EXPLANATIONS), units, problems)
                    : Map.of());
    if (!fatal.isEmpty()
        || units == null
        || columns == null
        || waivers == null
        || explanations == null) {
      throw new UnreadableInput(fatal);
    }
    reportRoles(units);
    reportOtherArea(units);
    problems.sort(Problem.BY_PLACE);
    return new Submission(units, columns, kept, waivers, explanations, problems, FIGURES);
  }

  private <T> @Nullable T attempt(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (UnreadableInput e) {
      fatal.addAll(e.problems());
      return null;
    }
  }

  /** Figures in a form that is not read here must not be passed over in silence. */
  private void refuseOtherForms() {
    for (String name : List.of("figures.xlsx", "figures.xls", "figures.json")) {
      if (Files.exists(folder.resolve(name))) {
        fatal.add(
            new Problem(Problem.Kind.FORMAT_UNSUPPORTED, SourceLocation.of(name), name, FIGURES));
      }
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

  private void reportOtherArea(ReportingUnits units) {
    String name = units.area().name();
    if (!plan.area().isEmpty() && !name.equalsIgnoreCase(plan.area())) {
      report(Problem.Kind.AREA_NAME_DIFFERS, "name", name, plan.area());
    }
  }

  private void report(Problem.Kind kind, String column, String read, String argument) {
    problems.add(new Problem(kind, SourceLocation.of(UNITS, 0, column), read, argument));
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

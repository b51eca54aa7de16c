package vn.doichieu.submission;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.WaiverRow;
import vn.doichieu.domain.Warning.Explanation;
import vn.doichieu.domain.Warning.Subject;
import vn.doichieu.submission.Submission.WaiverKey;
import vn.doichieu.tabular.Table;
import vn.doichieu.tabular.UnreadableInput;

/** Reads a data folder (contract, section 2). */
public final class SubmissionReader {

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
      throw new UnreadableInput(ProblemLog.withoutPersons(fatal));
    }
    problems.addAll(UnitRemarks.of(plan, units));
    problems.sort(Problem.BY_PLACE);
    return new Submission(units, figures, waivers, waiverRows, explanations, problems);
  }

  /** All files of figures are one set; at least one has to be there. */
  private void readFigures(FigureSet figures) {
    FigureFiles reader = new FigureFiles(figures, problems, fatal);
    if (files.has(DataFiles.FIGURES_CSV) || !files.hasOtherFigures()) {
      reader.csv(files.path(DataFiles.FIGURES_CSV));
    }
    if (files.has(DataFiles.FIGURES_XLSX)) {
      reader.listOrForms(files.path(DataFiles.FIGURES_XLSX));
    }
    if (files.has(DataFiles.FIGURES_JSON)) {
      reader.json(files.path(DataFiles.FIGURES_JSON));
    }
    files.forms().forEach(reader::forms);
  }

  private <T> @Nullable T attempt(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (UnreadableInput e) {
      fatal.addAll(e.problems());
      return null;
    }
  }
}

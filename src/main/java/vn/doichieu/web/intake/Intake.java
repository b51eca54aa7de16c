package vn.doichieu.web.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.submission.Delivery.Withdrawal;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.area.UnitLists;
import vn.doichieu.web.filing.AreaRules;
import vn.doichieu.web.filing.AreaRules.Ruled;
import vn.doichieu.web.filing.Deliveries;
import vn.doichieu.web.filing.FigureKey;
import vn.doichieu.web.filing.Figures;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.filing.Uploads;
import vn.doichieu.web.request.FreeText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;

/**
 * Takes files in: what cannot be read at all, holds personal data or is another unit's is not kept,
 * not even for a trial.
 */
@Component
public class Intake {

  private static final int MOST_FILES = 50;

  private final Areas areas;
  private final AreaRules rules;
  private final Figures figures;
  private final Filings filings;
  private final Uploads uploads;

  /** Takes files into the uploads. */
  public Intake(Areas areas, AreaRules rules, Figures figures, Filings filings, Uploads uploads) {
    this.areas = areas;
    this.rules = rules;
    this.figures = figures;
    this.filings = filings;
    this.uploads = uploads;
  }

  /**
   * What was taken in.
   *
   * @param passedOver files of a folder that are not read, by name
   */
  public record Taken(long upload, List<String> passedOver) {}

  /** Files of one unit. Throws as below. */
  public long ofUnit(Viewer viewer, Area area, String unit, List<Sent> files) {
    return take(viewer, area, unit, Upload.Kind.FILE, files, Set.of(), filings.last(area.id()));
  }

  /**
   * What was typed for a unit.
   *
   * @param seen the area's last submission that the page showed
   */
  public long typed(
      Viewer viewer,
      Area area,
      String unit,
      List<Sent> files,
      Set<Withdrawal> withdrawals,
      long seen) {
    return take(viewer, area, unit, Upload.Kind.PAGE, files, withdrawals, seen);
  }

  /**
   * A data folder with the figures of several units.
   *
   * @throws UnreadableInput if a file cannot be read at all, or holds personal data
   * @throws Refusal if nothing is read of the files, or figures of other units than the one named
   */
  public Taken folder(Viewer viewer, Area area, List<Sent> files) {
    FolderFiles sorted = FolderFiles.of(files);
    if (!sorted.elsewhere().isEmpty()) {
      throw Refusal.of("elsewhere", sorted.elsewhere());
    }
    long last = filings.last(area.id());
    long upload = take(viewer, area, null, Upload.Kind.FOLDER, sorted.figures(), Set.of(), last);
    return new Taken(upload, sorted.passedOver());
  }

  /** The same files once more, as based on what counts now. */
  public long again(Viewer viewer, Upload upload) {
    Area area = areas.get(upload.areaId());
    return uploads.keep(
        viewer,
        area,
        upload.unit(),
        upload.kind(),
        uploads.files(upload.id()),
        uploads.withdrawals(upload.id()),
        filings.last(upload.areaId()),
        AreaRules.Basis.of(area, rules.of(area)),
        uploads.gave(upload.id()));
  }

  private long take(
      Viewer viewer,
      Area area,
      @Nullable String unit,
      Upload.Kind kind,
      List<Sent> sent,
      Set<Withdrawal> withdrawals,
      long basedOn) {
    SortedMap<String, byte[]> files = named(sent);
    if (files.isEmpty() && withdrawals.isEmpty()) {
      throw Refusal.invalid("no_files");
    }
    List<Ruled> plans = rules.of(area);
    Set<FigureKey> given = given(area, plans, unit, files, withdrawals);
    AreaRules.Basis basis = AreaRules.Basis.of(area, plans);
    return uploads.keep(viewer, area, unit, kind, files, withdrawals, basedOn, basis, given);
  }

  private static SortedMap<String, byte[]> named(List<Sent> sent) {
    if (sent.size() > MOST_FILES) {
      throw Refusal.invalid("many_files", MOST_FILES);
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Sent file : sent) {
      if (FreeText.holdsPersonalData(file.name())) {
        throw Refusal.invalid("file_name_personal");
      }
      files.put(FileNames.clean(file.name(), files.keySet()), file.content());
    }
    return files;
  }

  /** The figures of files, whichever plan reads them. */
  private Set<FigureKey> given(
      Area area,
      List<Ruled> plans,
      @Nullable String unit,
      SortedMap<String, byte[]> files,
      Set<Withdrawal> withdrawals) {
    UnitLists.Units units = areas.units(area);
    Set<Problem> fatal = new LinkedHashSet<>();
    List<Deliveries.Read> read = new ArrayList<>();
    for (Ruled plan : plans) {
      try {
        read.add(figures.read(files, plan.rules(), units));
      } catch (UnreadableInput e) {
        fatal.addAll(e.problems());
      }
    }
    if (fatal.isEmpty()) {
      fatal.addAll(formsOfNoPlan(read));
    }
    if (!fatal.isEmpty()) {
      throw new UnreadableInput(fatal.stream().sorted(Problem.BY_PLACE).toList());
    }
    List<Problem> foreign = unit == null ? List.of() : foreign(unit, read);
    if (!foreign.isEmpty()) {
      throw Refusal.of("foreign_figures", foreign);
    }
    if (withdrawals.isEmpty()
        && read.stream().allMatch(each -> each.delivery().given().isEmpty())) {
      List<ReadProblems.Reading> all = new ArrayList<>();
      for (int i = 0; i < plans.size(); i++) {
        all.add(new ReadProblems.Reading(plans.get(i), read.get(i).delivery()));
      }
      throw Refusal.of("nothing_read", ReadProblems.of(all, units.all()));
    }
    return read.stream()
        .flatMap(each -> each.delivery().given().stream())
        .map(FigureKey::of)
        .collect(Collectors.toSet());
  }

  /** Files that every plan takes for a form of another one. */
  private static List<Problem> formsOfNoPlan(List<Deliveries.Read> read) {
    return read.get(0).others().stream()
        .filter(
            problem ->
                read.stream()
                    .allMatch(
                        each ->
                            each.others().stream()
                                .anyMatch(
                                    o -> o.location().file().equals(problem.location().file()))))
        .toList();
  }

  /** The figures of other units than the one that hands them in: one problem a file and unit. */
  private static List<Problem> foreign(String unit, List<Deliveries.Read> read) {
    Map<List<String>, Problem> problems = new LinkedHashMap<>();
    for (Deliveries.Read each : read) {
      for (Figure figure : each.delivery().given()) {
        SourceLocation place = figure.location();
        if (place != null && !figure.unit().code().equals(unit)) {
          problems.merge(
              List.of(place.file(), String.valueOf(place.sheet()), figure.unit().code()),
              new Problem(Problem.Kind.FIGURE_OF_OTHER_UNIT, place, figure.unit().code(), unit),
              Intake::joined);
        }
      }
    }
    return problems.values().stream().sorted(Problem.BY_PLACE).toList();
  }

  private static Problem joined(Problem first, Problem next) {
    int row = next.location().row();
    if (row == first.location().row() || first.alsoAt().contains(row)) {
      return first;
    }
    List<Integer> rows = new ArrayList<>(first.alsoAt());
    rows.add(row);
    return first.alsoAt(rows);
  }
}

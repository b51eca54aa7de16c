package vn.doichieu.form;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.spreadsheet.SheetNames;
import vn.doichieu.spreadsheet.TimelessZip;
import vn.doichieu.submission.ReportingUnits;
import vn.doichieu.submission.UnitsReader;
import vn.doichieu.wording.Messages;

/** The form in which units enter what a plan asks of them. The same input gives the same bytes. */
public final class EntryForm {

  /** More sheets than this are no help to anybody. */
  public static final int MOST_SHEETS = 500;

  private static final int ROWS_IN_MEMORY = 100;

  private final Plan plan;
  private final ReportingUnits units;
  private final List<ReportingUnit> chosen;
  private final List<Problem> problems;

  private EntryForm(
      Plan plan, ReportingUnits units, List<ReportingUnit> chosen, List<Problem> problems) {
    this.plan = plan;
    this.units = units;
    this.chosen = chosen;
    this.problems = problems;
  }

  /**
   * Reads what the form is made of, for all units.
   *
   * @param rules the plan's folder of rule files
   * @param unitsFile a {@code units.csv}
   * @throws vn.doichieu.rules.InvalidRules if the rule files do not compile
   * @throws vn.doichieu.tabular.UnreadableInput if the units cannot be read
   */
  public static EntryForm read(Path rules, Path unitsFile) {
    Plan plan = PlanReader.read(rules);
    List<Problem> problems = new ArrayList<>();
    ReportingUnits units = UnitsReader.read(unitsFile, problems);
    problems.sort(Problem.BY_PLACE);
    return of(plan, units, problems);
  }

  /** The form of a plan that was read already, for all units. */
  public static EntryForm of(Plan plan, ReportingUnits units) {
    return of(plan, units, List.of());
  }

  private static EntryForm of(Plan plan, ReportingUnits units, List<Problem> problems) {
    Comparator<ReportingUnit> areaFirst = Comparator.comparing(u -> !u.equals(units.area()));
    List<ReportingUnit> inOrder =
        units.all().stream()
            .sorted(areaFirst.thenComparing(ReportingUnit::kind).thenComparing(ReportingUnit::code))
            .toList();
    return new EntryForm(plan, units, inOrder, List.copyOf(problems));
  }

  /** The files that are read: none of them may be written to. */
  public static List<Path> inputs(Path rules, Path unitsFile) {
    return Stream.concat(PlanReader.files(rules).stream(), Stream.of(unitsFile)).toList();
  }

  /** The same form for the units with these codes only. */
  public EntryForm forUnits(Set<String> codes) {
    List<ReportingUnit> some = chosen.stream().filter(unit -> codes.contains(unit.code())).toList();
    return new EntryForm(plan, units, some, problems);
  }

  /** What of the file of units could not be used. */
  public List<Problem> problems() {
    return problems;
  }

  /** The units that the form is for: the area, its members, its agencies, each by code. */
  public List<ReportingUnit> units() {
    return chosen;
  }

  /** Those of the units that are asked for nothing, and so have no place in the form. */
  public List<ReportingUnit> unasked() {
    Map<ReportingUnit, Questions> asked = questions();
    return chosen.stream().filter(unit -> !asked.containsKey(unit)).toList();
  }

  /** Writes the form with a sheet for every unit. */
  public void writeSheets(OutputStream out, Messages messages) {
    SheetNames names = new SheetNames();
    String guide = names.like(messages.text("form.guide.sheet"));
    List<GuideSheet.Entry> entries = new ArrayList<>();
    questions()
        .forEach(
            (unit, own) -> entries.add(new GuideSheet.Entry(unit, names.like(unit.name()), own)));
    write(
        out,
        (workbook, styles) -> {
          GuideSheet.write(workbook, guide, plan, entries, styles, messages);
          for (GuideSheet.Entry entry : entries) {
            boolean area = entry.unit().equals(units.area());
            new UnitSheet(workbook, entry.sheet(), plan, styles, messages)
                .write(entry.unit(), area, entry.questions());
          }
        });
  }

  /** Writes the form as one sheet with a row for every unit. */
  public void writeWide(OutputStream out, Messages messages) {
    Map<ReportingUnit, Questions> asked = questions();
    Questions all =
        Questions.of(
            plan,
            target ->
                asked.keySet().stream()
                    .flatMap(u -> units.asked(plan, target, u).stream())
                    .toList());
    write(
        out,
        (workbook, styles) -> {
          String guide = messages.text("form.guide.sheet");
          GuideSheet.write(workbook, guide, plan, List.of(), styles, messages);
          WideSheet.write(workbook, plan, all, asked, styles, messages);
        });
  }

  /** What each unit is asked for; without the units that are asked for nothing. */
  private Map<ReportingUnit, Questions> questions() {
    Map<String, Questions> alike = new HashMap<>();
    Map<ReportingUnit, Questions> questions = new LinkedHashMap<>();
    for (ReportingUnit unit : chosen) {
      String who = unit.equals(units.area()) ? "" : unit.kind() + " " + unit.role();
      Questions own =
          alike.computeIfAbsent(
              who, key -> Questions.of(plan, target -> units.asked(plan, target, unit)));
      if (!own.groups().isEmpty()) {
        questions.put(unit, own);
      }
    }
    return questions;
  }

  private interface Content {
    void writeTo(SXSSFWorkbook workbook, Styles styles);
  }

  private static void write(OutputStream out, Content content) {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
      content.writeTo(workbook, new Styles(workbook.getXSSFWorkbook()));
      TimelessZip.write(workbook, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

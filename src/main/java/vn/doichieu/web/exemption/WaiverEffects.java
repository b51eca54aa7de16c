package vn.doichieu.web.exemption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.doichieu.check.PreparedPlan;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Provenance;
import vn.doichieu.domain.WaiverRow;
import vn.doichieu.submission.Delivery.Layer;
import vn.doichieu.submission.Submission;
import vn.doichieu.tabular.ListTable;
import vn.doichieu.tabular.Table;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.area.UnitLists;
import vn.doichieu.web.exemption.WaiverRequest.Row;
import vn.doichieu.web.filing.Figures;
import vn.doichieu.web.filing.Standing;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.rulebook.RulesVersions;

/** What a waiver would do, or does, by the engine: judged with it and without it. */
@Component
class WaiverEffects {

  private static final String FILE = "waivers.csv";
  private static final List<String> COLUMNS =
      List.of("unit", "target", "until", "reason", "approved_by", "decision", "period");

  private final Areas areas;
  private final RulesVersions versions;
  private final Figures figures;
  private final Standing standing;

  WaiverEffects(Areas areas, RulesVersions versions, Figures figures, Standing standing) {
    this.areas = areas;
    this.versions = versions;
    this.figures = figures;
    this.standing = standing;
  }

  /**
   * Two evaluations of the same figures.
   *
   * @param moves the findings that are told otherwise: by result, flags or numbers
   */
  record Effect(Evaluation without, Evaluation with, List<Move> moves) {}

  /** A finding without and with a waiver. */
  record Move(Finding without, Finding with) {}

  /**
   * The row as the reader of waivers.csv takes it, its last day in ISO form.
   *
   * @throws Refusal with what that reader would say of it; or if there is no finding that it can
   *     waive
   * @throws vn.doichieu.tabular.UnreadableInput if it carries personal data
   */
  Row checked(Area area, String planId, Row row) {
    PreparedPlan plan = versions.prepared(versions.current(planId));
    UnitLists.Units units = areas.units(area);
    Submission alone =
        Submission.of(
            plan.plan(),
            units.all(),
            List.of(),
            List.of(),
            new ListTable(FILE, COLUMNS, List.of(new ListTable.Line(2, row.cells()))),
            new ListTable("explanations.csv", Submission.EXPLANATION_COLUMNS, List.of()));
    List<Problem> problems =
        alone.problems().stream()
            .filter(problem -> problem.location().file().equals(FILE))
            .toList();
    WaiverRow read = alone.waiverRows().get(0);
    if (!problems.isEmpty() || read.waiver() == null) {
      throw Refusal.of("waiver_row", problems);
    }
    LocalDate until = read.waiver().until();
    if (judged(area, plan, List.of(), standing.waivers(area.id(), planId), until, true)
        .findings()
        .stream()
        .noneMatch(finding -> isAbout(row, finding) && canBeWaived(finding))) {
      throw Refusal.invalid("waiver_nothing");
    }
    return row.until(until);
  }

  /** Whether a waiver can be about findings of its kind: what a person judges is never a miss. */
  static boolean canBeWaived(Finding finding) {
    return !(finding.target().criterion() instanceof Criterion.Judgement);
  }

  /** Whether a row names a finding. */
  static boolean isAbout(Row row, Finding finding) {
    return row.target().equals(finding.target().id())
        && row.unit().equals(finding.unit().code())
        && (row.period().isEmpty() || row.period().equals(finding.period().text()));
  }

  /**
   * What a row does.
   *
   * @param counts whether it is among what was approved already
   */
  Effect of(Area area, String planId, Row row, boolean counts, LocalDate asOf, boolean closed) {
    PreparedPlan plan = versions.prepared(versions.current(planId));
    List<Layer> layers = figures.layers(area, plan);
    Table table = standing.waivers(area.id(), planId);
    Table without = counts ? without(table, row) : table;
    Table with = counts ? table : with(table, row);
    Evaluation before = judged(area, plan, layers, without, asOf, closed);
    Evaluation after = judged(area, plan, layers, with, asOf, closed);
    // Both have a finding for each target, unit and period, in one order.
    List<Move> moves =
        IntStream.range(0, before.findings().size())
            .mapToObj(i -> new Move(before.findings().get(i), after.findings().get(i)))
            .filter(WaiverEffects::differs)
            .toList();
    return new Effect(before, after, moves);
  }

  private static boolean differs(Move move) {
    Finding without = move.without();
    Finding with = move.with();
    return without.result() != with.result()
        || !without.flags().equals(with.flags())
        || !Objects.equals(without.numerator(), with.numerator())
        || !Objects.equals(without.denominator(), with.denominator());
  }

  private Evaluation judged(
      Area area,
      PreparedPlan plan,
      List<Layer> layers,
      Table waivers,
      LocalDate asOf,
      boolean closed) {
    UnitLists.Units units = areas.units(area);
    Submission submission =
        Submission.of(
            plan.plan(),
            units.all(),
            units.problems(),
            layers,
            waivers,
            standing.explanations(area.id(), Long.MAX_VALUE));
    return plan.run(submission, Provenance.NONE.data(), asOf, closed);
  }

  private static Table with(Table table, Row row) {
    List<ListTable.Line> lines = lines(table);
    lines.add(new ListTable.Line(lines.size() + 2, row.cells()));
    return new ListTable(FILE, COLUMNS, lines);
  }

  /** The table without one row that is the same: of two that are, the other still does it all. */
  private static Table without(Table table, Row row) {
    List<ListTable.Line> lines = lines(table);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).texts().equals(row.cells())) {
        lines.remove(i);
        break;
      }
    }
    return new ListTable(FILE, COLUMNS, lines);
  }

  private static List<ListTable.Line> lines(Table table) {
    List<ListTable.Line> lines = new ArrayList<>();
    table.forEach(
        row ->
            lines.add(
                new ListTable.Line(
                    row.line(), IntStream.range(0, row.cells()).mapToObj(row::cell).toList())));
    return lines;
  }
}

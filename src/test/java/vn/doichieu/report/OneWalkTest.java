package vn.doichieu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;
import vn.doichieu.report.Overview.Line;
import vn.doichieu.report.Overview.Part;
import vn.doichieu.wording.ReadingOrder;

/** What is gathered in one walk is what a look at all findings for each question comes to. */
class OneWalkTest {

  private static Stream<Evaluation> evaluations() {
    return Stream.of(
            "hoc_mon_2024",
            "buon_ma_thuot_2024",
            "dong_nai_2023",
            "duy_tien_2026",
            "soc_trang_2011")
        .flatMap(
            plan ->
                Stream.of(LocalDate.of(2024, 6, 20), LocalDate.of(2027, 2, 1))
                    .map(
                        asOf ->
                            new Check(
                                    Path.of(""),
                                    Path.of("rules", plan),
                                    Path.of("sample-data", plan),
                                    asOf,
                                    false)
                                .run()));
  }

  @ParameterizedTest
  @MethodSource("evaluations")
  void countsByResult(Evaluation evaluation) {
    Summary summary = Summary.of(evaluation);
    List<Finding> findings = evaluation.findings();

    for (Result result : Result.values()) {
      List<Finding> of = findings.stream().filter(f -> f.result() == result).toList();
      assertThat(summary.binding(result)).isEqualTo(of.stream().filter(Finding::binding).count());
      assertThat(summary.other(result)).isEqualTo(of.stream().filter(f -> !f.binding()).count());
    }
    assertThat(summary.total()).isEqualTo(findings.size());
    assertThat(summary.failing()).isEqualTo(findings.stream().filter(Finding::failsCheck).count());
    assertThat(summary.askedMissed()).isEqualTo(missed(findings, Flag.ASKED));
    assertThat(summary.contributionsMissed()).isEqualTo(missed(findings, Flag.CONTRIBUTION));
  }

  private static long missed(List<Finding> findings, Flag flag) {
    return findings.stream()
        .filter(f -> f.flags().contains(flag))
        .filter(f -> f.result() == Result.NOT_MET || f.result() == Result.MISSING)
        .count();
  }

  @ParameterizedTest
  @MethodSource("evaluations")
  void findsTheSilentUnits(Evaluation evaluation) {
    Map<ReportingUnit, List<Finding>> own =
        evaluation.findings().stream()
            .filter(f -> f.basis() == Basis.OWN)
            .collect(Collectors.groupingBy(Finding::unit));
    Set<ReportingUnit> silent = new HashSet<>(own.keySet());
    silent.removeIf(
        unit ->
            own.getOrDefault(unit, List.of()).stream()
                .flatMap(f -> evaluation.evidence().apply(f).stream())
                .anyMatch(figure -> figure.state() != Figure.State.ABSENT));

    assertThat(evaluation.silentUnits()).isEqualTo(silent);
  }

  @ParameterizedTest
  @MethodSource("evaluations")
  void findsARowWithoutAWalk(Evaluation evaluation) {
    for (Target target : evaluation.plan().targets()) {
      assertThat(evaluation.findingsOf(target.id()))
          .isEqualTo(
              evaluation.findings().stream()
                  .filter(f -> f.target().id().equals(target.id()))
                  .toList());
    }
    assertThat(evaluation.findingsOf("no such target")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("evaluations")
  void putsEveryFindingIntoItsPartAndLine(Evaluation evaluation) {
    List<Finding> findings = evaluation.findings();
    Overview overview = new Overview(findings);
    UnitOrder order = new UnitOrder();
    for (int i = 0; i < findings.size(); i++) {
      overview.add(findings.get(i), i);
      order.add(findings.get(i).unit());
    }
    order.sort(ReadingOrder.of(evaluation));
    int shown = 0;
    for (Part part : Part.values()) {
      List<String> lines = new ArrayList<>();
      overview.byUnit(part, order, (unit, ofUnit) -> ofUnit.forEach(l -> lines.add(told(l))));
      assertThat(lines).as(part.name()).isEqualTo(expected(evaluation, part));
      shown += overview.of(part).size();
    }

    assertThat(shown + overview.rest()).isEqualTo(findings.size());
  }

  private static String told(Line line) {
    return told(line.findings(), line.met(), line.due());
  }

  private static String told(List<Finding> findings, long met, long due) {
    return findings.get(0).unit().code()
        + " "
        + findings.stream()
            .map(f -> f.target().id() + " " + f.period() + " " + f.result())
            .collect(Collectors.joining(", "))
        + " "
        + met
        + "/"
        + due;
  }

  private static List<String> expected(Evaluation evaluation, Part part) {
    Map<ReportingUnit, List<Finding>> byUnit =
        evaluation.findings().stream().collect(Collectors.groupingBy(Finding::unit));
    List<String> lines = new ArrayList<>();
    byUnit.keySet().stream()
        .sorted(ReadingOrder.of(evaluation))
        .forEach(
            unit -> {
              for (String target : targets(evaluation)) {
                List<Finding> all =
                    byUnit.getOrDefault(unit, List.of()).stream()
                        .filter(f -> f.target().id().equals(target))
                        .toList();
                List<Finding> in = all.stream().filter(f -> isIn(f, part)).toList();
                if (!in.isEmpty()) {
                  lines.add(
                      told(
                          in,
                          all.stream().filter(f -> f.result() == Result.MET).count(),
                          all.stream().filter(f -> f.result() != Result.IN_PROGRESS).count()));
                }
              }
            });
    return lines;
  }

  private static List<String> targets(Evaluation evaluation) {
    return evaluation.plan().targets().stream().map(Target::id).distinct().toList();
  }

  /** In words of their own: the first part, in this order, that a finding belongs to. */
  private static boolean isIn(Finding f, Part part) {
    boolean fails =
        f.result() == Result.NOT_MET
            || f.result() == Result.MISSING
            || f.result() == Result.INVALID;
    boolean supportingDuty =
        f.target().criterion() instanceof Criterion.Duty
            && f.target().priority() == Target.Priority.SUPPORTING;
    Map<Part, Boolean> holds =
        Map.of(
            Part.ASKED,
            f.flags().contains(Flag.ASKED),
            Part.DUTIES,
            supportingDuty,
            Part.CONTRIBUTIONS,
            f.flags().contains(Flag.CONTRIBUTION),
            Part.WAIVED,
            f.result() == Result.WAIVED,
            Part.REVIEW,
            f.result() == Result.NEEDS_REVIEW || (f.flags().contains(Flag.OTHER_READING) && fails),
            Part.TO_ACT_ON,
            f.binding() && fails);
    List<Part> first =
        List.of(
            Part.ASKED, Part.DUTIES, Part.CONTRIBUTIONS, Part.WAIVED, Part.REVIEW, Part.TO_ACT_ON);
    return first.stream().filter(p -> holds.getOrDefault(p, false)).findFirst().orElse(null)
        == part;
  }
}

package vn.doichieu.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;

/** What is counted and ordered above the list: severity, attention, the map and the account. */
class AccountsTest {

  @TempDir private Path folder;
  private SmallListing small;

  @BeforeEach
  void writer() {
    small = new SmallListing(folder);
  }

  @Test
  void everyResultHasItsPlaceAndTheWorstIsOneThatSomebodyMissed() {
    assertThat(Severity.ORDER).containsExactlyInAnyOrder(Result.values());
    assertThat(Severity.ORDER.subList(0, 3))
        .containsExactly(Result.NOT_MET, Result.INVALID, Result.MISSING);
    assertThat(Severity.ORDER.indexOf(Result.MET)).isGreaterThan(5);
  }

  @Test
  void theWorstOfSeveralIsTheFirstOfThoseWithTheWorstResult() {
    small.plan().target("A", "duty", "scope", "area").target("B", "count");
    small.plan().target("C", "count", "inputs", "forms");
    List<Finding> findings =
        small.listing("h,issued,2024,có", "h,done,2024,1", "h,forms,2024,1").in(Part.OPEN);

    assertThat(Severity.worst(findings).target().id()).isEqualTo("B");
    assertThat(Severity.worst(List.of(findings.get(1), findings.get(0))).target().id())
        .isEqualTo("C");
  }

  @Test
  void aTargetOfTheAreaCountsOnceAndIsMetOnlyInEveryPeriod() {
    small
        .plan()
        .target(
            "P",
            "ratio",
            "applies_to",
            "",
            "threshold",
            "2024-H1: 10%; 2024: 20%",
            "periods",
            "2024-H1; 2024",
            "closes_on",
            "2024-H1: 2024-07-01; 2024: 2025-01-01")
        .target("M", "count", "inputs", "forms")
        .target("S", "count", "priority", "supporting")
        .target("X", "duty");

    AreaVerdict verdict =
        AreaVerdict.of(
            small
                .listing(
                    "h,done,2024-H1,3",
                    "h,total,2024-H1,10",
                    "h,done,2024,1",
                    "h,total,2024,10",
                    "h,forms,2024,9")
                .evaluation());

    assertThat(verdict.counts())
        .containsExactly(Map.entry(Result.NOT_MET, 1), Map.entry(Result.MET, 1));
  }

  @Test
  void moreMainTargetsComeBeforeMoreOfAnythingElse() {
    small
        .plan()
        .target("M", "duty")
        .target("S1", "duty", "priority", "supporting", "inputs", "asked=yes")
        .target("S2", "duty", "priority", "supporting", "inputs", "asked=yes")
        .target("D", "deadline", "priority", "deadline");

    List<Attention> units =
        Attention.of(
            small.listing(
                "x1,issued,2024,có",
                "x2,asked,2024,có",
                "x2,report_submitted_on,2024-H1,2024-05-01"),
            SmallListing.BY_CODE);

    assertThat(units).extracting(a -> a.unit().code()).containsExactly("x2", "x1");
    assertThat(units).extracting(Attention::total).containsExactly(1, 3);
    assertThat(units.get(1).counts())
        .isEqualTo(Map.of(Target.Priority.DEADLINE, 1, Target.Priority.SUPPORTING, 2));
  }

  @Test
  void deadlinesComeBeforeDutiesAndTheAreaIsNoUnitToBeNamed() {
    small
        .plan()
        .target("S", "duty", "priority", "supporting")
        .target("D", "deadline", "priority", "deadline")
        .target("A", "count");

    List<Attention> units =
        Attention.of(
            small.listing("x1,report_submitted_on,2024-H1,2024-05-01", "x2,issued,2024,có"),
            SmallListing.BY_CODE);

    assertThat(units).extracting(a -> a.unit().code()).containsExactly("x2", "x1");
  }

  @Test
  void theMapHasAColumnForWhatSeveralAnswerAndKeepsTheRestByUnit() {
    small.plan().target("R", "ratio").target("A", "count").target("D", "duty");

    HeatMap map = HeatMap.of(small.listing().evaluation(), SmallListing.BY_CODE);

    assertThat(map.targets()).extracting(Target::id).containsExactly("R", "D");
    assertThat(map.rows()).extracting(row -> row.unit().code()).containsExactly("h", "x1", "x2");
    assertThat(map.rows().get(0).byTarget()).containsOnlyKeys("R");
    assertThat(SmallListing.keys(map.rows().get(0).others())).containsExactly("A h");
    assertThat(map.rows().get(1).byTarget()).containsOnlyKeys("R", "D");
    assertThat(map.rows().get(1).others()).isEmpty();
  }

  @Test
  void theAccountCountsUnitsTargetsAndFindings() {
    small.data().units("h,Huyện,district,,", "x1,Xã 1,commune,,h", "c,Công an,agency,police,h");
    small
        .plan()
        .target("R", "ratio")
        .target("D", "duty", "scope", "agency:police")
        .target(
            "P",
            "deadline",
            "threshold",
            "the 10th of the month after",
            "periods",
            "2024-03..2024-04");

    Reconciliation account =
        Reconciliation.of(small.on(LocalDate.of(2025, 2, 1), "c,issued,2024,có"));

    assertThat(List.of(account.units(), account.targets(), account.pairs(), account.total()))
        .containsExactly(3, 3, 4, 5);
    assertThat(account.byKind().get(Reconciliation.Judged.AGENCIES))
        .isEqualTo(Map.of(Result.MET, 1));
    assertThat(account.byKind().get(Reconciliation.Judged.MEMBERS))
        .isEqualTo(Map.of(Result.MISSING, 1, Result.NOT_MET, 2));
    assertThat(account.byPart().get(Part.OPEN))
        .isEqualTo(Map.of(Result.MISSING, 1, Result.NOT_MET, 2));
  }
}

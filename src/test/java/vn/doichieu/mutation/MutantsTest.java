package vn.doichieu.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.rules.PlanSource;
import vn.doichieu.testing.SmallPlan;

class MutantsTest {

  @TempDir private Path folder;

  private List<String> after(String column, String kind, String... cells) {
    SmallPlan plan = new SmallPlan(folder).target("T1", kind, cells);
    return Mutants.of(PlanSource.read(plan.write()), "T1").stream()
        .filter(mutant -> mutant.column().equals(column))
        .map(Mutant::after)
        .toList();
  }

  @Test
  void aThresholdMovesByItsLastDigit() {
    assertThat(after("threshold", "ratio")).contains("19%", "21%");
    assertThat(after("threshold", "ratio", "threshold", "12,5%")).contains("12,4%", "12,6%");
    assertThat(after("threshold", "change")).contains("+2%..+5%", "+3%..+6%");
    assertThat(after("threshold", "monthly_count")).contains("2 a month");
  }

  @Test
  void aThresholdIsTriedWithThatOfItsNeighbour() {
    SmallPlan plan =
        new SmallPlan(folder)
            .target("T1", "ratio")
            .target("T2", "ratio", "threshold", "70%")
            .target("T3", "count", "threshold", "9");

    assertThat(Mutants.of(PlanSource.read(plan.write()), "T1"))
        .extracting(Mutant::after)
        .contains("70%")
        .doesNotContain("9");
  }

  @Test
  void aDateMovesByADay() {
    assertThat(after("threshold", "deadline")).contains("2024-05-09", "2024-05-11");
    assertThat(after("closes_on", "ratio")).containsExactly("2024-12-31", "2025-01-02");
  }

  @Test
  void aPeriodMovesAndShrinks() {
    assertThat(after("periods", "ratio")).contains("2023", "2025", "2024-H1");
    assertThat(after("periods", "monthly_count")).contains("2024-04..2024-12", "2024-03..2024-11");
    assertThat(after("periods", "change")).contains("2024 against 2022", "2025 against 2023");
  }

  @Test
  void aComparatorBecomesItsNeighbour() {
    assertThat(after("comparator", "ratio")).contains(">");
    assertThat(after("inputs", "share_of_units")).contains("forms>1 & issued=yes");
  }

  @Test
  void itemsAreExchangedForOthersOfTheirType() {
    assertThat(after("inputs", "ratio"))
        .contains("total / total", "done / done", "total / done", "forms / total")
        .noneMatch(text -> text.contains("issued"));
    assertThat(after("inputs", "ratio", "inputs", "done / (total - pending)"))
        .contains("done / (total + pending)", "done / (total)");
  }

  @Test
  void partsOfAConjunctionAreLeftOut() {
    assertThat(after("inputs", "share_of_units"))
        .contains("forms>=1", "issued=yes", "forms>=1 & issued=no");
  }

  @Test
  void aConditionIsDroppedAndNegated() {
    assertThat(after("condition", "duty", "condition", "asked=yes")).contains("", "asked=no");
  }

  @Test
  void partsOfAScopeAreDropped() {
    assertThat(after("scope", "duty", "scope", "area, each:commune"))
        .contains("area", "each:commune");
    assertThat(after("applies_to", "deadline", "applies_to", "commune, agency:police"))
        .contains("commune", "agency:police");
    assertThat(after("scope", "ratio")).contains("each", "each+area");
  }

  @Test
  void bindingAndWhatBecomesOfAMissAreTurnedRound() {
    assertThat(after("binding", "ratio")).containsExactly("no");
    assertThat(after("on_miss", "ratio")).containsExactly("needs_review");
  }

  @Test
  void whatCannotBeReadOrSaysTheSameIsNoChange() {
    assertThat(after("comparator", "duty")).isEmpty();
    assertThat(after("threshold", "ratio", "threshold", "100%")).doesNotContain("101%");
    assertThat(after("applies_to", "ratio")).containsExactly("");
  }
}

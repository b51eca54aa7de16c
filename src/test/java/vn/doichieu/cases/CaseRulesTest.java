package vn.doichieu.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.cases.CaseRules.Difference;
import vn.doichieu.testing.CasesFolder;
import vn.doichieu.testing.SmallPlan;

class CaseRulesTest {

  @TempDir private Path folder;

  private List<Difference> differences(String... lines) {
    return new CasesFolder(
            new SmallPlan(folder)
                .target("T1", "ratio")
                .target("T2", "duty", "scope", "each:commune, agency:police"))
        .file("a.yaml", lines).run().stream()
            .flatMap(outcome -> outcome.differences().stream())
            .toList();
  }

  @Test
  void everyFieldThatDiffersIsADifference() {
    assertThat(
            differences(
                "target: T1",
                "cases:",
                "  - name: a",
                "    figures: {area: {done: 19, total: 100}}",
                "    expect: {area: {result: met, reason: met, shortfall: 0, numerator: 20,"
                    + " denominator: 100, binding: no, flags: exceeded}}"))
        .extracting(Difference::field, Difference::expected, Difference::found)
        .containsExactly(
            tuple("result", "met", "not_met"),
            tuple("reason", "met", "below_threshold"),
            tuple("shortfall", "0", "1"),
            tuple("numerator", "20", "19"),
            tuple("binding", "no", "yes"),
            tuple("flags", "exceeded", "none"));
  }

  @Test
  void whatNamesAUnitGoesBeforeWhatNamesNone() {
    assertThat(
            differences(
                "target: T2",
                "cases:",
                "  - name: a",
                "    figures: {issued: yes, commune_2: {issued: no}}",
                "    expect: {result: met, commune_2: {result: not_met}}"))
        .isEmpty();
  }

  @Test
  void aUnitThatIsNotJudgedIsADifferenceUnlessThatIsExpected() {
    assertThat(
            differences(
                "target: T2",
                "cases:",
                "  - {name: a, figures: {issued: yes}, expect: {area: met}}",
                "  - {name: b, figures: {issued: yes}, expect: {area: no_finding}}",
                "  - {name: c, figures: {issued: yes}, expect: {police: no_finding}}"))
        .extracting(Difference::unit, Difference::expected, Difference::found)
        .containsExactly(tuple("area", "met", "no_finding"), tuple("police", "no_finding", "met"));
  }

  @Test
  void aPeriodThatIsNotJudgedIsADifference() {
    assertThat(
            differences(
                "target: T2",
                "cases:",
                "  - {name: a, figures: {issued: yes}, expect: {2023: met, 2024: met}}"))
        .extracting(Difference::period, Difference::found)
        .containsExactly(tuple("2023", "no_finding"));
  }

  @Test
  void everyUnitOfTheScopeIsThereWithoutBeingNamed() {
    assertThat(
            differences(
                "target: T2", "cases:", "  - {name: a, figures: {issued: yes}, expect: missing}"))
        .extracting(Difference::unit)
        .containsExactly("commune_1", "police");
  }
}

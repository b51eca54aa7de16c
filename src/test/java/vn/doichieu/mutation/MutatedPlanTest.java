package vn.doichieu.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Problem;
import vn.doichieu.gauge.DrlTargets;
import vn.doichieu.rules.PlanSource;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.testing.CasesFolder;
import vn.doichieu.testing.SmallPlan;

class MutatedPlanTest {

  private static final String ON =
      "  - {name: on, as_of: 2025-01-01, expect: {area: met},"
          + " figures: {area: {done@2024: 20, total@2024: 100}}}";
  private static final String UNDER =
      "  - {name: under, as_of: 2025-01-01, expect: {area: not_met},"
          + " figures: {area: {done@2024: 19, total@2024: 100}}}";

  private static final String OVER =
      "  - {name: over, as_of: 2025-01-01, expect: {area: met},"
          + " figures: {area: {done@2024: 21, total@2024: 100}}}";

  @TempDir private Path folder;

  private CasesFolder cases(String... lines) {
    return new CasesFolder(new SmallPlan(folder).target("T1", "ratio"))
        .file("a.yaml", "target: T1\ncases:\n" + String.join("\n", lines));
  }

  private static MutatedPlan mutated(CasesFolder cases) {
    return MutatedPlan.of(
        cases.rules(),
        PlanSource.read(cases.rules()),
        cases.read(),
        List.of("T1"),
        DrlTargets.NONE);
  }

  private static List<String> surviving(MutatedPlan mutated, String column) {
    return mutated.survivors().stream()
        .map(MutatedPlan.Fate::mutant)
        .filter(mutant -> mutant.column().equals(column))
        .map(Mutant::after)
        .toList();
  }

  @Test
  void aThresholdIsHeldByTheCasesOnBothSidesOfIt() {
    assertThat(surviving(mutated(cases(ON)), "threshold")).contains("19%").doesNotContain("21%");
    assertThat(surviving(mutated(cases(ON, UNDER)), "threshold")).isEmpty();
    assertThat(surviving(mutated(cases(ON, UNDER)), "comparator")).containsExactly("=");
    assertThat(surviving(mutated(cases(ON, UNDER, OVER)), "comparator")).isEmpty();
  }

  @Test
  void whatACaseLeavesToTheRulesItCannotNotice() {
    String open = ON.replace("@2024", "").replace("as_of: 2025-01-01, ", "");

    assertThat(surviving(mutated(cases(open)), "periods")).contains("2023", "2025");
    assertThat(surviving(mutated(cases(ON)), "periods")).isEmpty();
  }

  @Test
  void anUnconfirmedCaseNoticesNothing() {
    MutatedPlan mutated = mutated(cases(ON.replace("{name", "{confirmed: no, name")));

    assertThat(mutated.noticed()).isZero();
    assertThat(mutated.passes()).isFalse();
  }

  @Test
  void aCaseThatFailsAnywayNoticesNothingAndIsTold() {
    MutatedPlan mutated = mutated(cases(ON.replace("area: met", "area: not_met"), UNDER));

    assertThat(mutated.failing()).extracting(one -> one.name()).containsExactly("on");
    assertThat(mutated.passes()).isFalse();
  }

  @Test
  void aSurvivorCanBeJustifiedAndAReasonThatIsNotNeededIsTold() {
    CasesFolder cases =
        cases(ON)
            .file(
                "justified.csv",
                "target,column,text,why",
                "T1,binding,,không ai xem",
                "T1,applies_to,-,không có xã",
                "T1,periods,,không cần");

    MutatedPlan mutated = mutated(cases);

    assertThat(mutated.justified())
        .extracting(fate -> fate.mutant().column())
        .containsExactlyInAnyOrder("applies_to", "binding");
    assertThat(mutated.needless()).extracting(Justification::column).containsExactly("periods");
  }

  @Test
  void aReasonIsGivenForWhatIsThere() {
    CasesFolder cases =
        cases(ON)
            .file("justified.csv", "target,column,text,why", "T1,binding,,", "T9,note,,vì thế");

    assertThat(catchThrowableOfType(UnreadableInput.class, () -> mutated(cases)).problems())
        .extracting(Problem::kind, problem -> problem.location().row())
        .containsExactly(
            tuple(Problem.Kind.JUSTIFICATION_BLANK, 2),
            tuple(Problem.Kind.JUSTIFICATION_UNKNOWN, 3),
            tuple(Problem.Kind.JUSTIFICATION_UNKNOWN, 3));
  }
}

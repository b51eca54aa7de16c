package vn.doichieu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Problem;
import vn.doichieu.testing.SmallPlan;

class ConfirmationsTest {

  private static final String HEADER = "row,column,old,new,confirmed,note\n";

  @TempDir private Path folder;
  private Path rules;

  @BeforeEach
  void smallPlan() {
    rules = new SmallPlan(folder.resolve("small")).target("T-1", "ratio").write();
  }

  private List<Problem> problems(String list) throws IOException {
    Files.writeString(rules.resolve("to-confirm.csv"), list);
    return catchThrowableOfType(InvalidRules.class, () -> PlanReader.read(rules)).problems();
  }

  @ParameterizedTest
  @ValueSource(strings = {"có", "CÓ", "yes", "Yes", " x ", "co"})
  void aPlanIsReadOnceEachLineHasAYes(String yes) throws IOException {
    Files.writeString(
        rules.resolve("to-confirm.csv"), "# xem\n" + HEADER + "T-1,threshold,1,2," + yes + ",\n");

    assertThat(PlanReader.read(rules).targets()).hasSize(1);
  }

  @Test
  void everyLineWithoutOneIsToldByItsRow() throws IOException {
    List<Problem> problems =
        problems(
            "\uFEFF"
                + HEADER
                + "T-1,threshold,20%,20%,,\nT-2,closes_on,a,b,có,\nT-1,closes_on,a,b,không,\n"
                + "plan.txt,,,,,\n");

    assertThat(problems)
        .extracting(p -> p.kind() + " " + p.location().row() + p.alsoAt() + p.arguments())
        .containsExactly(
            "UNCONFIRMED 2[4][T-1 (threshold, closes_on)]", "UNCONFIRMED 5[][plan.txt]");
    assertThat(problems.get(0).read()).isEqualTo("không");
  }

  @Test
  void isToldBesideWhateverElseIsWrong() throws IOException {
    Files.writeString(rules.resolve("plan.yaml"), "id: [");

    assertThat(problems(HEADER + "T-1,threshold,1,2,,\n"))
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.MALFORMED_YAML, Problem.Kind.UNCONFIRMED);
  }

  @Test
  void aListThatCannotBeReadConfirmsNothing() throws IOException {
    assertThat(problems("row,column\nT-1,threshold\n"))
        .extracting(Problem::kind)
        .contains(Problem.Kind.MISSING_COLUMN);
  }

  @Test
  void aDraftNeedsNoConfirmation() throws IOException {
    Files.writeString(rules.resolve("to-confirm.csv"), HEADER + "T-1,threshold,1,2,,\n");

    assertThat(PlanReader.draft(rules).sound().targets()).hasSize(1);
  }
}

package vn.doichieu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Problem.Kind;
import vn.doichieu.testing.SmallPlan;

/** {@code plan.yaml} as YAML: refused where it is none, and never more than words and maps. */
class PlanYamlTest {

  @TempDir private Path folder;
  private String plan;

  @BeforeEach
  void aPlan() throws IOException {
    plan =
        Files.readString(new SmallPlan(folder).target("T1", "ratio").write().resolve("plan.yaml"));
  }

  @Nested
  class IsRefused {

    @ParameterizedTest
    @CsvSource({
      "'id: small\ntitle: [a, b\n', 3",
      "'id: small\n\tyear: 2024\n', 2",
      "'id: \"small\nyear: 2024\n', 3",
      "'id: small\n  year: 2024\n', 2",
      "'id: small\n---\nid: other\n', 2",
      "'id: small\nid2: @x\n', 2",
      "'- id\n- year\n', 1",
      "'small\n', 1"
    })
    void malformedYamlWithItsLine(String text, int line) throws IOException {
      assertThat(problems(text))
          .extracting(p -> p.kind() + " " + p.location().row())
          .containsExactly("MALFORMED_YAML " + line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"# only a comment\n", "--- \n...\n", "id: &a {b: *a}\n"})
    void whatIsNoPlan(String text) throws IOException {
      assertThat(problems(text))
          .extracting(p -> p.location().file())
          .isNotEmpty()
          .containsOnly("plan.yaml");
    }

    @Test
    void anAliasOfAMappingHoweverItGrows() throws IOException {
      StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
      for (int i = 1; i < 12; i++) {
        bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
      }

      assertThat(problems(bomb + plan))
          .extracting(p -> p.kind() + " " + p.read() + " " + p.location().row())
          .contains("YAML_CONSTRUCT &a0 1", "YAML_CONSTRUCT *a0 2")
          .hasSizeLessThan(30);
    }

    @ParameterizedTest
    @CsvSource({"[, ]", "{a: , }", "'- ', ''"})
    void howeverDeepItIs(String open, String close) throws IOException {
      String deep = "id: x\nnote: " + open.repeat(20_000) + close.repeat(20_000) + "\n";

      assertThat(problems(deep)).extracting(Problem::kind).contains(Kind.MALFORMED_YAML);
    }

    @Test
    void aFileThatIsNotUtf8() throws IOException {
      Files.write(folder.resolve("plan.yaml"), "id: x\ntitle: \u00E0\n".getBytes("windows-1258"));

      assertThat(problems())
          .extracting(p -> p.kind() + " " + p.location().row())
          .contains("NOT_UTF8 2");
    }
  }

  @Nested
  class ConstructsNothing {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "!!java.io.File UBND",
          "!!javax.script.ScriptEngineManager UBND",
          "!<tag:yaml.org,2002:vn.doichieu.rules.PlanYamlTest$Trap> UBND",
          "!!vn.doichieu.rules.PlanYamlTest$Trap UBND",
          "! UBND",
          "!own UBND"
        })
    void fromATagOnAWord(String issuer) throws IOException {
      assertThat(problems(plan.replace("issuer: UBND", "issuer: " + issuer)))
          .extracting(p -> p.kind() + " " + p.location().row())
          .containsExactly("YAML_CONSTRUCT 4");
      assertThat(Trap.sprung).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]",
          "!!vn.doichieu.rules.PlanYamlTest$Trap [x]",
          "!!vn.doichieu.rules.PlanYamlTest$Trap {text: x}"
        })
    void fromATagOnAnythingElse(String id) throws IOException {
      assertThat(problems(plan.replace("id: small", "id: " + id)))
          .extracting(p -> p.kind() + " " + p.location().row())
          .containsOnly("YAML_CONSTRUCT 1");
      assertThat(Trap.sprung).isFalse();
    }

    @Test
    void fromAnAnchorOrItsAlias() throws IOException {
      String text = plan.replace("id: small", "id: &name small").replace("UBND", "*name");

      assertThat(problems(text))
          .extracting(p -> p.kind() + " " + p.read() + " " + p.location().row())
          .containsExactly("YAML_CONSTRUCT &name 1", "YAML_CONSTRUCT *name 4");
    }

    @Test
    void fromAMergeKey() throws IOException {
      assertThat(problems(plan + "<<: {id: other}\n"))
          .extracting(p -> p.kind() + " " + p.read())
          .containsExactly("UNKNOWN_KEY <<");
    }
  }

  /** Notices when somebody makes one. */
  public static final class Trap {
    static boolean sprung;

    public Trap() {
      sprung = true;
    }

    public Trap(String text) {
      sprung = true;
    }

    public void setText(String text) {
      sprung = true;
    }
  }

  private Path yaml(String text) throws IOException {
    Files.writeString(folder.resolve("plan.yaml"), text);
    return folder;
  }

  private List<Problem> problems(String yaml) throws IOException {
    yaml(yaml);
    return problems();
  }

  private List<Problem> problems() {
    InvalidRules refusal = catchThrowableOfType(InvalidRules.class, () -> PlanReader.read(folder));
    assertThat(refusal).as("the plan is refused").isNotNull();
    return refusal.problems();
  }
}

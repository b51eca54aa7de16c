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
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Problem.Kind;
import vn.doichieu.testing.SmallPlan;

class PlanReaderTest {

  private static final String YAML =
      """
      # Ghi chú
      id: small
      title: "Phòng, chống"
      title_en: Small
      issuer: UBND
      year: 2024
      number: ""
      items:
        done: {type: count, label: Đã làm, label_en: Done}
        total: {type: count, label: Tổng số, label_en: Total, optional: false}
        pending: {type: count, label: Còn hạn, label_en: Pending, optional: true}
        issued:
          type: yes_no
          label: Đã ban hành
          label_en: Issued
        sent: {type: date, label: Ngày gửi, label_en: Sent}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void oneTarget() {
    new SmallPlan(folder).target("T1", "ratio").write();
  }

  @Test
  void readsThePlanAndItsItems() throws IOException {
    Plan plan = PlanReader.read(yaml(YAML));

    assertThat(plan.id()).isEqualTo("small");
    assertThat(plan.title()).isEqualTo("Phòng, chống");
    assertThat(plan.titleEn()).isEqualTo("Small");
    assertThat(plan.issuer()).isEqualTo("UBND");
    assertThat(plan.year()).isEqualTo(2024);
    assertThat(plan.items().values())
        .containsExactly(
            new Item("done", Item.Type.COUNT, "Đã làm", "Done", false),
            new Item("total", Item.Type.COUNT, "Tổng số", "Total", false),
            new Item("pending", Item.Type.COUNT, "Còn hạn", "Pending", true),
            new Item("issued", Item.Type.YES_NO, "Đã ban hành", "Issued", false),
            new Item("sent", Item.Type.DATE, "Ngày gửi", "Sent", false));
  }

  @Nested
  class Refuses {

    @ParameterizedTest
    @CsvSource({
      "year: 2024, year: MMXXIV, RULE_CELL_INVALID, 6, year, MMXXIV",
      "year: 2024, year: 24, RULE_CELL_INVALID, 6, year, 24",
      "type: date, type: day, RULE_CELL_INVALID, 16, sent, day",
      "type: date, type: Count, RULE_CELL_INVALID, 16, sent, Count",
      "'number: \"\"', numbr: 5, UNKNOWN_KEY, 7, numbr, numbr",
      "type: yes_no, 'kind: x\n    type: yes_no', UNKNOWN_KEY, 13, kind, kind"
    })
    void aKeyOrValueWithItsLine(
        String part, String instead, Kind kind, int line, String column, String read)
        throws IOException {
      assertThat(problems(YAML.replace(part, instead)))
          .singleElement()
          .satisfies(
              p -> {
                assertThat(p.kind()).isEqualTo(kind);
                assertThat(p.location().file()).isEqualTo("plan.yaml");
                assertThat(p.location().row()).isEqualTo(line);
                assertThat(p.location().column()).isEqualTo(column);
                assertThat(p.read()).isEqualTo(read);
              });
    }

    @ParameterizedTest
    @CsvSource({"id: small, id", "year: 2024, year", "'type: date, ', type"})
    void aMissingKey(String part, String key) throws IOException {
      assertThat(problems(YAML.replace(part, "")))
          .singleElement()
          .satisfies(
              p -> {
                assertThat(p.kind()).isEqualTo(Kind.MISSING_KEY);
                assertThat(p.location().file()).isEqualTo("plan.yaml");
                assertThat(p.arguments()).containsExactly(key);
              });
    }

    @Test
    void severalWrongKeysAtOnce() throws IOException {
      String wrong =
          YAML.replace("id: small", "ix: small")
              .replace("year: 2024", "year: x")
              .replace("type: date", "type: day");

      assertThat(problems(wrong))
          .extracting(p -> p.kind() + " " + p.location().row())
          .containsExactly(
              "MISSING_KEY 0", "UNKNOWN_KEY 2", "RULE_CELL_INVALID 6", "RULE_CELL_INVALID 16");
    }

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
          .filteredOn(p -> p.kind() == Kind.MALFORMED_YAML)
          .singleElement()
          .satisfies(p -> assertThat(p.location().row()).isEqualTo(line));
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

      assertThat(problems(bomb + YAML)).extracting(Problem::kind).contains(Kind.MALFORMED_YAML);
    }

    @Test
    void aFileThatIsNotThere() throws IOException {
      Files.delete(folder.resolve("plan.yaml"));

      assertThat(problems())
          .extracting(p -> p.kind() + " " + p.location().file())
          .contains("FILE_NOT_FOUND plan.yaml");
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
          "!<tag:yaml.org,2002:vn.doichieu.rules.PlanReaderTest$Trap> UBND",
          "!!vn.doichieu.rules.PlanReaderTest$Trap UBND"
        })
    void fromATagOnAWord(String issuer) throws IOException {
      Plan plan = PlanReader.read(yaml(YAML.replace("issuer: UBND", "issuer: " + issuer)));

      assertThat(plan.issuer()).isEqualTo("UBND");
      assertThat(Trap.sprung).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]",
          "!!vn.doichieu.rules.PlanReaderTest$Trap [x]",
          "!!vn.doichieu.rules.PlanReaderTest$Trap {text: x}"
        })
    void fromATagOnAnythingElse(String id) throws IOException {
      assertThat(problems(YAML.replace("id: small", "id: " + id)))
          .extracting(p -> p.kind() + " " + p.arguments())
          .containsExactly("MISSING_KEY [id]");
      assertThat(Trap.sprung).isFalse();
    }

    @Test
    void fromAnAnchorButItsWord() throws IOException {
      String text = YAML.replace("id: small", "id: &name small").replace("UBND", "*name");

      assertThat(PlanReader.read(yaml(text)).issuer()).isEqualTo("small");
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

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
import vn.doichieu.domain.SourceLocation;
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

  @ParameterizedTest
  @CsvSource({"true, true", "True, true", "TRUE, true", "false, false", "False, false"})
  void readsOptionalInAnyCase(String word, boolean optional) throws IOException {
    Plan plan = PlanReader.read(yaml(YAML.replace("optional: true", "optional: " + word)));

    assertThat(plan.items().get("pending").optional()).isEqualTo(optional);
  }

  @Nested
  class Refuses {

    @ParameterizedTest
    @CsvSource({
      "type: date, type: day, RULE_CELL_INVALID, 16, sent, day",
      "type: date, type: Count, RULE_CELL_INVALID, 16, sent, Count",
      "'number: \"\"', numbr: 5, UNKNOWN_KEY, 7, numbr, numbr",
      "type: yes_no, 'kind: x\n    type: yes_no', UNKNOWN_KEY, 13, kind, kind",
      "year: 2024, 'year: 2024\nyear: 2025', DUPLICATE_KEY, 7, year, year",
      "items:, 'items:\n  total: {type: count, label: x, label_en: x}', DUPLICATE_KEY, 11, total, total",
      "type: date, 'type: date, type: date', DUPLICATE_KEY, 16, type, type",
      "sent:, 'Sent:', RULE_CELL_INVALID, 16, Sent, Sent",
      "sent:, '1st:', RULE_CELL_INVALID, 16, 1st, 1st",
      "sent:, 'gửi:', RULE_CELL_INVALID, 16, gửi, gửi",
      "sent:, 'sent-on:', RULE_CELL_INVALID, 16, sent-on, sent-on"
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
    @CsvSource({
      "'id: small\n', id",
      "'title: \"Phòng, chống\"\n', title",
      "'title_en: Small\n', title_en",
      "'issuer: UBND\n', issuer"
    })
    void aMissingOrBlankKey(String line, String key) throws IOException {
      Problem missing = new Problem(Kind.MISSING_KEY, SourceLocation.of("plan.yaml"), null, key);

      assertThat(problems(YAML.replace(line, ""))).containsExactly(missing);
      assertThat(problems(YAML.replace(line, key + ": ' '\n"))).containsExactly(missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"type: date", "label: Ngày gửi"})
    void aMissingOrBlankKeyOfAnItemWithItsLine(String entry) throws IOException {
      String key = entry.replaceFirst(":.*", "");
      Problem missing =
          new Problem(
              Kind.MISSING_KEY, SourceLocation.of("plan.yaml", 16, "sent"), null, "sent: " + key);

      assertThat(problems(YAML.replace(entry, "optional: false"))).containsExactly(missing);
      assertThat(problems(YAML.replace(entry, key + ": ''"))).containsExactly(missing);
    }

    @Test
    void anItemWithoutAnyKey() throws IOException {
      assertThat(problems(YAML.replace("items:\n", "items:\n  other: {}\n")))
          .extracting(p -> p.kind() + " " + p.location().row() + " " + p.arguments())
          .containsExactly("MISSING_KEY 9 [other: label]", "MISSING_KEY 9 [other: type]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other: count", "other: [count]", "other:", "other: ''"})
    void anItemThatIsNoMapping(String item) throws IOException {
      assertThat(problems(YAML.replace("items:\n", "items:\n  " + item + "\n")))
          .extracting(p -> p.location().file() + " " + p.location().row())
          .containsExactly("plan.yaml 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "có", "x", "''", "[true]", "truee"})
    void anyOtherWordForOptional(String word) throws IOException {
      assertThat(problems(YAML.replace("optional: true", "optional: " + word)))
          .extracting(p -> p.kind() + " " + p.location().row() + " " + p.arguments().get(0))
          .containsExactly("RULE_CELL_INVALID 11 true, false");
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

    @Test
    void bothFilesAtOnce() throws IOException {
      new SmallPlan(folder).target("T1", "ratio", "threshold", "x").write();

      assertThat(problems(YAML + "zzz: 1\n"))
          .extracting(p -> p.kind() + " " + p.location().file() + " " + p.location().column())
          .contains("UNKNOWN_KEY plan.yaml zzz", "RULE_CELL_INVALID targets.csv threshold");
    }

    @Test
    void aFileThatIsNotThere() throws IOException {
      Files.delete(folder.resolve("plan.yaml"));

      assertThat(problems())
          .extracting(p -> p.kind() + " " + p.location().file())
          .contains("FILE_NOT_FOUND plan.yaml");
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

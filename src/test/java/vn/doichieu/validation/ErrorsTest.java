package vn.doichieu.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Problem;
import vn.doichieu.testing.SoundPlan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;

/** A sound plan damaged in one place: told once, with its place and what was probably meant. */
class ErrorsTest {

  private static final Path HOME = Path.of("").toAbsolutePath();

  @TempDir private Path folder;
  private SoundPlan plan;

  @BeforeEach
  void aSoundPlan() {
    plan = new SoundPlan(folder);
  }

  private Validation validation() {
    return Validation.of(HOME, plan.write(), List.of(), null);
  }

  private static String sentence(Problem problem) {
    return new ProblemText(new Messages(Language.VI)).sentence(problem);
  }

  @Test
  void thePlanIsSoundBeforeItIsDamaged() {
    Validation validation = validation();

    assertThat(validation.errors()).isEmpty();
    assertThat(validation.doubtful()).isEmpty();
    assertThat(validation.plan().targets()).hasSize(9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          T1 | target | | rule_cell_blank | 2 | Điền ô này
          T1 | target | T 1 | rule_cell_invalid | 2 | giá trị dạng HM-N6
          T2 | target | T1 | duplicate_target | 3 | đã dùng ở dòng 2
          T1 | title | | rule_cell_blank | 2 | Điền ô này
          T1 | section | | rule_cell_blank | 2 | Điền ô này
          T1 | quote | | rule_cell_blank | 2 | Điền ô này
          T1 | kind | raito | rule_cell_invalid | 2 | Ý bạn là ratio?
          T1 | kind | Ratio | rule_cell_invalid | 2 | Ý bạn là ratio?
          T2 | kind | share of units | rule_cell_invalid | 3 | Ý bạn là share_of_units?
          T6 | kind | month_count | rule_cell_invalid | 7 | Ý bạn là monthly_count?
          T7 | kind | deadlne | rule_cell_invalid | 8 | Ý bạn là deadline?
          T9 | kind | judgment | rule_cell_invalid | 10 | Ý bạn là judgement?
          T1 | scope | aera | rule_cell_invalid | 2 | Ý bạn là area?
          T1 | scope | each + area | rule_cell_invalid | 2 | Ý bạn là each+area?
          T8 | scope | agncy:police | rule_cell_invalid | 9 | Ý bạn là agency:police?
          T8 | scope | each:comune | rule_cell_invalid | 9 | Ý bạn là each:commune?
          T1 | applies_to | comune | rule_cell_invalid | 2 | Ý bạn là commune?
          T7 | applies_to | commune, agency police | rule_cell_invalid | 8 | Ý bạn là commune, agency:police?
          T7 | applies_to | | rule_cell_invalid | 8 | commune, agency:police
          T1 | inputs | establishments_inspected / establishment_total | rule_item_unknown | 2 | Ý bạn là establishments_total?
          T1 | inputs | inspected_establishments / establishments_total | rule_item_unknown | 2 | Ý bạn là establishments_inspected?
          T1 | inputs | establishments_inspected : establishments_total | rule_cell_invalid | 2 | Ý bạn là establishments_inspected / establishments_total?
          T1 | inputs | establishments_inspected | rule_cell_invalid | 2 | establishments_inspected / establishments_total
          T1 | inputs | plan_issued / establishments_total | rule_item_type | 2 | kiểu yes_no
          T2 | inputs | communication_forms≥1 & communication_regular=yes | rule_cell_invalid | 3 | Ý bạn là communication_forms>=1 & communication_regular=yes?
          T2 | inputs | communication_forms>=l & communication_regular=yes | rule_item_type | 3 | Ý bạn là communication_forms>=1 & communication_regular=yes?
          T2 | inputs | communication_forms>=1 và communication_regular=có | rule_cell_invalid | 3 | Ý bạn là communication_forms>=1 & communication_regular=yes?
          T2 | inputs | communication_regular=yess | rule_cell_invalid | 3 | Ý bạn là communication_regular=yes?
          T5 | inputs | modles | rule_item_unknown | 6 | Ý bạn là models?
          T7 | inputs | report_submited_on | rule_item_unknown | 8 | Ý bạn là report_submitted_on?
          T7 | inputs | models | rule_item_type | 8 | kiểu count
          T8 | inputs | plan_isued=yes | rule_item_unknown | 9 | Ý bạn là plan_issued?
          T1 | comparator | ≥ | rule_cell_invalid | 2 | Ý bạn là >=?
          T1 | comparator | => | rule_cell_invalid | 2 | Ý bạn là >=?
          T1 | comparator | ít nhất | rule_cell_invalid | 2 | Ý bạn là >=?
          T3 | comparator | rang | rule_cell_invalid | 4 | Ý bạn là range?
          T7 | comparator | trước | rule_cell_invalid | 8 | Ý bạn là <?
          T8 | comparator | >= | rule_cell_invalid | 9 | (để trống)
          T1 | threshold | 2O% | rule_cell_invalid | 2 | Ý bạn là 20%?
          T1 | threshold | l0% | rule_cell_invalid | 2 | Ý bạn là 10%?
          T1 | threshold | 20 | rule_cell_invalid | 2 | Ý bạn là 20%?
          T1 | threshold | 0,2 | rule_cell_invalid | 2 | Ý bạn là 20%?
          T1 | threshold | 20 phần trăm | rule_cell_invalid | 2 | Ý bạn là 20%?
          T1 | threshold | 120% | rule_cell_invalid | 2 | giá trị dạng 20%
          T1 | threshold | | rule_cell_invalid | 2 | giá trị dạng 20%
          T3 | threshold | +3%–+5% | rule_cell_invalid | 4 | giá trị dạng
          T3 | threshold | +3%...+5% | rule_cell_invalid | 4 | Ý bạn là +3%..+5%?
          T4 | threshold | 3..2 | rule_cell_invalid | 5 | giá trị dạng
          T5 | threshold | 5% | rule_cell_invalid | 6 | Ý bạn là 5?
          T5 | threshold | S | rule_cell_invalid | 6 | Ý bạn là 5?
          T6 | threshold | 1 mỗi tháng | rule_cell_invalid | 7 | Ý bạn là 1 a month?
          T6 | threshold | l a month | rule_cell_invalid | 7 | Ý bạn là 1 a month?
          T7 | threshold | 10/5/2024 | rule_cell_invalid | 8 | Ý bạn là 2024-05-10?
          T7 | threshold | 2024-05-1O | rule_cell_invalid | 8 | Ý bạn là 2024-05-10?
          T7 | threshold | 2024-05-32 | rule_cell_invalid | 8 | giá trị dạng
          T1 | periods | 2O24 | rule_cell_invalid | 2 | Ý bạn là 2024?
          T7 | periods | H1/2024 | rule_cell_invalid | 8 | Ý bạn là 2024-H1?
          T3 | periods | 2024 so với 2023 | rule_cell_invalid | 4 | Ý bạn là 2024 against 2023?
          T3 | periods | 2024 agianst 2023 | rule_cell_invalid | 4 | giá trị dạng 2024 against 2023
          T6 | periods | 2024-12..2024-03 | rule_cell_invalid | 7 | giá trị dạng
          T1 | closes_on | 1/1/2025 | rule_cell_invalid | 2 | Ý bạn là 2025-01-01?
          T1 | closes_on | 2025-O1-01 | rule_cell_invalid | 2 | Ý bạn là 2025-01-01?
          T1 | closes_on | | rule_cell_invalid | 2 | giá trị dạng 2025-01-01
          T8 | condition | case_found=yes | rule_item_unknown | 9 | Ý bạn là cases_found?
          T8 | condition | cases_found==yes | rule_cell_invalid | 9 | Ý bạn là cases_found=yes?
          T1 | binding | có | rule_cell_invalid | 2 | Ý bạn là yes?
          T1 | binding | Yes | rule_cell_invalid | 2 | Ý bạn là yes?
          T1 | on_miss | need_review | rule_cell_invalid | 2 | Ý bạn là needs_review?
          T1 | priority | mian | rule_cell_invalid | 2 | Ý bạn là main?
          T1 | priority | suporting | rule_cell_invalid | 2 | Ý bạn là supporting?
          T1 | confidence | Cl | rule_cell_invalid | 2 | C1, C2
          T1 | confidence | c1 | rule_cell_invalid | 2 | C1, C2
          """)
  void aDamagedCell(String target, String column, String text, String code, int row, String says) {
    plan.cell(target, column, text == null ? "" : text);

    isTold("targets.csv", row, column, code, says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: huyen_mau_2024 | ix: huyen_mau_2024 | unknown_key | 1 | ix | Ý bạn là id?
          issuer: UBND huyện Mẫu | issuer: | missing_key | 0 | | Thêm mục này
          year: 2024 | year: 2O24 | rule_cell_invalid | 10 | year | Ý bạn là 2024?
          issued_on: 2024-02-01 | issued_on: 1/2/2024 | rule_cell_invalid | 5 | issued_on | Ý bạn là 2024-02-01?
          area_kind: district | aera_kind: district | unknown_key | 8 | aera_kind | Ý bạn là area_kind?
          models: {type: count | models: {type: conut | rule_cell_invalid | 20 | models | Ý bạn là count?
          cases_found: {type: yes_no | cases_found: {type: yesno | rule_cell_invalid | 24 | cases_found | Ý bạn là yes_no?
          models: {type: count | models: {typ: count | unknown_key | 20 | typ | Ý bạn là type?
          models: {type: count, label: Số mô hình} | models: {type: count} | missing_key | 20 | models | Thêm mục này
          part_of: establishments_total | part_of: establishment_total | rule_cell_invalid | 14 | establishments_inspected | Ý bạn là establishments_total?
          part_of: establishments_total | part_of: plan_issued | rule_cell_invalid | 14 | establishments_inspected | part_of: plan_issued
          sense: total | sense: totl | rule_cell_invalid | 15 | establishments_total | Ý bạn là total?
          sense: total | sense: inspection_team | rule_cell_invalid | 15 | establishments_total | type: yes_no
          rate_of: T1 | rate_of: T11 | rule_cell_invalid | 25 | inspection_rate | Ý bạn là T1?
          rate_of: T1 | rate_of: T5 | rule_cell_invalid | 25 | inspection_rate | rate_of: T5
          optional: true | optional: ture | rule_cell_invalid | 25 | inspection_rate | Ý bạn là true?
          issuer: UBND huyện Mẫu | issuer: !!java.io.File UBND | yaml_construct | 6 | | !!java.io.File
          issuer: UBND huyện Mẫu | issuer: &x UBND | yaml_construct | 6 | | &x
          year: 2024 | year: [2024 | malformed_yaml | 11 | | superior
          title: | id: | duplicate_key | 2 | id | hai lần
          """)
  void aDamagedLineOfThePlanFile(
      String part, String instead, String code, int row, String column, String says) {
    plan.file("plan.yaml", part, instead);
    List<Problem> errors = validation().errors();

    assertThat(errors)
        .as("%s", errors)
        .anySatisfy(
            problem -> {
              assertThat(ProblemText.code(problem)).isEqualTo(code);
              assertThat(problem.location().file()).isEqualTo("plan.yaml");
              assertThat(problem.location().row()).isEqualTo(row);
              assertThat(problem.location().column()).isEqualTo(column);
              assertThat(sentence(problem)).contains(says);
            });
    assertThat(errors)
        .as("what follows from it is not told again")
        .allSatisfy(problem -> assertThat(problem.location().file()).isEqualTo("plan.yaml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          T9,a | T99,a | reading_target_unknown | target | Ý bạn là T9?
          T9,a | T9,aa | rule_cell_invalid | reading | a, b, c
          UBND huyện Mẫu,, | UBND huyện Mẫu,met, | rule_cell_invalid | result | needs_review
          UBND huyện Mẫu,, | UBND huyện Mẫu,need_review, | rule_cell_invalid | result | Ý bạn là needs_review?
          UBND huyện Mẫu,, | UBND huyện Mẫu,,T1 & T22 | reading_target_unknown | all_of | Ý bạn là T2?
          T9,a,đạt khi đã có kế hoạch | T9,a, | rule_cell_blank | says | Điền ô này
          """)
  void aDamagedReading(String part, String instead, String code, String column, String says) {
    plan.file("readings.csv", part, instead);

    isTold("readings.csv", 2, column, code, says);
  }

  @Test
  void aDamagedHeader() {
    plan.column("threshold", "treshold");

    isTold("targets.csv", 1, "threshold", "missing_column", "Có phải cột “treshold” viết sai tên?");
  }

  private void isTold(String file, int row, String column, String code, String says) {
    List<Problem> errors = validation().errors();

    assertThat(errors)
        .as("%s", errors)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(ProblemText.code(problem)).isEqualTo(code);
              assertThat(problem.location().file()).isEqualTo(file);
              assertThat(problem.location().row()).isEqualTo(row);
              assertThat(problem.location().column()).isEqualTo(column);
              assertThat(sentence(problem)).contains(says);
            });
  }

  @Test
  void noFileHidesWhatIsWrongInAnother() {
    plan.file("plan.yaml", "models: {type: count", "models: {type: conut")
        .file("plan.yaml", "year: 2024", "year: 2O24")
        .cell("T1", "threshold", "2O%")
        .cell("T5", "comparator", "=>")
        .file("readings.csv", "T9,a", "T99,a");

    assertThat(validation().errors())
        .extracting(p -> p.location().file() + " " + p.location().row() + " " + p.read())
        .containsExactly(
            "plan.yaml 10 2O24",
            "plan.yaml 20 conut",
            "readings.csv 2 T99",
            "targets.csv 2 2O%",
            "targets.csv 6 =>");
  }

  @Test
  void aPlanFileThatIsNoYamlHidesNoRowAndBlamesNoItem() {
    plan.file("plan.yaml", "year: 2024", "year: [2024").cell("T1", "threshold", "2O%");

    assertThat(validation().errors())
        .extracting(p -> ProblemText.code(p) + " " + p.location().file())
        .containsExactly("malformed_yaml plan.yaml", "rule_cell_invalid targets.csv");
  }

  @Test
  void aReadingOfABrokenRowIsNotBlamedForIt() {
    plan.cell("T9", "scope", "aera").file("plan.yaml", "rate_of: T1", "rate_of: T2");
    plan.cell("T2", "threshold", "5O%");

    assertThat(validation().errors())
        .extracting(p -> p.location().file() + " " + p.read())
        .containsExactly("targets.csv 5O%", "targets.csv aera");
  }

  @Test
  void thousandsOfBrokenCellsAreToldInReasonableTime() {
    for (int i = 0; i < 2_000; i++) {
      plan.like("T1", "X" + i, "threshold", "2O%".repeat(90));
    }

    assertThat(validation().errors()).hasSize(2_000);
  }
}

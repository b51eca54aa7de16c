package vn.doichieu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.*;
import vn.doichieu.evaluation.Evaluator;
import vn.doichieu.rules.*;
import vn.doichieu.tabular.*;
import vn.doichieu.testing.*;

/** Each test shows one bug that was reported and fails until it is fixed. */
class ReportedBugsTest {
  @TempDir Path folder;

  @Test
  void b01_metIsReportedAsNotMetWhenTwoRuleNamesAreEqual() {
    Plan plan =
        plan().target("T1", "ratio", "title", "x y").target("T1 x", "ratio", "title", "y").read();
    assertThat(run(plan, "h,done,2024,5", "h,total,2024,5").findings())
        .filteredOn(f -> f.unit().code().equals("h"))
        .allMatch(f -> f.result() == Result.MET);
  }

  @Test
  void b02_aFormulaWithManyBlanksDoesNotHang() {
    Path p =
        plan().target("T1", "ratio", "inputs", "done" + " ".repeat(20000) + "! / total").write();
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(1),
        () -> assertThatThrownBy(() -> PlanReader.read(p)).isInstanceOf(InvalidRules.class));
  }

  @Test
  void b03_aDeepFormulaIsRefusedNotAStackOverflow() {
    Path p =
        plan()
            .target(
                "T1",
                "ratio",
                "inputs",
                "(".repeat(20000) + "done" + ")".repeat(20000) + " / total")
            .write();
    assertThatThrownBy(() -> PlanReader.read(p)).isInstanceOf(InvalidRules.class);
  }

  @Test
  void b04_deepYamlIsRefusedNotAStackOverflow() throws Exception {
    Path p = plan().target("T1", "ratio").write();
    Files.writeString(
        p.resolve("plan.yaml"), "id: " + "[".repeat(20000) + "]".repeat(20000) + "\n");
    assertThatThrownBy(() -> PlanReader.read(p)).isInstanceOf(InvalidRules.class);
  }

  @Test
  void b05_aHugeBaselineDoesNotCrashTheCheck() {
    Plan plan = plan().target("T1", "change").read();
    assertThatCode(() -> run(plan, "h,done,2024,5", "h,done,2023,9223372036854775807"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "year: 2024, 'year: 2024\nyear: 2025'",
    "'items:\n', 'items:\n  total: {type: count, label: x, label_en: x}\n'"
  })
  void b06_aDuplicateYamlKeyIsRefused(String part, String instead) throws Exception {
    refusesYaml(part, instead);
  }

  @ParameterizedTest
  @ValueSource(strings = {"title: Nhỏ\n", "title_en: Small\n", "issuer: UBND\n"})
  void b07_aMissingTitleOrIssuerIsRefused(String line) throws Exception {
    refusesYaml(line, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"  other: count\n", "  other: [count]\n", "  other:\n"})
  void b08_anItemThatIsNoMappingIsARuleError(String item) throws Exception {
    refusesYaml("items:\n", "items:\n" + item);
  }

  @Test
  void b09_anItemWithoutAnyKeyIsRefused() throws Exception {
    refusesYaml("items:\n", "items:\n  other: {}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "True", "1", "có"})
  void b10_optionalIsTrueOrFalseOrRefused(String word) throws Exception {
    Path p = plan().target("T1", "ratio").write();
    String yaml =
        Files.readString(p.resolve("plan.yaml")).replace("optional: true", "optional: " + word);
    Files.writeString(p.resolve("plan.yaml"), yaml);
    boolean optional;
    try {
      optional = PlanReader.read(p).items().get("pending").optional();
    } catch (InvalidRules e) {
      return;
    }
    assertThat(optional).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x1,done,2024,5,0912345678",
        "x1,done,2024,Nguyễn Văn A,,x",
        "x1,done,2024,12,079123456789"
      })
  void b11_personalDataInACellTooManyIsRefusedAndNotEchoed(String row) {
    Plan plan = plan().target("T1", "ratio").read();
    assertThatThrownBy(() -> run(plan, row)).isInstanceOf(UnreadableInput.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nguyễn văn a",
        "Nguyen Van A",
        "NGUYEN VAN A",
        "Bà Nguyễn Thị B",
        "Nguyễn Văn A, Trần Thị B"
      })
  void b12_aNameInACountIsRefused(String name) {
    Plan plan = plan().target("T1", "ratio").read();
    assertThatThrownBy(() -> run(plan, "x1,done,2024,\"" + name + "\""))
        .isInstanceOf(UnreadableInput.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0912 34 56 78",
        "09 1234 5678",
        "028 3891 1234",
        "84912345678 (Zalo)",
        "+84 (0)912 345 678"
      })
  void b13_moreWaysToWriteATelephoneNumber(String number) {
    Plan plan = plan().target("T1", "ratio").read();
    DataFolder d =
        new DataFolder(folder.resolve("data"))
            .file("figures.csv", "unit,item,period,value,evidence", "x1,done,2024,5," + number);
    assertThatThrownBy(() -> d.read(plan)).isInstanceOf(UnreadableInput.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"scan_05082024.pdf", "BC 0345678", "ngày 08092024", "bao-cao-07052024.docx"})
  void b14_ordinaryEvidenceIsNotATelephoneNumber(String evidence) {
    Plan plan = plan().target("T1", "ratio").read();
    DataFolder d =
        new DataFolder(folder.resolve("data"))
            .file("figures.csv", "unit,item,period,value,evidence", "x1,done,2024,5," + evidence);
    assertThatCode(() -> d.read(plan)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "victim_name",
        "Họ tên nạn nhân",
        "SĐT liên hệ",
        "địa chỉ thường trú",
        "số CCCD người bán dâm"
      })
  void b15_personalColumnsWithMoreWords(String column) {
    Plan plan = plan().target("T1", "ratio").read();
    DataFolder d =
        new DataFolder(folder.resolve("data"))
            .file("figures.csv", "unit,item,period,value," + column, "x1,done,2024,5,a");
    assertThatThrownBy(() -> d.read(plan)).isInstanceOf(UnreadableInput.class);
  }

  @Test
  void b16_aConstantAboveTheWholeIsNamedForWhatItIs() {
    Plan plan = plan().target("T1", "ratio", "inputs", "5 / total", "applies_to", "").read();
    assertThat(run(plan, "h,total,2024,3").problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.NUMERATOR_ABOVE_DENOMINATOR);
  }

  @Test
  void b17_aRatioOfConstantsIsRefusedNotACrash() {
    Path p = plan().target("T1", "ratio", "inputs", "3 / 2").write();
    assertThatThrownBy(() -> PlanReader.read(p)).isInstanceOf(InvalidRules.class);
  }

  @Test
  void b18_theGreatestCountIsNotTakenForAnAbsentOne() {
    Plan plan = plan().target("T1", "share_of_units", "inputs", "forms=5").read();
    assertThat(
            run(plan, "x1,forms,2024,9223372036854775807", "x2,forms,2024,9223372036854775807")
                .findings()
                .get(0)
                .result())
        .isEqualTo(Result.NOT_MET);
  }

  @Test
  void b19_anUnknownKindOfTheAreaIsOneProblem() {
    Plan plan = plan().target("T1", "ratio").read();
    DataFolder d = new DataFolder(folder.resolve("data")).units("h,H,huyện,,", "x1,X,commune,,h");
    try {
      d.read(plan);
    } catch (UnreadableInput e) {
      assertThat(e.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.UNKNOWN_KIND);
    }
  }

  @Test
  void b20_aShareWithABadFormulaIsOneProblem() {
    Path p = plan().target("T1", "share_of_units", "inputs", "form>=1").write();
    try {
      PlanReader.read(p);
    } catch (InvalidRules e) {
      assertThat(e.problems())
          .extracting(Problem::kind)
          .containsExactly(Problem.Kind.RULE_ITEM_UNKNOWN);
    }
  }

  @Test
  void b21_malformedCsvNamesItsLine() {
    Plan plan = plan().target("T1", "ratio").read();
    DataFolder d =
        new DataFolder(folder.resolve("data"))
            .figures("x1,done,2024,5", "x1,total,2024,\"6", "x2,done,2024,1");
    try {
      d.read(plan);
    } catch (UnreadableInput e) {
      assertThat(e.problems().get(0).location().row()).isEqualTo(3);
    }
  }

  @Test
  void b22_aRowOfNoBreakSpacesIsBlank() {
    Plan plan = plan().target("T1", "ratio").read();
    DataFolder d =
        new DataFolder(folder.resolve("data")).units("h,H,district,,", "\u00A0,\u00A0,,,");
    assertThatCode(() -> d.read(plan)).doesNotThrowAnyException();
  }

  @Test
  void b23_problemsOfBothRuleFilesAreToldAtOnce() throws Exception {
    Path p = plan().target("T1", "ratio", "threshold", "x").write();
    Files.writeString(
        p.resolve("plan.yaml"), Files.readString(p.resolve("plan.yaml")) + "zzz: 1\n");
    try {
      PlanReader.read(p);
    } catch (InvalidRules e) {
      assertThat(e.problems())
          .extracting(q -> q.location().file())
          .contains("plan.yaml", "targets.csv");
    }
  }

  @Test
  void b24_aWaiverForAUnitThatIsNotAskedPointsToACellThatHoldsSomething() {
    Plan plan = plan().target("T1", "duty", "scope", "agency:police").read();
    DataFolder d = new DataFolder(folder.resolve("data")).waivers("x1,T1,2024-12-31,r,UBND,5,");
    assertThat(d.read(plan).problems())
        .filteredOn(q -> q.kind() == Problem.Kind.WAIVER_UNMATCHED)
        .extracting(q -> q.location().column())
        .doesNotContain("period");
  }

  @Test
  void b25_malformedYamlIsOneProblem() throws Exception {
    Path p = plan().target("T1", "ratio").write();
    Files.writeString(p.resolve("plan.yaml"), "id: [a\n");
    try {
      PlanReader.read(p);
    } catch (InvalidRules e) {
      assertThat(e.problems()).hasSize(1);
    }
  }

  @Test
  void b26_aCountWithANoBreakSpaceInsideNothingOccurred() {
    Plan plan = plan().target("T1", "count").read();
    assertThat(run(plan, "h,done,2024,không\u00A0phát\u00A0sinh").problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcd-12-31", "２０２４-12-31", "20.4-12-31", "31/12/năm?"})
  void b27_lettersAreNoYearInAWaiver(String until) {
    Plan plan = plan().target("T1", "ratio").read();
    DataFolder d = new DataFolder(folder.resolve("data")).waivers("x1,T1," + until + ",r,UBND,5,");
    assertThat(d.read(plan).problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.WAIVER_UNTIL_INVALID);
  }

  @ParameterizedTest
  @CsvSource({"ratio, closes_on, abcd-01-01", "deadline, threshold, abcd-05-10"})
  void b28_lettersAreNoYearInARule(String kind, String column, String text) {
    Path p = plan().target("T1", kind, column, text).write();
    assertThatThrownBy(() -> PlanReader.read(p)).isInstanceOf(InvalidRules.class);
  }

  @Test
  void b29_aRangeThatEndsBeforeItBeginsIsNoPeriod() {
    assertThatThrownBy(() -> new ReportingPeriod("2024-12..2024-03"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void refusesYaml(String part, String instead) throws Exception {
    Path p = plan().target("T1", "ratio").write();
    String yaml = Files.readString(p.resolve("plan.yaml"));
    assertThat(yaml).contains(part);
    Files.writeString(p.resolve("plan.yaml"), yaml.replace(part, instead));
    assertThatThrownBy(() -> PlanReader.read(p)).isInstanceOf(InvalidRules.class);
  }

  private SmallPlan plan() {
    return new SmallPlan(folder.resolve("rules"));
  }

  private Evaluation run(Plan plan, String... figures) {
    DataFolder d = new DataFolder(folder.resolve("data")).figures(figures);
    return Evaluator.evaluate(
        plan, RuleBase.of(plan), d.read(plan), LocalDate.of(2025, 2, 1), false);
  }
}

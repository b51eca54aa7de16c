package vn.doichieu.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.doubt.Remark;
import vn.doichieu.submission.UnitsReader;
import vn.doichieu.testing.SoundPlan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** A sound plan made doubtful in one place: told once, with its place, and stopping nothing. */
class DoubtsTest {

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

  private static String sentence(Remark remark) {
    return new RemarkText(new Messages(Language.VI)).sentence(remark);
  }

  private void isTold(String code, String file, int row, String subject, String says) {
    Validation validation = validation();

    assertThat(validation.errors()).isEmpty();
    assertThat(validation.doubtful())
        .as("%s", validation.doubtful())
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.kind().code()).isEqualTo(code);
              assertThat(remark.place().file()).isEqualTo(file);
              assertThat(remark.place().row()).isEqualTo(row);
              assertThat(remark.subject()).isEqualTo(subject);
              assertThat(sentence(remark)).contains(says);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          T5 | title | chỉ tiêu t4 | same_title | 6 | trùng với chỉ tiêu T4 (dòng 5)
          T5 | inputs | hotspots | item_unused | 20 | “models”
          T1 | closes_on | 2023-12-31 | closes_before_period | 2 | trước khi kỳ bắt đầu
          T1 | closes_on | 2024-12-31 | closes_during_period | 2 | hết ngày 31/12/2024
          T1 | closes_on | 2027-01-01 | closes_long_after | 2 | hơn một năm
          T6 | closes_on | 2024-10-01 | closes_during_period | 7 | chưa hết
          T7 | closes_on | 2024-05-20 | closes_off_deadline | 8 | hạn của kỳ 2024-H1 là 10/05/2024 nhưng closes_on ghi 20/05/2024
          T1 | periods | 2025 | closes_before_period | 2 |
          T3 | periods | 2024 against 2025 | baseline_not_before | 4 | kỳ gốc 2025 không ở trước kỳ 2024
          T1 | applies_to | district | no_unit | 2 | cấp district không ở dưới địa bàn cấp district
          T1 | quote | Tổ chức kiểm tra ít nhất 20% số cơ sở kinh doanh dịch vụ trên địa bàn tỉnh | quote_not_in_text | 2 | câu gần nhất: “Tổ chức kiểm tra ít nhất 20% số cơ sở kinh doanh dịch vụ trên địa bàn huyện
          T9 | quote | Phát triển du lịch sinh thái biển | quote_not_in_text | 10 | không có câu nào gần giống
          T1 | threshold | 30% | threshold_not_in_quote | 2 | câu trích nêu: 20%
          T1 | threshold | 2% | threshold_not_in_quote | 2 | câu trích nêu: 20%
          T3 | threshold | +3%..+6% | threshold_not_in_quote | 4 | câu trích nêu: 3%, 5%
          T4 | threshold | 2..4 | threshold_not_in_quote | 5 | câu trích nêu: 2, 3
          T5 | threshold | 50 | threshold_not_in_quote | 6 | câu trích nêu: 5
          T6 | threshold | 2 a month | threshold_not_in_quote | 7 | “2 a month”
          T1 | comparator | > | comparator_not_in_quote | 2 | câu trích nói “>=”
          T1 | binding | no | asked_but_main | 2 | binding = no
          T1 | priority | deadline | priority_not_of_kind | 2 | không phải thời hạn
          T9 | on_miss | needs_review | review_without_miss | 10 | luôn do người đánh giá
          T1 | confidence | C2 | no_other_reading | 2 | ghi C2
          T9 | confidence | | reading_of_sure_target | 10 | confidence để trống
          """)
  void aDoubtfulCell(String target, String column, String text, String code, int row, String says) {
    plan.cell(target, column, text == null ? "" : text);
    Validation validation = validation();

    assertThat(validation.errors()).isEmpty();
    assertThat(validation.doubtful())
        .as("%s", validation.doubtful())
        .anySatisfy(
            remark -> {
              assertThat(remark.kind().code()).isEqualTo(code);
              assertThat(remark.place().row()).isEqualTo(row);
              assertThat(sentence(remark)).contains(says == null ? "" : says);
            })
        .hasSizeLessThan(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: huyen_mau_2024 | id: huyen_mau_moi_2024 | id_not_folder | 1 | id | thư mục tên là “huyen_mau_2024”
          title: Kế hoạch mẫu năm 2024 | title: Kế hoạch mẫu năm 2025 | year_not_in_title | 10 | year | title ghi năm 2025
          issued_on: 2024-02-01 | issued_on: 2014-02-01 | issued_outside_year | 5 | issued_on | 01/02/2014
          area_kind: district | area_kind: distrct | unit_kind_unknown | 8 | area_kind | Ý bạn là district?
          member_kind: commune | member_kind: ward | unit_kind_unknown | 9 | member_kind | “ward” không phải là một cấp
          member_kind: commune | member_kind: residential_group | members_never_asked | 9 | member_kind | chỉ giao cho cấp commune
          superior: Kế hoạch số 1 của tỉnh Mẫu | superior: hoc_mon_2023 | superior_unknown | 11 | superior | Ý bạn là hoc_mon_2024?
          source: plan.txt | source: plam.txt | no_plan_text | 12 | source | “plam.txt”
          source: plan.txt | source: ../huyen_mau_2024/plan.txt | no_plan_text | 12 | source | không soát được câu trích
          models: {type | more: {type: count, label: Số khác}#  models: {type | item_unused | 20 | more | “more”
          models: {type | more: {type: count, label: x, part_of: hotspots}#  models: {type | item_never_asked | 20 | more | không đơn vị nào được yêu cầu nộp
          """)
  void aDoubtfulLineOfThePlanFile(
      String part, String instead, String code, int row, String subject, String says) {
    plan.file("plan.yaml", part, instead.replace("#", "\n"));

    isTold(code, "plan.yaml", row, subject, says);
  }

  @Test
  void aYearThatTheIdDoesNotName() {
    plan.file("plan.yaml", "year: 2024", "year: 2025");

    assertThat(validation().doubtful())
        .extracting(r -> r.kind().code())
        .contains("year_not_in_id", "year_not_in_title", "period_outside_year");
  }

  @Test
  void membersThatAreNotBelowTheArea() {
    plan.file("plan.yaml", "member_kind: commune", "member_kind: province");

    assertThat(validation().doubtful())
        .extracting(r -> r.kind().code())
        .contains("members_not_below_area");
  }

  @Test
  void partsOfOneAnother() {
    plan.file(
        "plan.yaml",
        "label: Tổng số cơ sở,",
        "label: Tổng số cơ sở, part_of: establishments_inspected,");

    isTold(
        "part_of_circle",
        "plan.yaml",
        14,
        "establishments_inspected",
        "establishments_inspected → establishments_total → establishments_inspected");
  }

  @Test
  void anItemOfTheDrlChecksOnly() {
    plan.file("plan.yaml", "  models:", "  more: {type: count, label: x}\n  models:")
        .file("checks.drl", "rule \"x\" when SubmittedFigure( item == \"more\" ) then end");

    assertThat(Validation.of(HOME, plan.write(), List.of(), null).doubtful())
        .extracting(r -> r.kind().code())
        .containsExactly("item_never_asked");
  }

  @Nested
  class RowsAlike {

    @Test
    void withTheSameThreshold() {
      plan.like("T1", "T10", "inputs", "establishments_inspected/establishments_total");

      isTold("same_condition", "targets.csv", 11, "T10", "hỏi đúng như chỉ tiêu T1 (dòng 2)");
    }

    @Test
    void withClausesInAnotherOrder() {
      plan.like("T2", "T10", "inputs", "communication_regular=yes & communication_forms>=1");

      isTold("same_condition", "targets.csv", 11, "T10", "T2");
    }

    @Test
    void withAnotherThreshold() {
      plan.like("T1", "T10", "threshold", "30%")
          .file("plan.txt", "địa bàn huyện.", "địa bàn huyện. Lại nói 30% ở đây.");

      assertThat(validation().doubtful())
          .extracting(r -> r.kind().code())
          .containsExactlyInAnyOrder("same_but_threshold", "threshold_not_in_quote");
    }

    @Test
    void forOtherUnitsAreFine() {
      plan.like("T7", "T10", "applies_to", "agency:culture");

      assertThat(validation().doubtful()).isEmpty();
    }

    @Test
    void withAnotherConditionAreFine() {
      plan.like("T8", "T10", "condition", "cases_found=no");

      assertThat(validation().doubtful()).isEmpty();
    }
  }

  @Test
  void aRoleThatLooksLikeAnother() {
    plan.like("T7", "T10", "applies_to", "agency:polcie").cell("T7", "applies_to", "agency:police");

    assertThat(validation().doubtful())
        .filteredOn(r -> r.kind() == Remark.Kind.ROLE_NEAR_ANOTHER)
        .singleElement()
        .satisfies(r -> assertThat(sentence(r)).contains("Ý bạn là agency:police?"));
  }

  @Test
  void aReadingThatNamesItselfOnly() {
    plan.file("readings.csv", "UBND huyện Mẫu,,", "UBND huyện Mẫu,,T9");

    isTold("all_of_itself", "readings.csv", 0, "T9/a", "chính chỉ tiêu đó (“T9”)");
  }

  @Nested
  class AThresholdBelowTheSuperiorPlans {

    private void superior(String column, String text) {
      new SoundPlan(folder.resolve("tren")).cell("T1", column, text).write();
      try {
        Files.move(folder.resolve("tren").resolve(SoundPlan.ID), folder.resolve("tinh_mau_2024"));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      plan.file("plan.yaml", "superior: Kế hoạch số 1", "superior: tinh_mau_2024; Kế hoạch số 1");
    }

    @Test
    void isTold() {
      superior("threshold", "25%");

      DoubtsTest.this.isTold(
          "weaker_than_superior",
          "targets.csv",
          2,
          "T1",
          "“>= 20%” thấp hơn kế hoạch cấp trên tinh_mau_2024: chỉ tiêu T1 đòi “>= 25%”");
    }

    @Test
    void orAtItWhereTheSuperiorPlanWantsMore() {
      superior("comparator", ">");

      DoubtsTest.this.isTold("weaker_than_superior", "targets.csv", 2, "T1", "đòi “> 20%”");
    }

    @Test
    void isNotToldOfAHigherOne() {
      superior("threshold", "15%");

      assertThat(validation().doubtful()).isEmpty();
    }

    @Test
    void isNotToldOfOtherItems() {
      superior("inputs", "models / establishments_total");

      assertThat(validation().doubtful()).isEmpty();
    }

    @Test
    void isOnlyPartlyKnownOfABrokenPlan() {
      superior("threshold", "2O%");

      DoubtsTest.this.isTold("superior_broken", "plan.yaml", 11, "superior", "còn lỗi");
    }
  }

  @Nested
  class Units {

    private List<Remark> doubtful(String units) throws IOException {
      Path file = Files.writeString(folder.resolve("units.csv"), units);
      List<Problem> problems = new ArrayList<>();
      List<ReportingUnit> all = UnitsReader.read(file, problems).all();
      return Validation.of(HOME, plan.write(), all, null).doubtful();
    }

    @Test
    void thatNoTargetLacks() throws IOException {
      assertThat(
              doubtful(
                  """
                  code,name,kind,role,parent
                  H,Huyện,district,,
                  X,Xã,commune,,H
                  C,Công an,agency,police,H
                  """))
          .isEmpty();
    }

    @Test
    void thatTargetsAskAndNobodyIs() throws IOException {
      assertThat(
              doubtful(
                  """
                  code,name,kind,role,parent
                  H,Huyện,district,,
                  C,Công an,agency,polcie,H
                  """))
          .extracting(DoubtsTest::sentence)
          .satisfiesExactlyInAnyOrder(
              s -> assertThat(s).contains("“commune”", "T1, T2, T7"),
              s -> assertThat(s).contains("“agency:police”", "Ý bạn là agency:polcie?"));
    }
  }

  @Test
  void aRuleThatNoCaseDecided() {
    Validation validation =
        Validation.of(
            HOME, plan.write(), List.of(), () -> Set.of("T1", "T2", "T3", "T4", "T5", "T6", "T8"));

    assertThat(validation.doubtful())
        .as("a person judges T9")
        .extracting(r -> r.kind().code() + " " + r.subject())
        .containsExactly("never_decided T7");
  }

  @Nested
  class WhatWasAccepted {

    @Test
    void standsApartWithItsReason() {
      plan.cell("T1", "binding", "no")
          .file("accepted.csv", "target,remark,why\nT1,asked_but_main,đã hỏi tỉnh\n");

      assertThat(validation().doubtful()).isEmpty();
      assertThat(validation().accepted())
          .extracting(a -> a.remark().subject() + ": " + a.why())
          .containsExactly("T1: đã hỏi tỉnh");
    }

    @Test
    void forNoReasonIsNotAccepted() {
      plan.cell("T1", "binding", "no")
          .file("accepted.csv", "target,remark,why\nT1,asked_but_main,\n");

      assertThat(validation().doubtful())
          .extracting(r -> r.kind().code())
          .containsExactly("accepted_without_why", "asked_but_main");
    }

    @Test
    void andIsNotThereAnyMoreIsTold() {
      plan.file("accepted.csv", "target,remark,why\nT1,asked_but_mian,vì thế\n");

      isTold("accepted_unmatched", "accepted.csv", 2, "T1", "Ý bạn là asked_but_main?");
    }
  }

  @Test
  void whatIsDoubtfulIsToldBesideErrorsToo() {
    plan.cell("T1", "threshold", "2O%").cell("T5", "closes_on", "2024-06-01");

    Validation validation = validation();

    assertThat(validation.errors()).hasSize(1);
    assertThat(validation.doubtful())
        .extracting(r -> r.kind().code())
        .containsExactly("closes_during_period");
  }
}

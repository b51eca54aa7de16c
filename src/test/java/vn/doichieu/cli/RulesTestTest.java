package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.testing.CasesFolder;
import vn.doichieu.testing.SmallPlan;

/** {@code doichieu rules test} and {@code rules mutate} as an auditor runs them. */
class RulesTestTest {

  private static final String GOOD =
      "{name: đã ban hành, as_of: 2025-01-01, figures: {issued@2024: có}, expect: met}";
  private static final String BAD =
      "{name: chưa ban hành, as_of: 2025-01-01, figures: {issued@2024: không}, expect: met}";

  @TempDir private Path folder;

  private String plan(String... cases) {
    CasesFolder written =
        new CasesFolder(
            new SmallPlan(folder.resolve("rules"))
                .target("T1", "duty")
                .target("T2", "not_checked"));
    if (cases.length > 0) {
      written.file("T1.yaml", "target: T1\ncases:\n  - " + String.join("\n  - ", cases));
    }
    return written.rules().toString();
  }

  @Test
  void passesWhenEveryTargetHasACaseAndAllAreAsExpected() {
    Run run = Run.of("rules", "test", plan(GOOD));

    assertThat(run).returns(0, Run::exit).returns("", Run::err);
    assertThat(run.out())
        .contains("1 tình huống đã xác nhận cho 1 chỉ tiêu; 0 tình huống khác với mong đợi.")
        .containsPattern("T1 +1 +Đạt +Không đạt, Đang thực hiện, Chưa báo");
  }

  @Test
  void showsWhatWasExpectedBesideWhatTheRulesSayAndWhy() {
    Run run = Run.of("rules", "test", plan(GOOD, BAD));

    assertThat(run).returns(1, Run::exit);
    assertThat(run.out())
        .contains(
            "T1: chưa ban hành\n",
            "Ghi tại cases/T1.yaml, dòng 4\n",
            "commune_1, năm 2024, kết quả: mong đợi met (Đạt), theo quy tắc là not_met (Không đạt).",
            "Theo quy tắc: Chưa thực hiện nhiệm vụ này.");
  }

  @Test
  void aTargetWithoutAConfirmedCaseIsNotTested() {
    assertThat(Run.of("rules", "test", plan())).returns(1, Run::exit);
    Run run = Run.of("rules", "test", plan(BAD.replace("{name", "{confirmed: no, name")));

    assertThat(run).returns(1, Run::exit);
    assertThat(run.out())
        .contains(
            "CHƯA XÁC NHẬN, VÀ KHÁC VỚI MONG ĐỢI: 1",
            "1 chỉ tiêu chưa có tình huống đã xác nhận nào: T1.")
        .containsPattern("T1 +0 \\(\\+1\\)");
  }

  @Test
  void anUnconfirmedCaseThatDiffersFailsNothing() {
    assertThat(Run.of("rules", "test", plan(GOOD, BAD.replace("{name", "{confirmed: no, name"))))
        .returns(0, Run::exit);
  }

  @Test
  void tellsOfFiguresThatNoRuleUses() {
    Run run = Run.of("rules", "test", plan(GOOD.replace("figures: {", "figures: {area.done: 1, ")));

    assertThat(run.out()).contains("QUY TẮC KHÔNG DÙNG ĐẾN", "cases/T1.yaml, dòng 3");
  }

  @Test
  void saysTheSameInJsonAndInEnglish() {
    Run run = Run.of("rules", "test", plan(GOOD, BAD), "--format=json", "--lang=en");
    Map<String, Object> json = Json.read(run.out());

    assertThat(Json.map(json.get("summary")))
        .containsEntry("passes", false)
        .containsEntry("confirmed", 2L)
        .containsEntry("failed", 1L);
    Map<String, Object> failed = Json.objects(json, "cases").get(1);
    assertThat(failed).containsEntry("line", 4L).containsEntry("passes", false);
    assertThat(Json.objects(failed, "differences"))
        .singleElement()
        .satisfies(
            difference ->
                assertThat(difference)
                    .containsEntry("unit", "commune_1")
                    .containsEntry("expected", "met")
                    .containsEntry("found", "not_met"));
    assertThat(Run.of("rules", "test", plan(GOOD), "--lang=en").out())
        .contains("Every target has cases, and all are as expected.")
        .doesNotContain("tình huống");
  }

  @Test
  void whatCannotBeFollowedEndsWithTwoAndRulesThatDoNotCompileWithThree() {
    assertThat(Run.of("rules", "test", plan(GOOD), "T9"))
        .returns(2, Run::exit)
        .satisfies(run -> assertThat(run.err()).contains("“T9”", "T1"));
    assertThat(Run.of("rules", "test", plan("{name: a}")))
        .returns(2, Run::exit)
        .returns("", Run::out)
        .satisfies(run -> assertThat(run.err()).contains("cases/T1.yaml, dòng 3, cột expect"));
    assertThat(Run.of("rules", "mutate", plan("{name: a}"))).returns(2, Run::exit);
    Path broken =
        new SmallPlan(folder.resolve("broken")).target("T1", "ratio", "threshold", "2O%").write();
    assertThat(Run.of("rules", "test", broken.toString())).returns(3, Run::exit);
    assertThat(Run.of("rules", "mutate", broken.toString())).returns(3, Run::exit);
  }

  @Test
  void boundariesGoIntoAFileAndHaveToBeConfirmed() throws IOException {
    String plan = plan(GOOD);
    Path file = Path.of(plan, "cases", "b.yaml");

    assertThat(Run.of("rules", "test", plan, "T1", "--boundaries", "--output", file.toString()))
        .returns(0, Run::exit)
        .returns("", Run::out);

    assertThat(Files.readString(file))
        .startsWith("# Tình huống ở ranh giới")
        .contains("confirmed: no");
    assertThat(Run.of("rules", "test", plan).out()).containsPattern("T1 +1 \\(\\+[0-9]+\\) +Đạt ");
    assertThat(Run.of("rules", "test", plan, "--output", file.toString()))
        .returns(2, Run::exit); // It is one of the files that are read.
  }

  @Test
  void changesThatNoCaseNoticesAreListed() {
    Run run = Run.of("rules", "mutate", plan(GOOD));

    assertThat(run).returns(1, Run::exit).returns("", Run::err);
    assertThat(run.out())
        .containsPattern("T1 +binding +yes +no")
        .containsPattern("T1 +closes_on +2025-01-01 +2024-12-31")
        .doesNotContainPattern("T1 +inputs +issued=yes +issued=no");
    Map<String, Object> json =
        Json.read(Run.of("rules", "mutate", plan(GOOD), "--format=json").out());
    List<Map<String, Object>> changes = Json.objects(json, "changes");
    assertThat(Json.map(json.get("summary")))
        .containsEntry("changes", (long) changes.size())
        .containsEntry(
            "survived",
            changes.stream().filter(change -> change.get("fate").equals("survived")).count());
  }

  @Test
  void aTargetWhoseRuleIsDrlHasItsCasesAndBoundariesToo() throws IOException {
    CasesFolder written =
        new CasesFolder(
                new SmallPlan(folder.resolve("drl"))
                    .target(
                        "T1",
                        "drl",
                        "scope",
                        "each",
                        "applies_to",
                        "commune",
                        "inputs",
                        "forms, done")
                    .target("T2", "judgement"))
            .file(
                "a.yaml",
                "cases:",
                "  - {target: T1, name: nhiều hơn, figures: {forms: 2, done: 3}, expect: met}",
                "  - {target: T1, name: bằng nhau, figures: {forms: 2, done: 2}, expect: not_met}",
                "  - {target: T2, name: người đánh giá, expect: needs_review}");
    Files.writeString(
        written.rules().resolve("own.drl"),
        """
        rule "T1 kiểm tra"
        when
          $asked : AskedTarget( )
          $forms : SubmittedFigure( body == $asked.body, period == $asked.period, item == "forms" )
          SubmittedFigure( body == $asked.body, period == $asked.period, item == "done",
                           value > $forms.value )
        then
          $asked.emit();
        end
        """);
    String plan = written.rules().toString();

    assertThat(Run.of("rules", "test", plan)).returns(0, Run::exit).returns("", Run::err);
    assertThat(Run.of("rules", "test", plan, "T1", "--boundaries").out())
        .contains("forms@2024: \"99\"", "forms@2024: \"100\"");
    assertThat(Run.of("rules", "mutate", plan).out())
        .doesNotContainPattern("T1 +inputs")
        .containsPattern("T1 +periods");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "buon_ma_thuot_2024",
        "dong_nai_2023",
        "duy_tien_2026",
        "hoc_mon_2024",
        "soc_trang_2011"
      })
  void everyPlanIsTestedAndEveryChangeOfItIsNoticedOrJustified(String plan) {
    Run tested = Run.of("rules", "test", plan, "--format=json");
    assertThat(tested).as(tested.out()).returns(0, Run::exit).returns("", Run::err);
    assertThat(Json.objects(Json.read(tested.out()), "targets"))
        .allSatisfy(target -> assertThat(target).containsEntry("unseen", List.of()));
    assertThat(Json.read(tested.out())).containsEntry("unused", List.of());

    Run mutated = Run.of("rules", "mutate", plan);
    assertThat(mutated).as(mutated.out()).returns(0, Run::exit).returns("", Run::err);
    assertThat(mutated.out()).contains(" 0 không bị nhận ra.").doesNotContain("không còn cần");
    mutated.out().lines().filter(line -> line.contains("đọc được")).forEach(this::print);
  }

  /** The score of every plan stands in the log of a build, for who wants to see it grow or fall. */
  private void print(String score) {
    System.out.println(score);
  }
}

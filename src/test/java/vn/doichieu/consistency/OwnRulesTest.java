package vn.doichieu.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Problem;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;
import vn.doichieu.wording.WarningSentences;

/** A plan's own DRL files: checks with texts of their own, and targets that no row can say. */
class OwnRulesTest {

  private static final Path HOME = Path.of("");
  private static final String TEXTS =
      "@title(\"Có ban hành, không có hình thức\") @title_en(\"Issued, nothing held\")\n"
          + "@section(\"II.1\") @quote(\"câu trích (1)\") @says(\"Đã ban hành mà chưa làm\")\n";
  private static final String CHECK =
      """
      rule "K1 ban hành"
      %s
      when
        $issued : SubmittedFigure( item == "issued", value == 1 )
        not SubmittedFigure( item == "forms", body == $issued.body, period == $issued.period )
      then
        $issued.emit();
      end
      """;
  private static final String TARGET =
      """
      rule "T1 kiểm tra nhiều hơn tuyên truyền"
      when
        $asked : AskedTarget( )
        $forms : SubmittedFigure( body == $asked.body, period == $asked.period, item == "forms" )
        $done : SubmittedFigure( body == $asked.body, period == $asked.period, item == "done",
                                 value > $forms.value )
      then
        $asked.emit();
      end
      """;

  @TempDir private Path folder;
  private SmallPlan plan;
  private DataFolder data;

  @BeforeEach
  void folders() {
    plan = new SmallPlan(folder.resolve("rules"));
    data = new DataFolder(folder.resolve("data"));
  }

  private void drl(String text) {
    try {
      Files.createDirectories(folder.resolve("rules"));
      Files.writeString(folder.resolve("rules/own.drl"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Check check(LocalDate asOf) {
    return new Check(HOME, plan.write(), data.path(), asOf, false);
  }

  private Evaluation run() {
    return check(LocalDate.of(2025, 2, 1)).run();
  }

  private List<String> refused() {
    return catchThrowableOfType(InvalidRules.class, this::run).problems().stream()
        .map(p -> p.kind() + " " + p.location().file() + " " + p.location().row() + " " + p.read())
        .toList();
  }

  private static List<String> lines(Evaluation evaluation) {
    return evaluation.findings().stream()
        .map(
            f ->
                "%s %s %s %s %s"
                    .formatted(
                        f.target().id(),
                        f.unit().code(),
                        f.result().code(),
                        f.reason().code(),
                        f.shortfall()))
        .toList();
  }

  @Nested
  class Checks {

    @BeforeEach
    void duties() {
      plan.target("D1", "duty").target("D2", "share_of_units", "inputs", "forms>=1");
      drl(CHECK.formatted(TEXTS));
    }

    @Test
    void warnWhereTheirRuleHoldsUnderItsCodeWithItsOwnWords() {
      data.figures("x1,issued,2024,có", "x2,issued,2024,có", "x2,forms,2024,2");

      Evaluation evaluation = run();

      assertThat(evaluation.warnings())
          .extracting(w -> w.check().code() + " " + w.unit().code() + " " + w.period())
          .containsExactly("K1 x1 2024");
      assertThat(evaluation.warnings())
          .allSatisfy(
              warning -> {
                WarningSentences vi = new WarningSentences(evaluation, new Messages(Language.VI));
                WarningSentences en = new WarningSentences(evaluation, new Messages(Language.EN));
                assertThat(vi.title(warning)).isEqualTo("Có ban hành, không có hình thức");
                assertThat(en.title(warning)).isEqualTo("Issued, nothing held");
                assertThat(vi.of(warning))
                    .isEqualTo(
                        "Đã ban hành mà chưa làm. Số liệu: “issued”: có (năm 2024). Căn cứ II.1:"
                            + " “câu trích (1)”.");
              });
    }

    @Test
    void standBehindTheSharedChecks() {
      plan.item("done", "count, part_of: total").target("R", "ratio", "scope", "each+area");
      data.figures("x1,issued,2024,có", "x1,done,2024,5", "x1,total,2024,4");

      assertThat(run().warnings())
          .extracting(w -> w.check().code())
          .containsExactly("part_above_total", "K1");
    }

    @Test
    void areExplainedLikeAnyOther() {
      data.figures("x1,issued,2024,có");
      data.file(
          "explanations.csv",
          "unit,check,period,text,by",
          "x1,K1,2024,sẽ nộp bổ sung,UBND xã 1",
          "x1,K2,2024,thừa,UBND xã 1",
          "x2,K1,2024,thừa,UBND xã 2");

      Evaluation evaluation = run();

      assertThat(evaluation.warnings())
          .allSatisfy(
              w ->
                  assertThat(w.explanation())
                      .satisfies(e -> assertThat(e.text()).isEqualTo("sẽ nộp bổ sung")));
      assertThat(evaluation.problems())
          .extracting(p -> p.kind() + " " + p.location().row() + " " + p.location().column())
          .containsExactly("EXPLANATION_UNMATCHED 3 check", "EXPLANATION_UNMATCHED 4 unit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "section", "quote", "says"})
    void needTheirTexts(String text) {
      drl(CHECK.formatted(TEXTS.replaceAll("@" + text + "\\(\"[^\"]*\"\\)", "")));

      assertThat(refused()).containsExactly("DRL_TEXT_MISSING own.drl 1 K1 ban hành");
    }

    @Test
    void keepTextsAsTheyAreAndNeverCompileThem() {
      String text = "'; System.exit(7); {0} ${x} #{y} %s </b> & (a) @b";
      drl(CHECK.formatted(TEXTS.replace("Đã ban hành mà chưa làm", text)));
      data.figures("x1,issued,2024,có");

      Evaluation evaluation = run();

      assertThat(evaluation.warnings())
          .extracting(w -> new WarningSentences(evaluation, new Messages(Language.VI)).of(w))
          .allMatch(sentence -> sentence.startsWith(text + ". Số liệu:"));
    }

    @Test
    void cannotTakeTheCodeOfATargetOrOfASharedCheck() {
      drl(CHECK.replace("K1 ban hành", "D1").formatted(TEXTS));
      assertThat(refused()).containsExactly("DRL_RULE_WITHOUT_ROW own.drl 1 D1");

      drl(CHECK.replace("K1 ban hành", "total_changed").formatted(TEXTS));
      assertThat(refused()).containsExactly("DRL_RULE_WITHOUT_ROW own.drl 1 total_changed");
    }

    @Test
    void haveOneRuleEach() {
      drl(CHECK.formatted(TEXTS) + CHECK.replace("K1 ban hành", "K1 khác").formatted(TEXTS));

      assertThat(refused()).containsExactly("DRL_RULE_NAME own.drl 11 K1 khác");
    }

    @Test
    void doNotAskWhatOnlyTargetsAre() {
      drl(
          CHECK
              .formatted(TEXTS)
              .replace("$issued : ", "$asked : AskedTarget( ) $issued : ")
              .replace("value == 1", "value == 1, body == $asked.body"));

      assertThat(refused()).allMatch(told -> told.startsWith("DRL_CONSEQUENCE own.drl"));
    }

    @Test
    void setTheAreasTotalBesideTheSumOfItsUnits() {
      plan.target("R", "ratio", "scope", "each+area");
      drl(
          """
          rule "K2 cộng dồn"
          %s
          when
            $own : SubmittedFigure( item == "total", kind == "district" )
            accumulate( SubmittedFigure( area == $own.body, item == "total",
                                         period == $own.period, $v : value );
                        $sum : sum( $v ); $sum > $own.value )
          then
            $own.emit();
          end
          """
              .formatted(TEXTS));
      data.figures("h,total,2024,9", "x1,total,2024,4", "x2,total,2024,6");
      assertThat(run().warnings())
          .extracting(w -> w.check().code() + " " + w.unit().code())
          .containsExactly("K2 h");

      data.figures("h,total,2024,10", "x1,total,2024,4", "x2,total,2024,6");
      assertThat(run().warnings()).isEmpty();
    }
  }

  @Nested
  class Targets {

    @BeforeEach
    void target() {
      plan.target("T1", "drl", "scope", "each", "applies_to", "commune", "inputs", "forms, done");
      drl(TARGET);
    }

    @Test
    void areMetWhereTheRuleFiresAndNotMetWhereItDoesNot() {
      data.figures("x1,forms,2024,2", "x1,done,2024,3", "x2,forms,2024,3", "x2,done,2024,3");

      assertThat(lines(run())).containsExactly("T1 x1 met met 0", "T1 x2 not_met not_done null");
    }

    @Test
    void areMissingOrInvalidAsLongAsAFigureIs() {
      data.figures("x1,forms,2024,2", "x2,forms,2024,2", "x2,done,2024,nhiều");

      assertThat(lines(run()))
          .containsExactly(
              "T1 x1 missing figure_missing null", "T1 x2 invalid figure_invalid null");
    }

    @Test
    void areInProgressBeforeTheyCloseAndMetSoFar() {
      data.figures("x1,forms,2024,2", "x1,done,2024,3", "x2,forms,2024,3", "x2,done,2024,3");

      assertThat(lines(check(LocalDate.of(2024, 12, 31)).run()))
          .containsExactly("T1 x1 met met 0", "T1 x2 in_progress before_due null");
    }

    @ParameterizedTest
    @CsvSource({"2,met", "1,not_met"})
    void countAnOptionalFigureAsNothing(String done, String result) {
      plan =
          new SmallPlan(folder.resolve("rules"))
              .target("T1", "drl", "scope", "area", "inputs", "pending, done");
      drl(
          """
          rule "T1"
          when
            $asked : AskedTarget( )
            $p : SubmittedFigure( body == $asked.body, item == "pending", value == 0 )
            SubmittedFigure( body == $asked.body, item == "done", value > 1 )
          then
            $asked.emit();
          end
          """);
      data.figures("h,done,2024," + done);

      assertThat(run().findings()).extracting(f -> f.result().code()).containsExactly(result);
      assertThat(run().warnings()).isEmpty();
    }

    @Test
    void listenToTheirConditionAndTheirWaivers() {
      plan =
          new SmallPlan(folder.resolve("rules"))
              .target(
                  "T1",
                  "drl",
                  "scope",
                  "each",
                  "applies_to",
                  "commune",
                  "inputs",
                  "forms, done",
                  "condition",
                  "asked=yes");
      data.figures(
          "x1,forms,2024,2",
          "x1,done,2024,1",
          "x1,asked,2024,không",
          "x2,forms,2024,3",
          "x2,done,2024,3",
          "x2,asked,2024,có");
      data.waivers("x2,T1,2025-12-31,lý do,UBND huyện,QĐ 1,");

      assertThat(lines(run()))
          .containsExactly(
              "T1 x1 not_applicable condition_not_met null", "T1 x2 waived waived null");
    }

    @Test
    void areToldInSentencesWithoutNumbersThatNobodyWorkedOut() {
      data.figures("x1,forms,2024,2", "x1,done,2024,3", "x2,forms,2024,3", "x2,done,2024,3");
      Evaluation evaluation = run();
      Sentences sentences = new Sentences(evaluation, new Messages(Language.VI));

      assertThat(evaluation.findings())
          .extracting(sentences::of)
          .containsExactly(
              "Đạt theo quy tắc riêng của chỉ tiêu.", "Chưa đạt theo quy tắc riêng của chỉ tiêu.");
      assertThat(evaluation.findings()).extracting(Finding::numerator).containsOnlyNulls();
    }

    @Test
    void belongToOneRowOnly() {
      plan.target("T2", "drl", "scope", "each", "applies_to", "commune", "inputs", "forms");
      drl(TARGET + TARGET.replace("\"T1 ", "\"T2 ").replace("value > $forms", "value < $forms"));
      data.figures("x1,forms,2024,2", "x1,done,2024,3", "x2,forms,2024,3", "x2,done,2024,3");

      assertThat(lines(run()))
          .containsExactly(
              "T1 x1 met met 0",
              "T1 x2 not_met not_done null",
              "T2 x1 not_met not_done null",
              "T2 x2 not_met not_done null");
    }

    @Test
    void needTheirRule() throws IOException {
      plan.target("T2", "drl", "scope", "area", "inputs", "forms");
      assertThat(refused()).containsExactly("DRL_ROW_WITHOUT_RULE targets.csv 3 T2");

      Files.delete(folder.resolve("rules/own.drl"));
      assertThat(refused())
          .containsExactly(
              "DRL_ROW_WITHOUT_RULE targets.csv 2 T1", "DRL_ROW_WITHOUT_RULE targets.csv 3 T2");
    }

    @Test
    void needTheirRow() {
      drl(TARGET + TARGET.replace("\"T1 ", "\"T9 "));

      assertThat(refused())
          .containsExactly("DRL_RULE_WITHOUT_ROW own.drl 10 T9 kiểm tra nhiều hơn tuyên truyền");
    }

    @ParameterizedTest
    @CsvSource({
      "comparator,>=,comparator",
      "threshold,20%,threshold",
      "inputs,'forms, froms',inputs",
      "inputs,'',inputs",
      "inputs,report_submitted_on,inputs",
      "scope,share,scope",
      "periods,2024 against 2023,periods"
    })
    void haveRowsThatSayNoMoreThanTheyShould(String column, String cell, String told) {
      plan =
          new SmallPlan(folder.resolve("rules"))
              .target(
                  "T1",
                  "drl",
                  "scope",
                  "each",
                  "applies_to",
                  "commune",
                  "inputs",
                  "forms, done",
                  column,
                  cell);

      assertThat(catchThrowableOfType(InvalidRules.class, OwnRulesTest.this::run).problems())
          .extracting(p -> p.location().column())
          .containsExactly(told);
    }
  }

  @Test
  void filesOfPlansPassTheSameFenceAsTheSharedOnes() {
    plan.target("D1", "duty");
    drl(CHECK.formatted(TEXTS).replace("$issued.emit();", "System.exit(7);"));

    assertThat(refused()).containsExactly("DRL_CONSEQUENCE own.drl 8 System.exit(7);");
  }

  @Test
  void changedFilesAreOtherEvidence() {
    plan.target("D1", "duty");
    Evaluation without = run();
    drl(CHECK.formatted(TEXTS));

    assertThat(run().provenance().rules().files())
        .extracting(f -> f.name())
        .containsAll(without.provenance().rules().files().stream().map(f -> f.name()).toList())
        .contains("own.drl");
  }

  @Test
  void aFileWithoutRulesIsTold() {
    plan.target("D1", "duty");
    drl("// chưa có quy tắc\n");

    assertThat(catchThrowableOfType(InvalidRules.class, this::run).problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.DRL_NO_RULES);
  }
}

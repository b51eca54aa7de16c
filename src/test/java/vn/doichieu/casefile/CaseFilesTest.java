package vn.doichieu.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.cases.Case;
import vn.doichieu.cases.CaseRules;
import vn.doichieu.domain.Problem;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.testing.CasesFolder;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;

class CaseFilesTest {

  @TempDir private Path folder;

  private CasesFolder cases() {
    return new CasesFolder(
        new SmallPlan(folder.resolve("rules"))
            .target("T1", "ratio")
            .target("T2", "duty")
            .target("T3", "monthly_count")
            .target("T4", "deadline", "applies_to", "commune, agency:police")
            .target("T5", "not_checked"));
  }

  private List<CaseRules.Outcome> run(String... lines) {
    return cases().file("a.yaml", lines).run();
  }

  private List<String> mistakes(CasesFolder cases) {
    UnreadableInput unreadable = catchThrowableOfType(UnreadableInput.class, cases::read);
    assertThat(unreadable).isNotNull();
    ProblemText text = new ProblemText(new Messages(Language.VI));
    return unreadable.problems().stream().map(text::sentence).toList();
  }

  private List<String> mistakes(String... lines) {
    return mistakes(cases().file("a.yaml", lines));
  }

  private static List<Problem.Kind> kinds(CasesFolder cases) {
    UnreadableInput unreadable = catchThrowableOfType(UnreadableInput.class, cases::read);
    assertThat(unreadable).isNotNull();
    return unreadable.problems().stream().map(Problem::kind).toList();
  }

  @Nested
  class WhatAnAuditorWrites {

    @Test
    void leavesUnitsPeriodAndDayToTheRules() {
      assertThat(
              run(
                  "target: T1",
                  "cases:",
                  "  - {name: đạt, figures: {done: 20, total: 100}, expect: met}",
                  "  - {name: không đạt, figures: {done: 19, total: 100}, expect: not_met}"))
          .hasSize(2)
          .allMatch(CaseRules.Outcome::passes);
    }

    @Test
    void namesUnitsByTheirKindOrRole() {
      assertThat(
              run(
                  "target: T4",
                  "cases:",
                  "  - name: hai đơn vị",
                  "    figures: {commune_2.report_submitted_on@2024-H1: 9/5/2024,"
                      + " police.report_submitted_on: 2024-05-11}",
                  "    expect:",
                  "      commune_2: {result: met, shortfall: 0}",
                  "      police: {result: not_met, reason: late, shortfall: 2}",
                  "      area: no_finding"))
          .allMatch(CaseRules.Outcome::passes);
    }

    @Test
    void describesUnitsThatAreMoreThanTheirCode() {
      CasesFolder folder =
          cases()
              .file(
                  "a.yaml",
                  "target: T1",
                  "units: {h: {kind: district, parent: none, name: Huyện}, x: commune,"
                      + " ca: 'agency:police'}",
                  "cases:",
                  "  - {name: một xã, figures: {x: {done: 1, total: 2}}, expect: {h: met, x: met}}");

      assertThat(folder.run()).allMatch(CaseRules.Outcome::passes);
      assertThat(folder.run().get(0).evaluation().area().name()).isEqualTo("Huyện");
    }

    @Test
    void givesAllMonthsAtOnceAndOneOfThemApart() {
      assertThat(
              run(
                  "target: T3",
                  "cases:",
                  "  - name: tháng 7 không có",
                  "    figures: {done: {2024-03..2024-12: 1, 2024-07: 0}}",
                  "    expect: {result: not_met, shortfall: 1, numerator: 9, denominator: 10}"))
          .allMatch(CaseRules.Outcome::passes);
    }

    @Test
    void givesAFigureTwiceOrWithItsEvidence() {
      List<CaseRules.Outcome> outcomes =
          run(
              "target: T1",
              "cases:",
              "  - {name: hai số, figures: {area: {done: [20, 30], total: 100}},"
                  + " expect: {area: {result: invalid, reason: figure_invalid}}}",
              "  - {name: có minh chứng, expect: {area: met},"
                  + " figures: {area: {done: {value: 20, evidence: BC 12}, total: 100}}}");

      assertThat(outcomes).allMatch(CaseRules.Outcome::passes);
    }

    @Test
    void grantsWaiversAndClosesPeriods() {
      assertThat(
              run(
                  "target: T2",
                  "cases:",
                  "  - {name: gia hạn, as_of: 2025-02-01, figures: {issued: no},"
                      + " waivers: {until: 1/2/2025}, expect: waived}",
                  "  - {name: thiếu số quyết định nên không có hiệu lực, as_of: 2025-02-01,"
                      + " figures: {issued: no}, waivers: [{until: 2025-02-01, decision: ''}],"
                      + " expect: not_met}",
                  "  - {name: coi như hết kỳ, as_of: 2024-06-01, closed: yes,"
                      + " figures: {issued: no}, expect: not_met}"))
          .hasSize(3)
          .allMatch(CaseRules.Outcome::passes);
    }

    @Test
    void tellsOneCaseForManyTargets() {
      CasesFolder folder =
          cases()
              .file(
                  "a.yaml",
                  "table:",
                  "  - [target, figures, found]",
                  "  - [T2, issued, not_met]",
                  "  - [T3, done, invalid]",
                  "cases:",
                  "  - {name: ghi không, figures: {<figures>: không},"
                      + " expect: {result: <found>, binding: yes}}");

      assertThat(folder.read()).extracting(Case::target).containsExactly("T2", "T3");
      assertThat(folder.run()).allMatch(CaseRules.Outcome::passes);
    }

    @Test
    void mayBeATableWithACaseALine() {
      CasesFolder folder =
          cases()
              .file(
                  "a.csv",
                  "target,name,figures,result,shortfall,unit,as_of,waiver_until,confirmed",
                  "T1,đạt,area.done@2024=20; area.total=100,met,0,area,,,",
                  "T1,thiếu một,done=19; total=100,not_met,1,,,,no",
                  "T2,được miễn,issued=không,waived,,commune_1,2025-02-01,2025-02-01,");

      assertThat(folder.read()).extracting(Case::confirmed).containsExactly(true, false, true);
      assertThat(folder.run()).hasSize(3).allMatch(CaseRules.Outcome::passes);
    }

    @Test
    void readsNotesBesideTheCases() {
      assertThat(cases().file("README.md", "ghi chú").read()).isEmpty();
    }
  }

  @Nested
  class Mistakes {

    @Test
    void areToldAllAtOnceWithFileAndLine() {
      assertThat(
              mistakes(
                  "target: T1",
                  "cases:",
                  "  - name: sai nhiều chỗ",
                  "    figures: {dome: 20, total: 100}",
                  "    as_of: 2025-13-01",
                  "    expect: {area: {result: mett, shortfall: một}}",
                  "  - figures: {total: 1}",
                  "    expects: met"))
          .satisfiesExactly(
              m -> assertThat(m).contains("cases/a.yaml, dòng 4", "“dome”", "Ý bạn là done?"),
              m -> assertThat(m).contains("dòng 5, cột as_of", "“2025-13-01”"),
              m -> assertThat(m).contains("dòng 6, cột result", "“mett”", "not_met"),
              m -> assertThat(m).contains("dòng 6, cột shortfall", "“một”"),
              m -> assertThat(m).contains("dòng 7, cột expect", "không mong đợi kết quả nào"),
              m -> assertThat(m).contains("dòng 7, cột name"),
              m -> assertThat(m).contains("dòng 8, cột expects", "“expects”"));
    }

    @Test
    void aTargetThatIsNotJudgedHasNoCases() {
      assertThat(mistakes("cases:", "  - {target: T5, name: a, expect: met}"))
          .singleElement()
          .asString()
          .contains("dòng 2, cột target", "“T5”");
    }

    @Test
    void aCodeThatSaysNothingOfItsUnit() {
      assertThat(mistakes("target: T4", "cases:", "  - {name: a, expect: {polce: met, xa1: met}}"))
          .satisfiesExactly(
              m -> assertThat(m).contains("dòng 3", "“polce”", "Ý bạn là police?"),
              m -> assertThat(m).contains("dòng 3", "“xa1”"));
    }

    @Test
    void aFileWithoutCasesIsNotAllWell() {
      assertThat(kinds(cases().file("a.yaml", "target: T1", "cases: []")))
          .containsExactly(Problem.Kind.CASE_FILE_EMPTY);
      assertThat(kinds(cases().file("a.yaml", "target: T1")))
          .containsExactly(Problem.Kind.CASE_FILE_EMPTY);
      assertThat(
              kinds(
                  cases().file("a.yaml", "target: T1").file("a.csv", "target,name,figures,result")))
          .containsExactly(Problem.Kind.CASE_FILE_EMPTY, Problem.Kind.CASE_FILE_EMPTY);
    }

    @Test
    void oneNameForTwoCasesOfATarget() {
      assertThat(
              mistakes(
                  "target: T2",
                  "cases:",
                  "  - {name: a, figures: {issued: yes}, expect: met}",
                  "  - {name: a, figures: {issued: no}, expect: not_met}"))
          .singleElement()
          .asString()
          .contains("dòng 4", "“a”", "dòng 3");
    }

    @Test
    void aKindOfFileThatIsNotRead() {
      assertThat(kinds(cases().file("cases.xlsx", "x")))
          .containsExactly(Problem.Kind.CASE_FILE_KIND);
    }

    @Test
    void aUnitTreeThatWouldStopACheckStopsHereAtItsLine() {
      assertThat(
              mistakes(
                  "target: T1",
                  "cases:",
                  "  - name: a",
                  "    units: {x: {kind: commune, parent: y}}",
                  "    expect: met"))
          .singleElement()
          .asString()
          .contains("cases/a.yaml, dòng 4", "“y”");
    }

    @Test
    void personsHaveNoPlaceInACase() {
      assertThat(
              mistakes(
                  "target: T1",
                  "cases:",
                  "  - {name: a, figures: {area: {done: Nguyễn Văn An}}, expect: {area: invalid}}"))
          .singleElement()
          .asString()
          .doesNotContain("Văn An");
    }

    @Test
    void aCsvWithUnknownColumnsOrMovedCells() {
      assertThat(
              kinds(
                  cases()
                      .file(
                          "a.csv",
                          "target,name,figures,result,resaon",
                          "T2,a,issued=yes,met,",
                          "T2,b,issued,met,,x")))
          .containsExactlyInAnyOrder(
              Problem.Kind.UNKNOWN_KEY,
              Problem.Kind.CASE_PART_INVALID,
              Problem.Kind.WRONG_CELL_COUNT);
    }
  }

  @Nested
  class HostileYaml {

    @Test
    void anAliasIsRefusedSoThatAShortFileStaysShort() {
      assertThat(kinds(cases().file("a.yaml", "target: T1", "x: &a [1]", "cases: [*a, *a]")))
          .containsExactly(Problem.Kind.MALFORMED_YAML);
    }

    @Test
    void aTagConstructsNothing() {
      assertThat(
              run(
                  "target: T2",
                  "cases:",
                  "  - {name: !!java.io.File a, figures: {issued: !!str yes}, expect: met}"))
          .allMatch(CaseRules.Outcome::passes);
    }

    @Test
    void brackets() {
      assertThat(kinds(cases().file("a.yaml", "[".repeat(100_000))))
          .containsExactly(Problem.Kind.MALFORMED_YAML);
    }

    @Test
    void aSecondDocumentIsTold() {
      assertThat(kinds(cases().file("a.yaml", "target: T1", "---", "cases: []")))
          .containsExactly(Problem.Kind.MALFORMED_YAML);
      assertThat(kinds(cases().file("a.yaml", "# nothing")))
          .containsExactly(Problem.Kind.MALFORMED_YAML);
    }

    @Test
    void aTablePutsTextsIntoTextsAndNothingMore() {
      assertThat(
              run(
                  "table:",
                  "  - [target, x]",
                  "  - [T2, '{a: b}, <x> <target>']",
                  "cases:",
                  "  - {name: <x>, figures: {issued: yes}, expect: met}"))
          .singleElement()
          .satisfies(outcome -> assertThat(outcome.of().name()).isEqualTo("{a: b}, <x> <target>"));
    }
  }
}

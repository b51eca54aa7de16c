package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that cannot be used: told with their place, and only their own findings suffer. */
class UnusableFiguresTest {

  @TempDir private Path folder;
  private SmallCheck check;

  @BeforeEach
  void goodData() {
    check = new SmallCheck(folder);
    assertThat(check.run()).returns(0, Run::exit).returns("", Run::err);
  }

  /** The one problem, held against what standard error says. */
  private Map<String, Object> problem(Run run) {
    List<Map<String, Object>> problems = Json.objects(Json.read(run.out()), "problems");
    assertThat(problems).as(run.err()).hasSize(1);
    assertThat(run.err())
        .startsWith("Có 1 điều cần xem lại trong dữ liệu vào:\n1. ")
        .contains((String) problems.get(0).get("message"));
    return problems.get(0);
  }

  private static List<String> results(Run run) {
    return Json.objects(Json.read(run.out()), "findings").stream()
        .map(f -> f.get("target") + " " + f.get("unit") + " " + f.get("result"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mười|mười|not_a_count",
        "\"12,5\"|12,5|not_a_count",
        "12.5|12.5|not_a_count",
        "1e3|1e3|not_a_count",
        "-3|-3|not_a_count",
        "+3|+3|not_a_count",
        "1.234|1.234|not_a_count",
        "12 %|12 %|not_a_count",
        "0x10|0x10|not_a_count",
        "٣|٣|not_a_count",
        "9223372036854775808|9223372036854775808|count_too_large"
      })
  void aValueThatIsNoCount(String cell, String read, String code) {
    Run run = check.with("x1,done,2024," + cell).run("--format=json");

    assertThat(problem(run))
        .containsEntry("code", code)
        .containsEntry("file", "figures.csv")
        .containsEntry("row", 9L)
        .containsEntry("column", "value")
        .containsEntry("read", read);
    assertThat(run.exit()).isZero(); // The area's totals are met whatever x1 did.
    assertThat(results(run))
        .contains("T1 x1 invalid", "T1 x2 met", "T2 x1 met", "T3 x1 met")
        .doesNotContain("T1 x1 not_met");
  }

  @Test
  void theLargestCountFits() {
    Run run =
        check
            .with("x1,done,2024,9223372036854775807", "x1,total,2024,9223372036854775807")
            .run("--format=json");

    assertThat(run.err()).isEmpty();
    assertThat(results(run)).contains("T1 x1 met");
  }

  @Test
  void anUnquotedCommaMovesCellsAndIsTold() {
    Run run = check.with("x1,done,2024,12,5").run("--format=json");

    assertThat(problem(run))
        .containsEntry("code", "wrong_cell_count")
        .containsEntry("row", 9L)
        .containsEntry("read", "x1,done,2024,12,5");
    assertThat(results(run)).contains("T1 x1 invalid");
  }

  @ParameterizedTest
  @CsvSource({
    "x1,issued,2024,rồi,not_yes_no,T2 x1 invalid",
    "x1,report_submitted_on,2024-H1,31/4/2024,not_a_date,T3 x1 invalid",
    "x1,report_submitted_on,2024-H1,5/13/2024,not_a_date,T3 x1 invalid",
    "x1,report_submitted_on,2024-H1,2204-05-02,date_outside_plan,T3 x1 invalid"
  })
  void aValueOfAnotherTypeThatDoesNotFit(
      String unit, String item, String period, String value, String code, String finding) {
    Run run = check.with(String.join(",", unit, item, period, value)).run("--format=json");

    assertThat(problem(run)).containsEntry("code", code).containsEntry("read", value);
    assertThat(results(run)).contains(finding);
    assertThat(run.exit()).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x9,done,2024,3|unknown_unit|unit|x9|không có trong units.csv",
        "x1,dnoe,2024,3|unknown_item|item|dnoe|kế hoạch không có số liệu “dnoe”",
        "x1,done,2024-Q9,3|unknown_period|period|2024-Q9|kế hoạch không dùng kỳ “2024-Q9”",
        "x1,done,2024-H1,3|figure_unused|period|2024-H1|không chỉ tiêu nào dùng"
      })
  void aRowThatThePlanDoesNotKnowIsTold(
      String row, String code, String column, String read, String words) {
    Run run = check.with(row).run("--format=json");

    assertThat(problem(run))
        .containsEntry("code", code)
        .containsEntry("file", "figures.csv")
        .containsEntry("row", 10L)
        .containsEntry("column", column)
        .containsEntry("read", read);
    assertThat(run.err()).contains("figures.csv, dòng 10, cột " + column, words);
    assertThat(run.exit()).isZero();
  }

  @Test
  void oneCauseInManyRowsIsOneProblem() {
    Run run = check.with("x9,done,2024,3", "x9,total,2024,5", "x9,issued,2024,x").run();

    assertThat(run.err())
        .contains("Có 1 điều", "figures.csv, dòng 10, cột unit (và các dòng 11, 12)");
  }

  @Test
  void aPartAboveItsWholeIsToVerify() {
    Run run = check.with("x1,done,2024,15", "x1,total,2024,3").run("--format=json");

    assertThat(problem(run))
        .containsEntry("code", "numerator_above_denominator")
        .containsEntry("file", "figures.csv")
        .containsEntry("row", 8L)
        .containsEntry("column", "value");
    assertThat(results(run)).contains("T1 x1 invalid");
    assertThat(run.err()).contains("x1", "15", "3");
    assertThat(Json.objects(Json.read(run.out()), "findings"))
        .filteredOn(f -> f.get("target").equals("T1") && f.get("unit").equals("h"))
        .singleElement()
        .satisfies(f -> assertThat((String) f.get("message")).contains("cần xác minh của: Xã 1."));
  }

  @Test
  void theSameFigureTwiceIsOneFigure() {
    Run run = check.with("x1,done,2024,3", "x1,done,2024,03").run("--format=json");

    assertThat(run.err()).isEmpty();
    assertThat(results(run)).contains("T1 x1 met");
  }

  @Test
  void twoDifferentFiguresForTheSameAreToVerify() {
    Run run = check.with("x1,done,2024,3", "x1,done,2024,4").run("--format=json");

    assertThat(problem(run))
        .containsEntry("code", "conflicting_figures")
        .containsEntry("row", 10L)
        .containsEntry("read", "4");
    assertThat(run.err()).contains("khác số đã ghi ở dòng 9", "x1", "done");
    assertThat(results(run)).contains("T1 x1 invalid");
  }

  @Test
  void onlyAHeaderIsMissingEverywhereAndNoProblem() {
    check.data.figures();

    Run run = check.run("--format=json");

    assertThat(run.exit()).isOne();
    assertThat(run.err()).isEmpty();
    assertThat(results(run))
        .contains("T1 h missing", "T2 x1 missing", "T3 x1 not_met")
        .noneMatch(line -> line.endsWith(" met"));
  }

  @Test
  void aBlankValueIsTheSameAsNoRow() {
    Run run = check.with("x1,done,2024,", "x1,total,2024,  ").run("--format=json");

    assertThat(run.err()).isEmpty();
    assertThat(results(run)).contains("T1 x1 missing", "T1 h missing");
  }

  @Test
  void aWaiverThatMatchesNothingIsTold() {
    check.data.waivers("x9,T1,2024-12-31,lũ,UBND,QĐ 5,", "x1,T1,2024-12-31,lũ,UBND,,");

    Run run = check.run();

    assertThat(run.exit()).isZero();
    assertThat(run.err())
        .contains("1. waivers.csv, dòng 2", "x9")
        .contains("2. waivers.csv, dòng 3, cột decision");
  }
}

package vn.doichieu.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Plan.Item.Type;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Rate;
import vn.doichieu.submission.FigureValue.Fits;
import vn.doichieu.submission.FigureValue.Unfit;
import vn.doichieu.tabular.CellText;

class FigureValueTest {

  private static final int PLAN_YEAR = 2024;

  @Nested
  class ARate {

    @ParameterizedTest
    @CsvSource({
      "'99,96%', 9996, 2", "99.96%, 9996, 2", "'99,96', 9996, 2", "38, 38, 0", "38 %, 38, 0",
      "'38,0%', 380, 1", "'0,05', 5, 2", "100%, 100, 0", "'123,4', 1234, 1", "007, 7, 0",
      "38\u00A0%, 38, 0"
    })
    void isItsDigitsAndHowManyStandBehindTheMark(String text, long digits, int decimals) {
      assertThat(FigureValue.read(Type.RATE, CellText.clean(text), PLAN_YEAR))
          .isEqualTo(new Fits(new Rate(digits, decimals).packed()));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "-1%",
          "+1",
          "99,",
          ",5",
          "1.234,5%",
          "1,234.5",
          "99,96 phần trăm",
          "3/4",
          "%",
          "1e2",
          "38%%",
          "không phát sinh",
          "12345678901234567",
          "0,1234567890",
          "９９%",
          "khoảng 38%"
        })
    void isNothingElse(String text) {
      assertThat(FigureValue.read(Type.RATE, text, PLAN_YEAR))
          .isEqualTo(new Unfit(Problem.Kind.NOT_A_RATE));
    }
  }

  @Nested
  class ACount {

    @ParameterizedTest
    @CsvSource({
      "0, 0",
      "00, 0",
      "7, 7",
      "007, 7",
      "12, 12",
      "1000000, 1000000",
      "9223372036854775807, 9223372036854775807",
      "0000000000000000000000000000005, 5"
    })
    void isAWholeNumber(String text, long value) {
      assertThat(count(text)).isEqualTo(new Fits(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {" 12 ", "12\u00A0", "\u00A012", "\uFEFF12", "\t12"})
    void mayHaveSpaceAroundItInItsCell(String cell) {
      assertThat(count(CellText.clean(cell))).isEqualTo(new Fits(12));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "không phát sinh",
          "Không phát sinh",
          "KHÔNG PHÁT SINH",
          " Không Phát Sinh ",
          "không\u00A0phát\u00A0sinh",
          "Không  phát\u00A0 sinh"
        })
    void isZeroWhereNothingOccurred(String text) {
      String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

      assertThat(count(CellText.clean(text))).isEqualTo(new Fits(0));
      assertThat(count(CellText.clean(decomposed))).isEqualTo(new Fits(0));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "12,5", "12.5", "12.0", "12,0", "1e3", "1E3", "-3", "+3", "-0", "1.234", "1,234", "1 234",
          "1\u00A0234", "1'234", "１２", "٣", "12%", "12 vụ", "0x1F", "1_000", "½", "Ⅻ", "abc", "n/a",
          "-", "?", "=1+1", "#REF!", "NaN", "Infinity", "không", "không có", "yes", "1/2", "1\0002"
        })
    void isNothingElse(String text) {
      assertThat(count(text)).isEqualTo(new Unfit(Problem.Kind.NOT_A_COUNT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "99999999999999999999999999"})
    void isNeverCutToFit(String text) {
      assertThat(count(text)).isEqualTo(new Unfit(Problem.Kind.COUNT_TOO_LARGE));
    }

    private FigureValue count(String text) {
      return FigureValue.read(Type.COUNT, text, PLAN_YEAR);
    }
  }

  @Nested
  class AYesOrNo {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "yes", "Yes", "YES", "có", "Có", "CÓ", "co", "CO", "x", "X", "1", "true", "TRUE"
        })
    void isYes(String text) {
      String decomposed = CellText.clean(Normalizer.normalize(text, Normalizer.Form.NFD));

      assertThat(yesNo(text)).isEqualTo(new Fits(1));
      assertThat(yesNo(decomposed)).isEqualTo(new Fits(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "NO", "không", "Không", "KHÔNG", "khong", "0", "false", "False"})
    void isNo(String text) {
      String decomposed = CellText.clean(Normalizer.normalize(text, Normalizer.Form.NFD));

      assertThat(yesNo(text)).isEqualTo(new Fits(0));
      assertThat(yesNo(decomposed)).isEqualTo(new Fits(0));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "y",
          "n",
          "ok",
          "✓",
          "2",
          "-1",
          "00",
          "01",
          "1.0",
          "không phát sinh",
          "đã có",
          "chưa",
          "có?",
          "xx",
          "maybe",
          "on",
          "đúng"
        })
    void isNothingElse(String text) {
      assertThat(yesNo(text)).isEqualTo(new Unfit(Problem.Kind.NOT_YES_NO));
    }

    private FigureValue yesNo(String text) {
      return FigureValue.read(Type.YES_NO, text, PLAN_YEAR);
    }
  }

  @Nested
  class ADate {

    @ParameterizedTest
    @CsvSource({
      "2024-11-09, 2024-11-09", "9/11/2024, 2024-11-09", "09/11/2024, 2024-11-09",
      "09/1/2024, 2024-01-09", "31/12/2024, 2024-12-31", "29/2/2024, 2024-02-29",
      "2023-01-01, 2023-01-01", "2026-12-31, 2026-12-31"
    })
    void isDayFirstOrIso(String text, LocalDate date) {
      assertThat(date(text)).isEqualTo(new Fits(date.toEpochDay()));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "31/02/2024",
          "30/2/2024",
          "29/02/2023",
          "31/4/2024",
          "11/13/2024",
          "0/1/2024",
          "2024-02-30",
          "2024-13-01",
          "2024-00-10",
          "2024-5-8",
          "9-11-2024",
          "9.11.2024",
          "9/11/24",
          "2024/11/09",
          "20241109",
          "45605",
          "2024-11-09T00:00:00",
          "2024-11-09 10:00",
          "ngày 9/11/2024",
          "9/11",
          "11/2024",
          "yes",
          "chưa",
          "abcd-12-31",
          "31/12/năm?",
          "２０２４-12-31"
        })
    void isNothingElse(String text) {
      assertThat(date(text)).isEqualTo(new Unfit(Problem.Kind.NOT_A_DATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-12-31", "2027-01-01", "9/11/2042", "0024-11-09", "9999-12-31"})
    void liesInTheYearsThatThePlanCanBeAbout(String text) {
      assertThat(date(text)).isEqualTo(new Unfit(Problem.Kind.DATE_OUTSIDE_PLAN));
    }

    @Test
    void isNeverReadMonthFirst() {
      assertThat(date("5/8/2024")).isEqualTo(new Fits(LocalDate.of(2024, 8, 5).toEpochDay()));
      assertThat(date("8/25/2024")).isEqualTo(new Unfit(Problem.Kind.NOT_A_DATE));
    }

    private FigureValue date(String text) {
      return FigureValue.read(Type.DATE, text, PLAN_YEAR);
    }
  }
}

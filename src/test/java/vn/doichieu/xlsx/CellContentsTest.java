package vn.doichieu.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.apache.poi.ss.usermodel.DateUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Cell.Value;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

class CellContentsTest {

  private final CellContents vietnamese = new CellContents(Language.VI, new Messages(Language.VI));
  private final CellContents english = new CellContents(Language.EN, new Messages(Language.EN));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "19,598% | 78    | 398     | [$-42A]0.000%",
        "19,6%   | 78    | 398     | [$-42A]0.0%",
        "20%     | 78    | 398     | [$-42A]0%",
        "19,996% | 4999  | 25000   | [$-42A]0.000%",
        "38,0%   | 380   | 1000    | [$-42A]0.0%",
        "75%     | 3     | 4       | [$-42A]0%",
        "0,13%   | 1     | 800     | [$-42A]0.00%",
        "-12,5%  | -1    | 8       | [$-42A]0.0%",
        "1.234,5%| 12345 | 1000    | [$-42A]#,##0.0%"
      })
  void aRateIsANumberShownWithTheDecimalsOfItsText(String text, long n, long d, String format) {
    assertThat(vietnamese.number(Cell.of(text, new Value.Fraction(n, d))))
        .contains(new CellContents.Number((double) n / d, format));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "78/398 (19,6%) | 78 | 398",
        "19.6%          | 78 | 398",
        "21%            | 78 | 398",
        "100%           | 0  | 0",
        "19,59798994975%| 78 | 398",
        "khoảng 20%     | 78 | 398"
      })
  void aTextThatIsNotJustThatRateStaysText(String text, long n, long d) {
    assertThat(vietnamese.number(Cell.of(text, new Value.Fraction(n, d)))).isEmpty();
  }

  @Test
  void anEnglishRateHasAPoint() {
    assertThat(english.number(Cell.of("19.598%", new Value.Fraction(78, 398))))
        .contains(new CellContents.Number(78 / 398.0, "[$-409]0.000%"));
  }

  @Test
  void aWholeNumberIsShownAsItsText() {
    assertThat(vietnamese.number(Cell.of("1.234", new Value.Whole(1234))))
        .contains(new CellContents.Number(1234, "[$-42A]#,##0"));
    assertThat(vietnamese.number(Cell.of("2024", new Value.Whole(2024))))
        .contains(new CellContents.Number(2024, "[$-42A]0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1–4", "3 cơ sở", "", "*"})
  void aTextThatHidesOrWordsItsNumberStaysText(String text) {
    assertThat(vietnamese.number(Cell.of(text, new Value.Whole(3)))).isEmpty();
  }

  @Test
  void aNumberWithMoreDigitsThanASheetKeepsStaysText() {
    assertThat(
            vietnamese.number(Cell.of("9007199254740993", new Value.Whole(9_007_199_254_740_993L))))
        .isEmpty();
  }

  @Test
  void aDayIsADay() {
    LocalDate day = LocalDate.of(2024, 11, 9);
    double number = DateUtil.getExcelDate(day);

    assertThat(vietnamese.number(Cell.of("09/11/2024", new Value.Day(day))))
        .contains(new CellContents.Number(number, "dd/mm/yyyy"));
    assertThat(english.number(Cell.of("2024-11-09", new Value.Day(day))))
        .contains(new CellContents.Number(number, "yyyy-mm-dd"));
    assertThat(vietnamese.number(Cell.of("trước 09/11/2024", new Value.Day(day)))).isEmpty();
  }

  @Test
  void aDayBeforeSheetsCountStaysText() {
    LocalDate day = LocalDate.of(1890, 5, 19);

    assertThat(vietnamese.number(Cell.of("19/05/1890", new Value.Day(day)))).isEmpty();
  }
}

package vn.doichieu.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-09", "2024-02-29", "0001-01-01", "9999-12-31"})
  void isIso(String text) {
    assertThat(DateText.iso(text)).contains(LocalDate.parse(text));
    assertThat(DateText.isoOrDayFirst(text)).contains(LocalDate.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"9/11/2024, 2024-11-09", "09/11/2024, 2024-11-09", "29/2/2024, 2024-02-29"})
  void isDayFirstOnlyWhereThatIsAskedFor(String text, LocalDate date) {
    assertThat(DateText.isoOrDayFirst(text)).contains(date);
    assertThat(DateText.iso(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "//",
        "abcd-12-31",
        "２０２４-12-31",
        "20.4-12-31",
        "-024-12-31",
        "+024-12-31",
        "2024-1a-31",
        "2024-12-3 ",
        "2023-02-29",
        "2024-00-01",
        "2024-01-00",
        "31/12/năm?",
        "31/4/2024",
        "//2024",
        "0/1/2024",
        "1/0/2024",
        "011/1/2024",
        "1/1/24",
        "1/1/2024/",
        "٣/11/2024"
      })
  void isNothingElse(String text) {
    assertThat(DateText.iso(text)).isEmpty();
    assertThat(DateText.isoOrDayFirst(text)).isEmpty();
  }
}

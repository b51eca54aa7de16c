package vn.doichieu.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Criterion.Due;

class ReportingPeriodTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024", "2024-H1", "2024-H2", "2024-9M", "2024-Q1", "2024-Q4", "2024-01", "2024-12"
      })
  void readsEveryFormOfTheContract(String text) {
    assertThat(ReportingPeriod.parse(text))
        .hasValueSatisfying(p -> assertThat(p).hasToString(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "24",
        "20245",
        "2024-00",
        "2024-13",
        "2024-5",
        "2024-H0",
        "2024-H3",
        "2024-Q0",
        "2024-Q5",
        "2024-6M",
        "2024-9m",
        "2024-h1",
        "2024/05",
        "05-2024",
        " 2024",
        "2024 ",
        "２０２４",
        "2024-05-01",
        "năm 2024"
      })
  void refusesEveryOtherForm(String text) {
    assertThat(ReportingPeriod.parse(text)).isEmpty();
    assertThatThrownBy(() -> new ReportingPeriod(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesARangeOfMonthsForTargetsButNotForFigures() {
    assertThat(ReportingPeriod.parse("2024-03..2024-12")).isEmpty();
    assertThat(new ReportingPeriod("2024-03..2024-12").months())
        .hasSize(10)
        .startsWith(YearMonth.of(2024, 3))
        .endsWith(YearMonth.of(2024, 12));
    assertThat(ReportingPeriod.months(YearMonth.of(2024, 3), YearMonth.of(2024, 12)))
        .isEqualTo(new ReportingPeriod("2024-03..2024-12"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-12..2024-03", "2024-03..2024-02", "2025-01..2024-12"})
  void isNoRangeThatEndsBeforeItBegins(String text) {
    assertThatThrownBy(() -> new ReportingPeriod(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsTheMonthsOfARangeAcrossTheYear() {
    assertThat(new ReportingPeriod("2023-11..2024-02").months())
        .containsExactly(
            YearMonth.of(2023, 11),
            YearMonth.of(2023, 12),
            YearMonth.of(2024, 1),
            YearMonth.of(2024, 2));
  }

  @ParameterizedTest
  @CsvSource({"2024, 0", "2024-H1, 0", "2024-9M, 0", "2024-Q2, 0", "2024-05, 1"})
  void hasMonthsOnlyWhereItIsOne(String text, int months) {
    assertThat(new ReportingPeriod(text).months()).hasSize(months);
  }

  @Test
  void isOrderedByItsText() {
    List<String> sorted =
        Stream.of("2024-Q2", "2024", "2023", "2024-10", "2024-02", "2024-9M", "2024-H1")
            .map(ReportingPeriod::new)
            .sorted()
            .map(ReportingPeriod::text)
            .toList();

    assertThat(sorted)
        .containsExactly("2023", "2024", "2024-02", "2024-10", "2024-9M", "2024-H1", "2024-Q2");
  }

  @ParameterizedTest
  @CsvSource({"2024-01, 2024-02-10", "2024-11, 2024-12-10", "2024-12, 2025-01-10"})
  void isDueInTheMonthAfter(String month, LocalDate due) {
    assertThat(new Due.DayOfMonth(10, 1).of(new ReportingPeriod(month))).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "2024,2024-01-01,2025-01-01",
    "2024-H1,2024-01-01,2024-07-01",
    "2024-H2,2024-07-01,2025-01-01",
    "2024-9M,2024-01-01,2024-10-01",
    "2024-Q3,2024-07-01,2024-10-01",
    "2024-02,2024-02-01,2024-03-01",
    "2024-03..2024-12,2024-03-01,2025-01-01",
    "2024..2026,2024-01-01,2027-01-01",
  })
  void runsFromItsFirstDayToTheDayBeforeItsEnd(String text, LocalDate start, LocalDate end) {
    assertThat(new ReportingPeriod(text).start()).isEqualTo(start);
    assertThat(new ReportingPeriod(text).end()).isEqualTo(end);
  }
}

package vn.doichieu.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearShiftTest {

  private final YearShift shift = new YearShift(2024, 3);

  @ParameterizedTest
  @CsvSource({
    "2024, 2027",
    "2024-H1, 2027-H1",
    "2024-9M, 2027-9M",
    "2024-Q2, 2027-Q2",
    "2024-05, 2027-05",
    "2024-03..2024-12, 2027-03..2027-12",
    "2024 against 2023, 2027 against 2026",
    "2027 against average 2024..2026, 2030 against average 2027..2029",
    "2025..2027 pooled, 2028..2030 pooled",
    "2025-01-01, 2028-01-01",
    "2024-H1: 2024-07-01; 2024: 2025-01-01, 2027-H1: 2027-07-01; 2027: 2028-01-01",
    "2024-02-29, 2027-02-28",
    "1999-12-31, 2002-12-31",
  })
  void movesEveryYearOfAPeriod(String before, String after) {
    assertThat(shift.periods(before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-10, 2027-05-10",
    "2024-H1: 10%; 2024: 20%, 2027-H1: 10%; 2027: 20%",
    "2025: 5%; 2030: 4%, 2028: 5%; 2033: 4%",
    "2025..2027: 5%; 2028..2030 pooled: 4%, 2028..2030: 5%; 2031..2033 pooled: 4%",
    "2024-Q1..2024-Q4: 1 a quarter, 2027-Q1..2027-Q4: 1 a quarter",
    "urban: 90%; mountain: 70%, urban: 90%; mountain: 70%",
    "2024, 2024",
    "2000..2024, 2000..2024",
    "20%, 20%",
    "1 a month, 1 a month",
    "the 10th of the month after, the 10th of the month after",
    "2024 units, 2024 units",
  })
  void movesNoNumberThatIsNoYear(String before, String after) {
    assertThat(shift.threshold(before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({
    "workers>=2024, workers>=2024",
    "rate_2024 / total, rate_2024 / total",
    "issued_on<2024-05-10, issued_on<2027-05-10",
  })
  void leavesItemsAndNumbersOfFormulas(String before, String after) {
    assertThat(shift.formula(before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({
    "kế hoạch năm 2024 tại đơn vị, kế hoạch năm 2027 tại đơn vị",
    "trước ngày 10/5/2024, trước ngày 10/5/2027",
    "tháng 5/2024, tháng 5/2027",
    "theo Kế hoạch 908/2024/KH-UBND, theo Kế hoạch 908/2024/KH-UBND",
    "giai đoạn 2021-2025, giai đoạn 2021-2025",
    "Luật năm 2012, Luật năm 2012",
    "chương trình A2024, chương trình A2024",
  })
  void movesThePlansOwnYearInWords(String before, String after) {
    assertThat(shift.wording(before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({
    "as_of: 2025-02-01, as_of: 2028-02-01",
    "report: 29/02/2024, report: 28/02/2027",
    "report: 9/11/2024, report: 9/11/2027",
    "{2024: {done: 41}}, {2027: {done: 41}}",
    "target_2024_x, target_2024_x",
  })
  void movesTheYearsOfCases(String before, String after) {
    assertThat(shift.text(before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29, 2027-02-28, true",
    "2024-02-28, 2027-02-28, false",
    "29/2/2024, 28/2/2027, true",
    "20%, 20%, false",
  })
  void tellsWhereALeapDayIsLost(String before, String after, boolean lost) {
    assertThat(shift.losesLeapDay(before, after)).isEqualTo(lost);
  }

  @ParameterizedTest
  @CsvSource({"2024-02-29, 2028-02-29", "29/2/2024, 29/2/2028"})
  void keepsLeapDaysWhereThereAreAny(String before, String after) {
    YearShift four = new YearShift(2024, 4);

    assertThat(four.text(before)).isEqualTo(after);
    assertThat(four.losesLeapDay(before, after)).isFalse();
  }
}

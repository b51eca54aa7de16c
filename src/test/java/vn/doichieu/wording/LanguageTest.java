package vn.doichieu.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.ReportingPeriod;

class LanguageTest {

  private static Bound percent(long percent) {
    return new Bound(false, percent, 100);
  }

  @Nested
  class WritesARate {

    @ParameterizedTest
    @CsvSource({
      "71, 398, 20, '17,84%', 17.84%",
      "5, 28, 20, '17,86%', 17.86%",
      "4999, 25000, 20, '19,996%', 19.996%",
      "1999999, 10000000, 20, '19,99999%', 19.99999%",
      "1, 2, 50, 50%, 50%",
      "10, 10, 100, 100%, 100%",
      "99999, 100000, 100, '99,999%', 99.999%",
      "0, 7, 20, 0%, 0%",
      "1, 1000000, 20, 0%, 0%",
      "1, 1000000, 0, '0,0001%', 0.0001%",
      "1, 3, 20, '33,33%', 33.33%",
      "2, 3, 20, '66,67%', 66.67%",
      "78, 398, 20, '19,6%', 19.6%",
      "3, 2, 20, 150%, 150%",
      "-1, 35, 3, '-2,86%', -2.86%",
      "-1, 8, 3, '-12,5%', -12.5%",
      "9223372036854775806, 9223372036854775807, 100, '99,99999999999999999%', 99.99999999999999999%"
    })
    void toTwoDecimalsAndMoreWhereItTakesThem(long n, long d, long bound, String vi, String en) {
      assertThat(Language.VI.rate(n, d, percent(bound))).isEqualTo(vi);
      assertThat(Language.EN.rate(n, d, percent(bound))).isEqualTo(en);
    }

    @Test
    void asTheBoundOnlyWhereItIsTheBound() {
      Random random = new Random(7);
      for (int i = 0; i < 20_000; i++) {
        long d = 1 + random.nextLong(1L << (1 + random.nextInt(62)));
        long bound = 1 + random.nextInt(100);
        long near = BigInteger.valueOf(d).multiply(BigInteger.valueOf(bound)).longValue() / 100;
        long n = Math.max(0, Math.min(d, (bound > 92 ? d : near) - 1 + random.nextInt(3)));

        String rate = Language.VI.rate(n, d, percent(bound));

        boolean equal =
            BigInteger.valueOf(n)
                .multiply(BigInteger.valueOf(100))
                .equals(BigInteger.valueOf(d).multiply(BigInteger.valueOf(bound)));
        assertThat(rate.equals(bound + "%")).as("%s/%s is %s", n, d, rate).isEqualTo(equal);
      }
    }

    @Test
    void betweenTheBoundsOfARange() {
      List<Bound> range = List.of(percent(3), percent(5));

      assertThat(Language.VI.rate(299_999, 10_000_000, range)).isEqualTo("2,99999%");
      assertThat(Language.VI.rate(500_001, 10_000_000, range)).isEqualTo("5,00001%");
      assertThat(Language.VI.rate(300_001, 10_000_000, range)).isEqualTo("3,00001%");
      assertThat(Language.VI.rate(5, 100, range)).isEqualTo("5%");
    }
  }

  @ParameterizedTest
  @CsvSource({"20, 100, 20%, 20%", "125, 1000, '12,5%', 12.5%", "1005, 10000, '10,05%', 10.05%"})
  void writesABoundAsThePlanDoes(long numerator, long denominator, String vi, String en) {
    assertThat(Language.VI.percent(new Bound(false, numerator, denominator))).isEqualTo(vi);
    assertThat(Language.EN.percent(new Bound(true, numerator, denominator))).isEqualTo(en);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "999, 999, 999",
    "1000, 1.000, '1,000'",
    "9102, 9.102, '9,102'",
    "-9102, -9.102, '-9,102'",
    "-999, -999, -999",
    "1234567, 1.234.567, '1,234,567'",
    "9223372036854775807, 9.223.372.036.854.775.807, '9,223,372,036,854,775,807'"
  })
  void setsThousandsApart(long number, String vi, String en) {
    assertThat(Language.VI.number(number)).isEqualTo(vi);
    assertThat(Language.EN.number(number)).isEqualTo(en);
  }

  @Test
  void writesTheDayFirstInVietnamese() {
    assertThat(Language.VI.date(LocalDate.of(2024, 11, 9))).isEqualTo("09/11/2024");
    assertThat(Language.EN.date(LocalDate.of(2024, 11, 9))).isEqualTo("2024-11-09");
  }

  @ParameterizedTest
  @CsvSource({
    "2024, năm 2024, 2024",
    "2024-H1, 6 tháng đầu năm 2024, first half of 2024",
    "2024-H2, 6 tháng cuối năm 2024, second half of 2024",
    "2024-9M, 9 tháng năm 2024, nine months of 2024",
    "2024-Q2, quý 2/2024, Q2 2024",
    "2024-05, tháng 5/2024, 2024-05",
    "2024-12, tháng 12/2024, 2024-12",
    "2024-03..2024-12, tháng 3/2024 – tháng 12/2024, 2024-03 – 2024-12"
  })
  void saysAPeriodAsReadersDo(String period, String vi, String en) {
    assertThat(Language.VI.period(new ReportingPeriod(period))).isEqualTo(vi);
    assertThat(Language.EN.period(new ReportingPeriod(period))).isEqualTo(en);
  }
}

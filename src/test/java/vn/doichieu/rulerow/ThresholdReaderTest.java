package vn.doichieu.rulerow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Range;
import vn.doichieu.testing.Refusal;
import vn.doichieu.testing.SmallPlan;

class ThresholdReaderTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ratio | >= | 20% | >=20/100 of 100",
        "ratio | >= | 20 % | >=20/100 of 100",
        "ratio | >= | 12,5% | >=125/1000 of 100",
        "ratio | >= | 12.5% | >=125/1000 of 100",
        "ratio | > | 99.9999% | >999999/1000000 of 100",
        "ratio | >= | 100% | >=100/100 of 100",
        "ratio | >= | 0% | >=0/100 of 100",
        "ratio | > | 70% | >70/100 of 100",
        "ratio | <= | 5% | <=5/100 of 100",
        "ratio | < | 0,1% | <1/1000 of 100",
        "ratio | <= | 150% | <=150/100 of 100",
        "ratio | = | 100% | >=100/100 <=100/100 of 100",
        "ratio | >= | 10/10 | >=10/10 of 10",
        "ratio | >= | 2 / 5 | >=2/5 of 5",
        "ratio | range | 20%..30% | >=20/100 exceeded above 30/100 of 100",
        "ratio | between | 12.5%..20,25% | >=125/1000 <=2025/10000 of 100",
        "ratio | within | 30%..30% | >=30/100 <=30/100 of 100",
        "rate | <= | 5 per 1,000 | <=5/1000 of 1000",
        "rate | <= | 5 per 1.000 | <=5/1000 of 1000",
        "rate | <= | 12 trên 100.000 | <=12/100000 of 100000",
        "rate | < | 2,5 per 10 | <25/100 of 10",
        "rate | >= | 150% | >=150/100 of 100",
        "rate | >= | 3/2 | >=3/2 of 2",
        "rate | between | 5 per 1000..8 per 1,000 | >=5/1000 <=8/1000 of 1000",
        "share_of_units | >= | 5 units | >=5/1 of 0",
        "share_of_units | <= | 2 đơn vị | <=2/1 of 0",
        "share_of_units | >= | 10/10 | >=10/10 of 10",
        "share_of_units | between | 1 units..3 units | >=1/1 <=3/1 of 0",
        "count | >= | 5 | >=5/1 of 0",
        "count | > | 0 | >0/1 of 0",
        "count | = | 0 | >=0/1 <=0/1 of 0",
        "count | <= | 999999999999999999 | <=999999999999999999/1 of 0",
        "count | range | 2..3 | >=2/1 exceeded above 3/1 of 0",
        "reduction | >= | 2 | >=2/1 of 0",
        "reduction | > | 5% | >5/100 of 100",
        "reduction | within | 5%..10% | >=5/100 <=10/100 of 100"
      })
  void readsLimitsAsExactFractions(
      String kind, String comparator, String threshold, String expected) {
    Criterion criterion =
        new SmallPlan(folder)
            .target(
                "T1",
                kind,
                "applies_to",
                "commune",
                "inputs",
                inputs(kind),
                "comparator",
                comparator,
                "threshold",
                threshold)
            .read()
            .targets()
            .get(0)
            .criterion();

    assertThat(text(range(criterion))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ratio | >= | 20 | 20%; 10/10",
        "ratio | >= | 2O% | 20%; 10/10",
        "ratio | >= | 101% | 20%; 10/10",
        "ratio | > | 100% | 20%; 10/10",
        "ratio | >= | 11/10 | 20%; 10/10",
        "ratio | > | 10/10 | 20%; 10/10",
        "ratio | >= | 10/0 | 20%; 10/10",
        "ratio | >= | -5% | 20%; 10/10",
        "ratio | >= | +5% | 20%; 10/10",
        "ratio | >= | 5 per 1,000 | 20%; 10/10",
        "ratio | >= | 5 units | 20%; 10/10",
        "ratio | >= | 20%..30% | 20%; 10/10",
        "ratio | >= | 12,34567% | 20%; 10/10",
        "ratio | >= | 1234567890123% | 20%; 10/10",
        "ratio | < | 0% | 20%; 10/10",
        "ratio | = | 20%..30% | 20%; 10/10",
        "ratio | range | 20% | 20%..30%",
        "ratio | range | 30%..20% | 20%..30%",
        "ratio | range | 20..30 | 20%..30%",
        "ratio | range | 20%...30% | 20%..30%",
        "ratio | range | 20%..30%..40% | 20%..30%",
        "ratio | between | 20%- 30% | 20%..30%",
        "ratio | between | 1/5..30% | 20%..30%",
        "ratio | within | ..30% | 20%..30%",
        "ratio | within | 20%.. | 20%..30%",
        "rate | <= | 5 | 5 per 1,000",
        "rate | <= | 5 per 1500 | 5 per 1,000",
        "rate | <= | 5 per 1 | 5 per 1,000",
        "rate | <= | 5 per 100000000 | 5 per 1,000",
        "rate | <= | 5 per nghìn | 5 per 1,000",
        "rate | <= | 5‰ | 5 per 1,000",
        "rate | < | 0 per 1,000 | 5 per 1,000",
        "rate | between | 8 per 1,000..5 per 1,000 | 5 per 1,000..8 per 1,000",
        "rate | between | 5 per 1,000..8 per 10,000 | 5 per 1,000..8 per 1,000",
        "share_of_units | >= | 5 | 50%; 10/10; 5 units",
        "share_of_units | >= | 5 xã | 50%; 10/10; 5 units",
        "share_of_units | >= | 101% | 50%; 10/10; 5 units",
        "share_of_units | < | 0 units | 50%; 10/10; 5 units",
        "share_of_units | between | 5 units..50% | 50%..80%",
        "count | >= | 5% | 5",
        "count | >= | 5,5 | 5",
        "count | >= | -1 | 5",
        "count | >= | 1000000000000000000 | 5",
        "count | < | 0 | 5",
        "count | range | 3..2 | 2..3",
        "count | between | 2-3 | 2..3",
        "reduction | >= | +5% | 2; 5%",
        "reduction | >= | 2 units | 2; 5%",
        "reduction | range | 2..5% | 2..3; 5%..10%",
        "reduction | within | 10%..5% | 2..3; 5%..10%"
      })
  void refusesEveryOtherThreshold(
      String kind, String comparator, String threshold, String expected) {
    refusal(kind, "comparator", comparator, "threshold", threshold)
        .only()
        .tells("threshold", threshold, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ratio | => | 20% | >=, >, <=, <, =, range, between",
        "ratio | ≥ | 20% | >=, >, <=, <, =, range, between",
        "ratio | Between | 20%..30% | >=, >, <=, <, =, range, between",
        "count | == | 5 | >=, >, <=, <, =, range, between",
        "share_of_units | != | 50% | >=, >, <=, <, =, range, between",
        "rate | at most | 50% | >=, >, <=, <, =, range, between",
        "reduction | <= | 5% | range, within, >=",
        "reduction | = | 5% | range, within, >=",
        "change | = | +5% | range, within, >=, <=",
        "change | > | +5% | range, within, >=, <=",
        "score | <= | 50 | >=, >",
        "quarterly_count | > | 1 a quarter | >=",
        "deadline | <= | 2024-05-10 | <"
      })
  void refusesEveryOtherComparator(
      String kind, String comparator, String threshold, String expected) {
    refusal(kind, "comparator", comparator, "threshold", threshold)
        .tells("comparator", comparator, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5%s%%",
        "%s",
        "5 / %sx",
        "5%s per 1,000x",
        "%s..",
        "5%%..%sx",
        "5%%%s",
        "5 per %s"
      })
  void isRefusedAtOnceHoweverManyBlanksItHas(String form) {
    String threshold = form.formatted(" ".repeat(100_000) + "x");

    refusal("rate", "comparator", "<=", "threshold", threshold).only();
  }

  private Refusal refusal(String kind, String... cells) {
    String[] all = new String[cells.length + 4];
    System.arraycopy(cells, 0, all, 4, cells.length);
    all[0] = "applies_to";
    all[1] = kind.equals("change") || kind.equals("reduction") ? "" : "commune";
    all[2] = "inputs";
    all[3] = inputs(kind);
    return Refusal.of(folder, kind, all);
  }

  private static String inputs(String kind) {
    return switch (kind) {
      case "ratio", "rate" -> "done / total";
      case "share_of_units" -> "issued=yes";
      case "score" -> "60: issued=yes; 40: forms>=1";
      case "deadline" -> "report_submitted_on";
      default -> "done";
    };
  }

  private static Range range(Criterion criterion) {
    if (criterion instanceof Criterion.Ratio ratio) {
      return ratio.range();
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      return share.range();
    } else if (criterion instanceof Criterion.Reduction reduction) {
      return reduction.range();
    }
    return ((Criterion.Count) criterion).range();
  }

  private static String text(Range range) {
    String floor = range.floor() == null ? "" : limit(">", range.floor()) + " ";
    String above = range.capped() ? "<" : "exceeded above ";
    String ceiling = range.ceiling() == null ? "" : limit(above, range.ceiling()) + " ";
    return floor + ceiling + "of " + range.per();
  }

  private static String limit(String sign, Bound bound) {
    boolean equal = !bound.strict() && !sign.contains(" ");
    return sign + (equal ? "=" : "") + bound.numerator() + "/" + bound.denominator();
  }
}

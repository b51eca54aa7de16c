package vn.doichieu.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.doichieu.oracle.NaiveData.Figure;
import vn.doichieu.oracle.NaiveData.State;

/** Contract 4.2 for the kinds that look at one unit's own figures only. */
final class NaiveOwnFigures {
  private final NaiveData data;
  private final LocalDate asOf;

  NaiveOwnFigures(NaiveData data, LocalDate asOf) {
    this.data = data;
    this.asOf = asOf;
  }

  /** Contract 4.2, "change": (now - base)/base in [lo, hi], as "+3%..+5%". */
  NaiveVerdict change(String unit, String item, String now, String base, String range) {
    Figure current = data.figure(unit, item, now);
    Figure before = data.figure(unit, item, base);
    NaiveVerdict early = withoutBaseline(current, before);
    if (early != null) {
      return early;
    }
    BigDecimal baseline = new BigDecimal(before.count());
    BigDecimal low = baseline.add(baseline.multiply(percent(range.split("\\.\\.", -1)[0])));
    BigDecimal high = baseline.add(baseline.multiply(percent(range.split("\\.\\.", -1)[1])));
    BigDecimal value = new BigDecimal(current.count());
    NaiveVerdict verdict;
    if (value.compareTo(high) > 0) {
      verdict = NaiveVerdict.exceeded();
    } else if (value.compareTo(low) >= 0) {
      verdict = NaiveVerdict.met();
    } else {
      BigInteger least = low.setScale(0, RoundingMode.CEILING).toBigIntegerExact();
      verdict = NaiveVerdict.notMet("below_threshold", least.subtract(current.count()));
    }
    return verdict.over(current.count(), before.count());
  }

  /** Contract 4.2, "reduction": base - now in [lo, hi], as "2..3"; met when nothing is left. */
  NaiveVerdict reduction(String unit, String item, String now, String base, String range) {
    Figure current = data.figure(unit, item, now);
    Figure before = data.figure(unit, item, base);
    NaiveVerdict early = withoutBaseline(current, before);
    if (early != null) {
      return early;
    }
    BigInteger low = new BigInteger(range.split("\\.\\.", -1)[0].trim());
    BigInteger high = new BigInteger(range.split("\\.\\.", -1)[1].trim());
    BigInteger fall = before.count().subtract(current.count());
    NaiveVerdict verdict;
    if (fall.compareTo(high) > 0) {
      verdict = NaiveVerdict.exceeded();
    } else if (fall.compareTo(low) >= 0 || current.count().signum() == 0) {
      verdict = NaiveVerdict.met();
    } else {
      // No more can fall than is there: at 0 the target is met anyhow.
      BigInteger shortfall = low.subtract(fall).min(current.count());
      verdict = NaiveVerdict.notMet("below_threshold", shortfall);
    }
    return verdict.over(current.count(), before.count());
  }

  /** The order of contract 4.2: invalid, base absent, base 0, now absent; null to compare. */
  private static NaiveVerdict withoutBaseline(Figure now, Figure base) {
    if (now.state() == State.INVALID || base.state() == State.INVALID) {
      return NaiveVerdict.invalid().over(now.count(), base.count());
    }
    if (base.state() == State.ABSENT) {
      return NaiveVerdict.of("missing", "baseline_missing").over(now.count(), null);
    }
    if (base.count().signum() == 0) {
      return NaiveVerdict.notApplicable("baseline_zero").over(now.count(), base.count());
    }
    if (now.state() == State.ABSENT) {
      return NaiveVerdict.missing().over(null, base.count());
    }
    return null;
  }

  private static BigDecimal percent(String text) {
    return new BigDecimal(text.replace("%", "").trim()).movePointLeft(2);
  }

  /** Contract 4.2, "count": at least k. */
  NaiveVerdict count(String unit, String item, String period, String threshold) {
    Figure figure = data.figure(unit, item, period);
    if (figure.state() == State.INVALID) {
      return NaiveVerdict.invalid();
    }
    if (figure.state() == State.ABSENT) {
      return NaiveVerdict.missing();
    }
    BigInteger missing = new BigInteger(threshold.trim()).subtract(figure.count());
    NaiveVerdict verdict =
        missing.signum() > 0 ? NaiveVerdict.notMet("below_threshold", missing) : NaiveVerdict.met();
    return verdict.over(figure.count(), null);
  }

  /** Contract 4.2, "monthly_count": at least 1 in every month that has ended. */
  NaiveVerdict monthlyCount(String unit, String item, String range) {
    int met = 0;
    int ended = 0;
    int zero = 0;
    boolean invalid = false;
    boolean absent = false;
    boolean absentTooLong = false;
    List<YearMonth> months = months(range);
    for (YearMonth month : months) {
      LocalDate next = month.plusMonths(1).atDay(1);
      if (asOf.isBefore(next)) {
        continue;
      }
      ended++;
      Figure figure = data.figure(unit, item, month.toString());
      invalid |= figure.state() == State.INVALID;
      if (figure.state() == State.ABSENT) {
        absent = true;
        absentTooLong |= !asOf.isBefore(next.withDayOfMonth(10));
      } else if (figure.state() == State.KNOWN && figure.count().signum() == 0) {
        zero++;
      } else if (figure.state() == State.KNOWN) {
        met++;
      }
    }
    NaiveVerdict verdict;
    if (zero > 0) {
      verdict = NaiveVerdict.notMet("months_missed", BigInteger.valueOf(zero));
    } else if (invalid) {
      verdict = NaiveVerdict.invalid();
    } else if (absent) {
      verdict = absentTooLong ? NaiveVerdict.missing() : NaiveVerdict.inProgress();
    } else {
      verdict = ended == months.size() ? NaiveVerdict.met() : NaiveVerdict.inProgress();
    }
    return verdict.over(BigInteger.valueOf(met), BigInteger.valueOf(ended));
  }

  /** "2024-03..2024-12" gives the ten months in order. */
  static List<YearMonth> months(String range) {
    YearMonth last = YearMonth.parse(range.split("\\.\\.", -1)[1].trim());
    List<YearMonth> months = new ArrayList<>();
    YearMonth month = YearMonth.parse(range.split("\\.\\.", -1)[0].trim());
    while (!month.isAfter(last)) {
      months.add(month);
      month = month.plusMonths(1);
    }
    return months;
  }

  /** Contract 4.2, "deadline": before due. */
  NaiveVerdict deadline(String unit, String item, String period, LocalDate due) {
    Figure figure = data.figure(unit, item, period);
    if (figure.state() == State.INVALID) {
      return NaiveVerdict.invalid();
    }
    LocalDate given = given(unit, item, period);
    if (given == null) {
      return notGiven(item, due);
    }
    if (given.isBefore(due)) {
      return NaiveVerdict.met();
    }
    BigInteger days = BigInteger.valueOf(ChronoUnit.DAYS.between(due.minusDays(1), given));
    if (given.equals(due)) {
      return NaiveVerdict.of("needs_review", "on_deadline_day")
          .shortBy(days)
          .flag("on_deadline_day");
    }
    return NaiveVerdict.notMet("late", days);
  }

  private NaiveVerdict notGiven(String item, LocalDate due) {
    if (!asOf.isAfter(due)) {
      return NaiveVerdict.inProgress();
    }
    return item.equals("report_submitted_on")
        ? NaiveVerdict.of("not_met", "not_submitted")
        : NaiveVerdict.missing();
  }

  /** The date given, or null: a date after as_of has not happened yet (contract 4.2). */
  LocalDate given(String unit, String item, String period) {
    Object content = data.figure(unit, item, period).content();
    return content instanceof LocalDate date && !date.isAfter(asOf) ? date : null;
  }
}

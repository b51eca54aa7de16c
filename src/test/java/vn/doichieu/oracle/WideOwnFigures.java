package vn.doichieu.oracle;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.doichieu.oracle.NaiveClauses.Truth;
import vn.doichieu.oracle.NaiveData.Figure;
import vn.doichieu.oracle.NaiveData.State;

/** The wide forms of the kinds that look at one unit's own figures only. */
final class WideOwnFigures {
  private final NaiveData data;
  private final LocalDate asOf;

  WideOwnFigures(NaiveData data, LocalDate asOf) {
    this.data = data;
    this.asOf = asOf;
  }

  /** "2024 against 2023" or "2027 against average 2024..2026": now, and the years of the base. */
  private record Against(Figure now, List<Figure> bases) {
    BigInteger sum() {
      return bases.stream().map(Figure::count).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The order of contract 4.2: invalid, base absent, base 0, now absent; null to compare. */
    NaiveVerdict cannot() {
      List<State> states = new ArrayList<>(bases.stream().map(Figure::state).toList());
      if (now.state() == State.INVALID || states.contains(State.INVALID)) {
        return NaiveVerdict.invalid();
      }
      if (states.contains(State.ABSENT)) {
        return NaiveVerdict.of("missing", "baseline_missing");
      }
      if (sum().signum() == 0) {
        return NaiveVerdict.notApplicable("baseline_zero");
      }
      return now.state() == State.ABSENT ? NaiveVerdict.missing() : null;
    }

    BigInteger years() {
      return BigInteger.valueOf(bases.size());
    }

    NaiveVerdict shown(NaiveVerdict verdict) {
      return verdict.over(now.count().multiply(years()), sum());
    }
  }

  private Against against(WideRow row, String unit) {
    String[] periods = row.cell("periods").replace("average ", "").split(" against ", -1);
    List<Figure> bases = new ArrayList<>();
    for (String base : WidePeriods.parts(periods[1])) {
      bases.add(data.figure(unit, row.cell("inputs"), base));
    }
    return new Against(data.figure(unit, row.cell("inputs"), periods[0]), bases);
  }

  /** (now - base)/base: now held against so many per cent of the years' sum, by their number. */
  NaiveVerdict change(WideRow row, String unit) {
    Against figures = against(row, unit);
    NaiveVerdict cannot = figures.cannot();
    if (cannot != null) {
      return cannot;
    }
    WideLimits limits =
        WideLimits.growth(row.cell("comparator"), row.cell("threshold"))
            .over(figures.bases().size());
    return figures.shown(WideVerdicts.known(limits, figures.now().count(), figures.sum()));
  }

  /** base - now: the more is left, the less was taken away; met when nothing is left. */
  NaiveVerdict reduction(WideRow row, String unit) {
    Against figures = against(row, unit);
    NaiveVerdict cannot = figures.cannot();
    if (cannot != null) {
      return cannot;
    }
    WideLimits taken = WideLimits.of(row.cell("comparator"), row.cell("threshold"));
    BigInteger years = figures.years();
    BigInteger now = figures.now().count();
    BigInteger sum = figures.sum();
    // What is taken away, times the years, by its least and its most.
    boolean plain = taken.low().plain();
    BigInteger whole = plain ? years : sum;
    WideLimits scaled = plain ? timesYears(taken, years) : taken;
    BigInteger fewest = scaled.least(whole);
    BigInteger largest = sum.subtract(fewest).divide(years);
    BigInteger smallest = BigInteger.ZERO;
    if (scaled.high() != null) {
      BigInteger[] parts = sum.subtract(scaled.most(whole)).divideAndRemainder(years);
      smallest = parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }
    boolean enough = sum.subtract(now.multiply(years)).compareTo(fewest) >= 0;
    boolean tooMuch = enough && now.compareTo(smallest) < 0;
    if (tooMuch && !taken.capped()) {
      return figures.shown(NaiveVerdict.exceeded());
    }
    if (now.signum() == 0 || (enough && !tooMuch)) {
      return figures.shown(NaiveVerdict.met());
    }
    // Nothing left is one way out; a figure within the limits is the other, if there is any.
    BigInteger shortfall = now;
    if (taken.capped() && largest.signum() >= 0 && smallest.compareTo(largest) > 0) {
      shortfall = WideVerdicts.NO_WAY;
    } else if (sum.compareTo(fewest) >= 0) {
      shortfall = shortfall.min(tooMuch ? smallest.subtract(now) : now.subtract(largest));
    }
    String side = tooMuch ? "above_threshold" : "below_threshold";
    return figures.shown(NaiveVerdict.notMet(side, shortfall));
  }

  private static WideLimits timesYears(WideLimits limits, BigInteger years) {
    return new WideLimits(
        timesYears(limits.low(), years), timesYears(limits.high(), years), limits.capped());
  }

  private static WideLimits.Limit timesYears(WideLimits.Limit limit, BigInteger years) {
    return limit == null
        ? null
        : new WideLimits.Limit(limit.top().multiply(years), limit.bottom(), true, limit.strict());
  }

  /** "2 a month", "1 a quarter": in every one that has ended. */
  NaiveVerdict eachTime(WideRow row, String unit) {
    BigInteger asked = new BigInteger(row.cell("threshold").split(" ", -1)[0]);
    int enough = 0;
    int ended = 0;
    int missed = 0;
    boolean invalid = false;
    boolean absent = false;
    boolean absentTooLong = false;
    List<String> times = WidePeriods.parts(row.cell("periods"));
    for (String time : times) {
      LocalDate end = WidePeriods.end(time);
      if (asOf.isBefore(end)) {
        continue;
      }
      ended++;
      Figure figure = data.figure(unit, row.cell("inputs"), time);
      switch (figure.state()) {
        case INVALID -> invalid = true;
        case ABSENT -> {
          absent = true;
          absentTooLong |= !asOf.isBefore(end.withDayOfMonth(10));
        }
        case KNOWN -> {
          boolean held = figure.count().compareTo(asked) >= 0;
          enough += held ? 1 : 0;
          missed += held ? 0 : 1;
        }
      }
    }
    NaiveVerdict verdict;
    if (missed > 0) {
      verdict = NaiveVerdict.notMet("months_missed", BigInteger.valueOf(missed));
    } else if (invalid) {
      verdict = NaiveVerdict.invalid();
    } else if (absent) {
      verdict = absentTooLong ? NaiveVerdict.missing() : NaiveVerdict.inProgress();
    } else {
      verdict = ended == times.size() ? NaiveVerdict.met() : NaiveVerdict.inProgress();
    }
    return verdict.over(BigInteger.valueOf(enough), BigInteger.valueOf(ended));
  }

  /** "20: plan_issued=yes; -5: forms<2": every way that what is not known can turn out is tried. */
  NaiveVerdict score(WideRow row, String unit, String period) {
    WideLimits limits = WideLimits.of(row.cell("comparator"), row.cell("threshold"));
    BigInteger known = BigInteger.ZERO;
    BigInteger possible = BigInteger.ZERO;
    boolean unknown = false;
    boolean invalid = false;
    for (String text : row.cell("inputs").split(";", -1)) {
      BigInteger points = points(text);
      possible = possible.add(points.max(BigInteger.ZERO));
      Truth truth = WideCondition.truth(condition(text), item -> data.figure(unit, item, period));
      unknown |= truth == Truth.ABSENT || truth == Truth.INVALID;
      invalid |= truth == Truth.INVALID;
      known = truth == Truth.YES ? known.add(points) : known;
    }
    List<BigInteger> outcomes = outcomes(row.cell("inputs"), unit, period);
    BigInteger least = outcomes.stream().min(BigInteger::compareTo).orElseThrow();
    BigInteger most = outcomes.stream().max(BigInteger::compareTo).orElseThrow();
    NaiveVerdict open = invalid ? NaiveVerdict.invalid() : NaiveVerdict.missing();
    return WideVerdicts.between(limits, least, most, BigInteger.ONE, unknown, open)
        .over(known, possible);
  }

  private List<BigInteger> outcomes(String inputs, String unit, String period) {
    List<Map<String, Figure>> ways = new ArrayList<>(List.of(new TreeMap<>()));
    String conditions = inputs.replaceAll("-?[0-9]+:", " ");
    for (String item : WideCondition.items(conditions)) {
      Figure figure = data.figure(unit, item, period);
      List<Figure> choices =
          figure.state() == State.KNOWN ? List.of(figure) : WideCondition.choices(conditions, item);
      List<Map<String, Figure>> more = new ArrayList<>();
      for (Map<String, Figure> way : ways) {
        for (Figure choice : choices) {
          Map<String, Figure> with = new TreeMap<>(way);
          with.put(item, choice);
          more.add(with);
        }
      }
      ways = more;
    }
    List<BigInteger> outcomes = new ArrayList<>();
    for (Map<String, Figure> way : ways) {
      BigInteger score = BigInteger.ZERO;
      for (String text : inputs.split(";", -1)) {
        boolean holds = WideCondition.truth(condition(text), way::get) == Truth.YES;
        score = holds ? score.add(points(text)) : score;
      }
      outcomes.add(score);
    }
    return outcomes;
  }

  private static BigInteger points(String text) {
    return new BigInteger(text.substring(0, text.indexOf(':')).strip());
  }

  private static String condition(String text) {
    return text.substring(text.indexOf(':') + 1);
  }
}

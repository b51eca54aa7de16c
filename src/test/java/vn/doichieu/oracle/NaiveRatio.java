package vn.doichieu.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.oracle.NaiveData.Figure;
import vn.doichieu.oracle.NaiveData.State;

/** Contract 4.2, "ratio" and "ratio at the area", for one target in one period. */
final class NaiveRatio {
  private static final Pattern TERM = Pattern.compile("([+-]?)([A-Za-z_0-9]+)");

  /** A share p as the exact fraction top/bottom. */
  record Share(BigInteger top, BigInteger bottom) {
    static Share percent(String text) {
      BigDecimal value = new BigDecimal(text.replace("%", "").trim()).movePointLeft(2);
      int scale = Math.max(value.scale(), 0);
      return new Share(value.movePointRight(scale).toBigIntegerExact(), BigInteger.TEN.pow(scale));
    }

    boolean reached(String comparator, BigInteger n, BigInteger d) {
      int side = n.multiply(bottom).compareTo(d.multiply(top));
      return switch (comparator) {
        case ">=" -> side >= 0;
        case ">" -> side > 0;
        default -> throw new IllegalArgumentException("comparator " + comparator);
      };
    }

    /** Least k >= 0 with (n+k)/d reaching p: one below, one at, or one above p*d. */
    BigInteger least(String comparator, BigInteger n, BigInteger d) {
      BigInteger k = d.multiply(top).divide(bottom).subtract(n).max(BigInteger.ZERO);
      while (!reached(comparator, n.add(k), d)) {
        k = k.add(BigInteger.ONE);
      }
      return k;
    }
  }

  private record Pair(Figure n, Figure d) {}

  private final NaiveData data;
  private final Set<String> optional;
  private final String period;
  private final String comparator;
  private final Share share;
  private final String above;
  private final String below;

  NaiveRatio(
      NaiveData data,
      Set<String> optional,
      String inputs,
      String comparator,
      String threshold,
      String period) {
    this.data = data;
    this.optional = optional;
    this.period = period;
    this.comparator = comparator;
    this.share = Share.percent(threshold);
    String[] sides = inputs.replaceAll("[()\\s]", "").split("/", -1);
    this.above = sides[0];
    this.below = sides[1];
  }

  /** The ratio at one unit from its own figures. */
  NaiveVerdict atUnit(String unit) {
    Pair own = pair(unit);
    BigInteger n = own.n().count();
    BigInteger d = own.d().count();
    if (own.n().state() == State.INVALID || own.d().state() == State.INVALID) {
      return NaiveVerdict.invalid().over(n, d);
    }
    if (d != null && d.signum() == 0) {
      return NaiveVerdict.notApplicable("no_denominator").over(n, d);
    }
    if (n == null || d == null) {
      return NaiveVerdict.missing().over(n, d);
    }
    return compare(n, n, d);
  }

  /** Judged by best (the most that may be counted), shown as n/d. */
  private NaiveVerdict compare(BigInteger best, BigInteger n, BigInteger d) {
    NaiveVerdict verdict =
        share.reached(comparator, best, d)
            ? NaiveVerdict.met()
            : NaiveVerdict.notMet("below_threshold", share.least(comparator, best, d));
    return verdict.over(n, d);
  }

  private Pair pair(String unit) {
    Figure n = sum(unit, above);
    Figure d = sum(unit, below);
    boolean negative = d.state() == State.KNOWN && d.count().signum() < 0;
    boolean both = n.state() == State.KNOWN && d.state() == State.KNOWN;
    if (negative || (both && n.count().compareTo(d.count()) > 0)) {
      return new Pair(Figure.INVALID, Figure.INVALID);
    }
    return new Pair(n, d);
  }

  private Figure sum(String unit, String expression) {
    BigInteger total = BigInteger.ZERO;
    boolean absent = false;
    boolean invalid = false;
    Matcher term = TERM.matcher(expression);
    while (term.find()) {
      Figure figure = term(unit, term.group(2));
      absent |= figure.state() == State.ABSENT;
      invalid |= figure.state() == State.INVALID;
      if (figure.state() == State.KNOWN) {
        boolean minus = term.group(1).equals("-");
        total = minus ? total.subtract(figure.count()) : total.add(figure.count());
      }
    }
    if (invalid) {
      return Figure.INVALID;
    }
    return absent ? Figure.ABSENT : new Figure(State.KNOWN, total);
  }

  private Figure term(String unit, String name) {
    if (name.matches("[0-9]+")) {
      return new Figure(State.KNOWN, new BigInteger(name));
    }
    Figure figure = data.figure(unit, name, period);
    boolean countsZero = figure.state() == State.ABSENT && optional.contains(name);
    return countsZero ? new Figure(State.KNOWN, BigInteger.ZERO) : figure;
  }

  private List<String> requiredItems() {
    List<String> names = new ArrayList<>();
    Matcher term = TERM.matcher(above + "+" + below);
    while (term.find()) {
      if (!optional.contains(term.group(2)) && !term.group(2).matches("[0-9]+")) {
        names.add(term.group(2));
      }
    }
    return names;
  }

  /** True if the area submitted every required input; an invalid figure counts as submitted. */
  boolean hasOwn(String area) {
    for (String item : requiredItems()) {
      if (data.figure(area, item, period).state() == State.ABSENT) {
        return false;
      }
    }
    return true;
  }

  /** Contract 4.2, "From members". */
  NaiveVerdict fromMembers(List<String> members) {
    BigInteger n = BigInteger.ZERO;
    BigInteger d = BigInteger.ZERO;
    BigInteger unknown = BigInteger.ZERO;
    boolean denominatorOpen = false;
    boolean someInvalid = false;
    boolean someUnknown = false;
    for (String member : members) {
      Pair its = pair(member);
      if (its.d().state() != State.KNOWN) {
        denominatorOpen = true;
        someInvalid |= its.d().state() == State.INVALID || its.n().state() == State.INVALID;
        continue;
      }
      BigInteger itsD = its.d().count();
      d = d.add(itsD);
      if (its.n().state() == State.KNOWN) {
        n = n.add(its.n().count());
      } else if (itsD.signum() > 0) {
        // With d = 0 a member leaves nothing open, whatever its numerator. Read here: nor does it
        // count as "some member is invalid"; the contract's words allow both.
        unknown = unknown.add(itsD);
        someUnknown = true;
        someInvalid |= its.n().state() == State.INVALID;
      }
    }
    NaiveVerdict open = someInvalid ? NaiveVerdict.invalid() : NaiveVerdict.missing();
    if (denominatorOpen) {
      return open.over(n, d);
    }
    if (d.signum() == 0) {
      return NaiveVerdict.notApplicable("no_denominator").over(n, d);
    }
    return bounds(n, d, unknown, someUnknown, open);
  }

  /** Decided if the worst and the best case agree. */
  private NaiveVerdict bounds(
      BigInteger n, BigInteger d, BigInteger unknown, boolean someUnknown, NaiveVerdict open) {
    NaiveVerdict worst = compare(n, n, d);
    NaiveVerdict best = compare(n.add(unknown), n, d);
    if (worst.result().equals(best.result())) {
      return someUnknown ? best.flag("decided_despite_missing") : best;
    }
    return open.result().equals("invalid")
        ? open.over(n, d)
        : NaiveVerdict.of("missing", "undetermined").over(n, d);
  }

  /** Contract 4.2: for some required item the members' sum exceeds the area's own. */
  boolean exceedsOwn(String area, List<String> members) {
    for (String item : requiredItems()) {
      if (sumOf(item, members).compareTo(data.figure(area, item, period).count()) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Contract 4.2: every member gives every required input validly and some sum differs. */
  boolean completeAndDiffers(String area, List<String> members) {
    boolean differs = false;
    for (String item : requiredItems()) {
      for (String member : members) {
        if (data.figure(member, item, period).state() != State.KNOWN) {
          return false;
        }
      }
      differs |= !sumOf(item, members).equals(data.figure(area, item, period).count());
    }
    return differs;
  }

  private BigInteger sumOf(String item, List<String> members) {
    BigInteger total = BigInteger.ZERO;
    for (String member : members) {
      Figure figure = data.figure(member, item, period);
      total = figure.state() == State.KNOWN ? total.add(figure.count()) : total;
    }
    return total;
  }
}

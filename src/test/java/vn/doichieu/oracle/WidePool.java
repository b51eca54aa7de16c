package vn.doichieu.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.doichieu.oracle.NaiveData.Figure;
import vn.doichieu.oracle.NaiveData.State;

/**
 * A ratio, a rate or a number, at one unit and pooled over the members of the area. A number is n
 * of no whole.
 */
final class WidePool {
  private record Pair(Figure n, Figure d) {}

  private static final Figure ONE = new Figure(State.KNOWN, BigInteger.ONE);

  private final NaiveData data;
  private final WideLimits limits;
  private final boolean proportion;
  private final WideSum part;
  private final WideSum whole;

  private WidePool(
      NaiveData data, WideLimits limits, boolean proportion, WideSum part, WideSum whole) {
    this.data = data;
    this.limits = limits;
    this.proportion = proportion;
    this.part = part;
    this.whole = whole;
  }

  static WidePool of(NaiveData data, Set<String> optional, WideRow row, String period) {
    WideLimits limits = WideLimits.of(row.cell("comparator"), row.cell("threshold"));
    String[] sides = row.cell("inputs").split("/", -1);
    return new WidePool(
        data,
        limits,
        row.cell("kind").equals("ratio"),
        new WideSum(data, optional, sides[0], period),
        sides.length == 1 ? null : new WideSum(data, optional, sides[1], period));
  }

  private Pair pair(String unit) {
    Figure n = part.at(unit);
    Figure d = whole == null ? ONE : whole.at(unit);
    boolean both = n.state() == State.KNOWN && d.state() == State.KNOWN;
    boolean more = proportion && both && n.count().compareTo(d.count()) > 0;
    boolean negative = !proportion && n.state() == State.KNOWN && n.count().signum() < 0;
    if (more || negative || (d.state() == State.KNOWN && d.count().signum() < 0)) {
      return new Pair(Figure.INVALID, Figure.INVALID);
    }
    return new Pair(n, d);
  }

  NaiveVerdict atUnit(String unit) {
    Pair own = pair(unit);
    if (own.n().state() == State.INVALID || own.d().state() == State.INVALID) {
      return NaiveVerdict.invalid();
    }
    BigInteger n = own.n().count();
    BigInteger d = own.d().count();
    if (d != null && d.signum() == 0) {
      return NaiveVerdict.notApplicable("no_denominator");
    }
    if (n == null || d == null) {
      return NaiveVerdict.missing();
    }
    return shown(WideVerdicts.known(limits, n, d), n, d);
  }

  private NaiveVerdict shown(NaiveVerdict verdict, BigInteger n, BigInteger d) {
    return verdict.over(n, whole == null ? null : d);
  }

  /**
   * The members together. What is not known of a part lies between nothing and its whole; of a rate
   * and of a number, which no whole bounds, it may be anything from nothing up.
   */
  NaiveVerdict fromMembers(List<String> members) {
    BigInteger least = BigInteger.ZERO;
    BigInteger most = BigInteger.ZERO;
    BigInteger d = BigInteger.ZERO;
    boolean open = false;
    boolean invalid = false;
    boolean unknown = false;
    for (String member : members) {
      Pair its = pair(member);
      boolean someInvalid = its.n().state() == State.INVALID || its.d().state() == State.INVALID;
      if (its.d().state() != State.KNOWN) {
        open = true;
        invalid |= someInvalid;
        continue;
      }
      d = d.add(its.d().count());
      if (its.n().state() == State.KNOWN) {
        least = least.add(its.n().count());
        most = most == null ? null : most.add(its.n().count());
      } else if (!proportion || its.d().count().signum() > 0) {
        unknown = true;
        invalid |= someInvalid;
        most = most == null || !proportion ? null : most.add(its.d().count());
      }
    }
    NaiveVerdict left = invalid ? NaiveVerdict.invalid() : NaiveVerdict.missing();
    if (open) {
      return left;
    }
    if (whole == null) {
      d = BigInteger.ONE;
    } else if (d.signum() == 0) {
      return NaiveVerdict.notApplicable("no_denominator");
    }
    NaiveVerdict undetermined = invalid ? left : NaiveVerdict.of("missing", "undetermined");
    return shown(WideVerdicts.between(limits, least, most, d, unknown, undetermined), least, d);
  }

  private List<List<String>> required() {
    List<List<String>> inputs = new ArrayList<>(part.required());
    if (whole != null) {
      inputs.addAll(whole.required());
    }
    return inputs;
  }

  /** Whether the area submitted every required input; an invalid figure counts as submitted. */
  boolean hasOwn(String area) {
    for (List<String> input : required()) {
      if (data.figure(area, input.get(0), input.get(1)).state() == State.ABSENT) {
        return false;
      }
    }
    return true;
  }

  /** Whether for some required input the members' sum exceeds the area's own. */
  boolean exceedsOwn(String area, List<String> members) {
    for (List<String> input : required()) {
      if (sum(input, members).compareTo(own(area, input)) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether every member gives every required input validly and some sum differs. */
  boolean completeAndDiffers(String area, List<String> members) {
    boolean differs = false;
    for (List<String> input : required()) {
      for (String member : members) {
        if (data.figure(member, input.get(0), input.get(1)).state() != State.KNOWN) {
          return false;
        }
      }
      differs |= !sum(input, members).equals(own(area, input));
    }
    return differs;
  }

  private BigInteger own(String area, List<String> input) {
    return data.figure(area, input.get(0), input.get(1)).count();
  }

  private BigInteger sum(List<String> input, List<String> members) {
    BigInteger total = BigInteger.ZERO;
    for (String member : members) {
      Figure figure = data.figure(member, input.get(0), input.get(1));
      total = figure.state() == State.KNOWN ? total.add(figure.count()) : total;
    }
    return total;
  }
}

package vn.doichieu.explanation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Result;

/**
 * One step of a calculation, with the numbers it starts from and the number it comes to, so that it
 * can be redone on paper. Numbers are exact; nothing is rounded.
 */
public sealed interface Step {

  /**
   * What the DRL rule of the target said: taken over, not worked out again.
   *
   * @param rule the rule as it was written; empty if it is not at hand
   * @param file the file that it stands in
   * @param row its line there
   */
  record ByDrl(Said said, String rule, String file, int row) implements Step {

    /** What it can say. */
    public enum Said {
      HOLDS,
      FAILS,
      /** It counts only where all figures are there. */
      NOT_ASKED
    }
  }

  /** The two sides of a ratio. */
  enum Side {
    /** n */
    PART,
    /** d */
    WHOLE
  }

  /** A number, or why there is none. */
  record Quantity(State state, BigInteger value) {

    static final Quantity ABSENT = new Quantity(State.ABSENT, BigInteger.ZERO);
    static final Quantity INVALID = new Quantity(State.INVALID, BigInteger.ZERO);

    static Quantity of(BigInteger value) {
      return new Quantity(State.VALID, value);
    }

    /** Whether there is a number. */
    public boolean known() {
      return state == State.VALID;
    }

    /** Whether something was given that cannot be used. */
    public boolean invalid() {
      return state == State.INVALID;
    }
  }

  /**
   * a x b held against c x d.
   *
   * @param left what a x b comes to
   * @param right what c x d comes to
   */
  record Products(
      BigInteger a, BigInteger b, BigInteger left, BigInteger c, BigInteger d, BigInteger right) {

    static Products of(BigInteger a, BigInteger b, BigInteger c, BigInteger d) {
      return new Products(a, b, a.multiply(b), c, d, c.multiply(d));
    }

    /** Below 0, 0 or above 0, as the left product is below, equal to or above the right one. */
    public int sign() {
      return left.compareTo(right);
    }
  }

  /** What is known of a clause. */
  enum Truth {
    HOLDS,
    FAILS,
    /** Its figure is absent. */
    UNKNOWN,
    /** Its figure cannot be used. */
    INVALID
  }

  /** A clause with its figure. */
  record ClauseRead(Clause clause, Figure figure, Truth truth) {}

  /** The condition under which the target applies. */
  record Condition(ClauseRead read) implements Step {}

  /** The clauses of a share of units, at one unit. */
  record Clauses(List<ClauseRead> read) implements Step {}

  /**
   * One side of a ratio, added up.
   *
   * @param tooLarge whether the sum is larger than any number of a real body (2^63 and more)
   */
  record Sum(Side side, List<Addend> addends, Quantity total, boolean tooLarge) implements Step {}

  /**
   * A part of a sum.
   *
   * @param sign 1 or -1
   * @param number what is added; 0 where there is none
   * @param figure where it comes from; null for a whole number of the plan itself
   * @param countsAsZero whether it is optional and absent
   */
  record Addend(int sign, BigInteger number, @Nullable Figure figure, boolean countsAsZero) {}

  /** n is above d, or d below 0: both were given, and cannot be right together. */
  record Impossible(BigInteger n, BigInteger d) implements Step {}

  /** d is 0: there is nothing to have a share of. */
  record NothingArose() implements Step {}

  /** Which of the values that are still possible a comparison is made with. */
  enum Case {
    /** The only one. */
    PLAIN,
    /** All that is unknown turns out as 0. */
    WORST,
    /** All that is unknown turns out as it should. */
    BEST
  }

  /**
   * n/d held against a bound: n x q against d x p.
   *
   * @param products n x q against d x p
   */
  record Compared(
      Case of, BigInteger n, BigInteger d, Bound bound, Products products, boolean holds)
      implements Step {}

  /** Whose figures an area's ratio is calculated from, and why. */
  enum Source {
    /** The area submitted every required figure. */
    OWN,
    /** It did not, and has members. */
    MEMBERS,
    /** It has no members. */
    OWN_FOR_LACK_OF_MEMBERS
  }

  /**
   * The choice of figures.
   *
   * @param absent the required figures that the area did not submit
   * @param members how many members there are
   */
  record Chosen(Source source, List<Item> absent, int members) implements Step {}

  /**
   * The sums over the members.
   *
   * @param n the sum of the parts that are known
   * @param d the sum of the wholes that are known
   * @param unknown how much n may still grow
   * @param open how many members have no whole
   * @param unknownParts how many members have a whole above 0 and no part
   * @param tooLarge whether a sum is larger than any number of a real body
   */
  record Pooled(
      int members,
      BigInteger n,
      BigInteger d,
      BigInteger unknown,
      int open,
      int unknownParts,
      boolean tooLarge)
      implements Step {}

  /** How an area's own figures stand to its members'. */
  enum Agreement {
    AGREE,
    /** Every member gave every figure, and some sum is smaller than the area's own. */
    ABOVE_MEMBERS,
    /** Some sum is larger than the area's own. */
    BELOW_MEMBERS
  }

  /** One item of an area beside the sum of its members. */
  record ItemTotal(Item item, BigInteger own, BigInteger members, int membersWithout) {}

  /** An area's own figures held against its members', item by item. */
  record Totals(List<ItemTotal> items, Agreement agreement) implements Step {}

  /** What both sets of figures come to after closing, where the area's own are below. */
  record BothWays(Result own, Result members) implements Step {}

  /**
   * The members of a share counted.
   *
   * @param members all of them
   * @param counted the N of the share
   * @param waived left out because their own line is waived
   * @param notAsked left out because the condition does not hold there
   * @param met of those counted: every clause holds
   * @param failed a clause fails
   * @param missing nothing fails, and a figure is absent
   * @param invalid nothing fails, and a figure cannot be used
   */
  record Counted(
      int members,
      int waived,
      int notAsked,
      int counted,
      int met,
      int failed,
      int missing,
      int invalid)
      implements Step {

    /** How many may still turn out either way. */
    public int unknown() {
      return missing + invalid;
    }
  }

  /**
   * now against base.
   *
   * @param low now x q against base x (q + lowest growth)
   * @param high now x q against base x (q + highest growth)
   */
  record Changed(BigInteger now, BigInteger base, Products low, Products high) implements Step {}

  /**
   * base - now against a range; also met when nothing is left.
   *
   * @param by base - now
   */
  record Reduced(BigInteger now, BigInteger base, BigInteger by, BigInteger low, BigInteger high)
      implements Step {}

  /** A number against the least that is asked for. */
  record AtLeast(BigInteger number, BigInteger least) implements Step {}

  /** The figures of now and of the baseline, as far as there are any. */
  record NowAndBase(Quantity now, ReportingPeriod period, Quantity base, ReportingPeriod baseline)
      implements Step {}

  /** One figure alone, as far as there is one. */
  record OneFigure(Quantity quantity) implements Step {}

  /**
   * Month by month.
   *
   * @param least what each month needs
   */
  record Months(BigInteger least, List<Month> months) implements Step {}

  /**
   * One month.
   *
   * @param figure null while the month has not ended: nothing is asked for yet
   * @param missingFrom the day from which an absent figure counts as missing
   * @param overdue whether that day has come
   */
  record Month(
      ReportingPeriod month, @Nullable Figure figure, LocalDate missingFrom, boolean overdue) {}

  /**
   * A day against the one before which something is due.
   *
   * @param due the first day that is too late
   * @param lastDay the day before it
   * @param given the day given; null if there is none that can be used
   * @param invalid whether something was given that cannot be used
   * @param future whether it lies after the as-of date and has not happened yet
   * @param daysLate days from the last allowed day to the one given; 0 or less in time, null if no
   *     day counts
   * @param report whether it is a report, of which the receiving office knows whether it came
   */
  record Dates(
      LocalDate due,
      LocalDate lastDay,
      @Nullable LocalDate given,
      boolean invalid,
      boolean future,
      @Nullable Long daysLate,
      LocalDate asOf,
      boolean report)
      implements Step {}

  /** A yes or no. */
  record Done(ClauseRead read) implements Step {}

  /** There is nothing to compare with: a person decides. */
  record Person() implements Step {}
}

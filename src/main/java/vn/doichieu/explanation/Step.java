package vn.doichieu.explanation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.ReportingPeriod;

/**
 * One step of a calculation, with the numbers it starts from and the number it comes to, so that it
 * can be redone on paper. Numbers are exact; nothing is rounded.
 */
public sealed interface Step
    permits AreaStep,
        Step.Condition,
        Step.Clauses,
        Step.Sum,
        Step.Impossible,
        Step.NothingArose,
        Step.Compared,
        Step.Held,
        Step.Points,
        Step.Scored,
        Step.Averaged,
        Step.Changed,
        Step.Reduced,
        Step.Lowered,
        Step.NowAndBase,
        Step.OneFigure,
        Step.Months,
        Step.Dates,
        Step.Done,
        Step.ByDrl,
        Step.Person {

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

  /** What is added up. */
  enum Side {
    /** n */
    PART,
    /** d */
    WHOLE,
    /** A number that is no part of anything: n, too. */
    NUMBER
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

  /** The condition under which the target applies. */
  record Condition(Tested tested) implements Step {}

  /** The conditions that a unit of a share has to comply with, every one of them. */
  record Clauses(List<Tested> parts) implements Step {}

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

  /** n is above d, or one of them below 0: what was given cannot be right. */
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
    BEST,
    /** The least that can still be. */
    LOWEST,
    /** The most that can still be. */
    HIGHEST
  }

  /**
   * n/d held against a floor: n x q against d x p.
   *
   * @param products n x q against d x p
   */
  record Compared(
      Case of, BigInteger n, BigInteger d, Bound bound, Products products, boolean holds)
      implements Step {}

  /**
   * n/d held against a range that has a ceiling, or n against plain numbers.
   *
   * @param d 1 where plain numbers are asked
   * @param floor n x q against d x p of the floor; null if there is none
   * @param ceiling n x q against d x p of the ceiling; null if there is none
   * @param below whether n/d is below the floor
   * @param above whether n/d is above the ceiling
   */
  record Held(
      Case of,
      BigInteger n,
      BigInteger d,
      Range range,
      @Nullable Products floor,
      @Nullable Products ceiling,
      boolean below,
      boolean above)
      implements Step {}

  /**
   * What one condition of a score counts for.
   *
   * @param points below 0 for what is taken off
   */
  record Points(BigInteger points, Tested tested) implements Step {}

  /**
   * All points together: one number where everything is known.
   *
   * @param band the level that it reaches; empty where that is not known, or there are none
   */
  record Scored(BigInteger least, BigInteger most, String band) implements Step {}

  /**
   * A baseline that is the average of years: their sum, and now times their number, so that nothing
   * is divided.
   *
   * @param sum what the figures of the baseline come to
   * @param times now times the number of years
   */
  record Averaged(List<Figure> baseline, BigInteger sum, BigInteger now, BigInteger times)
      implements Step {}

  /**
   * now against base.
   *
   * @param low now x q against base x (q + lowest growth); null if any growth will do
   * @param high now x q against base x (q + highest growth); null if there is none
   */
  record Changed(BigInteger now, BigInteger base, @Nullable Products low, @Nullable Products high)
      implements Step {}

  /** base - now, which is met as well when nothing is left. */
  record Lowered(BigInteger now, BigInteger base, BigInteger by) implements Step {}

  /**
   * base - now against a range; also met when nothing is left.
   *
   * @param by base - now
   */
  record Reduced(BigInteger now, BigInteger base, BigInteger by, BigInteger low, BigInteger high)
      implements Step {}

  /** The figures of now and of the baseline, as far as there are any. */
  record NowAndBase(Quantity now, ReportingPeriod period, Quantity base, ReportingPeriod baseline)
      implements Step {}

  /** One figure alone, as far as there is one. */
  record OneFigure(Quantity quantity) implements Step {}

  /**
   * Month by month, or quarter by quarter.
   *
   * @param least what each needs
   */
  record Months(BigInteger least, boolean quarterly, List<Month> months) implements Step {}

  /**
   * One month or quarter.
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

  /** Whether something was done. */
  record Done(Tested tested) implements Step {}

  /** There is nothing to compare with: a person decides. */
  record Person() implements Step {}
}

package vn.doichieu.explanation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.explanation.Step.Products;

/** The least that would change what the figures come to; only what follows from the contract. */
public sealed interface Margin {

  /** What a number stands for. */
  enum Of {
    PART,
    WHOLE,
    NOW,
    BASE,
    COUNT,
    /** Members for which every clause holds. */
    UNITS,
    /** Points of a score. */
    POINTS
  }

  /**
   * A ratio or change that is not met: the least k to add.
   *
   * @param start what k is added to: the best case, where something is unknown
   * @param enough the comparison with k added
   * @param notEnough the comparison with one less
   */
  record Lacking(Of of, BigInteger k, BigInteger start, Products enough, Products notEnough)
      implements Margin {}

  /**
   * A ratio or change that is met: the most that it could fall and still be met.
   *
   * @param start what it would fall from: the worst case, where something is unknown
   * @param least the least that is met
   * @param still the comparison at the least
   */
  record Spare(Of of, BigInteger k, BigInteger start, BigInteger least, Products still)
      implements Margin {}

  /** A whole number that is too small, or too large by that much, against a limit. */
  record Apart(Of of, BigInteger k, BigInteger limit, boolean atMost) implements Margin {}

  /** A whole number within its limit, which could move by that much. */
  record Within(Of of, BigInteger k, BigInteger limit, boolean atMost) implements Margin {}

  /**
   * A number that lacks or cannot be used: what it would have to be.
   *
   * @param least met from here on; null if there is no lower limit
   * @param most met up to here; null if there is no upper limit
   */
  record WouldBeMet(Of of, @Nullable BigInteger least, @Nullable BigInteger most)
      implements Margin {}

  /**
   * The whole numbers that are met, within limits: none, where the least is above the most.
   *
   * @param least null if there is no lower limit
   * @param most null if there is no upper limit
   * @param orNone whether 0 is met, too
   */
  record Allowed(Of of, @Nullable BigInteger least, @Nullable BigInteger most, boolean orNone)
      implements Margin {}

  /** No value that the lacking number can have would be met. */
  record NeverMet(Of of) implements Margin {}

  /** Every value that the lacking number can have would be met. */
  record AlwaysMet(Of of) implements Margin {}

  /**
   * An area that hangs on its unknown members: met from k of them on.
   *
   * @param k the least that they have to bring together
   * @param unknown the most that they can bring
   */
  record HangsOn(Of of, BigInteger k, BigInteger unknown) implements Margin {}

  /** Numbers without which nothing can be said. */
  record Needs(List<Of> numbers) implements Margin {}

  /** Members without whose wholes, or numbers, nothing can be said. */
  record NeedsMembers(Of of, int members) implements Margin {}

  /** Months or quarters that were missed for good, or that still lack figures. */
  record NeedsMonths(
      List<ReportingPeriod> below,
      List<ReportingPeriod> unknown,
      BigInteger least,
      boolean quarterly)
      implements Margin {}

  /** A day: anything up to it is in time. */
  record UpTo(LocalDate lastDay, @Nullable Long daysToSpare, @Nullable Long daysLate)
      implements Margin {}

  /** Conditions that have to hold; with none left they all do. */
  record NeedsClauses(List<Tested> clauses) implements Margin {}

  /** A condition that would have to turn, or to hold. */
  record YesOrNo(Tested tested, boolean met) implements Margin {}

  /** The condition decides first. */
  record ConditionFirst(Tested tested) implements Margin {}

  /** Figures that contradict one another have to be put right first. */
  record PutRight() implements Margin {}

  /** There is no number from which a step could be counted. */
  record NoBase(Of of) implements Margin {}

  /** Above a ceiling: the most that it could be. */
  record AboveCeiling(Of of, BigInteger k, BigInteger most) implements Margin {}

  /** Only the DRL rule of the target knows. */
  record OnlyTheRule() implements Margin {}

  /** A person decides. */
  record APerson() implements Margin {}
}

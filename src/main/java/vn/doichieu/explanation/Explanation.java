package vn.doichieu.explanation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.OtherReading.Verdict;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.explanation.Step.Quantity;
import vn.doichieu.explanation.Tested.ClauseRead;

/**
 * One finding, explained.
 *
 * @param finding what the rules found
 * @param figures the figures used or missed, each with its place
 * @param problems what was read where a figure cannot be used
 * @param steps the calculation, from the figures to {@code byFigures}
 * @param byFigures what the figures come to by themselves
 * @param settled what closing, waivers and {@code on_miss} make of it
 * @param margin the least that would change it
 * @param members every member's part in an area's line; empty for other lines
 * @param otherReadings what it would be under the other readings of the sentence
 * @param disagreements where the rules found something else; a defect of the program
 */
public record Explanation(
    Finding finding,
    List<Figure> figures,
    List<Problem> problems,
    List<Step> steps,
    ByFigures byFigures,
    Settled settled,
    Margin margin,
    List<Member> members,
    List<Verdict> otherReadings,
    List<Disagreement> disagreements) {

  public Explanation {
    figures = List.copyOf(figures);
    problems = List.copyOf(problems);
    steps = List.copyOf(steps);
    members = List.copyOf(members);
    otherReadings = List.copyOf(otherReadings);
    disagreements = List.copyOf(disagreements);
  }

  /**
   * What figures come to, before closing, waivers and {@code on_miss}.
   *
   * @param basis whose figures it rests on
   * @param day the day given for a deadline, if it counts
   */
  public record ByFigures(
      Reason reason,
      Basis basis,
      @Nullable BigInteger numerator,
      @Nullable BigInteger denominator,
      @Nullable BigInteger shortfall,
      @Nullable LocalDate day,
      Set<Flag> flags) {

    /** The result that the reason stands for. */
    public Result result() {
      return reason.result();
    }

    /** The same numbers and day, of which nothing is made for another reason. */
    ByFigures because(Reason other) {
      return new ByFigures(other, basis, numerator, denominator, null, day, Set.of());
    }
  }

  /** Why a period counts as over, or not. */
  public enum Clock {
    /** The as-of date is the closing day or later. */
    OVER,
    /** The as-of date is before the closing day. */
    RUNNING,
    /** Every period counts as over: {@code --closed}. */
    TAKEN_AS_OVER,
    /** Deadlines and months go by their own dates. */
    OWN_DATES
  }

  /**
   * What is made of it.
   *
   * @param closing the result after closing
   * @param waivers every valid waiver for it
   * @param leftToPerson whether {@code on_miss} turned a miss into a review
   */
  public record Settled(
      Clock clock,
      LocalDate closesOn,
      Result closing,
      List<WaiverHeld> waivers,
      boolean leftToPerson,
      Result result,
      Reason reason,
      boolean binding,
      Set<Flag> flags) {}

  /** Whether a waiver is in force, and why. */
  public enum Standing {
    /** The as-of date is its last day or before. */
    IN_FORCE,
    /** The date given for the deadline is its last day or before. */
    COVERED_THE_DATE,
    /** It reached the last day of the period. */
    COVERED_THE_PERIOD,
    LAPSED
  }

  /**
   * A waiver and what became of it.
   *
   * @param applied whether it turned the result into waived
   */
  public record WaiverHeld(Waiver waiver, Standing standing, boolean applied) {}

  /**
   * A member's part in an area's line.
   *
   * @param figures its figures
   * @param clauses what the comparisons of its conditions come to; empty for ratios and numbers
   * @param n its part; of a share 1 where every clause holds and 0 where one fails
   * @param d its whole, for a number by itself 1; of a share 1 where it is counted and 0 where it
   *     is left out
   * @param impossible whether both were given and cannot be right together
   * @param waiver by which its own line is waived, and so left out of a share; null if it is not
   * @param byFigures what its own figures come to
   */
  public record Member(
      ReportingUnit unit,
      List<Figure> figures,
      List<ClauseRead> clauses,
      Quantity n,
      Quantity d,
      boolean impossible,
      @Nullable Waiver waiver,
      ByFigures byFigures) {}

  /** What of a finding can be another than the calculation says. */
  public enum Part {
    RESULT,
    REASON,
    NUMERATOR,
    DENOMINATOR,
    SHORTFALL,
    BINDING,
    FLAGS
  }

  /**
   * The rules found something else than the calculation here.
   *
   * @param found what the rules found
   * @param calculated what the steps come to
   */
  public record Disagreement(Part part, String found, String calculated) {}
}

package vn.doichieu.pace;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Result;

/**
 * How a finding of a running period stands against an even pace. This is a rule of thumb of this
 * program, for looking ahead: no plan says it, and it is never a finding.
 *
 * <p>It is worked out so: the limit for the whole period times the share of its days that is gone
 * is what should be there by now. A number at or above that is on track, one below it at risk;
 * above a ceiling it is the other way round. A percentage of what comes up in the course of the
 * period (reports received) has no part of its limit to reach by now: it is held against the whole
 * limit all the time. Before a quarter of the period is gone, nothing is said but what is settled:
 * a limit reached that can no longer be missed, or a ceiling passed. All comparisons are made in
 * whole numbers.
 *
 * <p>Nothing is said at all of deadlines, duties, judgements, months, scores, reductions, averages
 * of years and numbers that do not add up in the course of the period; nor of findings that are
 * neither met nor in progress.
 *
 * @param period the period of the finding
 * @param elapsed the days of it before the day as of which is judged
 * @param days all its days
 * @param numerator the number so far; null if it is not known
 * @param denominator the whole that it is a part of; 1 for a number by itself, null if not known
 * @param per what the number is shown in: 100 for per cent, 0 for a number by itself
 * @param floor what should be there by now; null where there is only a ceiling, or no baseline
 * @param ceiling what should not be passed by now; null if there is no ceiling
 * @param level whether these are the limits of the whole period
 * @param complete whether no figure is lacking for it
 */
public record Pace(
    Verdict verdict,
    ReportingPeriod period,
    long elapsed,
    long days,
    @Nullable Long numerator,
    @Nullable Long denominator,
    long per,
    @Nullable Bound floor,
    @Nullable Bound ceiling,
    boolean level,
    boolean complete) {

  /** A quarter of the period has to be gone before a pace means anything. */
  private static final long PARTS = 4;

  /** What a pace comes to. */
  public enum Verdict {
    /** The limit of the whole period is reached, and no more figures can undo that. */
    MET_ALREADY,
    ON_TRACK,
    AT_RISK,
    /** Too early to say: less than a quarter of the period is gone. */
    TOO_EARLY,
    /** Too early to say: a figure that it needs has not been reported yet. */
    NOT_REPORTED;

    /** The word used in JSON and message keys: {@code on_track}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is too early to say, for either cause. */
    public boolean isTooEarly() {
      return this == TOO_EARLY || this == NOT_REPORTED;
    }
  }

  /**
   * How a finding stands; empty where nothing is said, as once the period is over.
   *
   * @param evaluation the evaluation that the finding is of
   */
  public static Optional<Pace> of(Evaluation evaluation, Finding finding) {
    boolean running =
        !evaluation.closed() && evaluation.asOf().isBefore(finding.target().closesOn());
    boolean open = finding.result() == Result.MET || finding.result() == Result.IN_PROGRESS;
    if (!running || !open) {
      return Optional.empty();
    }
    try {
      return Yardstick.of(finding).map(yardstick -> of(evaluation, finding, yardstick));
    } catch (ArithmeticException e) {
      return Optional.empty(); // Nobody's figures are that large.
    }
  }

  private static Pace of(Evaluation evaluation, Finding finding, Yardstick yardstick) {
    LocalDate start = finding.period().start();
    long days = ChronoUnit.DAYS.between(start, finding.period().end());
    long gone = ChronoUnit.DAYS.between(start, evaluation.asOf());
    long elapsed = Math.max(0, Math.min(days, gone));
    boolean level = yardstick.level();
    Pace pace =
        new Pace(
            Verdict.NOT_REPORTED,
            finding.period(),
            elapsed,
            days,
            finding.numerator(),
            yardstick.ofWhole() ? finding.denominator() : Long.valueOf(1),
            yardstick.per(),
            level ? yardstick.floor() : Yardstick.part(yardstick.floor(), elapsed, days),
            level ? yardstick.ceiling() : Yardstick.part(yardstick.ceiling(), elapsed, days),
            level,
            finding.result() == Result.MET || finding.shortfall() != null);
    return pace.isReported(evaluation, finding, yardstick)
        ? pace.with(pace.judged(finding, yardstick))
        : pace;
  }

  private Pace with(Verdict other) {
    return new Pace(
        other, period, elapsed, days, numerator, denominator, per, floor, ceiling, level, complete);
  }

  private boolean isReported(Evaluation evaluation, Finding finding, Yardstick yardstick) {
    boolean measured = floor != null || ceiling != null;
    if (!measured || numerator == null || denominator == null || denominator == 0) {
      return false;
    }
    return finding.result() == Result.MET || isAnyGiven(evaluation, finding, yardstick);
  }

  /** Sums over members are 0 also when no member gave anything. */
  private static boolean isAnyGiven(Evaluation evaluation, Finding finding, Yardstick yardstick) {
    List<ReportingPeriod> parts = finding.period().parts();
    return evaluation.evidence().apply(finding).stream()
        .filter(figure -> figure.state() != Figure.State.ABSENT)
        .anyMatch(
            figure ->
                yardstick.reported().contains(figure.item()) && parts.contains(figure.period()));
  }

  private Verdict judged(Finding finding, Yardstick yardstick) {
    Bound whole = yardstick.ceiling();
    if (!level && whole != null && isAbove(whole)) {
      return Verdict.AT_RISK; // Passed for good.
    } else if (!level && whole == null && finding.result() == Result.MET) {
      return Verdict.MET_ALREADY;
    } else if (elapsed * PARTS < days) {
      return Verdict.TOO_EARLY;
    }
    return isBelow() || isAbove() ? Verdict.AT_RISK : Verdict.ON_TRACK;
  }

  private boolean isBelow() {
    return floor != null
        && numerator != null
        && denominator != null
        && !floor.holds(numerator, denominator);
  }

  /** Whether there is more by now than a ceiling leaves room for. */
  public boolean isAbove() {
    return ceiling != null && isAbove(ceiling);
  }

  private boolean isAbove(Bound limit) {
    return numerator != null && denominator != null && limit.isExceededBy(numerator, denominator);
  }
}

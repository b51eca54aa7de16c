package vn.doichieu.rulebase;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.ReportingPeriod;

/**
 * The fact that a rule looks at: all lines of its target in one period, one after another, each as
 * whole numbers. Ratios have n and d, changes now and base, counts their count, deadlines the day,
 * clauses and months one number each.
 */
public final class Lines {

  /** Where the numbers of lines come from. */
  public interface Numbers {

    /**
     * Writes the numbers of a line. What a clause or a month does not know is {@link
     * vn.doichieu.domain.NumberedCondition#ABSENT} or {@code INVALID}: the rule then judges the
     * best that can still be.
     *
     * @return whether the rule may judge the line
     */
    boolean read(int line, long[] numbers);
  }

  private final int target;
  private final ReportingPeriod period;
  private final boolean area;
  private final int size;
  private final int width;
  private final Numbers numbers;
  private Verdicts verdicts;

  /**
   * Lines that nobody has judged yet.
   *
   * @param target the target's place among those that the plan judges
   * @param area whether they are of the area itself
   * @param size how many there are
   * @param width how many numbers a line has at most
   */
  public Lines(
      int target, ReportingPeriod period, boolean area, int size, int width, Numbers numbers) {
    this.target = target;
    this.period = period;
    this.area = area;
    this.size = size;
    this.width = width;
    this.numbers = numbers;
    verdicts = Verdicts.none(size);
  }

  /** The target's place among those that the plan judges. */
  public int target() {
    return target;
  }

  ReportingPeriod period() {
    return period;
  }

  /** Whether the lines are of the area itself. */
  boolean area() {
    return area;
  }

  int size() {
    return size;
  }

  /** The numbers of a line; null where there is nothing to judge. */
  long @Nullable [] numbers(int line) {
    long[] read = new long[width];
    return numbers.read(line, read) ? read : null;
  }

  /** What a test says of every line. */
  Verdicts judged(LineTest test) {
    return Verdicts.of(size, width, numbers, test);
  }

  /** The one emit of every rule: where its target holds. */
  void hold(Verdicts found) {
    verdicts = found;
  }

  /** Where the target holds; nowhere, until its rule has fired. */
  public Verdicts verdicts() {
    return verdicts;
  }
}

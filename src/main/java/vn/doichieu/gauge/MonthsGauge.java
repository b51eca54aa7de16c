package vn.doichieu.gauge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.NumberedCondition;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.submission.FigureColumn;

/**
 * One figure a month.
 *
 * @param months how many months the range has
 * @param ended the figures of the months that have ended, in order
 * @param overdue for each of these, whether its absence counts as missing already
 */
public record MonthsGauge(
    int months, long perMonth, List<FigureColumn> ended, List<Boolean> overdue) implements Gauge {
  @Override
  public int width() {
    return months;
  }

  @Override
  public boolean judgesBestCase() {
    return true;
  }

  @Override
  public @Nullable Reason read(int unit, long[] numbers, int at) {
    boolean invalid = false;
    boolean missing = false;
    boolean early = ended.size() < months;
    for (int i = 0; i < months; i++) {
      State state = i < ended.size() ? ended.get(i).state(unit) : State.ABSENT;
      numbers[at + i] = state == State.VALID ? ended.get(i).value(unit) : NumberedCondition.ABSENT;
      invalid |= state == State.INVALID;
      if (i < ended.size() && state == State.ABSENT) {
        missing |= overdue.get(i);
        early |= !overdue.get(i);
      }
    }
    return invalid
        ? Reason.FIGURE_INVALID
        : missing ? Reason.FIGURE_MISSING : early ? Reason.BEFORE_DUE : null;
  }

  /** How many of the months that have ended have enough. */
  public long met(int unit) {
    return count(unit, true);
  }

  /** How many of the months that have ended have less than enough. */
  public long missed(int unit) {
    return count(unit, false);
  }

  private long count(int unit, boolean enough) {
    return ended.stream()
        .filter(c -> c.state(unit) == State.VALID && c.value(unit) >= perMonth == enough)
        .count();
  }
}

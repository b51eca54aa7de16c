package vn.doichieu.consistency;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.fence.Fact;

/**
 * One valid count, or one yes or no, of a unit and period, as rules see it. It knows the figures
 * that the plan holds it against: with joins over all figures the same rules took twice as long
 * (ADR 6).
 */
public final class SubmittedFigure extends Fact {

  private final ReportingUnit unit;
  private final String area;
  private final Input input;
  private final long value;
  private @Nullable SubmittedFigure total;
  private @Nullable SubmittedFigure earlier;

  /**
   * A figure.
   *
   * @param area the code of the area that the unit belongs to; empty for the area itself
   */
  SubmittedFigure(ReportingUnit unit, String area, Input input, long value) {
    this.unit = unit;
    this.area = area;
    this.input = input;
    this.value = value;
  }

  /** The code of the unit. */
  @Override
  public String getBody() {
    return unit.code();
  }

  /** What kind of unit it is: "commune". */
  public String getKind() {
    return unit.kind().code();
  }

  /** The code of the area that the unit belongs to; empty for the area itself. */
  public String getArea() {
    return area;
  }

  public String getItem() {
    return input.item().code();
  }

  /** The period as data folders write it: "2024-H1". */
  public String getPeriod() {
    return input.period().text();
  }

  public int getYear() {
    return input.period().year();
  }

  /** What it stands for ("informed"); empty for most. */
  public String getSense() {
    return input.item().sense().code();
  }

  /** The count; 1 for yes and 0 for no. */
  public long getValue() {
    return value;
  }

  /** The figure that it is a part of, of the same period; null if there is none. */
  public @Nullable SubmittedFigure getTotal() {
    return total;
  }

  /**
   * The same figure in the period before, of those that run from January: of a year's nine months
   * the six, of the year the nine or else the six. Null if there is none.
   */
  public @Nullable SubmittedFigure getEarlier() {
    return earlier;
  }

  void isPartOf(SubmittedFigure whole) {
    total = whole;
  }

  void follows(SubmittedFigure before) {
    earlier = before;
  }

  ReportingUnit unit() {
    return unit;
  }

  Input input() {
    return input;
  }
}

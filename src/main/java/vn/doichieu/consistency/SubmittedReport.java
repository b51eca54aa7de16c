package vn.doichieu.consistency;

import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.fence.Fact;

/** A report that a unit dated, with what came besides its date. */
public final class SubmittedReport extends Fact {

  private final ReportingUnit unit;
  private final Input input;
  private final int figuresAsked;
  private final int figuresGiven;

  SubmittedReport(ReportingUnit unit, Input input, int figuresAsked, int figuresGiven) {
    this.unit = unit;
    this.input = input;
    this.figuresAsked = figuresAsked;
    this.figuresGiven = figuresGiven;
  }

  /** The code of the unit. */
  @Override
  public String getBody() {
    return unit.code();
  }

  /** The period as data folders write it: "2024-H1". */
  public String getPeriod() {
    return input.period().text();
  }

  /**
   * How many figures besides the date the plan asks of the unit for the period; for six months,
   * nine months and the year, those for the plan's year too.
   */
  public int getFiguresAsked() {
    return figuresAsked;
  }

  /** How many figures the unit gave for the same periods, usable or not. */
  public int getFiguresGiven() {
    return figuresGiven;
  }

  ReportingUnit unit() {
    return unit;
  }

  Input input() {
    return input;
  }
}

package vn.doichieu.consistency;

import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.fence.Fact;

/** A report that a unit dated, with what came besides its date. */
public final class SubmittedReport extends Fact {

  private final UnitRow row;
  private final Sources.Source source;

  /** The report whose date stands in a row. */
  SubmittedReport(UnitRow row, Sources.Source source) {
    this.row = row;
    this.source = source;
  }

  /** The code of the unit. */
  @Override
  public String getBody() {
    return row.unit().code();
  }

  /** The period as data folders write it: "2024-H1". */
  public String getPeriod() {
    return source.input().period().text();
  }

  /**
   * How many figures besides the date the plan asks of the unit for the period; for six months,
   * nine months and the year, those for the plan's year too.
   */
  public int getFiguresAsked() {
    return row.asked(source);
  }

  /** How many figures the unit gave for the same periods, usable or not. */
  public int getFiguresGiven() {
    return row.given(source);
  }

  ReportingUnit unit() {
    return row.unit();
  }

  Input input() {
    return source.input();
  }
}

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

  private final UnitRow row;
  private final Sources.Source source;

  /** The figure that stands in a row. */
  SubmittedFigure(UnitRow row, Sources.Source source) {
    this.row = row;
    this.source = source;
  }

  /** The code of the unit. */
  @Override
  public String getBody() {
    return row.unit().code();
  }

  /** What kind of unit it is: "commune". */
  public String getKind() {
    return row.unit().kind().code();
  }

  /** The code of the area that the unit belongs to; empty for the area itself. */
  public String getArea() {
    return row.area();
  }

  public String getItem() {
    return source.input().item().code();
  }

  /** The period as data folders write it: "2024-H1". */
  public String getPeriod() {
    return source.input().period().text();
  }

  public int getYear() {
    return source.input().period().year();
  }

  /** What it stands for ("informed"); empty for most. */
  public String getSense() {
    return source.input().item().sense().code();
  }

  /** The count; 1 for yes and 0 for no. */
  public long getValue() {
    return row.value(source.place());
  }

  /** The figure that it is a part of, of the same period; null if there is none. */
  public @Nullable SubmittedFigure getTotal() {
    return source.total() < 0 ? null : row.figure(source.total());
  }

  /**
   * The same figure in the period before, of those that run from January: of a year's nine months
   * the six, of the year the nine or else the six. Null if there is none.
   */
  public @Nullable SubmittedFigure getEarlier() {
    for (int place : source.before()) {
      SubmittedFigure figure = row.figure(place);
      if (figure != null) {
        return figure;
      }
    }
    return null;
  }

  ReportingUnit unit() {
    return row.unit();
  }

  Input input() {
    return source.input();
  }
}

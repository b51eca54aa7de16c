package vn.doichieu.bench;

import static vn.doichieu.bench.Line.NONE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.doichieu.bench.Line.Row;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.WaiverRow;
import vn.doichieu.submission.Submission;

/** Closing, waivers and {@code on_miss} for the plain loop (contract 4.1 and 4.3). */
final class Verdicts {

  private static final int EXPIRED = Line.bit(Flag.WAIVER_EXPIRED);

  private record Key(int unit, String target) {}

  private final Map<Key, List<Waiver>> waivers = new HashMap<>();
  private final long asOf;
  private final boolean closed;
  private final int area;

  Verdicts(Submission submission, LocalDate asOf, boolean closed) {
    this.asOf = asOf.toEpochDay();
    this.closed = closed;
    area = submission.units().area().index();
    for (WaiverRow row : submission.waiverRows()) {
      ReportingUnit unit = submission.units().find(row.unit());
      if (unit != null && row.waiver() != null) {
        waivers
            .computeIfAbsent(new Key(unit.index(), row.target()), k -> new ArrayList<>())
            .add(row.waiver());
      }
    }
  }

  Result afterClosing(Row row, Reason reason) {
    Result result = reason.result();
    boolean miss = result == Result.NOT_MET || result == Result.MISSING;
    return miss && !closed && asOf < row.closesOn() ? Result.IN_PROGRESS : result;
  }

  Line line(Row row, int unit, String period, Reason reason, int more) {
    return line(row, unit, period, reason, more, NONE, NONE, NONE, NONE);
  }

  /** A line with the day that a deadline's figure gives. */
  Line line(
      Row row,
      int unit,
      String period,
      Reason reason,
      int more,
      long numerator,
      long denominator,
      long shortfall,
      long day) {
    boolean binding = row.binding() && (unit == area || row.membersBind());
    int flags = row.flags() | more;
    Result result = afterClosing(row, reason);
    Reason told = result == Result.IN_PROGRESS ? Reason.BEFORE_DUE : reason;
    if (result == Result.NOT_MET
        || result == Result.MISSING
        || reason == Reason.ON_DEADLINE_DAY) {
      List<Waiver> granted = waivers.get(new Key(unit, row.id()));
      if (granted != null) {
        boolean any = false;
        boolean lapsed = false;
        for (Waiver waiver : granted) {
          if (waiver.period() == null || waiver.period().text().equals(period)) {
            any |= inForce(row, waiver.until().toEpochDay(), day);
            lapsed = true;
          }
        }
        if (any) {
          result = Result.WAIVED;
          told = Reason.WAIVED;
        } else if (lapsed && result != Result.NEEDS_REVIEW) {
          flags |= EXPIRED;
        }
      }
    }
    if (result == Result.NOT_MET && row.review()) {
      result = Result.NEEDS_REVIEW;
    }
    return new Line(
        row, unit, period, result, told, binding, flags, numerator, denominator, shortfall);
  }

  private boolean inForce(Row row, long until, long day) {
    if (asOf <= until) {
      return true;
    }
    return row.closesOn() == 0
        ? day != NONE && day <= until
        : until >= row.closesOn() - 1;
  }
}

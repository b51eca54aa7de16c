package vn.doichieu.explanation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Due;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.explanation.Explanation.ByFigures;
import vn.doichieu.submission.Submission;

/** What goes by dates of its own: deadlines, and counts of every month or quarter. */
final class DateSteps {

  /** The day of the month after from which the figure of a month or quarter is missing. */
  private static final int MISSING_FROM = 10;

  private DateSteps() {}

  static Worked deadline(
      Criterion.Deadline deadline,
      ReportingPeriod period,
      ReportingUnit unit,
      LocalDate asOf,
      Submission submission) {
    Figure figure = submission.figure(unit, new Input(deadline.item(), period));
    LocalDate due = due(deadline.due(), period);
    LocalDate lastDay = due.minusDays(1);
    LocalDate given = figure.state() == State.VALID ? LocalDate.ofEpochDay(figure.value()) : null;
    boolean future = given != null && given.isAfter(asOf);
    Long daysLate = given == null || future ? null : (Long) ChronoUnit.DAYS.between(lastDay, given);
    Reason reason = reason(figure, daysLate, asOf.isAfter(due), deadline.isReport());
    Long shortfall = daysLate == null ? null : (Long) Math.max(daysLate, 0);
    ByFigures plain = Worked.own(reason, shortfall);
    ByFigures byFigures =
        new ByFigures(
            reason,
            Basis.OWN,
            null,
            null,
            plain.shortfall(),
            daysLate == null ? null : given,
            plain.flags());
    return Worked.of(
        List.of(figure),
        List.of(
            new Step.Dates(
                due,
                lastDay,
                given,
                figure.state() == State.INVALID,
                future,
                daysLate,
                asOf,
                deadline.isReport())),
        byFigures,
        new Margin.UpTo(
            lastDay,
            daysLate != null && daysLate <= 0 ? (Long) (-daysLate) : null,
            daysLate != null && daysLate > 0 ? daysLate : null));
  }

  private static LocalDate due(Due due, ReportingPeriod period) {
    if (due instanceof Due.DayOfMonth day) {
      return period.lastMonth().plusMonths(day.months()).atDay(day.day());
    }
    return ((Due.Day) due).date();
  }

  private static Reason reason(
      Figure figure, @Nullable Long daysLate, boolean pastDue, boolean report) {
    if (figure.state() == State.INVALID) {
      return Reason.FIGURE_INVALID;
    } else if (daysLate == null) {
      return !pastDue ? Reason.BEFORE_DUE : report ? Reason.NOT_SUBMITTED : Reason.FIGURE_MISSING;
    } else if (daysLate <= 0) {
      return Reason.MET;
    }
    return daysLate == 1 ? Reason.ON_DEADLINE_DAY : Reason.LATE;
  }

  static Worked months(
      Criterion.MonthlyCount monthly,
      ReportingPeriod period,
      ReportingUnit unit,
      LocalDate asOf,
      Submission submission) {
    List<Figure> figures = new ArrayList<>();
    List<Step.Month> months = new ArrayList<>();
    List<ReportingPeriod> below = new ArrayList<>();
    List<ReportingPeriod> unknown = new ArrayList<>();
    int ended = 0;
    int met = 0;
    boolean invalid = false;
    boolean missing = false;
    for (ReportingPeriod month : period.parts()) {
      YearMonth next = month.lastMonth().plusMonths(1);
      LocalDate missingFrom = next.atDay(MISSING_FROM);
      boolean overdue = !asOf.isBefore(missingFrom);
      if (asOf.isBefore(next.atDay(1))) {
        months.add(new Step.Month(month, null, missingFrom, false));
        unknown.add(month);
        continue;
      }
      Figure figure = submission.figure(unit, new Input(monthly.item(), month));
      figures.add(figure);
      months.add(new Step.Month(month, figure, missingFrom, overdue));
      ended++;
      switch (figure.state()) {
        case VALID -> {
          if (figure.value() >= monthly.perMonth()) {
            met++;
          } else {
            below.add(month);
          }
        }
        case INVALID -> {
          invalid = true;
          unknown.add(month);
        }
        case ABSENT -> {
          missing |= overdue;
          unknown.add(month);
        }
      }
    }
    Reason reason =
        !below.isEmpty()
            ? Reason.MONTHS_MISSED
            : invalid
                ? Reason.FIGURE_INVALID
                : missing
                    ? Reason.FIGURE_MISSING
                    : unknown.isEmpty() ? Reason.MET : Reason.BEFORE_DUE;
    BigInteger shortfall =
        switch (reason) {
          case MET -> BigInteger.ZERO;
          case MONTHS_MISSED -> BigInteger.valueOf(below.size());
          default -> null;
        };
    BigInteger least = BigInteger.valueOf(monthly.perMonth());
    return Worked.of(
        figures,
        List.of(new Step.Months(least, monthly.quarterly(), months)),
        new ByFigures(
            reason,
            Basis.OWN,
            BigInteger.valueOf(met),
            BigInteger.valueOf(ended),
            shortfall,
            null,
            Set.of()),
        new Margin.NeedsMonths(below, unknown, least, monthly.quarterly()));
  }
}

package vn.doichieu.doubt;

import static vn.doichieu.doubt.Remark.Kind.BASELINE_NOT_BEFORE;
import static vn.doichieu.doubt.Remark.Kind.CLOSES_BEFORE_PERIOD;
import static vn.doichieu.doubt.Remark.Kind.CLOSES_DURING_PERIOD;
import static vn.doichieu.doubt.Remark.Kind.CLOSES_LONG_AFTER;
import static vn.doichieu.doubt.Remark.Kind.CLOSES_OFF_DEADLINE;
import static vn.doichieu.doubt.Remark.Kind.PERIOD_OUTSIDE_YEAR;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.domain.Criterion.Deadline;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Target;

/** Doubts about periods and closing dates. */
final class PeriodDoubts {

  private static final Pattern PERIOD =
      Pattern.compile("([0-9]{4})(?:-(?:(H[12]|9M|Q[1-4])|([0-9]{2})))?");
  private static final int MONTHS_OF_YEAR = 12;

  private PeriodDoubts() {}

  static void look(Reviewed reviewed, Consumer<Remark> told) {
    Plan plan = reviewed.plan();
    for (Target target : plan.targets()) {
      if (target.evaluated() && !target.periods().isEmpty()) {
        closing(target, told);
        baseline(target, told);
      }
    }
    for (Target target : reviewed.judged()) {
      boolean fits =
          plan.targets().stream()
              .filter(other -> other.id().equals(target.id()))
              .flatMap(other -> other.periods().stream())
              .anyMatch(period -> covers(period, plan.year()));
      if (!fits) {
        String read = String.join(", ", target.periods().stream().map(Object::toString).toList());
        told.accept(
            new Remark(
                PERIOD_OUTSIDE_YEAR,
                Reviewed.place(target, "periods"),
                target.id(),
                read,
                "" + plan.year()));
      }
    }
  }

  private static void closing(Target target, Consumer<Remark> told) {
    ReportingPeriod period = target.periods().get(target.periods().size() - 1);
    LocalDate closes = target.closesOn();
    if (target.criterion() instanceof Deadline deadline) {
      LocalDate due = deadline.due().of(period);
      if (!due.equals(closes)) {
        tell(CLOSES_OFF_DEADLINE, target, period, due, told);
      } else if (first(period).filter(closes::isBefore).isPresent()) {
        tell(CLOSES_BEFORE_PERIOD, target, period, closes, told);
      }
      return;
    }
    Optional<LocalDate> last = last(period);
    if (first(period).filter(first -> !closes.isAfter(first)).isPresent()) {
      tell(CLOSES_BEFORE_PERIOD, target, period, closes, told);
    } else if (last.filter(day -> !closes.isAfter(day)).isPresent()) {
      tell(CLOSES_DURING_PERIOD, target, period, last.orElse(closes), told);
    } else if (last.filter(day -> closes.isAfter(day.plusYears(1))).isPresent()) {
      tell(CLOSES_LONG_AFTER, target, period, last.orElse(closes), told);
    }
  }

  private static void tell(
      Remark.Kind kind,
      Target target,
      ReportingPeriod period,
      LocalDate day,
      Consumer<Remark> told) {
    told.accept(
        new Remark(
            kind,
            Reviewed.place(target, "closes_on"),
            target.id(),
            target.closesOn().toString(),
            period.text(),
            day.toString()));
  }

  /** What a change is held against has to lie before what it is held for. */
  private static void baseline(Target target, Consumer<Remark> told) {
    for (ReportingPeriod period : target.periods()) {
      Optional<LocalDate> first = first(period);
      target.inputs(period).stream()
          .map(Target.Input::period)
          .filter(base -> !base.equals(period) && period.months().isEmpty())
          .filter(
              base -> last(base).filter(day -> first.filter(day::isBefore).isEmpty()).isPresent())
          .findFirst()
          .ifPresent(
              base ->
                  told.accept(
                      new Remark(
                          BASELINE_NOT_BEFORE,
                          Reviewed.place(target, "periods"),
                          target.id(),
                          base.text(),
                          period.text())));
    }
  }

  private static boolean covers(ReportingPeriod period, int year) {
    return first(period)
        .flatMap(
            first -> last(period).map(last -> first.getYear() <= year && year <= last.getYear()))
        .orElse(true);
  }

  /** The first day of a period; empty for one that is none of the calendar's. */
  private static Optional<LocalDate> first(ReportingPeriod period) {
    return months(period).stream().findFirst().map(month -> month.atDay(1));
  }

  private static Optional<LocalDate> last(ReportingPeriod period) {
    List<YearMonth> months = months(period);
    return months.isEmpty()
        ? Optional.empty()
        : Optional.of(months.get(months.size() - 1).atEndOfMonth());
  }

  /** The first and the last month. */
  private static List<YearMonth> months(ReportingPeriod period) {
    Matcher matcher = PERIOD.matcher(period.text());
    if (!matcher.matches()) {
      List<YearMonth> months = period.months();
      return months.isEmpty() ? months : List.of(months.get(0), months.get(months.size() - 1));
    }
    int year = Integer.parseInt(matcher.group(1));
    String part = matcher.group(2) == null ? "" : matcher.group(2);
    if (matcher.group(3) != null) {
      YearMonth month = YearMonth.of(year, Integer.parseInt(matcher.group(3)));
      return List.of(month, month);
    }
    int first =
        switch (part) {
          case "H2", "Q3" -> 7;
          case "Q2" -> 4;
          case "Q4" -> 10;
          default -> 1;
        };
    int last =
        switch (part) {
          case "H1", "Q2" -> 6;
          case "9M", "Q3" -> 9;
          case "Q1" -> 3;
          default -> MONTHS_OF_YEAR;
        };
    return List.of(YearMonth.of(year, first), YearMonth.of(year, last));
  }
}

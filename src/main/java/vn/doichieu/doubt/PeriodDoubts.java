package vn.doichieu.doubt;

import static vn.doichieu.doubt.Remark.Kind.BASELINE_NOT_BEFORE;
import static vn.doichieu.doubt.Remark.Kind.CLOSES_BEFORE_PERIOD;
import static vn.doichieu.doubt.Remark.Kind.CLOSES_DURING_PERIOD;
import static vn.doichieu.doubt.Remark.Kind.CLOSES_LONG_AFTER;
import static vn.doichieu.doubt.Remark.Kind.CLOSES_OFF_DEADLINE;
import static vn.doichieu.doubt.Remark.Kind.PERIOD_OUTSIDE_YEAR;

import java.time.LocalDate;
import java.util.function.Consumer;
import vn.doichieu.domain.Criterion.Deadline;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Target;

/** Doubts about periods and closing dates. */
final class PeriodDoubts {

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
      } else if (closes.isBefore(first(period))) {
        tell(CLOSES_BEFORE_PERIOD, target, period, closes, told);
      }
      return;
    }
    LocalDate last = period.end().minusDays(1);
    if (!closes.isAfter(first(period))) {
      tell(CLOSES_BEFORE_PERIOD, target, period, closes, told);
    } else if (!closes.isAfter(last)) {
      tell(CLOSES_DURING_PERIOD, target, period, last, told);
    } else if (closes.isAfter(last.plusYears(1))) {
      tell(CLOSES_LONG_AFTER, target, period, last, told);
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
      target.inputs(period).stream()
          .map(Target.Input::period)
          .filter(base -> !base.equals(period) && !period.parts().contains(base))
          .filter(base -> base.end().isAfter(first(period)))
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
    return period.year() <= year && year <= period.lastMonth().getYear();
  }

  private static LocalDate first(ReportingPeriod period) {
    ReportingPeriod part = period.parts().get(0);
    String rest = part.text().substring(part.text().indexOf('-') + 1);
    int month =
        switch (rest) {
          case "H2", "Q3" -> 7;
          case "Q2" -> 4;
          case "Q4" -> 10;
          default -> rest.matches("[0-9]{2}") ? Integer.parseInt(rest) : 1;
        };
    return LocalDate.of(part.year(), month, 1);
  }
}

package vn.doichieu.narration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.explanation.Step;

/** Months and deadlines in words. */
final class TimeText {

  private final Words words;

  TimeText(Words words) {
    this.words = words;
  }

  /** One line a month, and what they come to. */
  List<String> months(Step.Months months) {
    List<String> lines = new ArrayList<>();
    lines.add(
        words.text(
            months.quarterly() ? "explain.quarters" : "explain.months",
            words.number(months.least())));
    int ended = 0;
    int enough = 0;
    int below = 0;
    for (Step.Month month : months.months()) {
      Figure figure = month.figure();
      lines.add(month(month, months));
      if (figure != null) {
        ended++;
        if (figure.state() == State.VALID) {
          boolean held = holds(figure, months);
          enough += held ? 1 : 0;
          below += held ? 0 : 1;
        }
      }
    }
    lines.add(
        words.text(
            months.quarterly() ? "explain.quarters.sum" : "explain.months.sum",
            ended,
            enough,
            below,
            ended - enough - below));
    return lines;
  }

  private static boolean holds(Figure figure, Step.Months months) {
    return java.math.BigInteger.valueOf(figure.value()).compareTo(months.least()) >= 0;
  }

  private String month(Step.Month month, Step.Months months) {
    String name = words.period(month.month());
    Figure figure = month.figure();
    String least = words.number(months.least());
    if (figure == null) {
      return words.text("explain.month.running", name);
    }
    return switch (figure.state()) {
      case VALID ->
          words.text(
              holds(figure, months) ? "explain.month.enough" : "explain.month.below",
              name,
              words.number(figure.value()),
              least);
      case INVALID -> words.text("explain.month.invalid", name);
      case ABSENT ->
          words.text(
              month.overdue() ? "explain.month.missing" : "explain.month.waiting",
              name,
              words.date(month.missingFrom()));
    };
  }

  /** The last day, the day given and the days between. */
  List<String> dates(Step.Dates dates) {
    List<String> lines = new ArrayList<>();
    lines.add(
        words.text("explain.dates.due", words.date(dates.due()), words.date(dates.lastDay())));
    LocalDate given = dates.given();
    Long late = dates.daysLate();
    if (given == null) {
      lines.add(
          words.text(dates.invalid() ? "explain.dates.invalid" : "explain.dates.none", act(dates)));
    } else if (dates.future() || late == null) {
      lines.add(
          words.text(
              "explain.dates.future", act(dates), words.date(given), words.date(dates.asOf())));
    } else {
      String key =
          late > 1
              ? "explain.dates.late"
              : late == 1
                  ? "explain.dates.on_day"
                  : late == 0 ? "explain.dates.last_day" : "explain.dates.early";
      lines.add(
          words.text(
              key, act(dates), words.date(given), words.date(dates.lastDay()), Math.abs(late)));
      return lines;
    }
    if (dates.invalid()) {
      return lines;
    }
    boolean past = dates.asOf().isAfter(dates.due());
    lines.add(
        words.text(
            !past
                ? "explain.dates.time_left"
                : dates.report() ? "explain.dates.not_submitted" : "explain.dates.unknown",
            words.date(dates.asOf()),
            words.date(dates.due())));
    return lines;
  }

  /** "Ngày gửi" of a report, "ngày thực hiện" of anything else. */
  private String act(Step.Dates dates) {
    return words.text(dates.report() ? "explain.dates.sent" : "explain.dates.done");
  }
}

package vn.doichieu.web.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Result;
import vn.doichieu.web.result.Badge;
import vn.doichieu.web.result.Slice;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

/**
 * The days by which something is due, and who kept them.
 *
 * @param days by day
 */
record Deadlines(List<Day> days) {

  /** Of more units than these the rest is told in numbers. */
  private static final int SHOWN = 10;

  private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Deadlines::kept);

  /** What became of a deadline at one unit; what needs a look first. */
  enum Kept {
    NOT_GIVEN,
    LATE,
    ON_THE_DAY,
    OTHER,
    STILL_TIME,
    WAIVED,
    IN_TIME
  }

  /**
   * One deadline of one period.
   *
   * @param due the first day that is too late
   * @param over whether that day has come
   * @param lines those that need a look first
   */
  record Day(
      String target,
      String title,
      ReportingPeriod period,
      String periodWords,
      LocalDate due,
      boolean over,
      int inTime,
      int onTheDay,
      int late,
      int notGiven,
      int stillTime,
      int waived,
      int other,
      Slice<Line> lines) {}

  /** One unit's line. */
  record Line(Finding finding, Badge badge, String words) {}

  private record Key(String target, String period) {}

  static Deadlines of(Evaluation evaluation, Collection<Finding> seen, Messages messages) {
    Sentences sentences = new Sentences(evaluation, messages);
    Map<Key, List<Finding>> groups = new LinkedHashMap<>();
    for (Finding finding : seen) {
      if (finding.target().criterion() instanceof Criterion.Deadline) {
        Key key = new Key(finding.target().id(), finding.period().text());
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(finding);
      }
    }
    return new Deadlines(
        groups.values().stream()
            .map(findings -> day(evaluation, findings, sentences, messages))
            .sorted(Comparator.comparing(Day::due).thenComparing(Day::target))
            .toList());
  }

  private static Day day(
      Evaluation evaluation, List<Finding> findings, Sentences sentences, Messages messages) {
    Finding first = findings.get(0);
    int[] counts = new int[Kept.values().length];
    findings.forEach(finding -> counts[kept(finding).ordinal()]++);
    LocalDate due = ((Criterion.Deadline) first.target().criterion()).due().of(first.period());
    return new Day(
        first.target().id(),
        sentences.title(first.target()),
        first.period(),
        messages.language().period(first.period()),
        due,
        !evaluation.asOf().isBefore(due),
        counts[Kept.IN_TIME.ordinal()],
        counts[Kept.ON_THE_DAY.ordinal()],
        counts[Kept.LATE.ordinal()],
        counts[Kept.NOT_GIVEN.ordinal()],
        counts[Kept.STILL_TIME.ordinal()],
        counts[Kept.WAIVED.ordinal()],
        counts[Kept.OTHER.ordinal()],
        Slice.first(findings.stream().sorted(WORST_FIRST).toList(), SHOWN)
            .map(f -> new Line(f, Badge.of(f), sentences.inShort(f))));
  }

  private static Kept kept(Finding finding) {
    if (finding.result() == Result.WAIVED) {
      return Kept.WAIVED;
    }
    return switch (finding.reason()) {
      case MET, EXCEEDED -> Kept.IN_TIME;
      case ON_DEADLINE_DAY -> Kept.ON_THE_DAY;
      case LATE -> Kept.LATE;
      case NOT_SUBMITTED, FIGURE_MISSING -> Kept.NOT_GIVEN;
      case BEFORE_DUE -> Kept.STILL_TIME;
      default -> Kept.OTHER;
    };
  }
}

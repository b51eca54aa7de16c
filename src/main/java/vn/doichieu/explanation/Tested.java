package vn.doichieu.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.submission.Submission;

/**
 * A condition at one unit: what each comparison in it comes to, and what they come to together.
 *
 * @param read its comparisons, in order
 * @param joined what is joined in it by and, or and not: inner parts first, the whole last; empty
 *     for a single comparison
 * @param truth what the whole comes to
 */
public record Tested(Condition condition, List<ClauseRead> read, List<Joined> joined, Truth truth) {

  /** What is known of a comparison, or of several together. */
  public enum Truth {
    HOLDS,
    FAILS,
    /** It hangs on a figure that is absent. */
    UNKNOWN,
    /** It hangs on a figure that cannot be used. */
    INVALID
  }

  /** A comparison with its figure. */
  public record ClauseRead(Clause clause, Figure figure, Truth truth) {}

  /** Several parts, or the contrary of one, and what they come to. */
  public record Joined(Condition condition, Truth truth) {}

  public Tested {
    read = List.copyOf(read);
    joined = List.copyOf(joined);
  }

  /** A condition with a unit's figures of a period. */
  static Tested of(
      Condition condition, ReportingUnit unit, ReportingPeriod period, Submission submission) {
    List<ClauseRead> read = new ArrayList<>();
    List<Joined> joined = new ArrayList<>();
    Function<Clause, ClauseRead> reading =
        clause -> read(clause, submission.figure(unit, new Input(clause.item(), period)));
    Truth truth = truth(condition, reading, read, joined);
    return new Tested(condition, read, joined, truth);
  }

  private static Truth truth(
      Condition condition,
      Function<Clause, ClauseRead> reading,
      List<ClauseRead> read,
      List<Joined> joined) {
    if (condition instanceof Clause clause) {
      read.add(reading.apply(clause));
      return read.get(read.size() - 1).truth();
    }
    Truth truth;
    if (condition instanceof Condition.Not not) {
      truth = contrary(truth(not.part(), reading, read, joined));
    } else {
      boolean all = condition instanceof Condition.All;
      List<Condition> parts =
          condition instanceof Condition.All every
              ? every.parts()
              : ((Condition.Any) condition).parts();
      List<Truth> truths = new ArrayList<>();
      parts.forEach(part -> truths.add(truth(part, reading, read, joined)));
      truth =
          all
              ? together(truths, Truth.FAILS, Truth.HOLDS)
              : together(truths, Truth.HOLDS, Truth.FAILS);
    }
    joined.add(new Joined(condition, truth));
    return truth;
  }

  /** One part that decides, decides; else an invalid one leaves it open, then an absent one. */
  private static Truth together(List<Truth> parts, Truth decides, Truth otherwise) {
    for (Truth truth : List.of(decides, Truth.INVALID, Truth.UNKNOWN)) {
      if (parts.contains(truth)) {
        return truth;
      }
    }
    return otherwise;
  }

  private static Truth contrary(Truth truth) {
    return switch (truth) {
      case HOLDS -> Truth.FAILS;
      case FAILS -> Truth.HOLDS;
      case UNKNOWN, INVALID -> truth;
    };
  }

  private static ClauseRead read(Clause clause, Figure figure) {
    Truth truth =
        switch (figure.state()) {
          case ABSENT -> Truth.UNKNOWN;
          case INVALID -> Truth.INVALID;
          case VALID -> compares(clause, figure.value()) ? Truth.HOLDS : Truth.FAILS;
        };
    return new ClauseRead(clause, figure, truth);
  }

  private static boolean compares(Clause clause, long value) {
    int comparison = Long.compare(value, clause.value());
    return switch (clause.comparison()) {
      case EQUAL -> comparison == 0;
      case NOT_EQUAL -> comparison != 0;
      case AT_MOST -> comparison <= 0;
      case BELOW -> comparison < 0;
      case AT_LEAST -> comparison >= 0;
      case ABOVE -> comparison > 0;
    };
  }

  /** The figures that it reads, each once. */
  List<Figure> figures() {
    return read.stream().map(ClauseRead::figure).distinct().toList();
  }

  /** The one comparison that it is; null if it is several. */
  public @Nullable ClauseRead only() {
    return joined.isEmpty() ? read.get(0) : null;
  }
}

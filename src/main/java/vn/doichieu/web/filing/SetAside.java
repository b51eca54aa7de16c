package vn.doichieu.web.filing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Problem.Kind;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.submission.Delivery.Withdrawal;
import vn.doichieu.submission.ReportingUnits;

/** Submissions that cannot count as they are: what is said of them, and what is known of them. */
public final class SetAside {

  private SetAside() {}

  /** Whether a problem says that a submission cannot be read any more. */
  public static boolean isUnreadable(Problem problem) {
    return problem.kind() == Kind.SUBMISSION_UNREADABLE
        || problem.kind() == Kind.SUBMISSION_OF_SEVERAL_UNREADABLE;
  }

  /** Whether a problem says that a submission is set aside, for whatever reason. */
  public static boolean isSetAside(Problem problem) {
    return isUnreadable(problem) || problem.kind() == Kind.SUBMISSION_OF_GONE_UNIT;
  }

  static Problem gone(Filed filed, String unit, Collection<String> files) {
    String number = String.valueOf(filed.number());
    return new Problem(
        Kind.SUBMISSION_OF_GONE_UNIT,
        SourceLocation.of(files.stream().findFirst().orElse(number)),
        unit,
        number);
  }

  /** Why a submission cannot be read: that it is so, at the first place, then what is wrong. */
  static List<Problem> unreadable(Filed filed, ReportingUnits units, List<Problem> causes) {
    SourceLocation first = causes.get(0).location();
    // Invalid figures stand at a place with a row; by it they find what is said of them.
    SourceLocation place =
        new SourceLocation(first.file(), first.sheet(), Math.max(1, first.row()), first.column());
    String number = String.valueOf(filed.number());
    ReportingUnit unit = filed.unit() == null ? null : units.find(filed.unit());
    List<Problem> all = new ArrayList<>();
    all.add(
        unit == null
            ? new Problem(Kind.SUBMISSION_OF_SEVERAL_UNREADABLE, place, null, number)
            : new Problem(
                Kind.SUBMISSION_UNREADABLE, place, null, number, unit.name(), unit.code()));
    all.addAll(causes);
    return all;
  }

  /** Which figures a submission gave: where that is not known, every one that it can have given. */
  static Predicate<Withdrawal> gave(Filed filed, @Nullable Set<FigureKey> known) {
    return figure ->
        known == null
            ? filed.unit() == null || filed.unit().equals(figure.unit())
            : known.contains(FigureKey.of(figure));
  }
}

package vn.doichieu.oracle;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.oracle.NaiveData.Figure;
import vn.doichieu.oracle.NaiveData.State;

/** Clauses such as "communication_forms>=1 & communication_regular=yes" at one unit. */
final class NaiveClauses {
  enum Truth {
    YES,
    NO,
    INVALID,
    ABSENT
  }

  private static final Pattern CLAUSE = Pattern.compile("(\\w+)\\s*(>=|=)\\s*(\\w+)");

  private final NaiveData data;

  NaiveClauses(NaiveData data) {
    this.data = data;
  }

  /**
   * Contract 4.2, "share_of_units": failed before invalid before absent. No clause at all holds.
   */
  Truth all(String clauses, String unit, String period) {
    if (clauses.isBlank()) {
      return Truth.YES;
    }
    Set<Truth> found = EnumSet.noneOf(Truth.class);
    for (String clause : clauses.split("&", -1)) {
      found.add(one(clause.trim(), unit, period));
    }
    for (Truth truth : List.of(Truth.NO, Truth.INVALID, Truth.ABSENT)) {
      if (found.contains(truth)) {
        return truth;
      }
    }
    return Truth.YES;
  }

  private Truth one(String text, String unit, String period) {
    Matcher clause = CLAUSE.matcher(text);
    if (!clause.matches()) {
      throw new IllegalArgumentException("clause " + text);
    }
    Figure figure = data.figure(unit, clause.group(1), period);
    if (figure.state() != State.KNOWN) {
      return figure.state() == State.INVALID ? Truth.INVALID : Truth.ABSENT;
    }
    boolean holds =
        clause.group(2).equals("=")
            ? figure.content().equals(clause.group(3).equals("yes"))
            : figure.count().compareTo(new BigInteger(clause.group(3))) >= 0;
    return holds ? Truth.YES : Truth.NO;
  }

  /** Contract 4.2, "condition" of kinds other than duty: the verdict, or null when it holds. */
  NaiveVerdict condition(String condition, String unit, String period) {
    return switch (all(condition, unit, period)) {
      case YES -> null;
      case NO -> NaiveVerdict.notApplicable("condition_not_met");
      case INVALID -> NaiveVerdict.invalid();
      case ABSENT -> NaiveVerdict.of("missing", "condition_unknown");
    };
  }

  /** Contract 4.2, "duty", in the contract's order. */
  NaiveVerdict duty(String condition, String inputs, String unit, String period) {
    Truth applies = all(condition, unit, period);
    Truth done = all(inputs, unit, period);
    if (applies == Truth.NO) {
      return NaiveVerdict.notApplicable("condition_not_met");
    }
    if (done == Truth.YES) {
      return NaiveVerdict.met();
    }
    if (applies == Truth.INVALID || done == Truth.INVALID) {
      return NaiveVerdict.invalid();
    }
    if (applies == Truth.ABSENT) {
      return NaiveVerdict.of("missing", "condition_unknown");
    }
    return done == Truth.ABSENT
        ? NaiveVerdict.missing()
        : NaiveVerdict.notMet("not_done", BigInteger.ONE);
  }

  /** Contract 4.2, "share_of_units": a member's own line. */
  NaiveVerdict member(String inputs, String unit, String period) {
    return switch (all(inputs, unit, period)) {
      case YES -> NaiveVerdict.met();
      case NO -> NaiveVerdict.notMet("condition_failed", BigInteger.ONE);
      case INVALID -> NaiveVerdict.invalid();
      case ABSENT -> NaiveVerdict.missing();
    };
  }
}

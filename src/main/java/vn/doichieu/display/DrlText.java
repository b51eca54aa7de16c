package vn.doichieu.display;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.WrittenRule;

/**
 * The DRL that rows stand for: a rule fires where its target holds. What is not known of a figure
 * may still hold; what is missing, invalid or too early is settled before the rules are asked.
 */
public final class DrlText {

  private static final String HEAD =
      """
      package vn.doichieu.shown

      import vn.doichieu.rulebase.RuleLine
      """;

  private DrlText() {}

  /**
   * The rules of all targets judged by their row, in the order of the plan; DRL stands as it is.
   */
  public static String of(Plan plan) {
    return of(plan, Map.of());
  }

  /**
   * The rules of all targets that are judged, in the order of the plan.
   *
   * @param own the rules of targets that are DRL themselves, by the targets' ids; shown as comments
   */
  public static String of(Plan plan, Map<String, WrittenRule> own) {
    return HEAD
        + plan.targets().stream()
            .filter(Target::evaluated)
            .map(
                target ->
                    target.criterion() instanceof Criterion.Drl
                        ? commented(own.get(target.id()))
                        : of(target))
            .collect(Collectors.joining());
  }

  /** A rule that looks at other facts than these rules do. */
  private static String commented(@Nullable WrittenRule rule) {
    return rule == null
        ? ""
        : "\n// "
            + rule.place().file()
            + ":"
            + rule.place().row()
            + "\n"
            + rule.text().lines().map(line -> "// " + line + "\n").collect(Collectors.joining());
  }

  /** Writes a text; the caller closes the writer. */
  public static void write(String text, Writer out) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String of(Target target) {
    String exceeded = exceeded(target.criterion());
    return rule(target, "", holds(target.criterion()), "hold")
        + (exceeded.isEmpty() ? "" : rule(target, " (vượt)", exceeded, "exceed"));
  }

  private static String rule(Target target, String which, String condition, String emit) {
    String part = target.part().isEmpty() ? "" : " (" + target.part() + ")";
    return "\nrule "
        + quoted(target.id() + part + " " + target.wording().title() + which)
        + "\n  @section( "
        + quoted(target.citation().section())
        + " )\n  @quote( "
        + quoted(target.citation().quote())
        + " )\nwhen\n  $line : RuleLine( target == "
        + quoted(target.id() + part)
        + ", "
        + condition
        + " )\nthen\n  $line."
        + emit
        + "();\nend\n";
  }

  /** A text between quotation marks that nothing in it can end. */
  private static String quoted(String text) {
    return '"' + text.replace('\\', '/').replace('"', '”').replaceAll("\\p{Cntrl}", " ") + '"';
  }

  private static String holds(Criterion criterion) {
    if (criterion instanceof Criterion.Ratio ratio) {
      return range(ratio.range(), "n", "d");
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      return "area && ("
          + range(share.range(), "n", "d")
          + ") || !area && ("
          + canHold(share.condition(), false)
          + ")";
    } else if (criterion instanceof Criterion.Count count) {
      return range(count.range(), "count", "");
    } else if (criterion instanceof Criterion.Change change) {
      Bound high = change.high();
      return growth(change.low(), ">=")
          + (change.capped() && high != null ? " && " + growth(high, "<=") : "");
    } else if (criterion instanceof Criterion.Reduction reduction) {
      return "now == 0 || (" + range(taken(reduction), "(base - now)", "base") + ")";
    } else if (criterion instanceof Criterion.MonthlyCount monthly) {
      return "timesBelow( " + monthly.perMonth() + " ) == 0";
    } else if (criterion instanceof Criterion.Deadline deadline) {
      return "date < " + due(deadline.due());
    } else if (criterion instanceof Criterion.Duty duty) {
      return canHold(duty.done(), false);
    } else if (criterion instanceof Criterion.Score score) {
      return range(score.range(), "most", "");
    }
    return "area";
  }

  private static String exceeded(Criterion criterion) {
    if (criterion instanceof Criterion.Ratio ratio) {
      return above(ratio.range(), "n", "d");
    } else if (criterion instanceof Criterion.Count count) {
      return above(count.range(), "count", "");
    } else if (criterion instanceof Criterion.Change change) {
      Bound high = change.high();
      return change.capped() || high == null ? "" : growth(high, ">");
    } else if (criterion instanceof Criterion.Reduction reduction) {
      return above(taken(reduction), "(base - now)", "base");
    }
    return "";
  }

  /** What is taken away in all years of an average: so many times the plain numbers of one. */
  private static Range taken(Criterion.Reduction reduction) {
    Range range = reduction.range();
    return range.absolute() && reduction.years() > 1
        ? new Range(
            times(range.floor(), reduction.years()),
            times(range.ceiling(), reduction.years()),
            range.capped(),
            0)
        : range;
  }

  private static @Nullable Bound times(@Nullable Bound bound, long years) {
    return bound == null
        ? null
        : new Bound(bound.strict(), bound.numerator() * years, bound.denominator());
  }

  private static String range(Range range, String n, String d) {
    Bound floor = range.floor();
    Bound ceiling = range.ceiling();
    String low = floor == null ? "" : limit(range, floor, floor.strict() ? ">" : ">=", n, d);
    String high =
        ceiling == null || !range.capped()
            ? ""
            : limit(range, ceiling, ceiling.strict() ? "<" : "<=", n, d);
    return low.isEmpty() || high.isEmpty() ? low + high : low + " && " + high;
  }

  private static String above(Range range, String n, String d) {
    Bound ceiling = range.ceiling();
    return ceiling == null || range.capped() ? "" : limit(range, ceiling, ">", n, d);
  }

  private static String limit(Range range, Bound bound, String sign, String n, String d) {
    return range.absolute()
        ? n + " " + sign + " " + bound.numerator()
        : n + " * " + bound.denominator() + " " + sign + " " + d + " * " + bound.numerator();
  }

  private static String growth(Bound rate, String sign) {
    return "now * "
        + rate.denominator()
        + " "
        + sign
        + " base * "
        + (rate.denominator() + rate.numerator());
  }

  private static String due(Criterion.Due due) {
    return due instanceof Criterion.Due.Day day
        ? day.date().toString().replace("-", "")
        : "due( "
            + ((Criterion.Due.DayOfMonth) due).months()
            + ", "
            + ((Criterion.Due.DayOfMonth) due).day()
            + " )";
  }

  /** A condition that holds or may still hold; negated, one that fails or may still fail. */
  private static String canHold(Condition condition, boolean negated) {
    if (condition instanceof Condition.Not not) {
      return canHold(not.part(), !negated);
    } else if (condition instanceof Clause clause) {
      return "( !knows( \""
          + clause.item().code()
          + "\" ) || value( \""
          + clause.item().code()
          + "\" ) "
          + sign(clause, negated)
          + " "
          + clause.value()
          + " )";
    }
    boolean all = condition instanceof Condition.All;
    var parts =
        condition instanceof Condition.All a ? a.parts() : ((Condition.Any) condition).parts();
    return parts.stream()
        .map(part -> canHold(part, negated))
        .collect(Collectors.joining(all == negated ? " || " : " && ", "(", ")"));
  }

  private static String sign(Clause clause, boolean negated) {
    return switch (clause.comparison()) {
      case EQUAL -> negated ? "!=" : "==";
      case NOT_EQUAL -> negated ? "==" : "!=";
      case AT_LEAST -> negated ? "<" : ">=";
      case ABOVE -> negated ? "<=" : ">";
      case AT_MOST -> negated ? ">" : "<=";
      case BELOW -> negated ? ">=" : "<";
    };
  }
}

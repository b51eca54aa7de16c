package vn.doichieu.rulebase;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.functions.Block2;
import org.drools.model.functions.Function1;
import org.drools.model.functions.Predicate1;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Target;

/**
 * Builds the rule of a target through Drools' executable model: its metadata, one condition with
 * the threshold inside, one emit. A rule fires where its target holds; for a judgement it fires
 * where a person has to decide.
 */
final class RuleModel {

  static final String PACKAGE = "vn.doichieu.plan";

  private static final Condition.Known NOT_KNOWN = new Condition.Known(State.ABSENT, 0);

  private RuleModel() {}

  /**
   * The rule of a target.
   *
   * @param index the target's place in its plan
   */
  static Rule of(int index, Target target) {
    Variable<Measurement> measured = declarationOf(Measurement.class, "$measured");
    Variable<Boolean> exceeded = declarationOf(Boolean.class, "$exceeded");
    // Drools takes expressions of one name for the same, so a row's thresholds need names apart.
    String own = target.id() + "/" + index;
    return rule(PACKAGE, name(target))
        .metadata("section", target.citation().section())
        .metadata("quote", target.citation().quote())
        .build(
            pattern(measured)
                .expr(own + " asked", new Test(m -> m.asks(index)))
                .expr(own + " holds", new Test(condition(index, target)))
                .bind(exceeded, new Exceeds(index, target.criterion())),
            on(measured, exceeded).execute(new Emit(index)));
  }

  // Drools' functional interfaces are serializable, and the JVM puts no serializable lambda into a
  // class-data archive: as records they cost a cold start nothing.

  private record Test(Predicate<Measurement> predicate) implements Predicate1<Measurement> {
    @Override
    public boolean test(Measurement measurement) {
      return predicate.test(measurement);
    }
  }

  private record Exceeds(int index, Criterion criterion)
      implements Function1<Measurement, Boolean> {
    @Override
    public Boolean apply(Measurement m) {
      if (criterion instanceof Criterion.Change change) {
        return change.exceeded(m.operand(index, 0), m.operand(index, 1));
      } else if (criterion instanceof Criterion.Reduction reduction) {
        return reduction.exceeded(m.operand(index, 0), m.operand(index, 1));
      } else if (criterion instanceof Criterion.Ratio ratio) {
        return ratio.range().exceeded(m.operand(index, 0), m.operand(index, 1));
      } else if (criterion instanceof Criterion.Count count) {
        return count.range().exceeded(m.operand(index, 0), 1);
      }
      return false;
    }
  }

  private record Emit(int index) implements Block2<Measurement, Boolean> {
    @Override
    public void execute(Measurement measurement, Boolean exceeded) {
      measurement.hold(index, exceeded);
    }
  }

  /** The rule's name: id and title. */
  static String name(Target target) {
    String part = target.part().isEmpty() ? "" : " (" + target.part() + ")";
    return target.id() + part + " " + target.wording().title();
  }

  private static Predicate<Measurement> condition(int index, Target target) {
    Criterion criterion = target.criterion();
    if (criterion instanceof Criterion.Ratio ratio) {
      return m -> ratio.range().holds(m.operand(index, 0), m.operand(index, 1));
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      return m ->
          m.area()
              ? share.range().holds(m.operand(index, 0), m.operand(index, 1))
              : canHold(share.condition(), index, m);
    } else if (criterion instanceof Criterion.Change change) {
      return m -> change.holds(m.operand(index, 0), m.operand(index, 1));
    } else if (criterion instanceof Criterion.Reduction reduction) {
      return m -> reduction.holds(m.operand(index, 0), m.operand(index, 1));
    } else if (criterion instanceof Criterion.Count count) {
      return m -> count.range().holds(m.operand(index, 0), 1);
    } else if (criterion instanceof Criterion.MonthlyCount monthly) {
      int months = target.periods().get(0).parts().size();
      return m -> everyMonth(months, monthly.perMonth(), index, m);
    } else if (criterion instanceof Criterion.Deadline deadline) {
      Map<ReportingPeriod, Long> dueDays =
          target.periods().stream()
              .collect(Collectors.toMap(p -> p, p -> deadline.due().of(p).toEpochDay()));
      return m -> m.operand(index, 0) < dueDays.getOrDefault(m.period(), Long.MIN_VALUE);
    } else if (criterion instanceof Criterion.Duty duty) {
      return m -> canHold(duty.done(), index, m);
    } else if (criterion instanceof Criterion.Score score) {
      return m -> score.range().holds(m.operand(index, 1), 1);
    } else if (criterion instanceof Criterion.Drl) {
      return m -> m.operand(index, 0) == 1;
    } else if (criterion instanceof Criterion.Judgement) {
      return Measurement::area;
    }
    throw new IllegalArgumentException("no rule for " + target.id());
  }

  /** Whether a condition holds, or may still hold with what is not known. */
  private static boolean canHold(Condition condition, int index, Measurement m) {
    List<Item> items = condition.items();
    return condition.truth(item -> known(m.operand(index, items.indexOf(item))))
        != Condition.Truth.FAILS;
  }

  private static Condition.Known known(long operand) {
    return operand == Measurement.UNKNOWN ? NOT_KNOWN : new Condition.Known(State.VALID, operand);
  }

  private static boolean everyMonth(int months, long perMonth, int index, Measurement m) {
    for (int i = 0; i < months; i++) {
      long operand = m.operand(index, i);
      if (operand != Measurement.UNKNOWN && operand < perMonth) {
        return false;
      }
    }
    return true;
  }
}

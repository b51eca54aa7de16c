package vn.doichieu.drl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.Binding;
import org.drools.model.Constraint;
import org.drools.model.Pattern;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.functions.Function1;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.functions.PredicateN;
import org.jspecify.annotations.Nullable;
import vn.doichieu.fence.Fact;

/**
 * One pattern of a rule, and what it asks of a fact whatever other facts there are: the conditions
 * that Drools compiled, as far as they look at the fact alone.
 */
final class FactPattern {

  /** Matches every fact: stands for conditions that are not understood. */
  static final FactPattern ANY = new FactPattern(Fact.class, List.of());

  private final Class<?> type;
  private final Test[] tests;

  private FactPattern(Class<?> type, List<Test> tests) {
    this.type = type;
    this.tests = tests.toArray(new Test[0]);
  }

  /** No lambda: of a serializable one no class-data archive keeps the code. */
  private record Itself() implements Function1<Object, Object> {
    @Override
    public Object apply(Object fact) {
      return fact;
    }
  }

  /** A condition over a fact. */
  private interface Test {
    boolean holds(Fact fact) throws Exception;
  }

  /** Over the fact itself or one property. */
  private record One(Predicate1<Object> predicate, Function1<Object, Object> of) implements Test {
    @Override
    public boolean holds(Fact fact) throws Exception {
      return predicate.test(of.apply(fact));
    }
  }

  /** Over two of them. */
  private record Two(
      Predicate2<Object, Object> predicate,
      Function1<Object, Object> of,
      Function1<Object, Object> and)
      implements Test {
    @Override
    public boolean holds(Fact fact) throws Exception {
      return predicate.test(of.apply(fact), and.apply(fact));
    }
  }

  /** Over more than two. */
  private record More(PredicateN predicate, List<Function1<Object, Object>> of) implements Test {
    @Override
    public boolean holds(Fact fact) throws Exception {
      return predicate.test(of.stream().map(argument -> argument.apply(fact)).toArray());
    }
  }

  /** The pattern as Drools compiled it; null if it is of no facts. */
  static @Nullable FactPattern of(Pattern<?> pattern) {
    Class<?> type = pattern.getPatternVariable().getType();
    if (!Fact.class.isAssignableFrom(type)) {
      return null; // What an accumulation came to.
    }
    Map<Variable<?>, Function1<Object, Object>> own = new HashMap<>();
    own.put(pattern.getPatternVariable(), new Itself());
    for (Binding bound : pattern.getBindings()) {
      if (pattern.getPatternVariable().equals(bound.getInputVariable())) {
        own.put(bound.getBoundVariable(), property(bound));
      }
    }
    List<Test> tests = new ArrayList<>();
    add(pattern.getConstraint(), own, tests);
    return new FactPattern(type, tests);
  }

  /** Takes the conditions that must all hold; one over other facts, too, is left to the session. */
  private static void add(
      Constraint constraint, Map<Variable<?>, Function1<Object, Object>> own, List<Test> tests) {
    if (constraint instanceof SingleConstraint single) {
      List<Function1<Object, Object>> of = new ArrayList<>();
      for (Variable<?> variable : single.getVariables()) {
        Function1<Object, Object> argument = own.get(variable);
        if (argument == null) {
          return;
        }
        of.add(argument);
      }
      tests.add(test(single, of));
    } else if (constraint.getType() != Constraint.Type.OR) {
      constraint.getChildren().forEach(child -> add(child, own, tests));
    }
  }

  @SuppressWarnings("unchecked") // Drools' model is raw here and below.
  private static Function1<Object, Object> property(Binding bound) {
    return bound.getBindingFunction();
  }

  @SuppressWarnings("unchecked")
  private static Test test(SingleConstraint single, List<Function1<Object, Object>> of) {
    return switch (of.size()) {
      case 1 -> new One(single.getPredicate1(), of.get(0));
      case 2 -> new Two(single.getPredicate2(), of.get(0), of.get(1));
      default -> new More(single.getPredicate(), of);
    };
  }

  /**
   * Whether a fact may match; false only where it surely does not. Of a fact that is not known
   * whole, as far as can be told by what is known.
   */
  boolean mayMatch(Fact fact) {
    if (!type.isInstance(fact)) {
      return false;
    }
    for (Test test : tests) {
      try {
        if (!test.holds(fact)) {
          return false;
        }
      } catch (Fact.NotKnown e) {
        continue; // The next one may need no more than what is known.
      } catch (Exception e) {
        return true; // The session will meet it again, and says so.
      }
    }
    return true;
  }
}

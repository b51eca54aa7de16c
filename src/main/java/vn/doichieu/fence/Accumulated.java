package vn.doichieu.fence;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/**
 * What rules may take together of several facts: whole numbers, never floating-point ones, which is
 * what Drools' own functions of these names give. What passes 63 bits stays the largest number
 * there is.
 */
public abstract class Accumulated implements AccumulateFunction<Accumulated.State> {

  /** The functions by the names that rules use. */
  static final Map<String, Class<? extends Accumulated>> BY_NAME =
      new TreeMap<>(
          Map.of("sum", Sum.class, "count", Count.class, "min", Least.class, "max", Most.class));

  /** What has been taken together so far. */
  public static final class State implements Serializable {
    private static final long serialVersionUID = 1L;
    private long facts;
    private long value;
  }

  /** The sum; 0 of no facts. */
  public static final class Sum extends Accumulated {
    @Override
    long next(State state, long value) {
      long sum = state.value + value;
      return sum < 0 ? Long.MAX_VALUE : sum; // Figures are never negative.
    }
  }

  /** How many there are. */
  public static final class Count extends Accumulated {
    @Override
    long next(State state, long value) {
      return state.value + 1;
    }
  }

  /** The smallest; of no facts there is none, and the rule does not hold. */
  public static final class Least extends Accumulated {
    @Override
    long next(State state, long value) {
      return state.facts == 0 ? value : Math.min(state.value, value);
    }

    @Override
    boolean needsFacts() {
      return true;
    }
  }

  /** The largest; of no facts there is none, and the rule does not hold. */
  public static final class Most extends Accumulated {
    @Override
    long next(State state, long value) {
      return state.facts == 0 ? value : Math.max(state.value, value);
    }

    @Override
    boolean needsFacts() {
      return true;
    }
  }

  /** The names of their classes. */
  public static List<String> names() {
    return BY_NAME.values().stream().map(Class::getName).toList();
  }

  /** What there is together with one more value. */
  abstract long next(State state, long value);

  /** Whether there is no result without facts. */
  boolean needsFacts() {
    return false;
  }

  @Override
  public State createContext() {
    return new State();
  }

  @Override
  public void init(State state) {
    state.facts = 0;
    state.value = 0;
  }

  @Override
  public void accumulate(State state, Object value) {
    state.value = next(state, ((Number) value).longValue());
    state.facts++;
  }

  @Override
  public boolean supportsReverse() {
    return false; // Facts never leave a session.
  }

  @Override
  public void reverse(State state, Object value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable Object getResult(State state) {
    return needsFacts() && state.facts == 0 ? null : (Long) state.value;
  }

  @Override
  public Class<?> getResultType() {
    return Long.class;
  }

  @Override
  public void writeExternal(ObjectOutput out) {
    // Nothing to write: it has no state of its own.
  }

  @Override
  public void readExternal(ObjectInput in) {
    // As above.
  }
}

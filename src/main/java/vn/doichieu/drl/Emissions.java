package vn.doichieu.drl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import vn.doichieu.fence.Fact;

/**
 * Collects what rules emit, each under the name of the rule that is firing, and keeps them within
 * their limits.
 */
final class Emissions extends DefaultAgendaEventListener implements Fact.Receiver {

  private final List<Emission> all = new ArrayList<>();
  private final Map<String, long[]> joins = new HashMap<>();
  private final long mostJoins;
  private long joined;
  private String rule = "";

  /** Ends a session whose rules join facts without measure. */
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super("", null, false, false);
    }
  }

  /**
   * Emissions of one session.
   *
   * @param mostJoins how many pairs of facts all rules may look at together
   */
  Emissions(long mostJoins) {
    this.mostJoins = mostJoins;
  }

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    rule = event.getMatch().getRule().getName();
  }

  @Override
  public void emitted(Fact fact, List<Fact> others) {
    all.add(new Emission(rule, fact, others));
  }

  @Override
  public void joined(String by) {
    joins.computeIfAbsent(by, name -> new long[1])[0]++;
    if (++joined > mostJoins) {
      throw new TooMany();
    }
  }

  /** The rule that looked at the most pairs; null if all stayed within their limit. */
  @Nullable String excessive() {
    return joined <= mostJoins
        ? null
        : joins.entrySet().stream()
            .max(
                Comparator.comparingLong((Map.Entry<String, long[]> entry) -> entry.getValue()[0])
                    .thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(null);
  }

  List<Emission> all() {
    return all;
  }
}

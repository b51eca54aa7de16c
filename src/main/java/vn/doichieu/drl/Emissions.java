package vn.doichieu.drl;

import java.util.ArrayList;
import java.util.List;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** Collects what rules emit, each under the name of the rule that is firing. */
final class Emissions extends DefaultAgendaEventListener {

  private final List<Emission> all = new ArrayList<>();
  private String rule = "";

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    rule = event.getMatch().getRule().getName();
  }

  void add(Fact fact, List<Fact> others) {
    all.add(new Emission(rule, fact, others));
  }

  List<Emission> all() {
    return all;
  }
}

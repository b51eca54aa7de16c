package vn.doichieu.web.dryrun;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Finding;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.web.filing.AreaRules;
import vn.doichieu.web.filing.AreaRules.Basis;
import vn.doichieu.web.filing.FigureKey;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.request.Viewer;

/** Tells which rules and units became others since files were tried, if they say another thing. */
@Component
public class RulesSince {

  private static final String UNITS = "units.csv";

  private final DryRuns dryRuns;
  private final AreaRules rules;

  /** Tries once more by the rules of then. */
  public RulesSince(DryRuns dryRuns, AreaRules rules) {
    this.dryRuns = dryRuns;
    this.rules = rules;
  }

  /**
   * What became another: each plan, or the units, with its number then and now; 0 for none.
   *
   * @return empty if whoever tried the upload was shown the same then as now
   */
  public List<String> of(Upload upload, DryRun now, Viewer viewer) {
    return upload.basis().equals(now.basis()) || isSame(upload, now, viewer)
        ? List.of()
        : steps(upload.basis(), now);
  }

  private static List<String> steps(Basis then, DryRun now) {
    List<String> steps = new ArrayList<>();
    if (then.units() != now.basis().units()) {
      steps.add(step(UNITS, then.units(), now.basis().units()));
    }
    Map<String, String> titles = new HashMap<>();
    now.plans().forEach(moves -> titles.put(moves.plan().planId(), moves.plan().title().vi()));
    SortedMap<String, Integer> counts = now.basis().versions();
    Set<String> plans = new TreeSet<>(then.versions().keySet());
    plans.addAll(counts.keySet());
    for (String plan : plans) {
      int from = then.versions().getOrDefault(plan, 0);
      int to = counts.getOrDefault(plan, 0);
      if (from != to) {
        steps.add(step(titles.getOrDefault(plan, plan), from, to));
      }
    }
    return steps;
  }

  private static String step(String what, int from, int to) {
    return what + " (" + from + " → " + to + ")";
  }

  private boolean isSame(Upload upload, DryRun now, Viewer viewer) {
    Basis then = upload.basis();
    if (then.units() != now.basis().units()
        || !then.versions().keySet().equals(now.basis().versions().keySet())) {
      return false;
    }
    try {
      DryRun before = dryRuns.of(upload, now.area(), rules.of(now.area(), then));
      return shown(before, viewer).equals(shown(now, viewer));
    } catch (UnreadableInput e) {
      return false;
    }
  }

  /** What a viewer sees of a dry run, apart from its words. */
  private static Set<List<?>> shown(DryRun run, Viewer viewer) {
    Set<List<?>> all = new HashSet<>();
    for (FigureChange change : run.figures()) {
      all.add(
          List.of(
              FigureKey.of(change.figure()),
              change.kind(),
              change.figure().state(),
              change.figure().value()));
    }
    run.problems().forEach(problem -> all.add(List.of(problem)));
    run.locked().forEach(problem -> all.add(List.of("locked", problem)));
    for (Contradiction asked : run.contradictions()) {
      asked.warnings().forEach(t -> all.add(List.of(asked.key(), t.warning().numbers())));
    }
    for (DryRun.PlanMoves plan : run.plans()) {
      for (FindingMove move : plan.moves()) {
        Finding before = move.before();
        Finding after = move.after();
        if (viewer.unit() == null || viewer.unit().equals(after.unit().code())) {
          all.add(
              Arrays.asList(
                  plan.plan().planId(),
                  after.target().id(),
                  after.unit().code(),
                  after.period(),
                  before == null ? null : before.result(),
                  after.result(),
                  after.reason(),
                  after.shortfall()));
        }
      }
    }
    return all;
  }
}

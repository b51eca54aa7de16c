package vn.doichieu.web.dryrun;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Warning;

/** Finds what an upload has to explain. */
final class Contradictions {

  private Contradictions() {}

  /** A warning by what it says: where its figures stand does not matter. */
  private record Content(Warning.Subject subject, List<List<Object>> figures, List<Long> numbers) {

    static Content of(Warning warning) {
      List<List<Object>> figures = new ArrayList<>();
      for (Figure figure : warning.figures()) {
        figures.add(
            List.of(
                figure.unit().code(),
                figure.item().code(),
                figure.period(),
                figure.state(),
                figure.value()));
      }
      return new Content(warning.subject(), figures, warning.numbers());
    }
  }

  /**
   * The contradictions of some units that nothing has been said of yet, or nothing since the
   * figures changed.
   */
  static List<Contradiction> of(List<DryRun.PlanMoves> plans, Predicate<String> units) {
    Map<Warning.Subject, List<Contradiction.Told>> asked = new LinkedHashMap<>();
    for (DryRun.PlanMoves plan : plans) {
      Set<Content> known = new HashSet<>();
      plan.before().warnings().forEach(warning -> known.add(Content.of(warning)));
      for (Warning warning : plan.after().warnings()) {
        if (units.test(warning.unit().code())
            && (warning.explanation() == null || !known.contains(Content.of(warning)))) {
          asked
              .computeIfAbsent(warning.subject(), subject -> new ArrayList<>())
              .add(new Contradiction.Told(warning, plan.after()));
        }
      }
    }
    List<Contradiction> all = new ArrayList<>();
    asked.forEach(
        (subject, told) ->
            all.add(
                new Contradiction(
                    subject.unit(), subject.check(), subject.period(), told, said(told))));
    return all;
  }

  private static @Nullable String said(List<Contradiction.Told> told) {
    Warning.Explanation explanation = told.get(0).warning().explanation();
    return explanation == null ? null : explanation.text();
  }
}

package vn.doichieu.web.dashboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.pace.Pace;
import vn.doichieu.pace.PaceText;
import vn.doichieu.web.result.Slice;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

/**
 * How what is still running stands against an even pace.
 *
 * @param method how a pace is worked out
 * @param groups by target, in the order of the plan; empty once everything is over
 */
record Progress(String method, List<Group> groups) {

  /**
   * A target.
   *
   * @param counts how many findings come to what
   * @param lines the area's first, then some of those at risk; of a clerk all
   */
  record Group(String target, String title, List<Count> counts, Slice<Line> lines) {}

  /** Of more units than these the rest is told in numbers. */
  private static final int SHOWN = 10;

  /** How many come to a verdict, in words. */
  record Count(String verdict, String label, int number) {}

  /** One finding. */
  record Line(Finding finding, String verdict, String label, String sentence) {}

  private record Paced(Finding finding, Pace pace) {}

  static Progress of(Evaluation evaluation, Collection<Finding> seen, Messages messages) {
    PaceText text = new PaceText(messages);
    Sentences sentences = new Sentences(evaluation, messages);
    boolean whole = seen.size() == evaluation.findings().size();
    Map<String, List<Paced>> lines = new LinkedHashMap<>();
    Map<String, Map<Pace.Verdict, Integer>> counts = new LinkedHashMap<>();
    Map<String, String> titles = new LinkedHashMap<>();
    for (Finding finding : seen) {
      String id = finding.target().id();
      Pace.of(evaluation, finding)
          .ifPresent(
              pace -> {
                titles.putIfAbsent(id, sentences.title(finding.target()));
                counts
                    .computeIfAbsent(id, i -> new EnumMap<>(Pace.Verdict.class))
                    .merge(pace.verdict(), 1, Integer::sum);
                boolean shown =
                    !whole
                        || finding.unit().equals(evaluation.area())
                        || pace.verdict() == Pace.Verdict.AT_RISK;
                List<Paced> all = lines.computeIfAbsent(id, i -> new ArrayList<>());
                if (shown) {
                  all.add(new Paced(finding, pace));
                }
              });
    }
    List<Group> groups = new ArrayList<>();
    titles.forEach(
        (id, title) ->
            groups.add(
                new Group(
                    id,
                    title,
                    counts.getOrDefault(id, Map.of()).entrySet().stream()
                        .map(
                            e -> new Count(e.getKey().code(), text.label(e.getKey()), e.getValue()))
                        .toList(),
                    Slice.first(lines.getOrDefault(id, List.of()), SHOWN)
                        .map(paced -> line(paced, text)))));
    return new Progress(text.method(), groups);
  }

  private static Line line(Paced paced, PaceText text) {
    Pace pace = paced.pace();
    return new Line(
        paced.finding(), pace.verdict().code(), text.label(pace.verdict()), text.sentence(pace));
  }
}

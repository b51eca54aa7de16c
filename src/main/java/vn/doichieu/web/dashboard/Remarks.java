package vn.doichieu.web.dashboard;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Warning;
import vn.doichieu.explanation.Explanation;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.Slice;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.WarningSentences;

/**
 * What is wrong with the input: a page of it.
 *
 * @param problems what could not be used, in sentences
 */
record Remarks(Slice<String> problems, Slice<Contradiction> warnings) {

  /**
   * Figures that contradict one another.
   *
   * @param explained what the unit said of it; empty if nothing yet
   */
  record Contradiction(String unit, String title, String sentence, String explained) {}

  static Remarks of(
      Judged judged,
      Collection<Finding> seen,
      Viewer viewer,
      Messages messages,
      int page,
      int size) {
    Evaluation evaluation = judged.evaluation();
    String own = viewer.unit();
    ProblemText sentences = new ProblemText(messages);
    WarningSentences warnings = new WarningSentences(evaluation, messages);
    return new Remarks(
        Slice.of(problems(judged, seen, own != null), page, size, size).map(sentences::sentence),
        Slice.of(seen(evaluation.warnings(), own), page, size, size)
            .map(
                warning ->
                    new Contradiction(
                        warning.unit().name(),
                        warnings.title(warning),
                        warnings.of(warning),
                        warning.explanation() == null ? "" : warnings.explanation(warning))));
  }

  private static List<Warning> seen(List<Warning> warnings, @Nullable String own) {
    return warnings.stream()
        .filter(warning -> own == null || warning.unit().code().equals(own))
        .toList();
  }

  /** How many pages there are. */
  public int pages() {
    return Math.max(problems.pages(), warnings.pages());
  }

  /** A clerk is told of what concerns findings of the own unit: other places are of others. */
  private static List<Problem> problems(Judged judged, Collection<Finding> seen, boolean ownOnly) {
    if (!ownOnly) {
      return judged.evaluation().problems();
    }
    return seen.stream()
        .filter(finding -> finding.basis() == Finding.Basis.OWN)
        .map(judged.explainer()::explain)
        .map(Explanation::problems)
        .flatMap(List::stream)
        .distinct()
        .sorted(Problem.BY_PLACE)
        .toList();
  }
}

package vn.doichieu.web.result;

import java.util.List;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Problem;
import vn.doichieu.web.filing.SetAside;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;

/** What has to be said wherever results are shown: that submissions cannot be read any more. */
public final class Unread {

  private Unread() {}

  /** One sentence for each submission that concerns findings which a viewer may see. */
  public static List<String> of(Judged judged, Viewer viewer, Messages messages) {
    ProblemText sentences = new ProblemText(messages);
    return judged.evaluation().problems().stream()
        .filter(SetAside::isUnreadable)
        .filter(problem -> concerns(problem, judged, viewer))
        .map(sentences::sentence)
        .toList();
  }

  private static boolean concerns(Problem problem, Judged judged, Viewer viewer) {
    return viewer.unit() == null
        || judged.seenBy(viewer).stream().anyMatch(f -> concerns(problem, judged, f));
  }

  private static boolean concerns(Problem problem, Judged judged, Finding finding) {
    return finding.basis() == Finding.Basis.OWN
        && judged.evaluation().evidence().apply(finding).stream()
            .anyMatch(
                figure ->
                    figure.state() == Figure.State.INVALID
                        && problem.location().equals(figure.location()));
  }
}

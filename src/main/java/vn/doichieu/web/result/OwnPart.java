package vn.doichieu.web.result;

import java.util.List;
import vn.doichieu.explanation.Explanation;
import vn.doichieu.web.request.Viewer;

/** What a viewer may see of an explanation: a clerk nothing of other units. */
public final class OwnPart {

  private OwnPart() {}

  /** The explanation without figures of others, where the viewer is a clerk. */
  public static Explanation of(Explanation whole, Viewer viewer) {
    String own = viewer.unit();
    if (own == null) {
      return whole;
    }
    return new Explanation(
        whole.finding(),
        whole.figures().stream().filter(f -> f.unit().code().equals(own)).toList(),
        whole.members().isEmpty() ? whole.problems() : List.of(),
        whole.steps(),
        whole.byFigures(),
        whole.settled(),
        whole.margin(),
        List.of(),
        whole.otherReadings(),
        whole.disagreements());
  }
}

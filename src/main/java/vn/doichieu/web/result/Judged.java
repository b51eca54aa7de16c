package vn.doichieu.web.result;

import vn.doichieu.domain.Evaluation;
import vn.doichieu.explanation.Explainer;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.rulebook.RulesVersion;

/**
 * The figures of an area, judged.
 *
 * @param upTo the last submission that was taken into account; 0 for none
 */
public record Judged(Area area, RulesVersion version, Explainer explainer, long upTo) {

  /** All findings. */
  public Evaluation evaluation() {
    return explainer.evaluation();
  }
}

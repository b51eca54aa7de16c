package vn.doichieu.web.result;

import java.time.Instant;
import java.util.List;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.explanation.Explainer;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.rulebook.RulesVersion;

/**
 * The figures of an area, judged.
 *
 * @param upTo the last submission that was taken into account; 0 for none
 * @param since when the server started that judged
 */
public record Judged(
    Area area, RulesVersion version, Explainer explainer, long upTo, Instant since) {

  /** All findings. */
  public Evaluation evaluation() {
    return explainer.evaluation();
  }

  /** The findings that a viewer may see: a clerk those of the own unit only. */
  public List<Finding> seenBy(Viewer viewer) {
    String own = viewer.unit();
    List<Finding> all = evaluation().findings();
    return own == null
        ? all
        : all.stream().filter(finding -> finding.unit().code().equals(own)).toList();
  }

  /**
   * What changes when anything does that can change the answer: for ETags. Numbers count the
   * changes within one run of the server; before the next one the program may have become another,
   * or the database an earlier one.
   *
   * @param viewer who sees less has other answers
   */
  public String tag(Viewer viewer) {
    Evaluation judged = evaluation();
    return String.join(
        "-",
        String.valueOf(since.toEpochMilli()),
        String.valueOf(area.id()),
        String.valueOf(area.revision()),
        String.valueOf(version.id()),
        String.valueOf(judged.asOf()),
        String.valueOf(judged.closed()),
        String.valueOf(viewer.unit()).replaceAll("[^A-Za-z0-9]", "."));
  }
}

package vn.doichieu.web.result;

import java.util.Map;
import vn.doichieu.domain.Finding;
import vn.doichieu.web.request.Viewer;

/**
 * What another feature adds to the page of a finding: questions asked of it, waivers asked for.
 * Every bean of this kind is shown, below what the page says itself.
 */
public interface FindingSection {

  /** Where it stands among the others, from top to bottom. */
  int order();

  /**
   * The fragment that shows it, with one parameter for the model: {@code "inquiry/finding ::
   * section"}, where the fragment is declared as {@code th:fragment="section(m)"}.
   */
  String fragment();

  /** What the fragment shows; an empty map where there is nothing to show to this viewer. */
  Map<String, Object> model(Viewer viewer, Judged judged, Finding finding);
}

package vn.doichieu.web.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding;
import vn.doichieu.narration.ExplanationParts;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.result.Badge;
import vn.doichieu.web.result.Slice;

/**
 * What the page of a finding shows.
 *
 * @param title the target's title
 * @param word the result in words
 * @param message its sentence
 * @param pace how it stands against an even pace; empty where nothing is said
 * @param confidence "C1", "C2" or "plain"
 * @param deciders who decides between the readings of the sentence
 * @param otherwise the other readings with what each would come to
 * @param own the figures of its unit
 * @param others a page of those of other units
 * @param members a page of every member's part in an area's line
 * @param ownOnly whether figures of other units are left out
 */
record FindingView(
    Finding finding,
    Badge badge,
    String title,
    String period,
    String word,
    String message,
    String pace,
    Sentence sentence,
    String confidence,
    List<String> deciders,
    List<Otherwise> otherwise,
    ExplanationParts parts,
    List<Source> own,
    Slice<Source> others,
    Members members,
    List<Then> history,
    List<Section> sections,
    boolean ownOnly) {

  /** Another reading of the sentence. */
  record Otherwise(String id, String says, String result, boolean differs, String decidedBy) {}

  /**
   * What of long lists is shown.
   *
   * @param asked whether somebody asked for a page
   * @param page from 0
   * @param pages how many there are
   */
  record Members(List<ExplanationParts.Block> blocks, boolean asked, int page, int pages) {}

  /**
   * A figure with where it came from.
   *
   * @param filed the submission; null where it is absent
   */
  record Source(ExplanationParts.FigureRow figure, @Nullable Filed filed) {}

  /**
   * The finding after a submission.
   *
   * @param changed whether its result is another than after the one before
   */
  record Then(Filed filed, Badge badge, String word, String message, boolean changed) {}

  /** What another feature adds. */
  record Section(String fragment, java.util.Map<String, Object> model) {}
}

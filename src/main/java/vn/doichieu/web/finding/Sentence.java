package vn.doichieu.web.finding;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.doichieu.quotation.Passage;
import vn.doichieu.quotation.PlanText;

/**
 * The sentence that a target rests on, with what stands around it in the plan.
 *
 * @param before what its paragraph begins with
 * @param quote the sentence
 * @param after what its paragraph ends with
 * @param found whether it stands in the plan's text word for word
 */
public record Sentence(String before, String quote, String after, boolean found) {

  /** More of a paragraph is left out. */
  private static final int MOST_AROUND = 1_500;

  private static final String LEFT_OUT = "… ";

  /**
   * Looks a sentence up.
   *
   * @param plan the content of plan.txt; null if the plan has none
   */
  static Sentence of(byte @Nullable [] plan, String quote) {
    if (plan == null) {
      return new Sentence("", quote, "", false);
    }
    PlanText text = new PlanText(new String(plan, StandardCharsets.UTF_8));
    return text.passage(quote)
        .map(passage -> of(text, passage))
        .orElseGet(() -> new Sentence("", quote, "", false));
  }

  private static Sentence of(PlanText text, Passage at) {
    int from = Math.max(at.from(), at.start() - MOST_AROUND);
    int to = Math.min(at.to(), at.end() + MOST_AROUND);
    String before = text.plain(from, at.start());
    String after = text.plain(at.end(), to);
    return new Sentence(
        from > at.from() ? LEFT_OUT + before : before,
        text.plain(at.start(), at.end()),
        to < at.to() ? after + " …" : after,
        true);
  }
}

package vn.doichieu.web.matter;

import org.jspecify.annotations.Nullable;
import vn.doichieu.wording.PlainText;

/**
 * Which matters a request asks for; null for all.
 *
 * @param state the word of a state
 * @param page from 0; null for the first one
 * @param size how many a page has; null for as many as is usual
 */
public record Wanted(
    @Nullable Long area,
    @Nullable String plan,
    @Nullable String unit,
    @Nullable String state,
    @Nullable Integer page,
    @Nullable Integer size) {

  /** Blank parameters are those of a form where nothing was chosen. */
  public Wanted {
    plan = word(plan);
    unit = word(unit);
    state = word(state);
  }

  private static @Nullable String word(@Nullable String sent) {
    return sent == null || sent.isBlank() ? null : PlainText.of(sent);
  }
}

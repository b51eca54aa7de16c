package vn.doichieu.web.dashboard;

import vn.doichieu.domain.Plan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** Names in the reader's language. */
final class PageWords {

  private PageWords() {}

  /** A plan's title. */
  static String title(Messages messages, Plan plan) {
    boolean english = messages.language() == Language.EN && !plan.titleEn().isEmpty();
    return english ? plan.titleEn() : plan.title();
  }
}

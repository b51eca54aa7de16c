package vn.doichieu.web.page;

import java.util.Locale;
import vn.doichieu.domain.Plan;
import vn.doichieu.wording.Language;

/**
 * A plan's title.
 *
 * @param en empty where there is none in English
 */
public record PlanTitle(String vi, String en) {

  public static PlanTitle of(Plan plan) {
    return new PlanTitle(plan.title(), plan.titleEn());
  }

  /** The title in the reader's language. */
  public String in(Locale locale) {
    return PageText.language(locale) == Language.EN && !en.isEmpty() ? en : vi;
  }
}

package vn.doichieu.web.page;

import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.wording.ProblemText;

/** Answers forms: on to another page, or the same page again with what was wrong and typed. */
@Component
public class SentForm {

  private final PageText texts;

  SentForm(PageText texts) {
    this.texts = texts;
  }

  /**
   * What was typed.
   *
   * @param into the form, where a page has several
   * @param notice the key of what is said when it is done
   */
  public record Typed(String into, String text, String notice) {}

  /**
   * Does what a form asks for.
   *
   * @param action gives the path of the page that follows
   * @param page the page that has the form
   */
  public ModelAndView answer(
      Typed typed,
      Supplier<String> action,
      Supplier<ModelAndView> page,
      RedirectAttributes after,
      Locale locale) {
    try {
      String path = action.get();
      after.addFlashAttribute("notice", texts.text(locale, typed.notice()));
      return new ModelAndView("redirect:" + path);
    } catch (Refusal refusal) {
      return refused(page.get(), refusal, locale)
          .addObject("typed", typed.text())
          .addObject("typedInto", typed.into());
    }
  }

  /** A page that says why something was refused, with every problem. */
  public ModelAndView refused(ModelAndView page, Refusal refusal, Locale locale) {
    ProblemText sentences = new ProblemText(texts.messages(locale));
    page.setStatus(HttpStatus.valueOf(refusal.status()));
    return page.addObject("error", texts.refusal(locale, refusal))
        .addObject("problems", refusal.problems().stream().map(sentences::sentence).toList());
  }
}

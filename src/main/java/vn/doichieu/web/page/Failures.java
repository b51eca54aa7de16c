package vn.doichieu.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import vn.doichieu.domain.Problem;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.wording.ProblemText;

/**
 * What a refused request is answered with: problem+json on the API, a page elsewhere; the same
 * sentences and places as on the command line.
 */
@ControllerAdvice
public class Failures {

  private final PageText texts;

  Failures(PageText texts) {
    this.texts = texts;
  }

  @ExceptionHandler(Refusal.class)
  Object refused(Refusal refusal, HttpServletRequest request, Locale locale) {
    String title = texts.text(locale, "refusal." + refusal.key(), refusal.arguments().toArray());
    return answer(refusal.status(), refusal.key(), title, refusal.problems(), request, locale);
  }

  @ExceptionHandler(UnreadableInput.class)
  Object unreadable(UnreadableInput input, HttpServletRequest request, Locale locale) {
    String title = texts.text(locale, "refusal.unreadable", input.problems().size());
    return answer(422, "unreadable", title, input.problems(), request, locale);
  }

  @ExceptionHandler(InvalidRules.class)
  Object rules(InvalidRules rules, HttpServletRequest request, Locale locale) {
    String title = texts.text(locale, "refusal.rules", rules.problems().size());
    return answer(422, "rules", title, rules.problems(), request, locale);
  }

  private Object answer(
      int status,
      String code,
      String title,
      List<Problem> problems,
      HttpServletRequest request,
      Locale locale) {
    ProblemText sentences = new ProblemText(texts.messages(locale));
    if (request.getRequestURI().startsWith("/api/")) {
      ProblemDetail detail = ProblemDetail.forStatus(status);
      detail.setType(URI.create("urn:doichieu:" + code));
      detail.setTitle(title);
      if (!problems.isEmpty()) {
        detail.setProperty(
            "problems", problems.stream().map(p -> ProblemJson.of(p, sentences)).toList());
      }
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(detail);
    }
    ModelAndView page = new ModelAndView("page/refused", HttpStatus.valueOf(status));
    page.addObject("title", title);
    page.addObject("problems", problems.stream().map(sentences::sentence).toList());
    return page;
  }

  /** The title of a status for which there is no sentence of its own. */
  static String standing(PageText texts, Locale locale, HttpStatusCode status) {
    String key = "refusal.status." + status.value();
    return texts.text(
        locale,
        List.of(400, 403, 404, 405, 413, 415, 429).contains(status.value())
            ? key
            : "refusal.status.other");
  }
}

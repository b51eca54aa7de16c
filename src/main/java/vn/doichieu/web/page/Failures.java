package vn.doichieu.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
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

  private static final String RETRY_AFTER_SECONDS = "10";

  private final PageText texts;
  private final Layout layout;

  Failures(PageText texts, Layout layout) {
    this.texts = texts;
    this.layout = layout;
  }

  @ExceptionHandler(Refusal.class)
  Object refused(
      Refusal refusal, HttpServletRequest request, HttpServletResponse response, Locale locale) {
    if (refusal.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    String title = texts.refusal(locale, refusal);
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

  /** A body that is no JSON, or not the JSON that was asked for. */
  @ExceptionHandler(HttpMessageNotReadableException.class)
  ResponseEntity<ProblemDetail> body(HttpMessageNotReadableException failure, Locale locale) {
    BodyFault fault = BodyFault.of(failure);
    String title = fault.sentence(texts, locale);
    return problem(400, "body", title, List.of(fault.json(texts, locale)));
  }

  /** What should be an upload and is none, is cut off, too large or in too many parts. */
  @ExceptionHandler(MultipartException.class)
  Object upload(MultipartException failure, HttpServletRequest request, Locale locale) {
    HttpStatus status =
        failure instanceof MaxUploadSizeExceededException
            ? HttpStatus.CONTENT_TOO_LARGE
            : HttpStatus.BAD_REQUEST;
    String title = standing(texts, locale, status);
    return answer(status.value(), "upload", title, List.of(), request, locale);
  }

  /** Parameters that are too many, too large, or no text. */
  @ExceptionHandler(InvalidParameterException.class)
  Object parameters(InvalidParameterException failure, HttpServletRequest request, Locale locale) {
    HttpStatus status = HttpStatus.valueOf(failure.getErrorCode());
    String title = standing(texts, locale, status);
    return answer(status.value(), "parameters", title, List.of(), request, locale);
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
      return problem(
          status, code, title, problems.stream().map(p -> ProblemJson.of(p, sentences)).toList());
    }
    ModelAndView page = new ModelAndView("page/refused", HttpStatus.valueOf(status));
    page.addObject("title", title);
    page.addObject("problems", problems.stream().map(sentences::sentence).toList());
    layout.around(page, request, locale);
    return page;
  }

  /** The answer names the address that was asked for by itself. */
  private static ResponseEntity<ProblemDetail> problem(
      int status, String code, String title, List<Map<String, @Nullable Object>> problems) {
    ProblemDetail detail = ProblemDetail.forStatus(status);
    detail.setType(URI.create("urn:doichieu:" + code));
    detail.setTitle(title);
    if (!problems.isEmpty()) {
      detail.setProperty("problems", problems);
    }
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail);
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

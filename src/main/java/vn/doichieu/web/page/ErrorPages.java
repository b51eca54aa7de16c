package vn.doichieu.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is answered when something fails outside of our own code: a sentence, nothing of the inside.
 */
@Controller
class ErrorPages implements ErrorController {

  private final PageText texts;

  ErrorPages(PageText texts) {
    this.texts = texts;
  }

  @RequestMapping("/error")
  Object error(HttpServletRequest request, Locale locale) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status =
        code instanceof Integer number
            ? HttpStatus.valueOf(number)
            : HttpStatus.NOT_FOUND; // Somebody asked for this address itself.
    String title = Failures.standing(texts, locale, status);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (String.valueOf(path).startsWith("/api/")) {
      ProblemDetail detail = ProblemDetail.forStatus(status);
      detail.setTitle(title);
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(detail);
    }
    ModelAndView page = new ModelAndView("page/refused", status);
    page.addObject("title", title);
    page.addObject("problems", List.of());
    return page;
  }
}

package vn.doichieu.web.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.doichieu.domain.Problem;
import vn.doichieu.submission.Delivery.Withdrawal;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.web.filing.FigureKey;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.intake.Intake;
import vn.doichieu.web.intake.Typed;
import vn.doichieu.web.lock.LockWords;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.submitting.Place;
import vn.doichieu.web.submitting.Places;
import vn.doichieu.wording.PlainText;
import vn.doichieu.wording.ProblemText;

/** Typing figures in: what is typed is tried as a file is, and comes back where it is refused. */
@Controller
class EntryPages implements Routes {

  private static final String PATH = "/areas/{area}/units/{unit}/entry";

  private final Places places;
  private final EntryForms forms;
  private final Intake intake;
  private final Filings filings;
  private final LockWords locks;
  private final PageText texts;

  EntryPages(
      Places places,
      EntryForms forms,
      Intake intake,
      Filings filings,
      LockWords locks,
      PageText texts) {
    this.places = places;
    this.forms = forms;
    this.intake = intake;
    this.filings = filings;
    this.locks = locks;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/areas/*/units/*/entry", Role.CLERK, Role.STAFF),
        Route.post("/areas/*/units/*/entry", Role.CLERK, Role.STAFF));
  }

  @GetMapping(PATH)
  ModelAndView open(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable("unit") String unit,
      @RequestParam(value = "upload", required = false) @Nullable Long id,
      Locale locale) {
    Place place = places.get(viewer, area, unit);
    if (id == null) {
      return page(place, filings.last(area), Map.of(), Map.of(), HttpStatus.OK, locale);
    }
    Upload upload = places.upload(place, id);
    return page(
        place,
        upload.basedOn(),
        forms.values(upload),
        forms.errors(upload, locale),
        HttpStatus.OK,
        locale);
  }

  private ModelAndView page(
      Place place,
      long seen,
      Map<String, String> values,
      Map<String, String> errors,
      HttpStatus status,
      Locale locale) {
    ModelAndView page = new ModelAndView("entry/form", status);
    page.addObject("place", place);
    page.addObject("form", forms.form(place, seen, values, errors, locale));
    page.addObject("locks", locks.notices(place.area(), place.code(), locale));
    return page;
  }

  @PostMapping(PATH)
  Object take(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable("unit") String unit,
      @RequestParam("seen") long told,
      @RequestParam Map<String, String> sent,
      Locale locale) {
    Place place = places.get(viewer, area, unit);
    long seen = Math.min(told, filings.last(area)); // Nobody has seen what is not there yet.
    EntryForms.Prior prior = forms.prior(place, seen, locale);
    List<Typed.Line> lines = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    Set<Withdrawal> withdrawals = new HashSet<>();
    for (FigureKey key : forms.asked(place, locale)) {
      String name = Asked.field(key);
      String before = prior.text(key);
      String typed = sent.getOrDefault(name, before).strip();
      if (typed.isEmpty() && !before.isEmpty()) {
        withdrawals.add(new Withdrawal(key.unit(), key.item(), key.period()));
      } else if (!typed.equals(before)) {
        lines.add(new Typed.Line(key.unit(), key.item(), key.period(), typed));
        fields.add(name);
      }
    }
    try {
      if (lines.isEmpty() && withdrawals.isEmpty()) {
        throw Refusal.invalid("nothing_typed");
      }
      long upload =
          intake.typed(
              viewer,
              place.area(),
              unit,
              lines.isEmpty() ? List.of() : List.of(Typed.file(lines)),
              withdrawals,
              seen);
      return "redirect:" + place.path() + "/uploads/" + upload;
    } catch (Refusal e) {
      String title = texts.refusal(locale, e);
      HttpStatus status = HttpStatus.valueOf(e.status());
      return page(place, seen, sent, errors(e.problems(), fields, locale), status, locale)
          .addObject("error", title);
    } catch (UnreadableInput e) {
      String title = texts.text(locale, "refusal.typed_unreadable", e.problems().size());
      HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
      return page(place, seen, sent, errors(e.problems(), fields, locale), status, locale)
          .addObject("error", title);
    }
  }

  /** Problems by the fields whose lines they name. */
  private Map<String, String> errors(List<Problem> problems, List<String> fields, Locale locale) {
    ProblemText sentences = new ProblemText(texts.messages(locale));
    Map<String, String> errors = new HashMap<>();
    for (Problem problem : problems) {
      List<Integer> rows = new ArrayList<>(problem.alsoAt());
      rows.add(problem.location().row());
      for (int row : rows) {
        int line = row - Typed.FIRST_ROW;
        if (line >= 0 && line < fields.size()) {
          errors.merge(
              fields.get(line),
              PlainText.of(sentences.what(problem) + " " + sentences.remedy(problem)),
              (a, b) -> a + " " + b);
        }
      }
    }
    return errors;
  }
}

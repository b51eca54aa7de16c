package vn.doichieu.web.submitting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.doichieu.domain.Problem;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.web.dryrun.DryRun;
import vn.doichieu.web.dryrun.DryRuns;
import vn.doichieu.web.dryrun.RulesSince;
import vn.doichieu.web.dryrun.Submitting;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.intake.Intake;
import vn.doichieu.web.lock.LockWords;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;

/** Handing in files: chosen, tried, submitted; for one unit, or the folder of several. */
@Controller
class UploadPages implements Routes {

  private static final String UNIT = "/areas/{area}/units/{unit}";
  private static final String FOLDER = "/areas/{area}/folder";

  /** What the names of the fields with explanations begin with. */
  private static final String EXPLANATION = "e:";

  /** What somebody typed goes along when files are tried again. */
  private static final String TYPED = "typed";

  private final Places places;
  private final Intake intake;
  private final DryRuns dryRuns;
  private final RulesSince rulesSince;
  private final DryRunWords words;
  private final Submitting submitting;
  private final Filings filings;
  private final LockWords locks;
  private final BlankForms forms;
  private final PageText texts;

  UploadPages(
      Places places,
      Intake intake,
      DryRuns dryRuns,
      RulesSince rulesSince,
      DryRunWords words,
      Submitting submitting,
      Filings filings,
      LockWords locks,
      BlankForms forms,
      PageText texts) {
    this.places = places;
    this.intake = intake;
    this.dryRuns = dryRuns;
    this.rulesSince = rulesSince;
    this.words = words;
    this.submitting = submitting;
    this.filings = filings;
    this.locks = locks;
    this.forms = forms;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (String place : List.of("/areas/*/units/*", "/areas/*/folder")) {
      Role[] roles =
          place.endsWith("folder") ? new Role[] {Role.STAFF} : new Role[] {Role.CLERK, Role.STAFF};
      routes.add(Route.get(place + "/submit", roles));
      routes.add(Route.post(place + "/uploads", roles));
      routes.add(Route.get(place + "/uploads/*", roles));
      routes.add(Route.post(place + "/uploads/*/submit", roles));
      routes.add(Route.post(place + "/uploads/*/again", roles));
    }
    return routes;
  }

  @GetMapping({UNIT + "/submit", FOLDER + "/submit"})
  ModelAndView choose(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable(value = "unit", required = false) @Nullable String unit,
      Locale locale) {
    return page(places.get(viewer, area, unit), HttpStatus.OK, locale);
  }

  private ModelAndView page(Place place, HttpStatus status, Locale locale) {
    ModelAndView page = new ModelAndView("submitting/choose", status);
    page.addObject("place", place);
    page.addObject("locks", locks.notices(place.area(), place.code(), locale));
    page.addObject("forms", forms.plans(place));
    return page;
  }

  @PostMapping({UNIT + "/uploads", FOLDER + "/uploads"})
  Object upload(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable(value = "unit", required = false) @Nullable String unit,
      @RequestParam(value = "files", required = false) @Nullable List<MultipartFile> files,
      RedirectAttributes notices,
      Locale locale) {
    Place place = places.get(viewer, area, unit);
    var sent = SentFiles.of(files == null ? List.of() : files);
    try {
      if (unit != null) {
        long id = intake.ofUnit(viewer, place.area(), unit, sent);
        return "redirect:" + place.path() + "/uploads/" + id;
      }
      Intake.Taken taken = intake.folder(viewer, place.area(), sent);
      if (!taken.passedOver().isEmpty()) {
        notices.addFlashAttribute(
            "notice",
            texts.text(locale, "filing.passed_over", String.join(", ", taken.passedOver())));
      }
      return "redirect:" + place.path() + "/uploads/" + taken.upload();
    } catch (UnreadableInput e) {
      String title = texts.text(locale, "refusal.unreadable", e.problems().size());
      return refused(place, HttpStatus.UNPROCESSABLE_CONTENT, title, e.problems(), locale);
    } catch (Refusal e) {
      return refused(place, HttpStatus.valueOf(e.status()), text(e, locale), e.problems(), locale);
    }
  }

  private ModelAndView refused(
      Place place, HttpStatus status, String title, List<Problem> problems, Locale locale) {
    ModelAndView page = page(place, status, locale);
    page.addObject("error", title);
    page.addObject("troubles", words.troubles(problems, locale));
    return page;
  }

  @GetMapping({UNIT + "/uploads/{upload}", FOLDER + "/uploads/{upload}"})
  Object trial(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable(value = "unit", required = false) @Nullable String unit,
      @PathVariable("upload") long id,
      HttpServletRequest request,
      Locale locale) {
    Place place = places.get(viewer, area, unit);
    Upload upload = places.upload(place, id);
    Optional<Filed> filed = filings.of(upload);
    if (filed.isPresent()) {
      return "redirect:" + place.submissions() + "/" + filed.get().number();
    }
    Map<String, String> typed = new HashMap<>();
    Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
    if (flash != null && flash.get(TYPED) instanceof Map<?, ?> before) {
      before.forEach((field, text) -> typed.put(String.valueOf(field), String.valueOf(text)));
    }
    return trial(viewer, place, upload, HttpStatus.OK, typed, locale);
  }

  private ModelAndView trial(
      Viewer viewer,
      Place place,
      Upload upload,
      HttpStatus status,
      Map<String, String> typed,
      Locale locale) {
    ModelAndView page = new ModelAndView("submitting/trial", status);
    page.addObject("place", place);
    page.addObject("upload", upload);
    DryRun run = dryRuns.of(upload);
    page.addObject("run", words.view(run, viewer, typed, locale));
    page.addObject(TYPED, typed);
    page.addObject("note", typed.getOrDefault("note", ""));
    page.addObject("since", filings.since(upload));
    page.addObject("rulesSince", rulesSince.of(upload, run, viewer));
    return page;
  }

  @PostMapping({UNIT + "/uploads/{upload}/submit", FOLDER + "/uploads/{upload}/submit"})
  Object submit(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable(value = "unit", required = false) @Nullable String unit,
      @PathVariable("upload") long id,
      @RequestParam Map<String, String> form,
      RedirectAttributes notices,
      Locale locale) {
    Place place = places.get(viewer, area, unit);
    Upload upload = places.upload(place, id);
    Map<String, String> typed = typed(form);
    try {
      Filed filed =
          submitting.submit(
              viewer,
              upload,
              new Submitting.Words(
                  form.getOrDefault("note", ""), typed, form.containsKey("knows_invalid")),
              "upload-" + id);
      notices.addFlashAttribute("notice", texts.text(locale, "filing.done", filed.number()));
      return "redirect:" + place.submissions() + "/" + filed.number();
    } catch (Refusal e) {
      if (e.key().equals("upload_used")) {
        return "redirect:" + place.path() + "/uploads/" + id;
      }
      ModelAndView page =
          trial(viewer, place, upload, HttpStatus.valueOf(e.status()), typed, locale);
      return page.addObject("error", text(e, locale));
    }
  }

  /** The note, and explanations by what they are of. */
  private static Map<String, String> typed(Map<String, String> form) {
    Map<String, String> typed = new HashMap<>(Map.of("note", form.getOrDefault("note", "")));
    form.forEach(
        (name, text) -> {
          if (name.startsWith(EXPLANATION)) {
            typed.put(name.substring(EXPLANATION.length()), text);
          }
        });
    return typed;
  }

  @PostMapping({UNIT + "/uploads/{upload}/again", FOLDER + "/uploads/{upload}/again"})
  String again(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable(value = "unit", required = false) @Nullable String unit,
      @PathVariable("upload") long id,
      @RequestParam Map<String, String> form,
      RedirectAttributes notices) {
    Place place = places.get(viewer, area, unit);
    Upload upload = places.upload(place, id);
    notices.addFlashAttribute(TYPED, typed(form));
    return "redirect:" + place.path() + "/uploads/" + intake.again(viewer, upload);
  }

  private String text(Refusal refusal, Locale locale) {
    return texts.refusal(locale, refusal);
  }
}

package vn.doichieu.web.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Target.Priority;
import vn.doichieu.listing.Severity;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.FindingLookup;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.Moment;
import vn.doichieu.web.result.ResultRow;
import vn.doichieu.web.result.Slice;
import vn.doichieu.web.result.Tally;
import vn.doichieu.web.result.Unread;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Wording;

/** The dashboard of an area and plan; a clerk sees it for the own unit only. */
@Controller
class DashboardPage implements Routes {

  private static final String BASE = "/areas/{area}/plans/{plan}";

  /** Of more than these the dashboard tells how many more there are. */
  private static final int SHOWN = 20;

  private static final Silence.Pages SHORT = new Silence.Pages(0, 20, 8);
  private static final int NAMES_A_PAGE = 200;
  private static final int DETAILS_A_PAGE = 30;

  /** How many remarks a page has that shows nothing else. */
  private static final int A_PAGE = 100;

  private final FindingLookup findings;
  private final Times times;
  private final PageText texts;

  DashboardPage(FindingLookup findings, Times times, PageText texts) {
    this.findings = findings;
    this.times = times;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/areas/*/plans/*", ANYONE),
        Route.get("/areas/*/plans/*/silence", ANYONE),
        Route.get("/areas/*/plans/*/remarks", ANYONE));
  }

  @GetMapping(BASE)
  String dashboard(
      Viewer viewer,
      @PathVariable("area") long areaId,
      @PathVariable("plan") String planId,
      @RequestParam Map<String, String> asked,
      Model model,
      Locale locale) {
    Judged judged = common(viewer, areaId, planId, asked, model, locale);
    Evaluation evaluation = judged.evaluation();
    List<Finding> seen = judged.seenBy(viewer);
    Messages messages = texts.messages(locale);
    if (viewer.unit() == null) {
      addGrid(judged, asked, model, locale);
      model.addAttribute("results", Severity.ORDER);
      model.addAttribute("priorities", Priority.values());
    } else {
      model.addAttribute("rows", ResultRow.of(evaluation, seen, messages));
    }
    model.addAttribute("tally", Tally.of(seen));
    model.addAttribute("deadlines", Deadlines.of(evaluation, seen, messages));
    model.addAttribute("progress", Progress.of(evaluation, seen, messages));
    model.addAttribute("silence", Silence.of(evaluation, seen, messages, SHORT));
    model.addAttribute("remarks", Remarks.of(judged, seen, viewer, messages, 0, SHOWN));
    return "dashboard/dashboard";
  }

  /** Only the table of results, for a script that puts it in the place of another part of it. */
  @GetMapping(value = BASE, headers = "HX-Request")
  String grid(
      Viewer viewer,
      @PathVariable("area") long areaId,
      @PathVariable("plan") String planId,
      @RequestParam Map<String, String> asked,
      Model model,
      Locale locale) {
    viewer.mustSeeAll();
    Judged judged = common(viewer, areaId, planId, asked, model, locale);
    addGrid(judged, asked, model, locale);
    return "dashboard/grid :: part";
  }

  private void addGrid(Judged judged, Map<String, String> asked, Model model, Locale locale) {
    Messages messages = texts.messages(locale);
    HeatGrid grid = HeatGrid.of(judged.evaluation(), messages, GridChoice.of(asked));
    model.addAttribute("grid", grid);
    model.addAttribute("gridStatus", status(grid, locale));
  }

  private String status(HeatGrid grid, Locale locale) {
    Slice<HeatGrid.Row> rows = grid.rows();
    if (rows.total() == 0) {
      return texts.text(locale, "dashboard.grid.nothing");
    }
    boolean all = rows.total() == grid.units();
    Language language = PageText.language(locale);
    return texts.text(
        locale,
        all ? "dashboard.grid.status" : "dashboard.grid.status.chosen",
        language.number(rows.first()),
        language.number(rows.last()),
        language.number(rows.total()),
        grid.columns().size(),
        language.number(grid.units()));
  }

  @GetMapping(BASE + "/silence")
  String silence(
      Viewer viewer,
      @PathVariable("area") long areaId,
      @PathVariable("plan") String planId,
      @RequestParam Map<String, String> asked,
      @RequestParam(name = "page", required = false, defaultValue = "0") int page,
      Model model,
      Locale locale) {
    Judged judged = common(viewer, areaId, planId, asked, model, locale);
    Messages messages = texts.messages(locale);
    List<Finding> seen = judged.seenBy(viewer);
    model.addAttribute("page", Math.max(0, page));
    model.addAttribute(
        "silence",
        Silence.of(
            judged.evaluation(),
            seen,
            messages,
            new Silence.Pages(page, NAMES_A_PAGE, DETAILS_A_PAGE)));
    return "dashboard/silence";
  }

  @GetMapping(BASE + "/remarks")
  String remarks(
      Viewer viewer,
      @PathVariable("area") long areaId,
      @PathVariable("plan") String planId,
      @RequestParam Map<String, String> asked,
      @RequestParam(name = "page", required = false, defaultValue = "0") int page,
      Model model,
      Locale locale) {
    Judged judged = common(viewer, areaId, planId, asked, model, locale);
    Messages messages = texts.messages(locale);
    model.addAttribute("page", Math.max(0, page));
    model.addAttribute(
        "remarks", Remarks.of(judged, judged.seenBy(viewer), viewer, messages, page, A_PAGE));
    return "dashboard/remarks";
  }

  private Judged common(
      Viewer viewer,
      long areaId,
      String planId,
      Map<String, String> asked,
      Model model,
      Locale locale) {
    Moment moment = Moment.of(asked.get("asOf"), asked.get("closed"), times);
    Judged judged = findings.judged(viewer, areaId, planId, moment);
    Messages messages = texts.messages(locale);
    model.addAttribute("area", judged.area());
    model.addAttribute("planId", planId);
    model.addAttribute("title", new Wording(messages).title(judged.evaluation().plan()));
    model.addAttribute("moment", moment);
    model.addAttribute("judged", judged);
    model.addAttribute("unread", Unread.of(judged, viewer, messages));
    model.addAttribute("ownOnly", viewer.unit() != null);
    model.addAttribute("language", messages.language());
    return judged;
  }
}

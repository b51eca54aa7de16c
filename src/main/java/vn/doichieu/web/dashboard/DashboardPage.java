package vn.doichieu.web.dashboard;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.FindingLookup;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.Moment;
import vn.doichieu.web.result.ResultRow;
import vn.doichieu.web.result.Tally;
import vn.doichieu.web.result.Unread;
import vn.doichieu.wording.Messages;

/** The dashboard of an area and plan; a clerk sees it for the own unit only. */
@Controller
class DashboardPage implements Routes {

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
    return List.of(Route.get("/areas/*/plans/*", ANYONE));
  }

  @GetMapping("/areas/{area}/plans/{plan}")
  String dashboard(
      Viewer viewer,
      @PathVariable("area") long areaId,
      @PathVariable("plan") String planId,
      @RequestParam(name = "asOf", required = false) @Nullable String asOf,
      @RequestParam(name = "closed", required = false) @Nullable String closed,
      Model model,
      Locale locale) {
    Moment moment = Moment.of(asOf, closed, times);
    Judged judged = findings.judged(viewer, areaId, planId, moment);
    Evaluation evaluation = judged.evaluation();
    List<Finding> seen = judged.seenBy(viewer);
    Messages messages = texts.messages(locale);
    model.addAttribute("area", judged.area());
    model.addAttribute("planId", planId);
    model.addAttribute("title", PageWords.title(messages, evaluation.plan()));
    model.addAttribute("moment", moment);
    model.addAttribute("judged", judged);
    model.addAttribute("unread", Unread.of(judged, viewer, messages));
    model.addAttribute("tally", Tally.of(seen));
    model.addAttribute("ownOnly", viewer.unit() != null);
    model.addAttribute("grid", viewer.unit() == null ? HeatGrid.of(evaluation, messages) : null);
    model.addAttribute(
        "rows", viewer.unit() == null ? List.of() : ResultRow.of(evaluation, seen, messages));
    model.addAttribute("deadlines", Deadlines.of(evaluation, seen, messages));
    model.addAttribute("progress", Progress.of(evaluation, seen, messages));
    model.addAttribute("silence", Silence.of(evaluation, seen, messages));
    model.addAttribute("remarks", Remarks.of(judged, seen, viewer, messages));
    return "dashboard/dashboard";
  }
}

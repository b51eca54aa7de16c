package vn.doichieu.web.finding;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Target.Priority;
import vn.doichieu.listing.Severity;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Chosen;
import vn.doichieu.web.result.FindingLookup;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.Moment;
import vn.doichieu.web.result.ResultRow;
import vn.doichieu.web.result.Slice;
import vn.doichieu.web.result.Unread;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;
import vn.doichieu.wording.Wording;

/** The findings as a list, and each by itself. */
@Controller
class FindingPages implements Routes {

  private static final int A_PAGE = 100;

  private final FindingLookup findings;
  private final Times times;
  private final PageText texts;
  private final FindingViews views;

  FindingPages(FindingLookup findings, Times times, PageText texts, FindingViews views) {
    this.findings = findings;
    this.times = times;
    this.texts = texts;
    this.views = views;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/areas/*/plans/*/findings", ANYONE),
        Route.get("/areas/*/plans/*/findings/*/*/*", ANYONE));
  }

  /** A target or unit to choose from. */
  record Choice(String code, String name) {}

  @GetMapping("/areas/{area}/plans/{plan}/findings")
  String list(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable("plan") String plan,
      @RequestParam(name = "asOf", required = false) @Nullable String asOf,
      @RequestParam(name = "closed", required = false) @Nullable String closed,
      @RequestParam(name = "unit", required = false) @Nullable String unit,
      @RequestParam(name = "target", required = false) @Nullable String target,
      @RequestParam(name = "result", required = false) @Nullable String result,
      @RequestParam(name = "priority", required = false) @Nullable String priority,
      @RequestParam(name = "period", required = false, defaultValue = "") String period,
      @RequestParam(name = "page", required = false) @Nullable Integer page,
      Model model,
      Locale locale) {
    Moment moment = Moment.of(asOf, closed, times);
    Judged judged = findings.judged(viewer, area, plan, moment);
    Messages messages = texts.messages(locale);
    Chosen chosen = Chosen.of(list(unit), list(target), list(result), list(priority));
    List<Finding> seen = judged.seenBy(viewer);
    Slice<Finding> slice = Slice.of(of(period, chosen.of(seen)), page, null, A_PAGE);
    common(model, viewer, judged, moment, messages);
    model.addAttribute("slice", slice);
    model.addAttribute("rows", ResultRow.of(judged.evaluation(), slice.items(), messages));
    model.addAttribute(
        "units",
        seen.stream()
            .map(Finding::unit)
            .distinct()
            .map(u -> new Choice(u.code(), u.name()))
            .toList());
    model.addAttribute("targets", targets(judged, seen, messages));
    model.addAttribute("periods", periods(seen, messages));
    model.addAttribute("results", Severity.ORDER);
    model.addAttribute("priorities", Priority.values());
    model.addAttribute("chosenUnit", unit == null ? "" : unit);
    model.addAttribute("chosenTarget", target == null ? "" : target);
    model.addAttribute("chosenResult", result == null ? "" : result);
    model.addAttribute("chosenPriority", priority == null ? "" : priority);
    model.addAttribute("chosenPeriod", period);
    return "finding/list";
  }

  private static List<Finding> of(String period, List<Finding> findings) {
    return period.isBlank()
        ? findings
        : findings.stream().filter(f -> f.period().text().equals(period)).toList();
  }

  private static List<Choice> periods(List<Finding> seen, Messages messages) {
    return seen.stream()
        .map(Finding::period)
        .distinct()
        .sorted()
        .map(p -> new Choice(p.text(), messages.language().period(p)))
        .toList();
  }

  private static List<String> list(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }

  private static List<Choice> targets(Judged judged, List<Finding> seen, Messages messages) {
    Sentences sentences = new Sentences(judged.evaluation(), messages);
    return seen.stream()
        .map(Finding::target)
        .map(t -> new Choice(t.id(), t.id() + " " + sentences.title(t)))
        .distinct()
        .toList();
  }

  @GetMapping("/areas/{area}/plans/{plan}/findings/{target}/{unit}/{period}")
  String finding(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable("plan") String plan,
      @PathVariable("target") String target,
      @PathVariable("unit") String unit,
      @PathVariable("period") String period,
      @RequestParam(name = "asOf", required = false) @Nullable String asOf,
      @RequestParam(name = "closed", required = false) @Nullable String closed,
      @RequestParam(name = "page", required = false) @Nullable Integer page,
      Model model,
      Locale locale) {
    viewer.mustSee(area, unit);
    Moment moment = Moment.of(asOf, closed, times);
    Judged judged = findings.judged(viewer, area, plan, moment);
    Messages messages = texts.messages(locale);
    List<Finding> ofUnit =
        judged.seenBy(viewer).stream()
            .filter(f -> f.target().id().equals(target) && f.unit().code().equals(unit))
            .toList();
    List<FindingView> shown =
        ofUnit.stream()
            .filter(f -> f.period().text().equals(period))
            .map(f -> views.view(viewer, judged, f, messages, page))
            .toList();
    if (shown.isEmpty()) {
      throw Refusal.notFound();
    }
    common(model, viewer, judged, moment, messages);
    model.addAttribute("views", shown);
    model.addAttribute("unit", ofUnit.get(0).unit());
    model.addAttribute("target", ofUnit.get(0).target());
    model.addAttribute("period", period);
    model.addAttribute("siblings", ResultRow.of(judged.evaluation(), ofUnit, messages));
    return "finding/finding";
  }

  private static void common(
      Model model, Viewer viewer, Judged judged, Moment moment, Messages messages) {
    Plan plan = judged.evaluation().plan();
    model.addAttribute("area", judged.area());
    model.addAttribute("planId", plan.id());
    model.addAttribute("planTitle", new Wording(messages).title(plan));
    model.addAttribute("moment", moment);
    model.addAttribute("judged", judged);
    model.addAttribute("unread", Unread.of(judged, viewer, messages));
    model.addAttribute("language", messages.language());
  }
}

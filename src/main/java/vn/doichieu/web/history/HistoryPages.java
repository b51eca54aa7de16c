package vn.doichieu.web.history;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.page.Download;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Moment;
import vn.doichieu.web.rulebook.RulesVersions;

/** The kept results of an area and plan: listed, compared, redone. For those who see all units. */
@Controller
class HistoryPages implements Routes {

  private static final String BASE = "/areas/{area}/plans/{plan}/records";
  private static final int A_PAGE = 50;

  private final Areas areas;
  private final Records records;
  private final Recorder recorder;
  private final Redoing redoing;
  private final RulesVersions versions;
  private final AuditLog log;
  private final Times times;
  private final PageText texts;

  HistoryPages(
      Areas areas,
      Records records,
      Recorder recorder,
      Redoing redoing,
      RulesVersions versions,
      AuditLog log,
      Times times,
      PageText texts) {
    this.areas = areas;
    this.records = records;
    this.recorder = recorder;
    this.redoing = redoing;
    this.versions = versions;
    this.log = log;
    this.times = times;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/areas/*/plans/*/records", OFFICE),
        Route.post("/areas/*/plans/*/records", OFFICE),
        Route.get("/areas/*/plans/*/records/*", OFFICE),
        Route.get("/areas/*/plans/*/records/*/result.json", OFFICE),
        Route.post("/areas/*/plans/*/records/*/redo", OFFICE));
  }

  @GetMapping(BASE)
  String list(
      Viewer viewer,
      @PathVariable("area") long areaId,
      @PathVariable("plan") String planId,
      @RequestParam(name = "page", required = false, defaultValue = "0") int page,
      Model model) {
    Area area = common(viewer, areaId, planId, model);
    recorder.catchUp();
    int number = Math.max(0, page);
    model.addAttribute("records", records.page(area.id(), planId, number, A_PAGE));
    model.addAttribute("failed", recorder.failed(area.id(), planId));
    model.addAttribute("page", number);
    model.addAttribute("total", records.count(area.id(), planId));
    model.addAttribute("more", (long) (number + 1) * A_PAGE < records.count(area.id(), planId));
    return "history/list";
  }

  @PostMapping(BASE)
  String keep(
      Viewer viewer,
      @PathVariable("area") long areaId,
      @PathVariable("plan") String planId,
      @RequestParam(name = "asOf", required = false) @Nullable String asOf,
      @RequestParam(name = "closed", required = false) @Nullable String closed,
      Model model,
      RedirectAttributes next,
      Locale locale) {
    Area area = common(viewer, areaId, planId, model);
    Moment moment = Moment.of(asOf, closed, times);
    recorder.catchUp(); // So that numbers go up with time.
    recorder.keep(viewer, area, planId, moment);
    next.addAttribute("area", areaId);
    next.addAttribute("plan", planId);
    next.addFlashAttribute("notice", texts.text(locale, "history.kept"));
    return "redirect:" + BASE;
  }

  @GetMapping(BASE + "/{record}")
  String record(
      Viewer viewer,
      @PathVariable("area") long areaId,
      @PathVariable("plan") String planId,
      @PathVariable("record") long id,
      Model model) {
    Area area = common(viewer, areaId, planId, model);
    ResultRecord record = records.get(area.id(), planId, id);
    model.addAttribute("record", record);
    model.addAttribute("intact", Packed.sha256(records.content(record)).equals(record.hash()));
    return "history/record";
  }

  /** What came of comparing two, or of doing one again. */
  @GetMapping(BASE + "/compare")
  String compare(
      Viewer viewer,
      @PathVariable("area") long areaId,
      @PathVariable("plan") String planId,
      @RequestParam("from") long from,
      @RequestParam("to") long to,
      Model model) {
    Area area = common(viewer, areaId, planId, model);
    ResultRecord first = records.get(area.id(), planId, Math.min(from, to));
    ResultRecord second = records.get(area.id(), planId, Math.max(from, to));
    model.addAttribute("first", first);
    model.addAttribute("second", second);
    model.addAttribute(
        "difference", Difference.of(records.content(first), records.content(second)));
    return "history/compare";
  }

  @PostMapping(BASE + "/{record}/redo")
  String redo(
      Viewer viewer,
      @PathVariable("area") long areaId,
      @PathVariable("plan") String planId,
      @PathVariable("record") long id,
      Model model) {
    record(viewer, areaId, planId, id, model);
    ResultRecord record = records.get(areaId, planId, id);
    byte[] kept = records.content(record);
    byte[] again =
        redoing.document(
            redoing.judge(
                areas.get(areaId, viewer),
                versions.version(record.versionId()),
                record.units(),
                records.inputs(record),
                record.submission(),
                new Moment(record.asOf(), record.closed())));
    model.addAttribute("redone", true);
    model.addAttribute("sameBytes", Arrays.equals(kept, again));
    model.addAttribute("difference", Difference.of(kept, again));
    return "history/record";
  }

  @GetMapping(BASE + "/{record}/result.json")
  ResponseEntity<byte[]> download(
      Viewer viewer,
      @PathVariable("area") long areaId,
      @PathVariable("plan") String planId,
      @PathVariable("record") long id,
      Model model) {
    Area area = common(viewer, areaId, planId, model);
    ResultRecord record = records.get(area.id(), planId, id);
    log.add("result.exported", area.code() + " " + planId, "no. " + id);
    return Download.of("ket-qua-" + id + ".json", records.content(record));
  }

  private Area common(Viewer viewer, long areaId, String planId, Model model) {
    viewer.mustSeeAll();
    Area area = areas.get(areaId, viewer);
    model.addAttribute("area", area);
    model.addAttribute("plan", areas.plan(areaId, planId));
    return area;
  }
}

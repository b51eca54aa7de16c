package vn.doichieu.web.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.doichieu.domain.Finding;
import vn.doichieu.report.FindingArray;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Tag;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Chosen;
import vn.doichieu.web.result.FindingLookup;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.Moment;
import vn.doichieu.web.result.Slice;

/** Areas, their plans, and their findings. */
@RestController
class ResultApi implements Routes {

  private static final int A_PAGE = 50;

  private final Areas areas;
  private final FindingLookup findings;
  private final Times times;
  private final PageText texts;

  ResultApi(Areas areas, FindingLookup findings, Times times, PageText texts) {
    this.areas = areas;
    this.findings = findings;
    this.times = times;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/areas", ANYONE),
        Route.get("/api/v1/areas/*/plans", ANYONE),
        Route.get("/api/v1/areas/*/plans/*/findings", ANYONE));
  }

  /** An area as programs see it. */
  record AreaJson(long id, String code, String name, int revision) {}

  /** A plan of an area as programs see it. */
  record PlanJson(String plan, String title, @Nullable LocalDate locksOn) {}

  @GetMapping("/api/v1/areas")
  Slice<AreaJson> areas(
      @Parameter(hidden = true) Viewer viewer,
      @RequestParam(name = "page", required = false) @Nullable Integer page,
      @RequestParam(name = "size", required = false) @Nullable Integer size) {
    List<AreaJson> all =
        areas.visibleTo(viewer).stream()
            .map(area -> new AreaJson(area.id(), area.code(), area.name(), area.revision()))
            .toList();
    return Slice.of(all, page, size, A_PAGE);
  }

  @GetMapping("/api/v1/areas/{area}/plans")
  Slice<PlanJson> plans(
      @Parameter(hidden = true) Viewer viewer,
      @PathVariable("area") long area,
      @RequestParam(name = "page", required = false) @Nullable Integer page,
      @RequestParam(name = "size", required = false) @Nullable Integer size,
      Locale locale) {
    List<PlanJson> all =
        areas.plans(areas.get(area, viewer).id()).stream()
            .map(plan -> new PlanJson(plan.planId(), plan.title().in(locale), plan.locksOn()))
            .toList();
    return Slice.of(all, page, size, A_PAGE);
  }

  @GetMapping("/api/v1/areas/{area}/plans/{plan}/findings")
  ResponseEntity<byte[]> findings(
      @Parameter(hidden = true) Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable("plan") String plan,
      @RequestParam(name = "asOf", required = false) @Nullable String asOf,
      @RequestParam(name = "closed", required = false) @Nullable String closed,
      @RequestParam(name = "unit", required = false) @Nullable List<String> unit,
      @RequestParam(name = "target", required = false) @Nullable List<String> target,
      @RequestParam(name = "result", required = false) @Nullable List<String> result,
      @RequestParam(name = "priority", required = false) @Nullable List<String> priority,
      @RequestParam(name = "page", required = false) @Nullable Integer page,
      @RequestParam(name = "size", required = false) @Nullable Integer size,
      @RequestHeader(name = "If-None-Match", required = false) @Nullable String known,
      Locale locale) {
    Moment moment = Moment.of(asOf, closed, times);
    Judged judged = findings.judged(viewer, area, plan, moment);
    String tag = Tag.of(judged.tag(viewer), locale);
    if (Tag.same(tag, known)) {
      return Tag.notModified(tag);
    }
    List<Finding> chosen = Chosen.of(unit, target, result, priority).of(judged.seenBy(viewer));
    Slice<Finding> slice = Slice.of(chosen, page, size, A_PAGE);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("{\"total\":"
                + slice.total()
                + ",\"page\":"
                + slice.page()
                + ",\"size\":"
                + slice.size()
                + ",\"as_of\":\""
                + moment.asOf()
                + "\",\"closed\":"
                + moment.closed()
                + ",\"rules_version\":"
                + judged.version().number()
                + ",\"findings\":")
            .getBytes(StandardCharsets.UTF_8));
    FindingArray.write(judged.evaluation(), slice.items(), texts.messages(locale), body);
    body.writeBytes("}\n".getBytes(StandardCharsets.UTF_8));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .eTag(tag)
        .body(body.toByteArray());
  }
}

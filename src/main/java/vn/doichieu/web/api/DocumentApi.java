package vn.doichieu.web.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.doichieu.domain.Finding;
import vn.doichieu.explanation.Explanation;
import vn.doichieu.narration.Asked;
import vn.doichieu.narration.ExplanationJson;
import vn.doichieu.report.CsvOutput;
import vn.doichieu.report.FindingFilter;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Tag;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.FindingLookup;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.Moment;
import vn.doichieu.web.result.OwnPart;

/** Whole documents as the command line writes them. */
@RestController
class DocumentApi implements Routes {

  private final FindingLookup findings;
  private final Times times;
  private final PageText texts;
  private final AuditLog log;

  DocumentApi(FindingLookup findings, Times times, PageText texts, AuditLog log) {
    this.findings = findings;
    this.times = times;
    this.texts = texts;
    this.log = log;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/areas/*/plans/*/result", OFFICE),
        Route.get("/api/v1/areas/*/plans/*/findings/*/*/*/explanation", ANYONE));
  }

  /**
   * The document of {@code check --format json}, or of {@code --format csv} where that is asked.
   */
  @GetMapping(
      path = "/api/v1/areas/{area}/plans/{plan}/result",
      produces = {MediaType.APPLICATION_JSON_VALUE, CheckApi.CSV})
  ResponseEntity<byte[]> result(
      @Parameter(hidden = true) Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable("plan") String plan,
      @RequestParam(name = "asOf", required = false) @Nullable String asOf,
      @RequestParam(name = "closed", required = false) @Nullable String closed,
      @RequestHeader(name = "Accept", required = false) @Nullable String accept,
      @RequestHeader(name = "If-None-Match", required = false) @Nullable String known,
      Locale locale) {
    viewer.mustSeeAll();
    Moment moment = Moment.of(asOf, closed, times);
    Judged judged = findings.judged(viewer, area, plan, moment);
    boolean csv = CheckApi.wantsCsv(accept);
    String tag = Tag.of(judged.tag(viewer) + (csv ? "-csv" : "-json"), locale);
    if (Tag.same(tag, known)) {
      return Tag.notModified(tag);
    }
    log.add("result.exported", judged.area().code() + " " + plan, String.valueOf(moment.asOf()));
    return ResponseEntity.ok()
        .contentType(csv ? CheckApi.CSV_TYPE : MediaType.APPLICATION_JSON)
        .eTag(tag)
        .header(CheckApi.EXIT, judged.evaluation().failsCheck() ? "1" : "0")
        .body(document(judged, csv, locale));
  }

  private byte[] document(Judged judged, boolean csv, Locale locale) {
    FindingFilter all = new FindingFilter(Set.of(), Set.of(), Set.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (csv) {
      new CsvOutput(judged.evaluation(), all, texts.messages(locale)).write(out);
    } else {
      new JsonWriter(judged.evaluation(), all, texts.messages(locale)).write(out);
    }
    return out.toByteArray();
  }

  /** The document of {@code explain --format json}; a clerk's is without figures of others. */
  @GetMapping(
      path = "/api/v1/areas/{area}/plans/{plan}/findings/{target}/{unit}/{period}/explanation",
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> explanation(
      @Parameter(hidden = true) Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable("plan") String plan,
      @PathVariable("target") String target,
      @PathVariable("unit") String unit,
      @PathVariable("period") String period,
      @RequestParam(name = "asOf", required = false) @Nullable String asOf,
      @RequestParam(name = "closed", required = false) @Nullable String closed,
      @RequestHeader(name = "If-None-Match", required = false) @Nullable String known,
      Locale locale) {
    viewer.mustSee(area, unit);
    Moment moment = Moment.of(asOf, closed, times);
    Judged judged = findings.judged(viewer, area, plan, moment);
    String tag = Tag.of(judged.tag(viewer), locale);
    if (Tag.same(tag, known)) {
      return Tag.notModified(tag);
    }
    List<Finding> shown =
        judged.seenBy(viewer).stream()
            .filter(f -> f.target().id().equals(target) && f.unit().code().equals(unit))
            .filter(f -> f.period().text().equals(period))
            .toList();
    if (shown.isEmpty()) {
      throw Refusal.notFound();
    }
    List<Explanation> explanations =
        shown.stream().map(f -> OwnPart.of(judged.explainer().explain(f), viewer)).toList();
    StringWriter out = new StringWriter();
    new ExplanationJson(judged.explainer(), texts.messages(locale))
        .write(
            new Asked(shown.get(0).target(), shown, true, judged.area().name()), explanations, out);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .eTag(tag)
        .body(out.toString().getBytes(StandardCharsets.UTF_8));
  }
}

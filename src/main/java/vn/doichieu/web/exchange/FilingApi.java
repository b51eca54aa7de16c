package vn.doichieu.web.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.doichieu.web.dryrun.DryRun;
import vn.doichieu.web.dryrun.DryRuns;
import vn.doichieu.web.dryrun.RulesSince;
import vn.doichieu.web.dryrun.Submitting;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.intake.Intake;
import vn.doichieu.web.intake.Sent;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.submitting.Place;
import vn.doichieu.web.submitting.Places;
import vn.doichieu.web.submitting.SentFiles;

/** Trying and submitting by programs. */
@RestController
class FilingApi implements Routes {

  private static final String UNIT = "/api/v1/areas/{area}/units/{unit}";
  private static final String AREA = "/api/v1/areas/{area}";
  private static final int LARGEST = 16 * 1024 * 1024;
  private static final int LONGEST_KEY = 100;

  private final Places places;
  private final Intake intake;
  private final DryRuns dryRuns;
  private final RulesSince rulesSince;
  private final Submitting submitting;
  private final Filings filings;
  private final FilingJson json;

  FilingApi(
      Places places,
      Intake intake,
      DryRuns dryRuns,
      RulesSince rulesSince,
      Submitting submitting,
      Filings filings,
      FilingJson json) {
    this.places = places;
    this.intake = intake;
    this.dryRuns = dryRuns;
    this.rulesSince = rulesSince;
    this.submitting = submitting;
    this.filings = filings;
    this.json = json;
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (String place : List.of("/api/v1/areas/*/units/*", "/api/v1/areas/*")) {
      Role[] roles =
          place.endsWith("units/*") ? new Role[] {Role.CLERK, Role.STAFF} : new Role[] {Role.STAFF};
      routes.add(Route.post(place + "/uploads", roles));
      routes.add(Route.get(place + "/uploads/*", roles));
      routes.add(Route.post(place + "/submissions", roles));
    }
    return routes;
  }

  /** Files in a form, the field {@code files}. Answers with the dry run. */
  @PostMapping(
      value = {UNIT + "/uploads", AREA + "/uploads"},
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<FilingJson.RunRow> files(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable(value = "unit", required = false) @Nullable String unit,
      @RequestParam("files") List<MultipartFile> files,
      Locale locale) {
    return take(viewer, places.get(viewer, area, unit), SentFiles.of(files), locale);
  }

  /** An array of figures, as figures.json has them. Answers with the dry run. */
  @PostMapping(
      value = {UNIT + "/uploads", AREA + "/uploads"},
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<FilingJson.RunRow> figures(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable(value = "unit", required = false) @Nullable String unit,
      HttpServletRequest request,
      Locale locale) {
    Place place = places.get(viewer, area, unit);
    try {
      byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
      if (body.length > LARGEST) {
        throw Refusal.tooMuch(413, "status.413");
      }
      return take(viewer, place, List.of(new Sent("figures.json", body)), locale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ResponseEntity<FilingJson.RunRow> take(
      Viewer viewer, Place place, List<Sent> sent, Locale locale) {
    String unit = place.code();
    long id =
        unit == null
            ? intake.folder(viewer, place.area(), sent).upload()
            : intake.ofUnit(viewer, place.area(), unit, sent);
    Upload upload = places.upload(place, id);
    String base = "/api/v1/areas/" + place.area().id();
    return ResponseEntity.created(
            URI.create((unit == null ? base : "/api/v1" + place.path()) + "/uploads/" + id))
        .body(json.run(dryRuns.of(upload), false, viewer, locale));
  }

  /** The dry run against what counts at this moment. */
  @GetMapping({UNIT + "/uploads/{upload}", AREA + "/uploads/{upload}"})
  FilingJson.RunRow run(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable(value = "unit", required = false) @Nullable String unit,
      @PathVariable("upload") long id,
      Locale locale) {
    Place place = places.get(viewer, area, unit);
    Upload upload = places.upload(place, id);
    DryRun run = dryRuns.of(upload);
    boolean overtaken =
        filings.of(upload).isEmpty()
            && !(filings.since(upload).isEmpty() && rulesSince.of(upload, run, viewer).isEmpty());
    return json.run(run, overtaken, viewer, locale);
  }

  /** What is said of a contradiction. */
  record Said(
      @Nullable String unit,
      @Nullable String check,
      @Nullable String period,
      @Nullable String text) {}

  /**
   * A submission as it is asked for.
   *
   * @param explanations an answer to each of {@code explanations_needed}
   * @param knowsInvalid whether it is known that figures will be invalid
   */
  record Wanted(
      long upload,
      @Nullable String note,
      @Nullable List<@Nullable Said> explanations,
      @JsonProperty("knows_invalid") @Nullable Boolean knowsInvalid) {}

  /** Lets an upload count. The same key gives the same answer, however often it is asked. */
  @PostMapping({UNIT + "/submissions", AREA + "/submissions"})
  ResponseEntity<FilingJson.FiledRow> submit(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable(value = "unit", required = false) @Nullable String unit,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Wanted wanted) {
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw Refusal.invalid("key_missing", LONGEST_KEY);
    }
    Place place = places.get(viewer, area, unit);
    Upload upload = places.upload(place, wanted.upload());
    Map<String, String> said = new HashMap<>();
    if (wanted.explanations() != null) {
      for (Said each : wanted.explanations()) {
        if (each != null && each.text() != null) { // What is missing is asked for again.
          said.put(each.unit() + " " + each.check() + " " + each.period(), each.text());
        }
      }
    }
    Filed filed =
        submitting.submit(
            viewer,
            upload,
            new Submitting.Words(
                wanted.note() == null ? "" : wanted.note(),
                said,
                Boolean.TRUE.equals(wanted.knowsInvalid())),
            key);
    return ResponseEntity.created(
            URI.create("/api/v1" + place.submissions() + "/" + filed.number()))
        .body(json.filed(filed));
  }
}

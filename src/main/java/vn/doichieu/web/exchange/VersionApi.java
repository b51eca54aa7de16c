package vn.doichieu.web.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.page.Tag;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.submitting.Place;
import vn.doichieu.web.submitting.Places;
import vn.doichieu.web.submitting.Versions;

/** What was submitted and what counts, for programs. */
@RestController
class VersionApi implements Routes {

  private static final String UNIT = "/api/v1/areas/{area}/units/{unit}";
  private static final String AREA = "/api/v1/areas/{area}";
  private static final int LARGEST_PAGE = 200;

  private final Places places;
  private final Filings filings;
  private final Versions versions;
  private final FilingJson json;

  VersionApi(Places places, Filings filings, Versions versions, FilingJson json) {
    this.places = places;
    this.filings = filings;
    this.versions = versions;
    this.json = json;
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (String place : List.of("/api/v1/areas/*/units/*", "/api/v1/areas/*")) {
      Role[] roles = place.endsWith("units/*") ? ANYONE : OFFICE;
      routes.add(Route.get(place + "/submissions", roles));
      routes.add(Route.get(place + "/submissions/*", roles));
    }
    routes.add(Route.get("/api/v1/areas/*/units/*/figures", ANYONE));
    return routes;
  }

  /** Part of a list. */
  record Part<T>(long total, int page, int size, List<T> items) {}

  /** Submissions, the newest first. */
  @GetMapping({UNIT + "/submissions", AREA + "/submissions"})
  ResponseEntity<Part<FilingJson.FiledRow>> list(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable(value = "unit", required = false) @Nullable String unit,
      @RequestParam(value = "page", defaultValue = "0") int page,
      @RequestParam(value = "size", defaultValue = "50") int size) {
    places.get(viewer, area, unit);
    mustBePage(page, size);
    int total = filings.count(area, unit);
    return Tag.answer(
        new Part<>(
            total,
            page,
            size,
            filings.page(area, unit, page, size).stream().map(json::filed).toList()));
  }

  /** A submission with what it did to the figures that counted before it. */
  record One(FilingJson.FiledRow submission, List<FilingJson.ChangeRow> figures) {}

  /** One submission; of a unit, its own figures only. */
  @GetMapping({UNIT + "/submissions/{number}", AREA + "/submissions/{number}"})
  ResponseEntity<One> one(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable(value = "unit", required = false) @Nullable String unit,
      @PathVariable("number") int number) {
    Place place = places.get(viewer, area, unit);
    Filed filed = places.submission(place, number);
    return Tag.answer(
        new One(
            json.filed(filed),
            versions.changes(place, filed).stream().map(FilingJson.ChangeRow::of).toList()));
  }

  /** The figures of a unit that count now. */
  @GetMapping(UNIT + "/figures")
  ResponseEntity<Part<FilingJson.CountingRow>> figures(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable("unit") String unit,
      @RequestParam(value = "page", defaultValue = "0") int page,
      @RequestParam(value = "size", defaultValue = "200") int size) {
    Place place = places.get(viewer, area, unit);
    mustBePage(page, size);
    List<FilingJson.CountingRow> all =
        versions.counting(place).stream().map(FilingJson.CountingRow::of).toList();
    int from = (int) Math.min((long) page * size, all.size());
    int to = Math.min(from + size, all.size());
    return Tag.answer(new Part<>(all.size(), page, size, all.subList(from, to)));
  }

  private static void mustBePage(int page, int size) {
    if (page < 0 || size < 1 || size > LARGEST_PAGE) {
      throw Refusal.invalid("page_invalid", LARGEST_PAGE);
    }
  }
}

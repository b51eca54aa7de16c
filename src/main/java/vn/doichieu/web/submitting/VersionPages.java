package vn.doichieu.web.submitting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.filing.Counting;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.filing.Uploads;
import vn.doichieu.web.page.Download;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;

/** What was submitted, version by version, and what counts of it. Nothing here can be edited. */
@Controller
class VersionPages implements Routes {

  private static final String UNIT = "/areas/{area}/units/{unit}";
  private static final String AREA = "/areas/{area}";
  private static final int PAGE = 50;

  private final Places places;
  private final Filings filings;
  private final Uploads uploads;
  private final Versions versions;
  private final Accounts accounts;
  private final AuditLog log;
  private final PageText texts;

  VersionPages(
      Places places,
      Filings filings,
      Uploads uploads,
      Versions versions,
      Accounts accounts,
      AuditLog log,
      PageText texts) {
    this.places = places;
    this.filings = filings;
    this.uploads = uploads;
    this.versions = versions;
    this.accounts = accounts;
    this.log = log;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (String place : List.of("/areas/*/units/*", "/areas/*")) {
      Role[] roles = place.endsWith("units/*") ? ANYONE : OFFICE;
      routes.add(Route.get(place + "/submissions", roles));
      routes.add(Route.get(place + "/submissions/*", roles));
      routes.add(Route.get(place + "/submissions/*/files/*", roles));
    }
    routes.add(Route.get("/areas/*/units/*/figures", ANYONE));
    return routes;
  }

  /**
   * A submission in a list.
   *
   * @param unit the name of the unit; empty for several
   * @param by the title of the account
   * @param aside whether it is set aside, and does not count
   */
  public record Line(
      Filed filed, String unit, String by, String kind, List<String> files, boolean aside) {}

  @GetMapping({UNIT + "/submissions", AREA + "/submissions"})
  String list(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable(value = "unit", required = false) @Nullable String unit,
      @RequestParam(value = "page", defaultValue = "0") int page,
      Model model,
      Locale locale) {
    Place place = places.get(viewer, area, unit);
    if (page < 0) {
      throw Refusal.notFound();
    }
    model.addAttribute("place", place);
    model.addAttribute(
        "lines",
        filings.page(area, unit, page, PAGE).stream()
            .map(filed -> line(viewer, filed, place, locale))
            .toList());
    model.addAttribute("page", page);
    model.addAttribute("more", (long) (page + 1) * PAGE < filings.count(area, unit));
    return "submitting/list";
  }

  private Line line(Viewer viewer, Filed filed, Place place, Locale locale) {
    Upload upload = uploads.get(filed.uploadId());
    return new Line(
        filed,
        versions.unitName(place, filed.unit()),
        accounts.find(filed.madeBy()).map(Account::title).orElse(""),
        texts.text(locale, "filing.kind." + upload.kind().code()),
        mayHaveFiles(viewer, filed)
            ? List.copyOf(uploads.hashes(filed.uploadId()).keySet())
            : List.of(),
        !versions.setAside(place, filed).isEmpty());
  }

  /** The files of several units are nothing for the clerk of one of them. */
  private static boolean mayHaveFiles(Viewer viewer, Filed filed) {
    return viewer.unit() == null || Objects.equals(viewer.unit(), filed.unit());
  }

  @GetMapping({UNIT + "/submissions/{number}", AREA + "/submissions/{number}"})
  String one(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable(value = "unit", required = false) @Nullable String unit,
      @PathVariable("number") int number,
      Model model,
      Locale locale) {
    Place place = places.get(viewer, area, unit);
    Filed filed = places.submission(place, number);
    List<DryRunView.Row> rows = versions.rows(place, filed, locale);
    model.addAttribute("place", place);
    model.addAttribute("line", line(viewer, filed, place, locale));
    model.addAttribute("changes", rows.stream().filter(r -> !r.kind().equals("same")).toList());
    model.addAttribute("same", rows.stream().filter(r -> r.kind().equals("same")).toList());
    model.addAttribute("aside", versions.setAside(place, filed, locale));
    model.addAttribute("said", versions.said(place, filed, locale));
    return "submitting/one";
  }

  @GetMapping({
    UNIT + "/submissions/{number}/files/{name}",
    AREA + "/submissions/{number}/files/{name}"
  })
  ResponseEntity<byte[]> file(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable(value = "unit", required = false) @Nullable String unit,
      @PathVariable("number") int number,
      @PathVariable("name") String name) {
    Place place = places.get(viewer, area, unit);
    Filed filed = places.submission(place, number);
    if (!mayHaveFiles(viewer, filed)) {
      throw Refusal.notFound();
    }
    byte[] content = uploads.file(filed.uploadId(), name);
    log.add("submission.downloaded", place.area().code() + " no. " + number, name);
    return Download.of(name, content);
  }

  /** A figure that counts. */
  public record Now(
      String item, String label, String period, String value, int number, String place) {}

  @GetMapping(UNIT + "/figures")
  String figures(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable("unit") String unit,
      Model model,
      Locale locale) {
    Place place = places.get(viewer, area, unit);
    FigureWords words = new FigureWords(texts.messages(locale));
    List<Now> all =
        versions.counting(place).stream()
            .sorted(Comparator.comparing(source -> source.figure().period()))
            .map(source -> now(source, words, locale))
            .toList();
    model.addAttribute("place", place);
    model.addAttribute("figures", all);
    return "submitting/figures";
  }

  private Now now(Counting.Source source, FigureWords words, Locale locale) {
    String value = words.value(source.figure());
    return new Now(
        source.figure().item().code(),
        words.label(source.figure().item()),
        words.period(source.figure().period()),
        value.isEmpty() ? texts.text(locale, "filing.invalid") : value,
        source.filed().number(),
        words.place(source.figure().location()));
  }
}

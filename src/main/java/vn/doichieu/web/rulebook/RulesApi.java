package vn.doichieu.web.rulebook;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.doichieu.edits.DiffOutput;
import vn.doichieu.revision.PlanVersion;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Tag;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.store.WorkFolder;

/** Plans and the versions of their rules, for programs; nothing is edited here. */
@RestController
@RequestMapping("/api/v1/rules")
class RulesApi implements Routes {

  private static final int MOST = 500;

  private final RulesVersions versions;
  private final VersionViews views;
  private final VersionFiles files;
  private final PageText texts;
  private final WorkFolder work;

  RulesApi(
      RulesVersions versions,
      VersionViews views,
      VersionFiles files,
      PageText texts,
      WorkFolder work) {
    this.versions = versions;
    this.views = views;
    this.files = files;
    this.texts = texts;
    this.work = work;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/rules", ANYONE),
        Route.get("/api/v1/rules/*/versions", ANYONE),
        Route.get("/api/v1/rules/*/versions/*", ANYONE),
        Route.get("/api/v1/rules/*/versions/*/files.zip", ANYONE),
        Route.get("/api/v1/rules/*/compare", ANYONE));
  }

  /** A plan with the number of the version that counts. */
  record PlanJson(String plan, String title, int version, String hash) {}

  /** A version; moments are in UTC. */
  record VersionJson(
      String plan,
      int number,
      String hash,
      String note,
      boolean counts,
      String draftedBy,
      String approvedBy,
      String publishedAt) {

    static VersionJson of(VersionViews.Listed listed) {
      RulesVersion version = listed.version();
      return new VersionJson(
          version.planId(),
          version.number(),
          version.hash(),
          version.note(),
          listed.counts(),
          listed.draftedBy(),
          listed.approvedBy(),
          version.publishedAt().toString());
    }
  }

  /** Some of all. */
  record Page<T>(List<T> items, int page, int size, int total) {

    static <T> Page<T> of(List<T> all, int page, int size) {
      if (page < 0 || size < 1 || size > MOST) {
        throw Refusal.invalid("paging", MOST);
      }
      long from = Math.min((long) page * size, all.size());
      long to = Math.min(from + size, all.size());
      return new Page<>(all.subList((int) from, (int) to), page, size, all.size());
    }
  }

  /** A version with its files and rows. */
  record WholeJson(VersionJson version, List<FileJson> files, List<VersionViews.Row> targets) {}

  /** A file of a version. */
  record FileJson(String name, int bytes) {}

  /** All plans. */
  @GetMapping
  Page<PlanJson> plans(
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Locale locale) {
    return Page.of(
        versions.plans().stream()
            .map(
                plan ->
                    new PlanJson(
                        plan.planId(),
                        plan.title().in(locale),
                        plan.version().number(),
                        plan.version().hash()))
            .toList(),
        page,
        size);
  }

  /** The versions of a plan, the newest first. */
  @GetMapping("/{plan}/versions")
  Page<VersionJson> all(
      @PathVariable String plan,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return Page.of(views.listed(plan).stream().map(VersionJson::of).toList(), page, size);
  }

  /** A version: every row in words and as it is written. */
  @GetMapping("/{plan}/versions/{number}")
  ResponseEntity<WholeJson> version(
      @PathVariable String plan, @PathVariable int number, Locale locale) {
    RulesVersion version = versions.get(plan, number);
    List<FileJson> names =
        versions.files(version).files().entrySet().stream()
            .map(file -> new FileJson(file.getKey(), file.getValue().length))
            .toList();
    return Tag.answer(
        new WholeJson(
            VersionJson.of(views.listed(version)),
            names,
            views.rows(version, texts.messages(locale))));
  }

  /** The files of a version. */
  @GetMapping("/{plan}/versions/{number}/files.zip")
  ResponseEntity<byte[]> zip(@PathVariable String plan, @PathVariable int number) {
    RulesVersion version = versions.get(plan, number);
    return VersionPages.zip(version, files.zip(version));
  }

  /** What differs between two versions, as the command {@code rules diff} tells it. */
  @GetMapping("/{plan}/compare")
  ResponseEntity<String> compare(
      @PathVariable String plan, @RequestParam int before, @RequestParam int after, Locale locale) {
    RulesVersion one = versions.get(plan, before);
    RulesVersion other = versions.get(plan, after);
    StringWriter json = new StringWriter();
    new DiffOutput(named(one), named(other), views.edits(one, other), texts.messages(locale))
        .json(json);
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.toString());
  }

  private PlanVersion named(RulesVersion version) {
    return PlanVersion.ofFolder("" + version.number(), versions.folder(version), work.home());
  }
}

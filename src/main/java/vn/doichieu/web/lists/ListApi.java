package vn.doichieu.web.lists;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.doichieu.edition.ListFormat;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.lists.ListJob.Choice;
import vn.doichieu.web.page.SentDay;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;

/** Leaders' lists for programs. */
@RestController
@RequestMapping("/api/v1/areas/{area}/plans/{plan}/lists")
class ListApi implements Routes {

  private static final String LISTS = "/api/v1/areas/*/plans/*/lists";
  private static final int MOST = 200;

  private final Areas areas;
  private final ListJobs jobs;
  private final ListMaker maker;
  private final Times times;

  ListApi(Areas areas, ListJobs jobs, ListMaker maker, Times times) {
    this.areas = areas;
    this.jobs = jobs;
    this.maker = maker;
    this.times = times;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(LISTS, OFFICE),
        Route.post(LISTS, OFFICE),
        Route.get(LISTS + "/*", OFFICE),
        Route.post(LISTS + "/*/cancel", OFFICE),
        Route.get(LISTS + "/*/files/*", OFFICE));
  }

  /**
   * What is asked for.
   *
   * @param asOf today where it is left out
   * @param closed false where it is left out
   * @param formats all where they are left out
   * @param masked false where it is left out
   */
  record Wanted(
      @JsonProperty("as_of") @Nullable String asOf,
      @Nullable Boolean closed,
      @Nullable Set<String> formats,
      @Nullable Boolean masked,
      @Nullable String language) {}

  /** A list as it is told. */
  record Told(
      long id,
      @JsonProperty("as_of") LocalDate asOf,
      boolean closed,
      boolean masked,
      String state,
      int done,
      int steps,
      List<String> files,
      @JsonProperty("made_at") Instant madeAt,
      @JsonProperty("ended_at") @Nullable Instant endedAt) {}

  /** A page of lists, the newest first. */
  record Page(long total, int page, int size, List<Told> items) {}

  @GetMapping
  Page page(
      Viewer viewer,
      @PathVariable long area,
      @PathVariable String plan,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    Area of = area(viewer, area, plan);
    if (page < 0 || size < 1 || size > MOST || page > Integer.MAX_VALUE / MOST) {
      throw Refusal.invalid("lists_page", MOST);
    }
    List<Told> items = jobs.page(of, plan, size, page * size).stream().map(this::told).toList();
    return new Page(jobs.count(of, plan), page, size, items);
  }

  @PostMapping
  ResponseEntity<Told> ask(
      Viewer viewer,
      @PathVariable long area,
      @PathVariable String plan,
      @RequestBody Wanted wanted) {
    Area of = area(viewer, area, plan);
    LocalDate asOf = SentDay.of(wanted.asOf());
    Set<ListFormat> formats =
        wanted.formats() == null
            ? Set.of(ListFormat.values())
            : ListPages.formats(wanted.formats());
    ListJob job =
        maker.start(
            viewer,
            of,
            plan,
            new Choice(
                asOf == null ? times.today() : asOf,
                Boolean.TRUE.equals(wanted.closed()),
                formats,
                Boolean.TRUE.equals(wanted.masked()),
                "en".equals(wanted.language()) ? "en" : "vi"));
    URI place =
        URI.create("/api/v1/areas/" + area + "/plans/" + job.planId() + "/lists/" + job.id());
    return ResponseEntity.accepted().location(place).body(told(job));
  }

  @GetMapping("/{job}")
  Told one(
      Viewer viewer, @PathVariable long area, @PathVariable String plan, @PathVariable long job) {
    return told(jobs.get(area(viewer, area, plan), plan, job));
  }

  @PostMapping("/{job}/cancel")
  Told cancel(
      Viewer viewer, @PathVariable long area, @PathVariable String plan, @PathVariable long job) {
    Area of = area(viewer, area, plan);
    jobs.cancel(viewer, of, jobs.get(of, plan, job));
    return told(jobs.get(of, plan, job));
  }

  @GetMapping("/{job}/files/{name}")
  ResponseEntity<byte[]> file(
      Viewer viewer,
      @PathVariable long area,
      @PathVariable String plan,
      @PathVariable long job,
      @PathVariable String name) {
    Area of = area(viewer, area, plan);
    ListJob list = jobs.get(of, plan, job);
    return ListDownload.of(of, list, name, jobs.download(of, list, name));
  }

  private Area area(Viewer viewer, long area, String plan) {
    Area of = areas.get(area, viewer);
    viewer.mustSeeAll();
    areas.plan(area, plan);
    return of;
  }

  private Told told(ListJob job) {
    return new Told(
        job.id(),
        job.choice().asOf(),
        job.choice().closed(),
        job.choice().masked(),
        job.state().code(),
        job.done(),
        job.steps(),
        jobs.files(job),
        job.madeAt(),
        job.endedAt());
  }
}

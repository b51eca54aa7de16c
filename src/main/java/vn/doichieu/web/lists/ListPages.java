package vn.doichieu.web.lists;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.doichieu.edition.ListFormat;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.AreaPlan;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.lists.ListJob.Choice;
import vn.doichieu.web.page.Navigation;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.SentDay;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;

/** The leaders' lists of an area: asked for, watched, downloaded. */
@Controller
class ListPages implements Routes, Navigation {

  private static final String LISTS = "/areas/*/plans/*/lists";
  private static final int SHOWN = 50;
  private static final int PLACE = 50;

  private final Areas areas;
  private final ListJobs jobs;
  private final ListMaker maker;
  private final Issuers issuers;
  private final Times times;

  ListPages(Areas areas, ListJobs jobs, ListMaker maker, Issuers issuers, Times times) {
    this.areas = areas;
    this.jobs = jobs;
    this.maker = maker;
    this.issuers = issuers;
    this.times = times;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/lists", OFFICE),
        Route.get(LISTS, OFFICE),
        Route.get(LISTS + "/jobs", OFFICE),
        Route.post(LISTS, OFFICE),
        Route.post(LISTS + "/*/again", OFFICE),
        Route.post(LISTS + "/*/cancel", OFFICE),
        Route.get(LISTS + "/*/files/*", OFFICE));
  }

  @Override
  public List<Place> places(Viewer viewer) {
    return viewer.is(Role.CLERK) ? List.of() : List.of(new Place(PLACE, "/lists", "lists.menu"));
  }

  /** An area with its plans. */
  record Choices(Area area, List<AreaPlan> plans) {}

  /** A list with the files that can be downloaded. */
  record Row(ListJob job, List<String> files, boolean mine) {}

  @GetMapping("/lists")
  String all(Viewer viewer, Model model) {
    List<Choices> choices = new ArrayList<>();
    areas.visibleTo(viewer).forEach(a -> choices.add(new Choices(a, areas.plans(a.id()))));
    model.addAttribute("choices", choices);
    return "lists/areas";
  }

  @GetMapping("/areas/{area}/plans/{plan}/lists")
  String lists(Viewer viewer, @PathVariable long area, @PathVariable String plan, Model model) {
    show(viewer, area, plan, model);
    model.addAttribute("issuer", issuers.form(area));
    model.addAttribute("may", viewer.is(Role.STAFF) || viewer.is(Role.ADMINISTRATOR));
    model.addAttribute("today", times.today());
    model.addAttribute("formats", ListFormat.values());
    return "lists/lists";
  }

  /** The table alone, for a page that watches. */
  @GetMapping("/areas/{area}/plans/{plan}/lists/jobs")
  String jobs(Viewer viewer, @PathVariable long area, @PathVariable String plan, Model model) {
    show(viewer, area, plan, model);
    return "lists/jobs :: jobs";
  }

  private void show(Viewer viewer, long areaId, String plan, Model model) {
    Area area = areas.get(areaId, viewer);
    viewer.mustSeeAll();
    List<Row> rows =
        jobs.page(area, plan, SHOWN, 0).stream()
            .map(
                job ->
                    new Row(
                        job,
                        jobs.files(job),
                        job.madeBy() == viewer.id() || viewer.is(Role.ADMINISTRATOR)))
            .toList();
    model.addAttribute("area", area);
    model.addAttribute("plan", areas.plan(area.id(), plan));
    model.addAttribute("rows", rows);
    model.addAttribute("open", rows.stream().anyMatch(row -> row.job().state().isOpen()));
  }

  @PostMapping("/areas/{area}/plans/{plan}/lists")
  String ask(
      Viewer viewer,
      @PathVariable long area,
      @PathVariable String plan,
      @RequestParam String asOf,
      @RequestParam(defaultValue = "false") boolean closed,
      @RequestParam(name = "format", required = false) @Nullable Set<String> formats,
      @RequestParam(defaultValue = "false") boolean masked,
      Locale locale) {
    Area of = areas.get(area, viewer);
    viewer.mustSeeAll();
    areas.plan(area, plan);
    String language = PageText.language(locale).code();
    maker.start(
        viewer,
        of,
        plan,
        new Choice(
            SentDay.needed(asOf),
            closed,
            formats(formats == null ? Set.of() : formats),
            masked,
            language));
    return "redirect:/areas/{area}/plans/{plan}/lists";
  }

  @PostMapping("/areas/{area}/plans/{plan}/lists/{job}/again")
  String again(
      Viewer viewer, @PathVariable long area, @PathVariable String plan, @PathVariable long job) {
    Area of = areas.get(area, viewer);
    viewer.mustSeeAll();
    maker.start(viewer, of, plan, jobs.get(of, plan, job).choice());
    return "redirect:/areas/{area}/plans/{plan}/lists";
  }

  @PostMapping("/areas/{area}/plans/{plan}/lists/{job}/cancel")
  String cancel(
      Viewer viewer, @PathVariable long area, @PathVariable String plan, @PathVariable long job) {
    Area of = areas.get(area, viewer);
    viewer.mustSeeAll();
    jobs.cancel(viewer, of, jobs.get(of, plan, job));
    return "redirect:/areas/{area}/plans/{plan}/lists";
  }

  @GetMapping("/areas/{area}/plans/{plan}/lists/{job}/files/{name}")
  ResponseEntity<byte[]> file(
      Viewer viewer,
      @PathVariable long area,
      @PathVariable String plan,
      @PathVariable long job,
      @PathVariable String name) {
    Area of = areas.get(area, viewer);
    viewer.mustSeeAll();
    ListJob list = jobs.get(of, plan, job);
    return ListDownload.of(of, list, name, jobs.download(of, list, name));
  }

  /** The formats of some words. */
  static Set<ListFormat> formats(Set<String> words) {
    Set<ListFormat> formats = EnumSet.noneOf(ListFormat.class);
    for (ListFormat format : ListFormat.values()) {
      if (words.contains(format.code())) {
        formats.add(format);
      }
    }
    if (formats.size() != words.size()) {
      throw Refusal.invalid("lists_format");
    }
    return formats;
  }
}

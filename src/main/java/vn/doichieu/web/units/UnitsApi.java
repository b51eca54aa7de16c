package vn.doichieu.web.units;

import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.area.UnitList;
import vn.doichieu.web.area.UnitLists;
import vn.doichieu.web.page.Tag;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Slice;

/** The units of an area, and changes of them, for programs. */
@RestController
@RequestMapping("/api/v1/areas/{area}")
class UnitsApi implements Routes {

  private static final int A_PAGE = 200;

  private final Areas areas;
  private final UnitLists lists;
  private final UnitsTrials trials;
  private final UnitsChanges changes;
  private final SentUnits sent;
  private final UnitsWords words;

  UnitsApi(
      Areas areas,
      UnitLists lists,
      UnitsTrials trials,
      UnitsChanges changes,
      SentUnits sent,
      UnitsWords words) {
    this.areas = areas;
    this.lists = lists;
    this.trials = trials;
    this.changes = changes;
    this.sent = sent;
    this.words = words;
  }

  @Override
  public List<Route> routes() {
    String trial = "/api/v1/areas/*/unit-trials";
    return List.of(
        Route.get("/api/v1/areas/*/units", OFFICE),
        Route.post(trial, Role.ADMINISTRATOR),
        Route.get(trial + "/*", Role.ADMINISTRATOR),
        Route.post(trial + "/*/confirmation", Role.ADMINISTRATOR));
  }

  /** The units of an area, page by page; {@code revision} counts their changes. */
  record UnitsJson(int revision, List<UnitRow> items, int page, int size, long total) {}

  /** A unit before and after. */
  record ChangedJson(UnitRow before, UnitRow after) {}

  /** A unit with what belongs to it. */
  record OwnedJson(
      UnitRow unit, List<String> accounts, int submissions, int waivers, int inquiries) {}

  /** The findings of a plan that become others; the first of them one by one. */
  record PlanJson(
      String plan, long changed, long came, long gone, List<UnitsWords.Move> moves, long more) {}

  /**
   * A trial.
   *
   * @param state {@code open}, {@code overtaken}, {@code same} or {@code confirmed}
   * @param revision what it counts as; null until it is confirmed
   */
  record TrialJson(
      long id,
      String state,
      int basedOn,
      @Nullable Integer revision,
      List<OwnedJson> added,
      List<OwnedJson> gone,
      List<ChangedJson> renamed,
      List<ChangedJson> moved,
      List<String> problems,
      List<PlanJson> plans) {}

  /** That a list counts now, and as which revision. */
  record ConfirmedJson(long id, int revision) {}

  @GetMapping("/units")
  ResponseEntity<UnitsJson> units(
      @Parameter(hidden = true) Viewer viewer,
      @PathVariable("area") long id,
      @RequestParam(name = "page", required = false) @Nullable Integer page,
      @RequestParam(name = "size", required = false) @Nullable Integer size) {
    Area area = areas.get(id, viewer);
    viewer.mustSeeAll();
    UnitList list = lists.get(area.id(), area.unitsRevision());
    List<UnitRow> rows = new ArrayList<>(UnitRow.of(lists.table(list.id())).values());
    Slice<UnitRow> slice = Slice.of(rows, page, size, A_PAGE);
    return Tag.answer(
        new UnitsJson(
            area.unitsRevision(), slice.items(), slice.page(), slice.size(), slice.total()));
  }

  /** A units.csv in a form, the field {@code file}. Answers with what it would change. */
  @PostMapping(value = "/unit-trials", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<TrialJson> take(
      @Parameter(hidden = true) Viewer viewer,
      @PathVariable("area") long id,
      @RequestParam("file") MultipartFile file,
      Locale locale) {
    Area area = areas.get(id, viewer);
    long list = sent.read(file, table -> changes.take(area, table));
    return ResponseEntity.created(URI.create("/api/v1/areas/" + area.id() + "/unit-trials/" + list))
        .body(trial(area, changes.get(area, list), locale));
  }

  /** What a list would change at this moment. */
  @GetMapping("/unit-trials/{trial}")
  ResponseEntity<TrialJson> trial(
      @Parameter(hidden = true) Viewer viewer,
      @PathVariable("area") long id,
      @PathVariable("trial") long list,
      Locale locale) {
    Area area = areas.get(id, viewer);
    return Tag.answer(trial(area, changes.get(area, list), locale));
  }

  /** Lets a list count. */
  @PostMapping("/unit-trials/{trial}/confirmation")
  ConfirmedJson confirm(
      @Parameter(hidden = true) Viewer viewer,
      @PathVariable("area") long id,
      @PathVariable("trial") long list) {
    Area area = areas.get(id, viewer);
    return new ConfirmedJson(list, changes.confirm(changes.get(area, list)).unitsRevision());
  }

  private TrialJson trial(Area area, UnitList list, Locale locale) {
    if (list.basedOn() == 0) {
      throw Refusal.notFound(); // The first list of an area was held against nothing.
    }
    UnitsTrial trial = trials.of(area, list);
    UnitsChange change = trial.change();
    return new TrialJson(
        list.id(),
        state(trial),
        list.basedOn(),
        list.revision(),
        owned(change.added(), trial),
        owned(change.gone(), trial),
        changed(change.renamed()),
        changed(change.moved()),
        words.problems(trial, locale),
        words.plans(trial, locale).stream()
            .map(p -> new PlanJson(p.id(), p.changed(), p.came(), p.gone(), p.moves(), p.more()))
            .toList());
  }

  private static String state(UnitsTrial trial) {
    if (trial.list().revision() != null) {
      return "confirmed";
    } else if (trial.isOvertaken()) {
      return "overtaken";
    }
    return trial.isOpen() ? "open" : "same";
  }

  private static List<OwnedJson> owned(List<UnitRow> rows, UnitsTrial trial) {
    return rows.stream()
        .map(
            row -> {
              UnitsTrial.Owned of = trial.owned(row.code());
              return new OwnedJson(
                  row, of.accounts(), of.submissions(), of.waivers(), of.inquiries());
            })
        .toList();
  }

  private static List<ChangedJson> changed(List<UnitsChange.Pair> pairs) {
    return pairs.stream().map(pair -> new ChangedJson(pair.before(), pair.after())).toList();
  }
}

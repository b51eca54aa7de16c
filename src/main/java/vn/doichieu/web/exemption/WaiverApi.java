package vn.doichieu.web.exemption;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.exemption.WaiverRequest.Act;
import vn.doichieu.web.exemption.WaiverRequest.Row;
import vn.doichieu.web.matter.Wanted;
import vn.doichieu.web.page.Tag;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.FindingLookup;
import vn.doichieu.web.result.Slice;

/** Waivers for programs. */
@RestController
class WaiverApi implements Routes {

  private final WaiverRequests requests;
  private final WaiverEffects effects;
  private final WaiverViews views;
  private final FindingLookup findings;

  WaiverApi(
      WaiverRequests requests, WaiverEffects effects, WaiverViews views, FindingLookup findings) {
    this.requests = requests;
    this.effects = effects;
    this.views = views;
    this.findings = findings;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/areas/*/plans/*/waivers", ANYONE),
        Route.post("/api/v1/areas/*/plans/*/waivers", Role.CLERK, Role.STAFF),
        Route.ask("/api/v1/areas/*/plans/*/waivers/preview", Role.CLERK, Role.STAFF),
        Route.get("/api/v1/waivers/*", ANYONE),
        Route.post("/api/v1/waivers/*/decision", Role.APPROVER, Role.LEADER),
        Route.post("/api/v1/waivers/*/withdrawal", ANYONE),
        Route.post("/api/v1/waivers/*/end", Role.APPROVER, Role.LEADER));
  }

  /** Waivers of a plan at an area. */
  record Page(int page, int size, long total, List<Waiver> waivers) {}

  /** A waiver. */
  record Waiver(
      long id,
      long area,
      String plan,
      String unit,
      String target,
      String period,
      String until,
      String reason,
      @JsonProperty("approved_by") String approvedBy,
      String decision,
      String state,
      @JsonProperty("requested_by") String requestedBy,
      @JsonProperty("requested_at") Instant requestedAt,
      @Nullable Done decided,
      @Nullable Done ended) {}

  /** What somebody did to it. */
  record Done(String by, Instant at, String reason) {}

  /** A waiver to be asked for: a row of waivers.csv. */
  record NewWaiver(
      @Nullable String unit,
      @Nullable String target,
      @Nullable String period,
      @Nullable String until,
      @Nullable String reason,
      @JsonProperty("approved_by") @Nullable String approvedBy,
      @Nullable String decision) {

    Row row() {
      return new Row(
          text(unit),
          text(target),
          text(until),
          text(reason),
          text(approvedBy),
          text(decision),
          text(period));
    }
  }

  /** The findings that a waiver would move today. */
  record Preview(List<Moved> findings) {}

  /** A finding that moves. */
  record Moved(String target, String unit, String period, String without, String with) {}

  /**
   * A decision.
   *
   * @param decision approve or refuse
   */
  record Decision(@Nullable String decision, @Nullable String reason) {}

  /** Why something is ended. */
  record End(@Nullable String reason) {}

  @GetMapping("/api/v1/areas/{area}/plans/{plan}/waivers")
  ResponseEntity<Page> list(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable("plan") String plan,
      @RequestParam(name = "unit", defaultValue = "") String unit,
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "page", defaultValue = "0") int page,
      @RequestParam(name = "size", defaultValue = "50") int size,
      Locale locale) {
    findings.plan(viewer, area, plan);
    Slice<WaiverViews.Named> slice =
        views.list(viewer, new Wanted(area, plan, unit, state, page, size), locale);
    return Tag.answer(
        new Page(
            slice.page(),
            slice.size(),
            slice.total(),
            slice.items().stream().map(WaiverApi::waiver).toList()));
  }

  @GetMapping("/api/v1/waivers/{id}")
  ResponseEntity<Waiver> one(Viewer viewer, @PathVariable("id") long id, Locale locale) {
    return Tag.answer(waiver(viewer, id, locale));
  }

  @PostMapping("/api/v1/areas/{area}/plans/{plan}/waivers")
  ResponseEntity<Waiver> request(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable("plan") String plan,
      @RequestBody NewWaiver sent,
      Locale locale) {
    Area known = findings.plan(viewer, area, plan);
    long id = requests.request(viewer, known, plan, sent.row());
    return ResponseEntity.created(URI.create("/api/v1/waivers/" + id))
        .body(waiver(viewer, id, locale));
  }

  @PostMapping("/api/v1/areas/{area}/plans/{plan}/waivers/preview")
  Preview preview(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable("plan") String plan,
      @RequestBody NewWaiver sent) {
    Area known = findings.plan(viewer, area, plan);
    Row row = requests.checked(viewer, known, plan, sent.row());
    return new Preview(
        effects.of(known, plan, row, false, views.today(), false).moves().stream()
            .filter(move -> viewer.sees(area, move.with().unit().code()))
            .map(
                move ->
                    new Moved(
                        move.with().target().id(),
                        move.with().unit().code(),
                        move.with().period().text(),
                        move.without().result().code(),
                        move.with().result().code()))
            .toList());
  }

  @PostMapping("/api/v1/waivers/{id}/decision")
  Waiver decide(
      Viewer viewer, @PathVariable("id") long id, @RequestBody Decision sent, Locale locale) {
    switch (text(sent.decision())) {
      case "approve" -> requests.approve(viewer, id, text(sent.reason()));
      case "refuse" -> requests.refuse(viewer, id, text(sent.reason()));
      default -> throw Refusal.invalid("waiver_decision");
    }
    return waiver(viewer, id, locale);
  }

  @PostMapping("/api/v1/waivers/{id}/withdrawal")
  Waiver withdraw(Viewer viewer, @PathVariable("id") long id, Locale locale) {
    requests.withdraw(viewer, id);
    return waiver(viewer, id, locale);
  }

  @PostMapping("/api/v1/waivers/{id}/end")
  Waiver end(Viewer viewer, @PathVariable("id") long id, @RequestBody End sent, Locale locale) {
    requests.end(viewer, id, text(sent.reason()));
    return waiver(viewer, id, locale);
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent;
  }

  private Waiver waiver(Viewer viewer, long id, Locale locale) {
    return waiver(views.named(requests.get(id, viewer), locale));
  }

  private static Waiver waiver(WaiverViews.Named named) {
    WaiverRequest request = named.request();
    Row row = request.row();
    return new Waiver(
        request.id(),
        request.areaId(),
        request.planId(),
        row.unit(),
        row.target(),
        row.period(),
        row.until(),
        row.reason(),
        row.approvedBy(),
        row.decision(),
        request.state().code(),
        named.requestedBy(),
        request.requestedAt(),
        done(request.decision(), named.decidedBy()),
        done(request.end(), named.endedBy()));
  }

  private static @Nullable Done done(@Nullable Act act, String by) {
    return act == null ? null : new Done(by, act.at(), act.reason());
  }
}

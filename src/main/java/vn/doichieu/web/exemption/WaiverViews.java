package vn.doichieu.web.exemption;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.exemption.WaiverEffects.Effect;
import vn.doichieu.web.exemption.WaiverRequest.Act;
import vn.doichieu.web.exemption.WaiverRequest.Row;
import vn.doichieu.web.exemption.WaiverRequest.State;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Badge;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;
import vn.doichieu.wording.PlainText;
import vn.doichieu.wording.Sentences;
import vn.doichieu.wording.Wording;

/** Waivers as people look at them: with names, and what they do in words. */
@Component
class WaiverViews {

  private final Store store;
  private final Areas areas;
  private final Accounts accounts;
  private final RulesVersions versions;
  private final PageText texts;
  private final Times times;

  WaiverViews(
      Store store,
      Areas areas,
      Accounts accounts,
      RulesVersions versions,
      PageText texts,
      Times times) {
    this.store = store;
    this.areas = areas;
    this.accounts = accounts;
    this.versions = versions;
    this.texts = texts;
    this.times = times;
  }

  /**
   * Which waivers are wanted; null for all.
   *
   * @param page from 0
   */
  record Filter(
      @Nullable Long area,
      @Nullable String plan,
      @Nullable String unit,
      @Nullable State state,
      int page,
      int size) {

    private static final int MOST = 500;

    /**
     * As the parameters of a request ask; blank ones for all.
     *
     * @throws Refusal if there is no such state
     */
    static Filter of(
        @Nullable Long area, String plan, String unit, String state, int page, int size) {
      try {
        return new Filter(
            area,
            plan.isBlank() ? null : PlainText.of(plan),
            unit.isBlank() ? null : PlainText.of(unit),
            state.isBlank() ? null : State.of(state),
            Math.max(0, page),
            Math.max(1, Math.min(size, MOST)));
      } catch (IllegalArgumentException e) {
        throw Refusal.invalid("waiver_filter");
      }
    }
  }

  /** Some of the waivers of a filter, and how many there are of it. */
  record Some(List<Named> waivers, long total) {}

  /**
   * A waiver with the names of what it is about.
   *
   * @param period blank for every period
   * @param lapsed whether it was approved and its last day is over
   * @param decidedBy the title of the account; blank while nobody has decided
   * @param endedBy likewise
   */
  record Named(
      WaiverRequest request,
      String area,
      String unit,
      String target,
      String period,
      boolean lapsed,
      String requestedBy,
      String decidedBy,
      String endedBy) {}

  /**
   * A finding that a waiver moves, in words.
   *
   * @param without what it is without the waiver: "Không đạt 10/12 (83,33%)"
   * @param was and is the classes of their colours
   */
  record Moved(
      String target,
      String unit,
      String period,
      String without,
      String was,
      String with,
      String is) {}

  /** The waivers that a viewer may see: what is to be decided first. */
  Some some(Viewer viewer, Filter filter, Locale locale) {
    Long area = viewer.areaId() == null ? filter.area() : viewer.areaId();
    String unit = viewer.unit() == null ? filter.unit() : viewer.unit();
    if (filter.area() != null && !viewer.sees(filter.area())) {
      return new Some(List.of(), 0);
    }
    String state = filter.state() == null ? null : filter.state().code();
    String from =
        " from waiver_request w where (cast(:area as bigint) is null or w.area_id = :area)"
            + " and (cast(:plan as varchar) is null or w.plan_id = :plan)"
            + " and (cast(:unit as varchar) is null or w.unit = :unit)"
            + " and (cast(:state as varchar) is null or w.state = :state)";
    long total =
        store
            .sql()
            .sql("select count(*)" + from)
            .param("area", area)
            .param("plan", filter.plan())
            .param("unit", unit)
            .param("state", state)
            .query(Long.class)
            .single();
    List<WaiverRequest> page =
        store
            .sql()
            .sql(
                "select w.*"
                    + from
                    + " order by case w.state when 'requested' then 0 when 'approved' then 1"
                    + " else 2 end, w.id desc limit :size offset :start")
            .param("area", area)
            .param("plan", filter.plan())
            .param("unit", unit)
            .param("state", state)
            .param("size", filter.size())
            .param("start", (long) filter.page() * filter.size())
            .query(WaiverRequests::request)
            .list();
    return new Some(page.stream().map(request -> named(request, locale)).toList(), total);
  }

  /** Those about a finding, the newest first. */
  List<Named> about(long area, String planId, Finding finding, Locale locale) {
    return store
        .sql()
        .sql(
            "select * from waiver_request where area_id = ? and plan_id = ? and unit = ?"
                + " and target = ? order by id desc")
        .params(area, planId, finding.unit().code(), finding.target().id())
        .query(WaiverRequests::request)
        .list()
        .stream()
        .filter(request -> WaiverEffects.isAbout(request.row(), finding))
        .map(request -> named(request, locale))
        .toList();
  }

  /** A waiver with names. */
  Named named(WaiverRequest request, Locale locale) {
    Area area = areas.get(request.areaId());
    Row row = request.row();
    ReportingUnit unit = areas.units(area).all().find(row.unit());
    return new Named(
        request,
        area.name(),
        unit == null ? row.unit() : unit.name(),
        target(request, locale),
        period(row, locale),
        request.state() == State.APPROVED && request.until().isBefore(times.today()),
        title(request.requestedBy()),
        title(request.decision()),
        title(request.end()));
  }

  private String title(@Nullable Act act) {
    return act == null ? "" : title(act.by());
  }

  private String title(long account) {
    Optional<Account> known = accounts.find(account);
    return known.map(Account::title).orElse("");
  }

  private String target(WaiverRequest request, Locale locale) {
    String id = request.row().target();
    Target target = versions.prepared(versions.current(request.planId())).plan().target(id);
    return target == null ? id : id + " " + new Wording(texts.messages(locale)).title(target);
  }

  private static String period(Row row, Locale locale) {
    return row.period().isEmpty()
        ? ""
        : PageText.language(locale).period(new ReportingPeriod(row.period()));
  }

  /** The moves of an effect that a viewer may see, in words. */
  List<Moved> moved(Effect effect, Viewer viewer, Area area, Locale locale) {
    Sentences without = new Sentences(effect.without(), texts.messages(locale));
    Sentences with = new Sentences(effect.with(), texts.messages(locale));
    return effect.moves().stream()
        .filter(move -> viewer.sees(area.id(), move.with().unit().code()))
        .map(
            move ->
                new Moved(
                    move.with().target().id() + " " + with.title(move.with().target()),
                    move.with().unit().name(),
                    PageText.language(locale).period(move.with().period()),
                    told(without, move.without()),
                    Badge.of(move.without()).tone(),
                    told(with, move.with()),
                    Badge.of(move.with()).tone()))
        .toList();
  }

  private static String told(Sentences sentences, Finding finding) {
    return (sentences.result(finding) + " " + sentences.achieved(finding)).strip();
  }

  /** The day it is. */
  LocalDate today() {
    return times.today();
  }
}

package vn.doichieu.web.exemption;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Finding;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.exemption.WaiverEffects.Effect;
import vn.doichieu.web.exemption.WaiverRequest.Act;
import vn.doichieu.web.exemption.WaiverRequest.Row;
import vn.doichieu.web.exemption.WaiverRequest.State;
import vn.doichieu.web.matter.Kept;
import vn.doichieu.web.matter.Matters;
import vn.doichieu.web.matter.Subject;
import vn.doichieu.web.matter.Subjects;
import vn.doichieu.web.matter.Wanted;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Badge;
import vn.doichieu.web.result.Slice;
import vn.doichieu.web.store.Store;
import vn.doichieu.wording.Sentences;

/** Waivers as people look at them: with names, and what they do in words. */
@Component
class WaiverViews {

  static final Kept<WaiverRequest> KEPT =
      new Kept<>(
          "waiver_request",
          "case state when 'requested' then 0 when 'approved' then 1 else 2 end, id desc",
          State.codes(),
          WaiverRequests::request);

  private final Store store;
  private final Matters matters;
  private final Subjects subjects;
  private final Accounts accounts;
  private final PageText texts;
  private final Times times;

  WaiverViews(
      Store store,
      Matters matters,
      Subjects subjects,
      Accounts accounts,
      PageText texts,
      Times times) {
    this.store = store;
    this.matters = matters;
    this.subjects = subjects;
    this.accounts = accounts;
    this.texts = texts;
    this.times = times;
  }

  /**
   * A waiver with the names of what it is about.
   *
   * @param lapsed whether it was approved and its last day is over
   * @param decidedBy the title of the account; blank while nobody has decided
   * @param endedBy likewise
   */
  record Named(
      WaiverRequest request,
      Subject about,
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
  Slice<Named> list(Viewer viewer, Wanted wanted, Locale locale) {
    return matters.list(viewer, wanted, KEPT).map(request -> named(request, locale));
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
    Row row = request.row();
    return new Named(
        request,
        subjects.of(
            request.areaId(), request.planId(), row.target(), row.unit(), row.period(), locale),
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

package vn.doichieu.web.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.inquiry.Inquiry.Message;
import vn.doichieu.web.inquiry.Inquiry.State;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;
import vn.doichieu.wording.PlainText;
import vn.doichieu.wording.Wording;

/** Inquiries as people look at them: with names, and what became of the findings. */
@Component
class InquiryViews {

  private final Store store;
  private final Areas areas;
  private final RulesVersions versions;
  private final ToldFindings told;
  private final Threads threads;
  private final PageText texts;
  private final Times times;

  InquiryViews(
      Store store,
      Areas areas,
      RulesVersions versions,
      ToldFindings told,
      Threads threads,
      PageText texts,
      Times times) {
    this.store = store;
    this.areas = areas;
    this.versions = versions;
    this.told = told;
    this.threads = threads;
    this.texts = texts;
    this.times = times;
  }

  /**
   * Which inquiries are wanted; null for all.
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
        throw Refusal.invalid("inquiry_filter");
      }
    }
  }

  /** Some of the inquiries of a filter, and how many there are of it. */
  record Some(List<Named> inquiries, long total) {}

  /**
   * An inquiry with the names of what it is about.
   *
   * @param target the id and title of the target
   * @param said how much was said
   * @param last when something was said last
   */
  record Named(
      Inquiry inquiry,
      String area,
      String unit,
      String target,
      String period,
      boolean overdue,
      int said,
      Instant last) {}

  /**
   * An inquiry with all that was said.
   *
   * @param now the finding as it stands; null where there is no such finding any more
   */
  record Whole(Named named, List<Message> messages, @Nullable Told now) {

    /** The finding as it stood with the last question that had one. */
    public @Nullable Told asked() {
      Told last = null;
      for (Message message : messages) {
        last = message.told() == null ? last : message.told();
      }
      return last;
    }
  }

  /** The inquiries that a viewer may see: open ones first, and of these the overdue. */
  Some some(Viewer viewer, Filter filter, Locale locale) {
    Long area = viewer.areaId() == null ? filter.area() : viewer.areaId();
    String unit = viewer.unit() == null ? filter.unit() : viewer.unit();
    if (filter.area() != null && !viewer.sees(filter.area())) {
      return new Some(List.of(), 0);
    }
    String from =
        " from inquiry i where (cast(:area as bigint) is null or i.area_id = :area)"
            + " and (cast(:plan as varchar) is null or i.plan_id = :plan)"
            + " and (cast(:unit as varchar) is null or i.unit = :unit)"
            + " and (cast(:state as varchar) is null or i.state = :state)";
    String state = filter.state() == null ? null : filter.state().code();
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
    List<Inquiry> page =
        store
            .sql()
            .sql(
                "select "
                    + Threads.COLUMNS
                    + from
                    + " order by case when i.state = 'open' and i.due < :today then 0"
                    + " when i.state = 'open' then 1 when i.state = 'answered' then 2 else 3 end,"
                    + " coalesce(i.due, date '9999-12-31'), i.id desc limit :size offset :start")
            .param("area", area)
            .param("plan", filter.plan())
            .param("unit", unit)
            .param("state", state)
            .param("today", times.today())
            .param("size", filter.size())
            .param("start", (long) filter.page() * filter.size())
            .query((row, n) -> Threads.inquiry(row))
            .list();
    return new Some(page.stream().map(inquiry -> named(inquiry, locale)).toList(), total);
  }

  /** An inquiry with everything. */
  Whole whole(Inquiry inquiry, Locale locale) {
    return new Whole(
        named(inquiry, locale), threads.messages(inquiry.id()), told.now(inquiry).orElse(null));
  }

  private Named named(Inquiry inquiry, Locale locale) {
    Area area = areas.get(inquiry.areaId());
    ReportingUnit unit = areas.units(area).all().find(inquiry.unit());
    record Talk(int said, Instant last) {}
    Talk talk =
        store
            .sql()
            .sql("select count(*), max(made_at) from inquiry_message where inquiry_id = ?")
            .param(inquiry.id())
            .query((row, n) -> new Talk(row.getInt(1), row.getTimestamp(2).toInstant()))
            .single();
    return new Named(
        inquiry,
        area.name(),
        unit == null ? inquiry.unit() : unit.name(),
        target(inquiry, locale),
        period(inquiry, locale),
        inquiry.isOverdue(times.today()),
        talk.said(),
        talk.last());
  }

  private String target(Inquiry inquiry, Locale locale) {
    Target target =
        versions.prepared(versions.current(inquiry.planId())).plan().target(inquiry.target());
    return target == null
        ? inquiry.target()
        : inquiry.target() + " " + new Wording(texts.messages(locale)).title(target);
  }

  private static String period(Inquiry inquiry, Locale locale) {
    return PageText.language(locale).period(new ReportingPeriod(inquiry.period()));
  }
}

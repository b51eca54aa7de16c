package vn.doichieu.web.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.web.inquiry.Inquiry.Message;
import vn.doichieu.web.inquiry.Inquiry.State;
import vn.doichieu.web.matter.Kept;
import vn.doichieu.web.matter.Matters;
import vn.doichieu.web.matter.Subject;
import vn.doichieu.web.matter.Subjects;
import vn.doichieu.web.matter.Wanted;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Slice;
import vn.doichieu.web.store.Store;

/** Inquiries as people look at them: with names, and what became of the findings. */
@Component
class InquiryViews {

  static final Kept<Inquiry> KEPT =
      new Kept<>(
          "inquiry",
          "case when state = 'open' and due < :today then 0 when state = 'open' then 1"
              + " when state = 'answered' then 2 else 3 end,"
              + " coalesce(due, date '9999-12-31'), id desc",
          State.codes(),
          (row, n) -> Threads.inquiry(row));

  private final Store store;
  private final Matters matters;
  private final Subjects subjects;
  private final ToldFindings told;
  private final Threads threads;
  private final Times times;

  InquiryViews(
      Store store,
      Matters matters,
      Subjects subjects,
      ToldFindings told,
      Threads threads,
      Times times) {
    this.store = store;
    this.matters = matters;
    this.subjects = subjects;
    this.told = told;
    this.threads = threads;
    this.times = times;
  }

  /**
   * An inquiry with the names of what it is about.
   *
   * @param said how much was said
   * @param last when something was said last
   */
  record Named(Inquiry inquiry, Subject about, boolean overdue, int said, Instant last) {}

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
  Slice<Named> list(Viewer viewer, Wanted wanted, Locale locale) {
    return matters.list(viewer, wanted, KEPT).map(inquiry -> named(inquiry, locale));
  }

  /** An inquiry with everything. */
  Whole whole(Inquiry inquiry, Locale locale) {
    return new Whole(
        named(inquiry, locale), threads.messages(inquiry.id()), told.now(inquiry).orElse(null));
  }

  private Named named(Inquiry inquiry, Locale locale) {
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
        subjects.of(
            inquiry.areaId(),
            inquiry.planId(),
            inquiry.target(),
            inquiry.unit(),
            inquiry.period(),
            locale),
        inquiry.isOverdue(times.today()),
        talk.said(),
        talk.last());
  }
}

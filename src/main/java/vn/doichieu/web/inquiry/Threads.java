package vn.doichieu.web.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Finding;
import vn.doichieu.publication.Replies;
import vn.doichieu.web.inquiry.Inquiry.Message;
import vn.doichieu.web.inquiry.Inquiry.State;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.store.Store;

/** What was asked and said, as it is kept. */
@Component
public class Threads {

  private final Store store;
  private final ToldFindings told;

  Threads(Store store, ToldFindings told) {
    this.store = store;
    this.told = told;
  }

  /**
   * An inquiry that a viewer may see.
   *
   * @throws Refusal if there is none
   */
  public Inquiry get(long id, Viewer viewer) {
    Inquiry inquiry = get(id);
    viewer.mustSee(inquiry.areaId(), inquiry.unit());
    return inquiry;
  }

  Inquiry get(long id) {
    return find("id = ?", id).orElseThrow(Refusal::notFound);
  }

  /** An inquiry that a viewer may see; nobody else changes it until the transaction ends. */
  Inquiry locked(long id, Viewer viewer) {
    store
        .sql()
        .sql("select id from inquiry where id = ? for update")
        .param(id)
        .query()
        .listOfRows();
    return get(id, viewer);
  }

  /** The one about a finding. */
  public Optional<Inquiry> find(long area, String planId, Finding finding) {
    return find(
        "area_id = ? and plan_id = ? and target = ? and unit = ? and period = ?",
        area,
        planId,
        finding.target().id(),
        finding.unit().code(),
        finding.period().text());
  }

  private Optional<Inquiry> find(String where, Object... values) {
    return store
        .sql()
        .sql("select * from inquiry where " + where)
        .params(values)
        .query((row, n) -> inquiry(row))
        .optional();
  }

  /** What was said, the oldest first. */
  public List<Message> messages(long inquiry) {
    Map<Long, Told> findings = told.of(inquiry);
    return store
        .sql()
        .sql(
            "select m.id, m.kind, a.title, m.made_at, m.due, m.text from inquiry_message m"
                + " join account a on a.id = m.made_by where m.inquiry_id = ? order by m.id")
        .param(inquiry)
        .query((row, n) -> message(row, findings.get(row.getLong("id"))))
        .list();
  }

  /** Whether the last thing that was said is the very same, by the same account. */
  boolean repeats(long inquiry, Viewer viewer, Message.Kind kind, String text) {
    return store
        .sql()
        .sql(
            "select made_by, kind, text from inquiry_message where inquiry_id = ?"
                + " order by id desc limit 1")
        .param(inquiry)
        .query(
            (row, n) ->
                row.getLong(1) == viewer.id()
                    && row.getString(2).equals(kind.code())
                    && row.getString(3).equals(text))
        .optional()
        .orElse(false);
  }

  /** What units of an area replied to questions about a plan's findings, for the leaders' list. */
  public Replies replies(long area, String planId) {
    Map<Replies.Subject, Replies.Reply> all = new HashMap<>();
    store
        .sql()
        .sql(
            "select i.target, i.unit, i.period, i.state, q.text as question, a.text as answer,"
                + " a.made_at as answered_at from inquiry i"
                + " join inquiry_message q on q.id = (select max(id) from inquiry_message"
                + "   where inquiry_id = i.id and kind in ('question', 'again'))"
                + " left join inquiry_message a on a.id = (select max(id) from inquiry_message"
                + "   where inquiry_id = i.id and kind = 'answer')"
                + " where i.area_id = ? and i.plan_id = ?")
        .params(area, planId)
        .query(
            (row, n) ->
                all.put(
                    new Replies.Subject(
                        row.getString("target"), row.getString("unit"), row.getString("period")),
                    reply(row)))
        .list();
    return new Replies(all);
  }

  private static Replies.Reply reply(ResultSet row) throws SQLException {
    String answer = row.getString("answer");
    return new Replies.Reply(
        Replies.State.valueOf(State.of(row.getString("state")).name()),
        row.getString("question"),
        answer == null ? "" : answer,
        answer == null
            ? null
            : LocalDate.ofInstant(row.getTimestamp("answered_at").toInstant(), Times.ZONE));
  }

  static Inquiry inquiry(ResultSet row) throws SQLException {
    return new Inquiry(
        row.getLong("id"),
        row.getLong("area_id"),
        row.getString("plan_id"),
        row.getString("target"),
        row.getString("unit"),
        row.getString("period"),
        State.of(row.getString("state")),
        row.getObject("due", LocalDate.class),
        row.getInt("revision"));
  }

  private static Message message(ResultSet row, @Nullable Told finding) throws SQLException {
    return new Message(
        row.getLong("id"),
        Message.Kind.of(row.getString("kind")),
        row.getString("title"),
        row.getTimestamp("made_at").toInstant(),
        row.getObject("due", LocalDate.class),
        row.getString("text"),
        finding);
  }
}

package vn.doichieu.web.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.draft.Draft.State;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.rulebook.RulesVersion;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;

/** All drafts. Changes of one draft go one after another. */
@Component
public class Drafts {

  private static final String ALL = "select * from rules_draft ";

  /** All rule files of the largest plan have some 400 KB. */
  private static final int MOST_BYTES = 8_000_000;

  private static final int MOST_FILES = 500;

  private final Store store;
  private final RulesVersions versions;
  private final Tables tables;
  private final AuditLog log;
  private final Clock clock;

  /** Drafts in the store. */
  public Drafts(Store store, RulesVersions versions, Tables tables, AuditLog log, Clock clock) {
    this.store = store;
    this.versions = versions;
    this.tables = tables;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Starts a draft that would be the next version: with the files of a version, the counting one or
   * an older one to go back to.
   */
  public long start(Viewer viewer, RulesVersion from) {
    mustEdit(viewer);
    RulesVersion current = versions.current(from.planId());
    RuleFileSet files = tables.asText(from.planId(), versions.files(from));
    return store.write(
        () -> {
          long id =
              store.insert(
                  "insert into rules_draft (plan_id, based_on, revision, state, note, made_by,"
                      + " made_at, changed_at, decision, impact)"
                      + " values (?, ?, 1, 'open', '', ?, ?, ?, '', '')",
                  from.planId(),
                  current.id(),
                  viewer.id(),
                  now(),
                  now());
          write(id, files);
          addAuthor(id, viewer);
          log.add("rules.draft_started", subject(from.planId(), id), "files of " + from.number());
          return id;
        });
  }

  private static void mustEdit(Viewer viewer) {
    if (!viewer.is(Role.AUDITOR, Role.ADMINISTRATOR)) {
      throw Refusal.forbidden("draft_role");
    }
  }

  /**
   * A draft of a plan.
   *
   * @throws Refusal if there is none
   */
  public Draft get(String planId, long id) {
    return store
        .sql()
        .sql(ALL + "where id = ? and plan_id = ?")
        .params(id, planId)
        .query(Drafts::draft)
        .optional()
        .orElseThrow(Refusal::notFound);
  }

  /** The drafts of a plan, the latest first; those given up are left out. */
  public List<Draft> of(String planId) {
    return store
        .sql()
        .sql(ALL + "where plan_id = ? and state <> 'dropped' order by id desc")
        .param(planId)
        .query(Drafts::draft)
        .list();
  }

  /** A draft whose turn is taken until the transaction ends. Throws as above. */
  public Draft locked(String planId, long id) {
    return store
        .sql()
        .sql(ALL + "where id = ? and plan_id = ? for update")
        .params(id, planId)
        .query(Drafts::draft)
        .optional()
        .orElseThrow(Refusal::notFound);
  }

  /** The files as they stand. */
  public RuleFileSet files(Draft draft) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    store
        .sql()
        .sql("select name, content from rules_draft_file where draft_id = ?")
        .param(draft.id())
        .query((row, n) -> files.put(row.getString(1), row.getBytes(2)))
        .list();
    return new RuleFileSet(files);
  }

  /** The accounts that had a hand in a draft. */
  public Set<Long> authors(Draft draft) {
    return new TreeSet<>(
        store
            .sql()
            .sql("select account_id from rules_draft_author where draft_id = ?")
            .param(draft.id())
            .query(Long.class)
            .list());
  }

  /**
   * Changes files. What the change sees is the draft as it stands when its turn comes.
   *
   * @param about what is changed, for the log
   * @throws Refusal if the draft is not being edited, or the viewer may not change such files
   */
  public void change(Viewer viewer, Draft of, String about, UnaryOperator<RuleFileSet> change) {
    change(viewer, of, about, of.basedOn(), change);
  }

  /** As above, and from now on the draft is the next version after another one. */
  public void rebase(
      Viewer viewer, Draft of, RulesVersion onto, UnaryOperator<RuleFileSet> change) {
    change(viewer, of, "rebased onto " + onto.number(), onto.id(), change);
  }

  private void change(
      Viewer viewer, Draft of, String about, long basedOn, UnaryOperator<RuleFileSet> change) {
    mustEdit(viewer);
    store.write(
        () -> {
          Draft draft = locked(of.planId(), of.id());
          if (!draft.isEditable()) {
            throw Refusal.conflict("draft_not_open");
          } else if (draft.basedOn() != of.basedOn()) {
            throw Refusal.conflict("draft_changed");
          }
          RuleFileSet before = files(draft);
          RuleFileSet after = change.apply(before);
          mustFit(draft.planId(), after);
          Set<String> names = after.differing(before);
          RuleFileSet published = versions.files(versions.version(basedOn));
          names.forEach(name -> mustBeFor(viewer, name, after.sameAs(published, name)));
          if (names.isEmpty() && draft.basedOn() == basedOn) {
            return;
          }
          replace(draft.id(), names, after);
          store
              .sql()
              .sql(
                  "update rules_draft set revision = revision + 1, state = 'open', changed_at = ?,"
                      + " based_on = ? where id = ?")
              .params(now(), basedOn, draft.id())
              .update();
          addAuthor(draft.id(), viewer);
          log.add("rules.draft_changed", subject(draft.planId(), draft.id()), about);
        });
  }

  private void mustFit(String planId, RuleFileSet files) {
    long bytes = files.files().values().stream().mapToLong(content -> content.length).sum();
    if (bytes > MOST_BYTES || files.files().size() > MOST_FILES) {
      throw Refusal.tooMuch(413, "draft_too_large");
    }
    tables.mustRead(planId, files);
  }

  /**
   * DRL is the administrators' business, all else the auditors'; what is published is no change.
   */
  private static void mustBeFor(Viewer viewer, String name, boolean published) {
    boolean drl = RuleFileSet.isDrl(name);
    if (!published && !viewer.is(drl ? Role.ADMINISTRATOR : Role.AUDITOR)) {
      throw Refusal.forbidden(drl ? "draft_drl" : "draft_not_drl", name);
    }
  }

  private void write(long draft, RuleFileSet files) {
    replace(draft, files.files().keySet(), files);
  }

  private void replace(long draft, Set<String> names, RuleFileSet files) {
    for (String name : names) {
      store
          .sql()
          .sql("delete from rules_draft_file where draft_id = ? and name = ?")
          .params(draft, name)
          .update();
      byte[] content = files.files().get(name);
      if (content != null) {
        store
            .sql()
            .sql("insert into rules_draft_file (draft_id, name, content) values (?, ?, ?)")
            .params(draft, name, content)
            .update();
      }
    }
  }

  /** Says that somebody had a hand in a draft; within a transaction. */
  public void addAuthor(long draft, Viewer viewer) {
    store
        .sql()
        .sql(
            "insert into rules_draft_author (draft_id, account_id) select ?, ? where not exists"
                + " (select 1 from rules_draft_author where draft_id = ? and account_id = ?)")
        .params(draft, viewer.id(), draft, viewer.id())
        .update();
  }

  /** Gives a draft up. */
  public void drop(Viewer viewer, Draft of) {
    mustEdit(viewer);
    store.write(
        () -> {
          Draft draft = locked(of.planId(), of.id());
          if (!draft.isEditable()) {
            throw Refusal.conflict("draft_not_open");
          }
          become(draft, State.DROPPED);
          log.add("rules.draft_dropped", subject(draft.planId(), draft.id()), "");
        });
  }

  /** Lets a draft be in another state; within a transaction that holds its turn. */
  public void become(Draft draft, State state) {
    store
        .sql()
        .sql("update rules_draft set state = ? where id = ?")
        .params(state.code(), draft.id())
        .update();
  }

  /** How the log calls a draft. */
  public static String subject(String planId, long draft) {
    return planId + " draft " + draft;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Draft draft(ResultSet row, int number) throws SQLException {
    Timestamp decided = row.getTimestamp("decided_at");
    return new Draft(
        row.getLong("id"),
        row.getString("plan_id"),
        row.getLong("based_on"),
        row.getInt("revision"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("note"),
        row.getLong("made_by"),
        row.getTimestamp("made_at").toInstant(),
        row.getTimestamp("changed_at").toInstant(),
        nullable(row, "proposed_by"),
        nullable(row, "decided_by"),
        decided == null ? null : decided.toInstant(),
        row.getString("decision"),
        row.getString("impact"),
        nullable(row, "version_id"));
  }

  private static @Nullable Long nullable(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}

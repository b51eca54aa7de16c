package vn.doichieu.web.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.check.PreparedPlan;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.page.PlanTitle;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.store.Store;
import vn.doichieu.web.store.WorkFolder;

/** The published versions of all plans' rules, and which of them counts. */
@Component
public class RulesVersions {

  private static final String COLUMNS =
      "select v.id, v.plan_id, v.number, v.hash, v.note, v.based_on, v.drafted_by, v.approved_by,"
          + " v.published_at";
  private static final String VERSIONS = COLUMNS + " from rules_version v ";

  /** Plans with the versions that count. */
  private static final String PLANS =
      COLUMNS + ", p.title, p.title_en from plan p join rules_version v on v.id = p.version_id ";

  private final Store store;
  private final AuditLog log;
  private final Clock clock;
  private final WorkFolder work;
  private final Map<Long, PreparedPlan> prepared = new ConcurrentHashMap<>();

  /** Versions in the store; their files are unpacked into the work folder where they are needed. */
  public RulesVersions(Store store, AuditLog log, Clock clock, WorkFolder work) {
    this.store = store;
    this.log = log;
    this.clock = clock;
    this.work = work;
  }

  /** A plan with the version that counts. */
  public record PlanRules(String planId, PlanTitle title, RulesVersion version) {}

  /** Takes up the plans that came with the program and are not known yet, as their version 1. */
  public void seed() {
    Path rules = work.home().resolve("rules");
    try (Stream<Path> folders = Files.list(rules)) {
      for (Path folder : folders.sorted().toList()) {
        if (Files.exists(folder.resolve("plan.yaml"))) {
          seed(folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void seed(Path folder) {
    String id = String.valueOf(folder.getFileName());
    if (find(id).isPresent()) {
      return;
    }
    RuleFileSet files = RuleFileSet.of(folder);
    PlanTitle title = PlanTitle.of(PlanReader.read(folder));
    store.write(() -> publish(id, title, files, "", null, null, null));
  }

  /**
   * Adds a version and lets it count; within a transaction, the plan's turn taken by the caller.
   *
   * @return the new version's number in the table
   */
  public long publish(
      String planId,
      PlanTitle title,
      RuleFileSet files,
      String note,
      @Nullable Long basedOn,
      @Nullable Long draftedBy,
      @Nullable Long approvedBy) {
    int number =
        store
                .sql()
                .sql("select coalesce(max(number), 0) from rules_version where plan_id = ?")
                .param(planId)
                .query(Integer.class)
                .single()
            + 1;
    long id =
        store.insert(
            "insert into rules_version (plan_id, number, hash, note, based_on, drafted_by,"
                + " approved_by, published_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
            planId,
            number,
            files.hash(),
            note,
            basedOn,
            draftedBy,
            approvedBy,
            clock.instant().atOffset(ZoneOffset.UTC));
    files
        .files()
        .forEach(
            (name, content) ->
                store
                    .sql()
                    .sql("insert into rules_file (version_id, name, content) values (?, ?, ?)")
                    .params(id, name, content)
                    .update());
    int known =
        store
            .sql()
            .sql("update plan set title = ?, title_en = ?, version_id = ? where id = ?")
            .params(title.vi(), title.en(), id, planId)
            .update();
    if (known == 0) {
      store
          .sql()
          .sql("insert into plan (id, title, title_en, version_id) values (?, ?, ?, ?)")
          .params(planId, title.vi(), title.en(), id)
          .update();
    }
    log.add("rules.published", planId + " " + number, files.hash());
    return id;
  }

  /** All plans by id, each with the version that counts. */
  public List<PlanRules> plans() {
    return store.sql().sql(PLANS + "order by p.id").query(RulesVersions::plan).list();
  }

  /** A plan with the version that counts. */
  public Optional<PlanRules> find(String planId) {
    return store
        .sql()
        .sql(PLANS + "where p.id = ?")
        .param(planId)
        .query(RulesVersions::plan)
        .optional();
  }

  /**
   * The version that counts of a plan.
   *
   * @throws Refusal if there is no such plan
   */
  public RulesVersion current(String planId) {
    return find(planId).orElseThrow(Refusal::notFound).version();
  }

  /** All versions of a plan, the newest first. */
  public List<RulesVersion> all(String planId) {
    return store
        .sql()
        .sql(VERSIONS + "where v.plan_id = ? order by v.number desc")
        .param(planId)
        .query(RulesVersions::version)
        .list();
  }

  /** A version of a plan. Throws as above. */
  public RulesVersion get(String planId, int number) {
    return store
        .sql()
        .sql(VERSIONS + "where v.plan_id = ? and v.number = ?")
        .params(planId, number)
        .query(RulesVersions::version)
        .optional()
        .orElseThrow(Refusal::notFound);
  }

  /** A version. Throws as above. */
  public RulesVersion version(long id) {
    return store
        .sql()
        .sql(VERSIONS + "where v.id = ?")
        .param(id)
        .query(RulesVersions::version)
        .optional()
        .orElseThrow(Refusal::notFound);
  }

  /** The files of a version. */
  public RuleFileSet files(RulesVersion version) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    store
        .sql()
        .sql("select name, content from rules_file where version_id = ?")
        .param(version.id())
        .query((row, n) -> files.put(row.getString(1), row.getBytes(2)))
        .list();
    return new RuleFileSet(files);
  }

  /** The folder of a version's files, for what reads folders; nobody writes to it. */
  public Path folder(RulesVersion version) {
    return work.folder("rules-" + version.hash(), version.planId(), files(version)::writeTo);
  }

  /** The rules of a version, compiled. */
  public PreparedPlan prepared(RulesVersion version) {
    return prepared.computeIfAbsent(
        version.id(), id -> PreparedPlan.read(work.home(), folder(version)));
  }

  private static PlanRules plan(ResultSet row, int number) throws SQLException {
    PlanTitle title = new PlanTitle(row.getString("title"), row.getString("title_en"));
    return new PlanRules(row.getString("plan_id"), title, version(row, number));
  }

  private static RulesVersion version(ResultSet row, int number) throws SQLException {
    return new RulesVersion(
        row.getLong("id"),
        row.getString("plan_id"),
        row.getInt("number"),
        row.getString("hash"),
        row.getString("note"),
        nullable(row, "based_on"),
        nullable(row, "drafted_by"),
        nullable(row, "approved_by"),
        row.getTimestamp("published_at").toInstant());
  }

  private static @Nullable Long nullable(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}

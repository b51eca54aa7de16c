package vn.doichieu.web.crash;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.doichieu.domain.Provenance;
import vn.doichieu.web.audit.AuditEntry;
import vn.doichieu.web.audit.AuditKey;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.rulebook.RulesVersion;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.serving.Server;
import vn.doichieu.web.store.Store;

/** What a server has after it was started again: what is there, and what of it is not whole. */
final class CrashState {

  private final Server server;
  private final Store store;
  private final List<String> lines = new ArrayList<>();

  CrashState(Server server) {
    this.server = server;
    this.store = server.part(Store.class);
  }

  /** One thing a line: "submission WORD", "version WORD", "list NUMBER", "broken WHAT". */
  String text() {
    return store.read(
        () -> {
          submissions();
          versions();
          lists();
          chain();
          return String.join("\n", lines);
        });
  }

  private void mustBeNone(String what, String sql) {
    long count = store.sql().sql(sql).query(Long.class).single();
    if (count != 0) {
      lines.add("broken " + what + ": " + count);
    }
  }

  private void submissions() {
    store
        .sql()
        .sql(
            "select s.number, s.note, s.idempotency_key, f.hash, f.content from submission s"
                + " left join upload_file f on f.upload_id = s.upload_id order by s.number")
        .query(
            (row, n) -> {
              byte[] content = row.getBytes(5);
              boolean whole =
                  row.getInt(1) == n + 1
                      && row.getString(2).equals(row.getString(3))
                      && content != null
                      && sha256(content).equals(row.getString(4));
              return lines.add((whole ? "submission " : "broken submission ") + row.getString(2));
            })
        .list();
    mustBeNone(
        "uploads without their file",
        "select count(*) from upload u where not exists"
            + " (select 1 from upload_file f where f.upload_id = u.id)");
    mustBeNone(
        "submissions not in the log",
        "select (select count(*) from submission)"
            + " - (select count(*) from audit_entry where action = 'submission.made')");
    mustBeNone(
        "uploads not in the log",
        "select (select count(*) from upload)"
            + " - (select count(*) from audit_entry where action = 'upload.kept')");
    mustBeNone(
        "revision of the area beside its changes",
        "select a.revision - 2 - (select count(*) from submission) from area a");
  }

  private void versions() {
    RulesVersions versions = server.part(RulesVersions.class);
    List<RulesVersion> all = versions.all(CrashServer.PUBLISHED);
    for (int i = 0; i < all.size(); i++) {
      RulesVersion version = all.get(i);
      boolean whole = version.number() == all.size() - i;
      if (i < 20) { // Older ones were read after the kills before.
        whole &= versions.files(version).hash().equals(version.hash());
      }
      lines.add((whole ? "version " : "broken version ") + version.note());
    }
    if (!all.isEmpty() && versions.current(CrashServer.PUBLISHED).id() != all.get(0).id()) {
      lines.add("broken: a version that counts is not the last");
    }
    mustBeNone(
        "versions not in the log",
        "select (select count(*) from rules_version)"
            + " - (select count(*) from audit_entry where action = 'rules.published')");
  }

  private void lists() {
    store
        .sql()
        .sql("select id from list_job")
        .query((row, n) -> lines.add("list " + row.getLong(1)))
        .list();
    mustBeNone(
        "lists done without both files",
        "select count(*) from list_job j where state = 'done' and 2 <>"
            + " (select count(*) from list_file f where f.job_id = j.id)");
    mustBeNone(
        "lists not done with files",
        "select count(*) from list_job j where state <> 'done' and exists"
            + " (select 1 from list_file f where f.job_id = j.id)");
    mustBeNone(
        "lists done and not in the log",
        "select (select count(*) from list_job where state = 'done')"
            + " - (select count(*) from audit_entry where action = 'list.made')");
    mustBeNone(
        "lists that nobody makes",
        "select count(*) from list_job where state in ('waiting', 'running')");
  }

  private void chain() {
    AuditKey key = server.part(AuditKey.class);
    String[] previous = {AuditLog.START};
    long[] number = {0};
    Set<Long> wrong = new TreeSet<>();
    store.sql().sql("select * from audit_entry order by number").query(AuditEntry.class).stream()
        .forEach(
            entry -> {
              number[0]++;
              if (entry.number() != number[0]
                  || !entry.previous().equals(previous[0])
                  || !key.fits(entry)) {
                wrong.add(entry.number());
              }
              previous[0] = entry.hash();
            });
    wrong.forEach(entry -> lines.add("broken entry of the log: " + entry));
    mustBeNone(
        "head of the log",
        "select count(*) from audit_head where number <> "
            + number[0]
            + " or hash <> '"
            + previous[0]
            + "'");
  }

  private static String sha256(byte[] content) {
    return HexFormat.of().formatHex(Provenance.newSha256().digest(content));
  }
}

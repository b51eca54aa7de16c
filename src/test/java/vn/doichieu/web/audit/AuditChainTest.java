package vn.doichieu.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.web.audit.AuditChain.Broken;
import vn.doichieu.web.audit.AuditChain.Fault;
import vn.doichieu.web.audit.AuditChain.Holds;
import vn.doichieu.web.audit.AuditChain.Verdict;
import vn.doichieu.web.store.Store;

/** Each test is at the database by plain SQL, and what it did is taken back afterwards. */
@Tag("web")
class AuditChainTest {

  private static TestServer server;
  private static JdbcClient sql;
  private static AuditLog log;
  private static long entries;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    sql = server.part(JdbcClient.class);
    log = server.part(AuditLog.class);
    server
        .part(Store.class)
        .write( // One transaction: each reaches the disk before it returns.
            () -> {
              for (int i = 1; i <= 2_500; i++) {
                log.add("test.entry", "subject " + i, "detail");
              }
            });
    entries = sql.sql("select count(*) from audit_entry").query(Long.class).single();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whatNobodyWasAtHolds() {
    assertThat(log.verify()).isInstanceOf(Holds.class);
    assertThat(((Holds) log.verify()).entries()).isEqualTo(entries).isGreaterThan(2_500);
  }

  @Test
  void everyChangedColumnIsSeen() {
    for (String change :
        new String[] {
          "at = '2020-01-01T00:00:00Z'",
          "actor = 'somebody'",
          "address = '10.0.0.1'",
          "action = 'test.other'",
          "subject = 'subject 17 '",
          "detail = ''",
          "previous = hash",
          "hash = previous"
        }) {
      assertThat(after("update audit_entry set " + change + " where number = 1017"))
          .as(change)
          .isEqualTo(new Broken(1017, Fault.CHANGED));
    }
  }

  @Test
  void textMovedFromOneColumnToTheNextIsSeen() {
    assertThat(after("update audit_entry set action = 'test.', subject = 'entry' where number = 9"))
        .isEqualTo(new Broken(9, Fault.CHANGED));
  }

  @Test
  void aRemovedEntryIsSeenWhereverItStood() {
    assertThat(after("delete from audit_entry where number = 1"))
        .isEqualTo(new Broken(1, Fault.REMOVED));
    assertThat(after("delete from audit_entry where number = 1001"))
        .isEqualTo(new Broken(1001, Fault.REMOVED));
  }

  @Test
  void aRemovedEntryWhoseGapWasClosedIsSeen() {
    assertThat(
            after(
                "delete from audit_entry where number = 1200",
                "update audit_entry set number = number - 100000 where number > 1200",
                "update audit_entry set number = number + 99999 where number < 0"))
        .isEqualTo(new Broken(1200, Fault.CHANGED));
  }

  @Test
  void twoEntriesThatChangedPlacesAreSeen() {
    assertThat(
            after(
                "update audit_entry set number = -1 where number = 700",
                "update audit_entry set number = 700 where number = 701",
                "update audit_entry set number = 701 where number = -1"))
        .isEqualTo(new Broken(700, Fault.CHANGED));
  }

  @Test
  void anEntryPutInIsSeen() {
    String copy =
        "insert into audit_entry select %s, at, actor, address, action, subject, detail,"
            + " previous, hash from audit_entry where number = 5";
    assertThat(after(String.format(copy, entries + 1)))
        .isEqualTo(new Broken(entries + 1, Fault.CHANGED));
    assertThat(after(String.format(copy, -3))).isEqualTo(new Broken(-3, Fault.ADDED));
  }

  @Test
  void anEntryOfTheSameKeyPutBehindTheEndIsSeen() {
    assertThat(
            after(
                () -> {
                  AuditHead head = head();
                  log.add("test.later", "", "");
                  sql.sql("update audit_head set number = ?, hash = ?, seal = ?")
                      .params(head.number(), head.hash(), head.seal())
                      .update();
                }))
        .isEqualTo(new Broken(entries + 1, Fault.ADDED));
  }

  @Test
  void anEndThatWasCutOffIsSeen() {
    assertThat(after("delete from audit_entry where number > 2000"))
        .isEqualTo(new Broken(2001, Fault.CUT_OFF));
    assertThat(after("delete from audit_entry")).isEqualTo(new Broken(1, Fault.CUT_OFF));
  }

  @Test
  void anEndThatWasCutOffIsSeenThoughItsPlaceWasChangedToFit() {
    assertThat(
            after(
                "delete from audit_entry where number > 2000",
                "update audit_head set number = 2000,"
                    + " hash = (select hash from audit_entry where number = 2000)"))
        .isEqualTo(new Broken(2000, Fault.END_CHANGED));
    assertThat(after("delete from audit_entry", "update audit_head set number = 0, seal = ''"))
        .isEqualTo(new Broken(1, Fault.CUT_OFF));
  }

  @Test
  void aLogWithoutItsNotedEndIsSeen() {
    assertThat(after("delete from audit_head")).isEqualTo(new Broken(entries, Fault.END_CHANGED));
  }

  private static AuditHead head() {
    return sql.sql("select number, hash, seal from audit_head").query(AuditHead.class).single();
  }

  private static Verdict after(String... statements) {
    return after(
        () -> {
          for (String statement : statements) {
            sql.sql(statement).update();
          }
        });
  }

  private static Verdict after(Runnable change) {
    return server
        .part(TransactionTemplate.class)
        .execute(
            transaction -> {
              change.run();
              transaction.setRollbackOnly();
              return new AuditChain(sql, AuditKey.in(server.dataDir())).verify();
            });
  }
}

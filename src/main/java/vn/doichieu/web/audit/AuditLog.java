package vn.doichieu.web.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.doichieu.web.request.CurrentRequest;
import vn.doichieu.web.store.Store;

/**
 * Appends to the log. Entries are made in the transaction of what they tell, so both stand or
 * neither.
 */
@Component
public class AuditLog {

  /** The hash before the first entry. */
  public static final String START = "0".repeat(64);

  private static final int LONGEST_SUBJECT = 300;

  private final Store store;
  private final AuditKey key;
  private final Clock clock;

  /** A log over the store. */
  public AuditLog(Store store, AuditKey key, Clock clock) {
    this.store = store;
    this.key = key;
    this.clock = clock;
  }

  /** A head of the chain: the last number and its hash. */
  private record Head(long number, String hash) {}

  /**
   * Adds an entry.
   *
   * @param action a word with dots
   * @param subject what it was done to, cut at 300 characters
   * @param detail what else is worth knowing; never a password, token or figure
   */
  public void add(String action, String subject, String detail) {
    store.write(() -> append(action, subject, detail));
  }

  private void append(String action, String subject, String detail) {
    CurrentRequest.Origin origin = CurrentRequest.origin();
    Head head =
        store
            .sql()
            .sql("select number, hash from audit_head where id = 1 for update")
            .query((row, n) -> new Head(row.getLong(1), row.getString(2)))
            .single();
    String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    String what = subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
    long number = head.number() + 1;
    String hash =
        hash(key, number, at, origin.login(), origin.address(), action, what, detail, head.hash());
    store
        .sql()
        .sql(
            "insert into audit_entry (number, at, actor, address, action, subject, detail,"
                + " previous, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            number, at, origin.login(), origin.address(), action, what, detail, head.hash(), hash)
        .update();
    store
        .sql()
        .sql("update audit_head set number = ?, hash = ? where id = 1")
        .params(number, hash)
        .update();
  }

  static String hash(
      AuditKey key,
      long number,
      String at,
      String actor,
      String address,
      String action,
      String subject,
      String detail,
      String previous) {
    return key.hash(
        List.of(Long.toString(number), at, actor, address, action, subject, detail, previous));
  }

  /** Entries, the newest first. */
  public List<AuditEntry> page(int size, long before) {
    return store
        .sql()
        .sql("select * from audit_entry where number < ? order by number desc limit ?")
        .params(before, size)
        .query(AuditEntry.class)
        .list();
  }
}

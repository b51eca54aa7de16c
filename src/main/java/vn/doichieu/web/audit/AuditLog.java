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
    AuditHead head =
        store
            .sql()
            .sql("select number, hash, seal from audit_head where id = 1 for update")
            .query(AuditHead.class)
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
        .sql("update audit_head set number = ?, hash = ?, seal = ? where id = 1")
        .params(number, hash, AuditHead.of(number, hash, key).seal())
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

  /** Entries that fit a search, the newest first. */
  public List<AuditEntry> page(AuditSearch search, int size, long before) {
    return store
        .sql()
        .sql(
            "select * from audit_entry where number < ? and actor like ? and action like ?"
                + " and lower(subject) like ? order by number desc limit ?")
        .params(before, search.actorLike(), search.actionLike(), search.subjectLike(), size)
        .query(AuditEntry.class)
        .list();
  }

  /** How many entries fit a search. */
  public long count(AuditSearch search) {
    return store
        .sql()
        .sql(
            "select count(*) from audit_entry where actor like ? and action like ?"
                + " and lower(subject) like ?")
        .params(search.actorLike(), search.actionLike(), search.subjectLike())
        .query(Long.class)
        .single();
  }

  /** Whether the latest entry, if there is one, was written with the key that is used now. */
  public boolean isOfItsKey() {
    return page(AuditSearch.ALL, 1, Long.MAX_VALUE).stream().allMatch(key::fits);
  }

  /** Looks whether all of it is as it was written. */
  public AuditChain.Verdict verify() {
    return store.read(() -> new AuditChain(store.sql(), key).verify());
  }
}

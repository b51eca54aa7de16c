package vn.doichieu.web.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Walks the log from its first entry to its last and says whether it still is what was written.
 *
 * <p>Whoever can write to the database, but does not hold the key, can hide nothing but this: a
 * whole database put back as it was at an earlier moment. For that, the last number and its hash
 * have to be noted elsewhere.
 */
public final class AuditChain {

  private static final int BATCH = 1_000;

  private final JdbcClient sql;
  private final AuditKey key;

  /**
   * The chain of a database.
   *
   * @param sql reads as of one moment: entries added meanwhile would not fit the end
   */
  public AuditChain(JdbcClient sql, AuditKey key) {
    this.sql = sql;
    this.key = key;
  }

  /** What was found. */
  public sealed interface Verdict {}

  /**
   * Every entry is as it was written.
   *
   * @param entries how many there are
   * @param hash the last one's hash
   */
  public record Holds(long entries, String hash) implements Verdict {}

  /**
   * Somebody was at the log.
   *
   * @param number the first entry that is not what it was, or no longer there
   */
  public record Broken(long number, Fault fault) implements Verdict {}

  /** What is wrong with an entry. */
  public enum Fault {
    /** It does not fit its hash: changed, put in by hand, or moved from another place. */
    CHANGED,
    /** There are later entries, but not this one. */
    REMOVED,
    /** It fits its hash, but does not carry the one before. */
    REORDERED,
    /** The log once went on to here. */
    CUT_OFF,
    /** It stands behind the end of the log. */
    ADDED,
    /** The end of the log, as it was noted, does not fit the last entry. */
    END_CHANGED
  }

  /** Looks at all of it. */
  public Verdict verify() {
    long last = 0;
    String hash = AuditLog.START;
    long from = Long.MIN_VALUE; // Entries before the first one are no entries of ours.
    for (List<AuditEntry> some = after(from); !some.isEmpty(); some = after(from)) {
      for (AuditEntry entry : some) {
        if (entry.number() != last + 1) {
          boolean missing = entry.number() > last;
          return new Broken(
              missing ? last + 1 : entry.number(), missing ? Fault.REMOVED : Fault.ADDED);
        }
        if (!entry.hash().equals(hash(entry))) {
          return new Broken(entry.number(), Fault.CHANGED);
        }
        if (!entry.previous().equals(hash)) {
          return new Broken(entry.number(), Fault.REORDERED);
        }
        last = entry.number();
        hash = entry.hash();
      }
      from = last;
    }
    return end(last, hash);
  }

  /** The log of a server that has started once is never empty. */
  private Verdict end(long last, String hash) {
    List<AuditHead> heads =
        sql.sql("select number, hash, seal from audit_head").query(AuditHead.class).list();
    if (heads.size() != 1) {
      return new Broken(last, Fault.END_CHANGED);
    }
    AuditHead head = heads.get(0);
    if (head.number() > last || last == 0) {
      return new Broken(last + 1, Fault.CUT_OFF);
    }
    if (head.number() < last) {
      return new Broken(head.number() + 1, Fault.ADDED);
    }
    return head.hash().equals(hash) && head.isSealedWith(key)
        ? new Holds(last, hash)
        : new Broken(last, Fault.END_CHANGED);
  }

  private List<AuditEntry> after(long number) {
    return sql.sql("select * from audit_entry where number > ? order by number limit ?")
        .params(number, BATCH)
        .query(AuditEntry.class)
        .list();
  }

  private String hash(AuditEntry entry) {
    return AuditLog.hash(
        key,
        entry.number(),
        entry.at(),
        entry.actor(),
        entry.address(),
        entry.action(),
        entry.subject(),
        entry.detail(),
        entry.previous());
  }
}

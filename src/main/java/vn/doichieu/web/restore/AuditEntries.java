package vn.doichieu.web.restore;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.doichieu.web.audit.AuditEntry;
import vn.doichieu.web.audit.AuditKey;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.backup.Manifest;
import vn.doichieu.web.store.Store;

/** The entries of a restored log, followed from the first to the last. */
final class AuditEntries {

  private final AuditKey key;
  private @Nullable AuditEntry last;

  private AuditEntries(AuditKey key) {
    this.key = key;
  }

  /** Throws unless every entry follows the one before and the last is the one that was noted. */
  static void check(Store store, Manifest.Audit end) {
    AuditEntries entries = new AuditEntries(AuditKey.of(end.key()));
    store.read(
        () -> {
          store
              .sql()
              .sql(
                  "select number, at, actor, address, action, subject, detail, previous, hash"
                      + " from audit_entry order by number")
              .withFetchSize(1_000)
              .query(
                  row -> {
                    entries.next(of(row));
                  });
          return 0;
        });
    AuditEntry last = entries.last;
    boolean isEnd =
        last == null
            ? end.number() == 0
            : last.number() == end.number() && last.hash().equals(end.hash());
    if (!isEnd) {
      throw new UnfitBackup("restore.chain", end.number());
    }
  }

  private void next(AuditEntry entry) {
    AuditEntry before = last;
    boolean follows =
        before == null
            ? entry.number() == 1 && entry.previous().equals(AuditLog.START)
            : entry.number() == before.number() + 1 && entry.previous().equals(before.hash());
    if (!follows || !key.fits(entry)) {
      throw new UnfitBackup("restore.chain", entry.number());
    }
    last = entry;
  }

  static AuditEntry of(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9));
  }
}

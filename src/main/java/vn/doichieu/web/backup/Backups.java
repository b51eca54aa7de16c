package vn.doichieu.web.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.ProgramVersion;
import vn.doichieu.spreadsheet.TimelessZip;
import vn.doichieu.web.audit.AuditKey;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.store.Store;

/**
 * Takes backups: a zip file with the rows of every table as they stood at one moment, which the
 * other kind of database can be filled with as well.
 */
@Component
public class Backups {

  private final Store store;
  private final DataSource source;
  private final AuditLog log;
  private final AuditKey key;
  private final Clock clock;

  /** Backups of a store. */
  public Backups(Store store, DataSource source, AuditLog log, AuditKey key, Clock clock) {
    this.store = store;
    this.source = source;
    this.log = log;
    this.key = key;
    this.clock = clock;
  }

  /** Something read while nothing changes. */
  public interface Reading<T> {
    T read(List<DatabaseTable> tables) throws IOException;
  }

  /**
   * Writes a backup.
   *
   * @param asked how it was asked for, for the log; that entry is in the backup, too
   */
  public void write(OutputStream out, String asked) {
    log.add("backup.taken", asked, "");
    atOneMoment(
        tables -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          List<Manifest.Part> parts = new ArrayList<>();
          RowWriter rows = new RowWriter(store);
          for (DatabaseTable table : tables) {
            zip.putNextEntry(TimelessZip.entry(new Manifest.Part(table.name(), 0, "").entry()));
            parts.add(rows.write(table, zip));
            zip.closeEntry();
          }
          zip.putNextEntry(TimelessZip.entry(Manifest.NAME));
          zip.write(manifest(parts).bytes());
          zip.closeEntry();
          zip.finish();
          return 0;
        });
  }

  /**
   * Reads several tables as they stand at one moment; what is written meanwhile waits for nobody.
   */
  public <T> T atOneMoment(Reading<T> reading) {
    return store.read(
        () -> {
          Connection connection = DataSourceUtils.getConnection(source);
          try {
            return reading.read(Schema.tables(connection));
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } finally {
            DataSourceUtils.releaseConnection(connection, source);
          }
        });
  }

  private Manifest manifest(List<Manifest.Part> parts) {
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      Manifest.Audit end =
          store
              .sql()
              .sql("select number, hash from audit_head where id = 1")
              .query((row, n) -> new Manifest.Audit(row.getLong(1), row.getString(2), key.text()))
              .single();
      return new Manifest(
          Manifest.FORMAT,
          ProgramVersion.text(),
          Schema.version(connection),
          clock.instant().toString(),
          parts,
          end);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }
}

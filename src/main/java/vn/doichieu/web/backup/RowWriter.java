package vn.doichieu.web.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.domain.Provenance;
import vn.doichieu.web.backup.DatabaseTable.Column;
import vn.doichieu.web.store.Store;

/** Writes the rows of tables as JSON, one a line: the same rows give the same bytes everywhere. */
public final class RowWriter {

  private static final JsonFactory FACTORY = JsonFactory.builder().rootValueSeparator("\n").build();

  /** Rows that are held at once; of those with files in them fewer. */
  private static final int ROWS = 1_000;

  private static final int LARGE_ROWS = 4;

  private final Store store;

  /** Reads rows from a store, within one of its transactions. */
  public RowWriter(Store store) {
    this.store = store;
  }

  /**
   * Writes all rows of a table.
   *
   * @param out stays open
   * @return what was written
   */
  public Manifest.Part write(DatabaseTable table, OutputStream out) throws IOException {
    DigestOutputStream digest = new DigestOutputStream(new Unclosed(out), Provenance.newSha256());
    long rows;
    try (JsonGenerator json = generator(digest)) {
      rows = write(table, json, table.columns());
    }
    return new Manifest.Part(
        table.name(), rows, HexFormat.of().formatHex(digest.getMessageDigest().digest()));
  }

  /** A writer of JSON whose closing leaves the stream open. */
  public static JsonGenerator generator(OutputStream out) {
    return FACTORY
        .createGenerator(ObjectWriteContext.empty(), out)
        .configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
  }

  /** Writes some columns of all rows of a table as objects; tells how many. */
  public long write(DatabaseTable table, JsonGenerator json, List<Column> columns) {
    AtomicLong rows = new AtomicLong();
    each(
        table,
        row -> {
          json.writeStartObject();
          for (Column column : columns) {
            json.writeName(column.name());
            write(json, row, column);
          }
          json.writeEndObject();
          rows.incrementAndGet();
        });
    return rows.get();
  }

  /** Goes through all rows of a table, in the order of their key. */
  public void each(DatabaseTable table, Each each) {
    store
        .sql()
        .sql(table.select())
        .withFetchSize(table.hasBytes() ? LARGE_ROWS : ROWS)
        .query(each::row);
  }

  /** What is done with a row. */
  public interface Each {
    void row(ResultSet row) throws SQLException;
  }

  private static void write(JsonGenerator json, ResultSet row, Column column) throws SQLException {
    switch (column.kind()) {
      case NUMBER -> {
        long number = row.getLong(column.name());
        if (row.wasNull()) {
          json.writeNull();
        } else {
          json.writeNumber(number);
        }
      }
      case TRUTH -> {
        boolean truth = row.getBoolean(column.name());
        if (row.wasNull()) {
          json.writeNull();
        } else {
          json.writeBoolean(truth);
        }
      }
      case BYTES -> writeBytes(json, row, column);
      default -> {
        String text = text(row, column);
        if (text == null) {
          json.writeNull();
        } else {
          json.writeString(text);
        }
      }
    }
  }

  private static void writeBytes(JsonGenerator json, ResultSet row, Column column)
      throws SQLException {
    try (InputStream bytes = row.getBinaryStream(column.name())) {
      if (bytes == null) {
        json.writeNull();
      } else {
        json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, bytes, -1);
      }
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  /** A value of a column that is not of bytes: days and moments by ISO 8601, moments in UTC. */
  public static @Nullable String text(ResultSet row, Column column) throws SQLException {
    return switch (column.kind()) {
      case DAY -> {
        LocalDate day = row.getObject(column.name(), LocalDate.class);
        yield day == null ? null : day.toString();
      }
      case MOMENT -> {
        OffsetDateTime moment = row.getObject(column.name(), OffsetDateTime.class);
        yield moment == null ? null : moment.toInstant().toString();
      }
      default -> row.getString(column.name());
    };
  }

  /** An entry of a zip file is ended by its own call. */
  private static final class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}

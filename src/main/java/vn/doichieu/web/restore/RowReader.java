package vn.doichieu.web.restore;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.web.backup.DatabaseTable;
import vn.doichieu.web.backup.DatabaseTable.Column;

/** Fills a table with the rows of a backup. */
final class RowReader {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int BATCH = 500;
  private static final int LARGE_BATCH = 4;

  private final DatabaseTable table;
  private final Map<String, Integer> places = new HashMap<>();

  RowReader(DatabaseTable table) {
    this.table = table;
    table.columns().forEach(column -> places.put(column.name(), places.size()));
  }

  /** Adds all rows; what the table has already goes. */
  void read(InputStream rows, Connection connection) throws SQLException {
    int batch = table.hasBytes() ? LARGE_BATCH : BATCH;
    try (PreparedStatement insert = connection.prepareStatement(table.insert());
        JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), rows)) {
      int waiting = 0;
      while (json.nextToken() != null) {
        row(json, insert);
        insert.addBatch();
        waiting++;
        if (waiting == batch) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        insert.executeBatch();
      }
    }
  }

  private void row(JsonParser json, PreparedStatement insert) throws SQLException {
    for (int i = 1; i <= table.columns().size(); i++) {
      insert.setNull(i, Types.NULL);
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      Integer place = places.get(json.currentName());
      if (place == null) {
        throw new UnfitBackup("restore.broken", table.name() + "." + json.currentName());
      }
      json.nextToken();
      set(json, insert, place + 1, table.columns().get(place));
    }
  }

  private static void set(JsonParser json, PreparedStatement insert, int at, Column column)
      throws SQLException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    switch (column.kind()) {
      case NUMBER -> insert.setLong(at, json.getLongValue());
      case TRUTH -> insert.setBoolean(at, json.getBooleanValue());
      case TEXT -> insert.setString(at, json.getString());
      case DAY -> insert.setObject(at, LocalDate.parse(json.getString()));
      case MOMENT -> insert.setObject(at, Instant.parse(json.getString()).atOffset(ZoneOffset.UTC));
      case BYTES -> {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        json.readBinaryValue(bytes);
        insert.setBytes(at, bytes.toByteArray());
      }
    }
  }
}

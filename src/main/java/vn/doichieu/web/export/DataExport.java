package vn.doichieu.web.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import vn.doichieu.report.CsvOutput;
import vn.doichieu.spreadsheet.TimelessZip;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.backup.Backups;
import vn.doichieu.web.backup.DatabaseTable;
import vn.doichieu.web.backup.DatabaseTable.Column;
import vn.doichieu.web.backup.DatabaseTable.Kind;
import vn.doichieu.web.backup.RowWriter;
import vn.doichieu.web.store.Store;

/**
 * All data as tables, for whoever wants to work with them: each as CSV, of which no cell is taken
 * for a formula, and as JSON; files as files. What lets somebody in is left out.
 */
@Component
public class DataExport {

  /** "table.column" of what lets somebody in. */
  private static final Set<String> SECRET = Set.of("account.password_hash", "api_token.hash");

  private final Backups backups;
  private final Store store;
  private final AuditLog log;

  DataExport(Backups backups, Store store, AuditLog log) {
    this.backups = backups;
    this.store = store;
    this.log = log;
  }

  /** Writes everything into a zip file. */
  public void write(OutputStream out) {
    log.add("export.data", "all", "");
    backups.atOneMoment(
        tables -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          for (DatabaseTable table : tables) {
            List<Column> columns =
                table.columns().stream()
                    .filter(c -> c.kind() != Kind.BYTES)
                    .filter(c -> !SECRET.contains(table.name() + "." + c.name()))
                    .toList();
            zip.putNextEntry(TimelessZip.entry("csv/" + table.name() + ".csv"));
            csv(table, columns, zip);
            zip.closeEntry();
            zip.putNextEntry(TimelessZip.entry("json/" + table.name() + ".json"));
            json(table, columns, zip);
            zip.closeEntry();
            files(table, zip);
          }
          zip.finish();
          return 0;
        });
  }

  private void csv(DatabaseTable table, List<Column> columns, OutputStream out) throws IOException {
    Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.write('\uFEFF'); // By this Excel knows that the letters are Vietnamese.
    csv.write(columns.stream().map(Column::name).collect(Collectors.joining(",")) + "\r\n");
    new RowWriter(store).each(table, row -> csvRow(row, columns, csv));
    csv.flush();
  }

  private static void csvRow(ResultSet row, List<Column> columns, Writer csv) throws SQLException {
    List<String> cells = new ArrayList<>();
    for (Column column : columns) {
      String text = RowWriter.text(row, column);
      cells.add(text == null ? "" : cell(text, column.kind()));
    }
    try {
      csv.write(String.join(",", cells) + "\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cell(String text, Kind kind) {
    String safe = kind == Kind.TEXT ? CsvOutput.guarded(text) : text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  private void json(DatabaseTable table, List<Column> columns, OutputStream out) {
    try (JsonGenerator json = RowWriter.generator(out)) {
      json.writeStartArray();
      new RowWriter(store).write(table, json, columns);
      json.writeEndArray();
    }
  }

  /** Under names of ours: the number of the upload, version or list, and that of the row. */
  private void files(DatabaseTable table, ZipOutputStream zip) {
    if (!table.hasBytes()) {
      return;
    }
    List<Column> contents =
        table.columns().stream().filter(column -> column.kind() == Kind.BYTES).toList();
    int[] number = {0};
    new RowWriter(store)
        .each(
            table,
            row -> {
              number[0]++;
              String folder = "files/" + table.name() + "/" + row.getLong(table.key().get(0));
              for (Column column : contents) {
                String which = contents.size() > 1 ? "-" + column.name() : "";
                String name = folder + "/" + number[0] + which + ending(row, table);
                file(row, column, name, zip);
              }
            });
  }

  private static String ending(ResultSet row, DatabaseTable table) throws SQLException {
    if (table.columns().stream().noneMatch(column -> column.name().equals("name"))) {
      return "";
    }
    String name = row.getString("name");
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return ending.matches("[a-z0-9]{1,5}") ? "." + ending : "";
  }

  private static void file(ResultSet row, Column column, String name, ZipOutputStream zip)
      throws SQLException {
    try (InputStream bytes = row.getBinaryStream(column.name())) {
      zip.putNextEntry(TimelessZip.entry(name));
      if (bytes != null) {
        bytes.transferTo(zip);
      }
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

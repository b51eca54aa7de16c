package vn.doichieu.testing.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.Table;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.store.Store;

/** A whole data folder put into a server: its units, figures, waivers and explanations. */
public final class StoredFolder {

  private static final OffsetDateTime THEN = OffsetDateTime.parse("2025-01-31T05:00:00Z");

  private StoredFolder() {}

  /**
   * Makes an area of a folder.
   *
   * @param staff the login of an account that is made to hand the figures in
   */
  public static Area put(TestServer server, String planId, Path folder, String staff) {
    Areas areas = server.part(Areas.class);
    long id;
    try (CsvTable units =
        CsvTable.open(folder.resolve("units.csv"), List.of("code", "name", "kind", "parent"))) {
      id = areas.create(units);
    }
    areas.attach(id, planId, null);
    Area area = areas.get(id);
    Account account = server.account(staff, Role.STAFF, null, null);
    Filings filings = server.part(Filings.class);
    long upload =
        filings.keep(
            account.viewer(true), area, null, Upload.Kind.FOLDER, figures(folder), Set.of());
    long submission = filings.submit(account.viewer(true), filings.upload(upload), "", null).id();
    server
        .part(Store.class)
        .write(
            () -> {
              waivers(server, planId, folder, id, account.id());
              explanations(server, folder, id, submission);
              areas.changed(id);
            });
    return areas.get(id);
  }

  private static SortedMap<String, byte[]> figures(Path folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("figures") || name.endsWith(".xlsx")) {
          files.put(name, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static List<List<String>> rows(Path file, String... columns) {
    List<List<String>> rows = new ArrayList<>();
    if (Files.exists(file)) {
      try (CsvTable table = CsvTable.open(file, List.of(columns[0]))) {
        table.forEach(row -> rows.add(cells(table, row, columns)));
      }
    }
    return rows;
  }

  private static List<String> cells(Table table, Table.Row row, String... columns) {
    List<String> cells = new ArrayList<>();
    for (String column : columns) {
      cells.add(row.cell(table.column(column)));
    }
    return cells;
  }

  private static void waivers(
      TestServer server, String planId, Path folder, long area, long account) {
    for (List<String> row :
        rows(
            folder.resolve("waivers.csv"),
            "unit",
            "target",
            "period",
            "until",
            "reason",
            "decision",
            "approved_by")) {
      List<Object> values = new ArrayList<>(List.of(area, planId));
      values.addAll(row);
      values.addAll(List.of("approved", account, THEN, account, THEN, "", "", 1));
      server
          .part(Store.class)
          .sql()
          .sql(
              "insert into waiver_request (area_id, plan_id, unit, target, period, until, reason,"
                  + " decision, approved_by, state, requested_by, requested_at, decided_by,"
                  + " decided_at, answer, end_reason, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?,"
                  + " ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(values)
          .update();
    }
  }

  private static void explanations(TestServer server, Path folder, long area, long submission) {
    int number = 0;
    for (List<String> row :
        rows(folder.resolve("explanations.csv"), "unit", "check", "period", "text", "by")) {
      String login = "office-" + area + "-" + ++number;
      Account office = server.account(login, Role.STAFF, null, null);
      server
          .part(Store.class)
          .sql()
          .sql(
              "insert into warning_explanation (submission_id, area_id, unit, check_name, period,"
                  + " text, said_by, made_by, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              submission,
              area,
              row.get(0),
              row.get(1),
              row.get(2),
              row.get(3),
              row.get(4),
              office.id(),
              THEN)
          .update();
    }
  }
}

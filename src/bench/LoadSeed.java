import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.serving.Server;
import vn.doichieu.web.serving.ServerSettings;

/** Fills a data folder with an area, its figures and accounts: HOME DATA_DIR USERS. */
public final class LoadSeed {

  static final String PASSWORD = "mat khau do tai 2024";

  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]);
    Path sample = home.resolve("sample-data/hoc_mon_2024");
    ServerSettings settings =
        new ServerSettings(home, Path.of(args[1]), "127.0.0.1", 0, null, Clock.systemUTC());
    try (Server server = Server.start(settings)) {
      Areas areas = server.part(Areas.class);
      long id;
      try (CsvTable table =
          CsvTable.open(sample.resolve("units.csv"), List.of("code", "name", "kind", "role", "parent"))) {
        id = areas.create(table);
      }
      areas.attach(id, "hoc_mon_2024", null);
      Area area = areas.get(id);
      List<String> communes =
          Files.readAllLines(sample.resolve("units.csv")).stream()
              .filter(line -> line.contains(",commune,"))
              .map(line -> line.substring(0, line.indexOf(',')))
              .toList();
      Accounts accounts = server.part(Accounts.class);
      for (int i = 0; i < Integer.parseInt(args[2]); i++) {
        boolean clerk = i % 2 == 0;
        String login = "user" + i;
        accounts.create(
            login,
            "Tài khoản " + i,
            clerk ? Role.CLERK : i % 4 == 1 ? Role.STAFF : Role.LEADER,
            clerk ? id : null,
            clerk ? communes.get(i / 2 % communes.size()) : null);
        accounts.changePassword(accounts.find(login).orElseThrow(), PASSWORD);
      }
      accounts.create("first", "Người nhập đầu", Role.STAFF, null, null);
      var staff = accounts.find("first").orElseThrow().viewer(true);
      TreeMap<String, byte[]> files = new TreeMap<>();
      files.put("figures.csv", Files.readAllBytes(sample.resolve("figures.csv")));
      Filings filings = server.part(Filings.class);
      long upload = filings.keep(staff, area, null, Upload.Kind.FOLDER, files, Set.of());
      filings.submit(staff, filings.upload(upload), "", null);
    }
    System.exit(0);
  }
}

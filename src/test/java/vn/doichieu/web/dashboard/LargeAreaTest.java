package vn.doichieu.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.tabular.ListTable;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.request.Role;

/** A district of 1,000 communes, of which every third one has reported an inspection. */
@Tag("web")
class LargeAreaTest {

  private static final String PLAN = "hoc_mon_2024";
  private static final int COMMUNES = 999;
  private static final int MOST = 300_000;

  private static TestServer server;
  private static Visitor leader;
  private static String base;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    TreeMap<Integer, ListTable.Line> units = new TreeMap<>();
    StringBuilder figures = new StringBuilder("unit,item,period,value\n");
    units.put(1, new ListTable.Line(2, List.of("D", "Huyện Lớn", "district", "", "")));
    for (int i = 1; i <= COMMUNES; i++) {
      String code = String.format(Locale.ROOT, "C%03d", i);
      List<String> cells = List.of(code, "Xã Đồng " + i, "commune", "", "D");
      units.put(i + 1, new ListTable.Line(i + 2, cells));
      if (i % 3 == 0) {
        figures.append(code).append(",establishments_total,2024,10\n");
        figures.append(code).append(",establishments_inspected,2024,").append(i % 5).append('\n');
      }
    }
    List<String> columns = List.of("code", "name", "kind", "role", "parent");
    Areas areas = server.part(Areas.class);
    long id = areas.create(new ListTable("units.csv", columns, List.copyOf(units.values())));
    areas.attach(id, PLAN, null);
    var staff = server.account("staff", Role.STAFF, null, null).viewer(true);
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("figures.csv", figures.toString().getBytes(StandardCharsets.UTF_8));
    Filings filings = server.part(Filings.class);
    long upload = filings.keep(staff, areas.get(id), null, Upload.Kind.FOLDER, files, Set.of());
    filings.submit(staff, filings.upload(upload), "", null);
    server.account("leader", Role.LEADER, null, null);
    leader = server.signedIn("leader");
    base = "/areas/" + id + "/plans/" + PLAN;
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String page(String path) {
    var answer = leader.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static List<String> units(String page) {
    Matcher rows = Pattern.compile("<th scope=\"row\"><a href=\"[^\"]*unit=(\\w+)").matcher(page);
    return rows.results().map(row -> row.group(1)).toList();
  }

  @Test
  void pagesStaySmall() {
    assertThat(page(base + "?asOf=2024-06-01&closed=true"))
        .contains("findings/HM-N6/C003/2024?asOf=2024-06-01&amp;closed=true\"");
    for (String path :
        List.of(
            base,
            base + "?asOf=2024-06-01",
            base + "?asOf=2024-06-01&closed=true",
            base + "/silence",
            base + "/remarks",
            base + "/findings",
            base + "/findings/HM-N6/D/2024")) {
      assertThat(page(path).getBytes(StandardCharsets.UTF_8).length).as(path).isLessThan(MOST);
    }
  }

  @Test
  void thePagesOfTheGridShowEveryUnitOnceAndSayOfHowMany() {
    TreeMap<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      units(page(base + "?page=" + i)).forEach(unit -> seen.merge(unit, 1, Integer::sum));
    }

    assertThat(seen).hasSize(COMMUNES + 1).allSatisfy((unit, times) -> assertThat(times).isOne());
    assertThat(page(base + "?page=1")).contains("Đang hiện 51–100 trên 1.000 đơn vị");
    assertThat(page(base + "?page=99")).contains("Đang hiện 951–1.000 trên 1.000 đơn vị");
  }

  @Test
  void sortingAndFilteringActOverAllUnits() {
    List<String> first = units(page(base + "?sort=unit"));
    List<String> last = units(page(base + "?sort=unit&reversed=true"));
    String found = page(base + "?unit=dong+77&result=missing");

    assertThat(first).startsWith("D", "C001", "C002");
    assertThat(last).startsWith("C999", "C998");
    assertThat(units(found)).hasSize(11).contains("C077", "C770").doesNotContain("C078");
    assertThat(found).contains("Đang hiện 1–11 trên 11 đơn vị phù hợp").contains("1.000 đơn vị");
    assertThat(units(page(base + "?sort=HM-N6")))
        .allMatch(c -> c.equals("D") || number(c) % 3 == 0);
    assertThat(page(base + "?unit=nowhere")).contains("Không có đơn vị nào như đã chọn.");
  }

  private static int number(String commune) {
    return Integer.parseInt(commune.substring(1));
  }

  @Test
  void aScriptIsGivenTheTableAlone() {
    String part =
        leader
            .send(HttpRequest.newBuilder(leader.uri(base + "?page=1")).header("HX-Request", "true"))
            .body();

    assertThat(part).startsWith("<div id=\"grid-part\"").doesNotContain("<html", "id=\"silence\"");
    assertThat(units(part)).hasSize(HeatGrid.A_PAGE);
  }

  @Test
  void whoHasNotReportedIsCountedInFullAndListedInPages() {
    assertThat(page(base)).contains("Chưa nộp số liệu nào: 667 đơn vị", "1–20 trên 667 đơn vị");
    assertThat(page(base + "/silence?page=3")).contains("601–667 trên 667 đơn vị");
  }

  @Test
  void theFiguresOfAllMembersComeInPages() {
    String finding = base + "/findings/HM-N6/D/2024";

    assertThat(page(finding)).contains("Trang 1/10", "Trang 1/20").doesNotContain("Xã Đồng 999<");
    assertThat(page(finding + "?page=9")).contains("Xã Đồng 999<");
  }
}

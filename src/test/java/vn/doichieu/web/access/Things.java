package vn.doichieu.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.access.RouteTable.Row;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;

/** One of each thing that a path can name, made for one unit of the town. */
final class Things {

  /** What the leader asks; nobody but the unit and the office may read it. */
  static final String QUESTION = "Vì sao chậm, câu hỏi riêng của đơn vị này";

  private static final String FILE = "so-lieu.csv";

  private final Town town;
  private final String unit;
  private final Map<String, String> numbers = new HashMap<>();

  Things(Town town, String unit) {
    this.town = town;
    this.unit = unit;
    String place = "/areas/" + town.area().id() + "/units/" + unit;
    String plan = "/areas/" + town.area().id() + "/plans/" + Town.PLAN;
    Visitor staff = town.of(Role.STAFF).visitor();
    Visitor leader = town.of(Role.LEADER).visitor();
    numbers.put("inquiry", last(leader.post("/inquiries", with("text", QUESTION))));
    numbers.put("waiver", last(staff.post("/new-waiver", waiver())));
    String trial = place + "/uploads/" + last(upload(staff, place, "3"));
    numbers.put("number", last(staff.post(trial + "/submit", Map.of("note", ""))));
    numbers.put("upload", last(upload(staff, place, "4")));
    numbers.put("file", FILE);
    made(staff.post(plan + "/records", Map.of()));
    numbers.put("record", newest("result_record"));
    made(staff.post(plan + "/lists", Map.of("asOf", "2025-02-01", "format", "html")));
    numbers.put("job", newest("list_job"));
    numbers.put("draft", Long.toString(draft()));
    numbers.put("id", newest("api_token"));
    numbers.put("target", "HM-N6");
    numbers.put("period", "2024");
  }

  private HttpResponse<String> upload(Visitor staff, String place, String inspected) {
    String csv =
        "unit,item,period,value\n" + unit + ",establishments_inspected,2024," + inspected + "\n";
    return staff.upload(
        place + "/uploads", Map.of(), "files", FILE, csv.getBytes(StandardCharsets.UTF_8));
  }

  private long draft() {
    return town.server()
        .part(Drafts.class)
        .start(
            town.of(Role.AUDITOR).account().viewer(true),
            town.server().part(RulesVersions.class).current(Town.PLAN));
  }

  private Map<String, String> waiver() {
    Map<String, String> form = with("act", "send");
    form.put("until", "2025-12-31");
    form.put("reason", "mưa ngập trụ sở");
    form.put("approvedBy", "Chủ tịch UBND huyện");
    form.put("decision", "2315/QĐ-UBND");
    return form;
  }

  private Map<String, String> with(String name, String text) {
    Map<String, String> form = new HashMap<>();
    form.put("area", Long.toString(town.area().id()));
    form.put("plan", Town.PLAN);
    form.put("unit", unit);
    form.put("target", "HM-N6");
    form.put("period", "2024");
    form.put(name, text);
    return form;
  }

  private static String made(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return Town.place(answer);
  }

  /** The last word of where an answer leads. */
  private static String last(HttpResponse<String> answer) {
    String place = made(answer);
    return place.substring(place.lastIndexOf('/') + 1);
  }

  private String newest(String table) {
    return town.server()
        .part(Store.class)
        .sql()
        .sql("select max(id) from " + table)
        .query(String.class)
        .single();
  }

  /** A text with the numbers of these things in place of the braces that name them. */
  String fill(String text) {
    String filled = text;
    for (Map.Entry<String, String> number : numbers.entrySet()) {
      filled = filled.replace("{" + number.getKey() + "}", number.getValue());
    }
    return filled;
  }

  /** Whether a path names one of these things. */
  boolean areIn(Row row) {
    return !fill(row.path()).equals(row.path());
  }
}

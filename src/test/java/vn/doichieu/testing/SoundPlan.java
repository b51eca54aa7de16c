package vn.doichieu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A made-up plan of a district that has nothing wrong and nothing doubtful in it, to be damaged in
 * one place at a time: one row of most kinds, a text with all quotes, another reading.
 */
public final class SoundPlan {

  /** The plan's id, and the name of its folder. */
  public static final String ID = "huyen_mau_2024";

  private static final List<String> COLUMNS =
      List.of(
          "target",
          "title",
          "section",
          "quote",
          "kind",
          "scope",
          "applies_to",
          "inputs",
          "comparator",
          "threshold",
          "periods",
          "closes_on",
          "condition",
          "binding",
          "on_miss",
          "priority",
          "confidence",
          "reading",
          "note");

  private static final String YAML =
      """
      id: huyen_mau_2024
      title: Kế hoạch mẫu năm 2024 của huyện Mẫu
      title_en: A made-up plan
      number: ""
      issued_on: 2024-02-01
      issuer: UBND huyện Mẫu
      area: Huyện Mẫu
      area_kind: district
      member_kind: commune
      year: 2024
      superior: Kế hoạch số 1 của tỉnh Mẫu
      source: plan.txt
      items:
        establishments_inspected: {type: count, label: Đã kiểm tra, part_of: establishments_total}
        establishments_total: {type: count, label: Tổng số cơ sở, sense: total}
        communication_forms: {type: count, label: Hình thức tuyên truyền, sense: communication}
        communication_regular: {type: yes_no, label: Duy trì thường xuyên}
        crimes_handled: {type: count, label: Số vụ đã xử lý}
        hotspots: {type: count, label: Số điểm nóng}
        models: {type: count, label: Số mô hình}
        web_posts: {type: count, label: Số tin trong tháng}
        report_submitted_on: {type: date, label: Ngày gửi báo cáo}
        plan_issued: {type: yes_no, label: Đã ban hành kế hoạch}
        cases_found: {type: yes_no, label: Có vụ việc}
        inspection_rate: {type: rate, rate_of: T1, optional: true, label: Tỷ lệ đã công bố}
      """;

  private static final String TEXT =
      """
      KẾ HOẠCH số 12/KH-UBND ngày 01/02/2024

      - Tổ chức kiểm tra ít nhất 20% số cơ sở kinh doanh
      dịch vụ trên địa bàn huyện.
      2
      - Ít nhất 50% xã tổ chức tuyên truyền và duy trì thường xuyên.
      - Tăng 3% - 5% số vụ được xử lý so với năm 2023.
      - Giảm từ 02 đến 03 điểm nóng.
      - Xây dựng 05 mô hình; đăng tin trên website ít nhất một tháng một lần.
      - Báo cáo 6 tháng gửi trước ngày 10/5.
      - Công an huyện xây dựng kế hoạch khi có vụ việc.
      - Tăng cường công tác quản lý.
      """;

  private final Path folder;
  private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
  private final List<String> columns = new ArrayList<>(COLUMNS);
  private final Map<String, String> files = new LinkedHashMap<>();

  /** The plan as it is before anything is changed; the folder takes the plan's id as its name. */
  public SoundPlan(Path parent) {
    folder = parent.resolve(ID);
    files.put("plan.yaml", YAML);
    files.put("plan.txt", TEXT);
    files.put(
        "readings.csv",
        """
        target,reading,says,says_en,decided_by,result,all_of,kind,scope,applies_to,inputs,comparator,threshold,periods,closes_on,condition,note
        T9,a,đạt khi đã có kế hoạch,met once there is a plan,UBND huyện Mẫu,,,,,,,,,,,,
        """);
    row(
        "T1",
        "ratio",
        "area",
        "commune",
        "establishments_inspected / establishments_total",
        ">=",
        "20%",
        "2024",
        "2025-01-01",
        "Tổ chức kiểm tra ít nhất 20% số cơ sở kinh doanh dịch vụ trên địa bàn huyện");
    row(
        "T2",
        "share_of_units",
        "share",
        "commune",
        "communication_forms>=1 & communication_regular=yes",
        ">=",
        "50%",
        "2024",
        "2025-01-01",
        "Ít nhất 50% xã tổ chức tuyên truyền và duy trì thường xuyên");
    row(
        "T3",
        "change",
        "area",
        "",
        "crimes_handled",
        "range",
        "+3%..+5%",
        "2024 against 2023",
        "2025-01-01",
        "Tăng 3% - 5% số vụ được xử lý");
    row(
        "T4",
        "reduction",
        "area",
        "",
        "hotspots",
        "range",
        "2..3",
        "2024 against 2023",
        "2025-01-01",
        "Giảm từ 02 đến 03 điểm nóng");
    row(
        "T5",
        "count",
        "area",
        "",
        "models",
        ">=",
        "5",
        "2024",
        "2025-01-01",
        "Xây dựng 05 mô hình");
    row(
        "T6",
        "monthly_count",
        "area",
        "",
        "web_posts",
        ">=",
        "1 a month",
        "2024-03..2024-12",
        "2025-01-01",
        "đăng tin trên website ít nhất một tháng một lần");
    row(
        "T7",
        "deadline",
        "each",
        "commune, agency:police",
        "report_submitted_on",
        "<",
        "2024-05-10",
        "2024-H1",
        "2024-05-10",
        "Báo cáo 6 tháng gửi trước ngày 10/5");
    cell("T7", "priority", "deadline");
    row(
        "T8",
        "duty",
        "agency:police",
        "",
        "plan_issued=yes",
        "",
        "",
        "2024",
        "2025-01-01",
        "Công an huyện xây dựng kế hoạch khi có vụ việc");
    cell("T8", "condition", "cases_found=yes");
    row(
        "T9",
        "judgement",
        "area",
        "",
        "",
        "",
        "",
        "2024",
        "2025-01-01",
        "Tăng cường công tác quản lý");
    cell("T9", "confidence", "C1");
  }

  private void row(
      String id,
      String kind,
      String scope,
      String appliesTo,
      String inputs,
      String comparator,
      String threshold,
      String periods,
      String closesOn,
      String quote) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("target", id);
    cells.put("title", "Chỉ tiêu " + id);
    cells.put("section", "II." + id.substring(1));
    cells.put("quote", quote);
    cells.put("kind", kind);
    cells.put("scope", scope);
    cells.put("applies_to", appliesTo);
    cells.put("inputs", inputs);
    cells.put("comparator", comparator);
    cells.put("threshold", threshold);
    cells.put("periods", periods);
    cells.put("closes_on", closesOn);
    cells.put("binding", "yes");
    cells.put("priority", "main");
    rows.put(id, cells);
  }

  /** Puts another text into a cell of {@code targets.csv}. */
  public SoundPlan cell(String target, String column, String text) {
    Map<String, String> row = rows.get(target);
    if (row == null) {
      throw new IllegalArgumentException("no target " + target);
    }
    row.put(column, text);
    return this;
  }

  /** Adds a row that is like another one but for its id, its title and one cell. */
  public SoundPlan like(String target, String id, String column, String text) {
    Map<String, String> row = new LinkedHashMap<>(rows.getOrDefault(target, Map.of()));
    row.put("target", id);
    row.put("title", "Chỉ tiêu " + id);
    row.put(column, text);
    rows.put(id + rows.size(), row);
    return this;
  }

  /** Renames a column, or leaves it out. */
  public SoundPlan column(String column, String name) {
    columns.replaceAll(c -> c.equals(column) ? name : c);
    return this;
  }

  /** Puts another text into a file; it has to be there. */
  public SoundPlan file(String file, String part, String instead) {
    String text = files.getOrDefault(file, "");
    if (!text.contains(part)) {
      throw new IllegalArgumentException(file + " has no " + part);
    }
    files.put(file, text.replace(part, instead));
    return this;
  }

  /** Adds a file, or puts a whole text in its place. */
  public SoundPlan file(String file, String text) {
    files.put(file, text);
    return this;
  }

  /** Leaves a file out. */
  public SoundPlan without(String file) {
    files.remove(file);
    return this;
  }

  /** Writes the rule files. */
  public Path write() {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("targets.csv"), csv());
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  private String csv() {
    StringBuilder csv = new StringBuilder(String.join(",", columns)).append('\n');
    for (Map<String, String> row : rows.values()) {
      csv.append(
              COLUMNS.stream()
                  .map(column -> row.getOrDefault(column, ""))
                  .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return csv.toString();
  }
}

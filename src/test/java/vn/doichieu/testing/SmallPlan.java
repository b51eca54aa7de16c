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
import vn.doichieu.domain.Plan;
import vn.doichieu.rules.PlanReader;

/**
 * A folder of rule files made for one test: a few items, and the rows that the test is about. A row
 * names only what matters to the test; the rest is what a row of its kind usually says.
 */
public final class SmallPlan {

  private static final List<String> READING_COLUMNS =
      List.of(
          "target",
          "reading",
          "says",
          "says_en",
          "decided_by",
          "result",
          "all_of",
          "kind",
          "scope",
          "applies_to",
          "inputs",
          "comparator",
          "threshold",
          "periods",
          "closes_on",
          "condition",
          "note");

  private final Path folder;
  private final Map<String, String> items = new LinkedHashMap<>();
  private final List<Map<String, String>> rows = new ArrayList<>();
  private final List<Map<String, String>> readings = new ArrayList<>();
  private final List<String> columns = new ArrayList<>(RegisterRules.COLUMNS);

  /** A plan with the items done, total, pending (optional), forms, issued, asked and a report. */
  public SmallPlan(Path folder) {
    this.folder = folder;
    item("done", "count");
    item("total", "count");
    items.put("pending", "{type: count, label: pending, label_en: pending, optional: true}");
    item("forms", "count");
    item("issued", "yes_no");
    item("asked", "yes_no");
    item("report_submitted_on", "date");
  }

  public SmallPlan item(String code, String type) {
    items.put(code, "{type: %s, label: %s, label_en: %s}".formatted(type, code, code));
    return this;
  }

  public SmallPlan without(String column) {
    columns.remove(column);
    return this;
  }

  /**
   * Adds a row.
   *
   * @param cells columns and their texts, by turns; a column that is not always there is added
   */
  public SmallPlan target(String id, String kind, String... cells) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("target", id);
    row.put("title", "Chỉ tiêu " + id);
    row.put("section", "II.1");
    row.put("quote", "câu trích");
    row.put("kind", kind);
    row.put("scope", "area");
    row.put("periods", "2024");
    row.put("closes_on", "2025-01-01");
    row.put("binding", "yes");
    row.put("priority", "main");
    row.putAll(usual(kind));
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
      if (!RegisterRules.COLUMNS.contains(cells[i]) && !columns.contains(cells[i])) {
        columns.add(cells[i]);
      }
    }
    rows.add(row);
    return this;
  }

  /**
   * Adds another reading of a target.
   *
   * @param cells columns of {@code readings.csv} and their texts, by turns
   */
  public SmallPlan reading(String target, String letter, String... cells) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("target", target);
    row.put("reading", letter);
    row.put("says", "hiểu khác");
    row.put("decided_by", "UBND huyện");
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    readings.add(row);
    return this;
  }

  private static Map<String, String> usual(String kind) {
    return switch (kind) {
      case "ratio" ->
          Map.of(
              "applies_to",
              "commune",
              "inputs",
              "done / total",
              "comparator",
              ">=",
              "threshold",
              "20%");
      case "share_of_units" ->
          Map.of(
              "scope",
              "share",
              "applies_to",
              "commune",
              "inputs",
              "forms>=1 & issued=yes",
              "comparator",
              ">=",
              "threshold",
              "50%");
      case "change" ->
          Map.of(
              "inputs",
              "done",
              "comparator",
              "range",
              "threshold",
              "+3%..+5%",
              "periods",
              "2024 against 2023");
      case "reduction" ->
          Map.of(
              "inputs",
              "done",
              "comparator",
              "range",
              "threshold",
              "2..3",
              "periods",
              "2024 against 2023");
      case "count" -> Map.of("inputs", "done", "comparator", ">=", "threshold", "5");
      case "monthly_count" ->
          Map.of(
              "inputs",
              "done",
              "comparator",
              ">=",
              "threshold",
              "1 a month",
              "periods",
              "2024-03..2024-12");
      case "deadline" ->
          Map.of(
              "scope",
              "each",
              "applies_to",
              "commune",
              "inputs",
              "report_submitted_on",
              "comparator",
              "<",
              "threshold",
              "2024-05-10",
              "periods",
              "2024-H1");
      case "duty" -> Map.of("scope", "each:commune", "inputs", "issued=yes");
      default -> Map.of();
    };
  }

  /** Writes the rule files. */
  public Path write() {
    StringBuilder yaml =
        new StringBuilder("id: small\ntitle: Nhỏ\ntitle_en: Small\nissuer: UBND\nyear: 2024\n");
    yaml.append("items:\n");
    items.forEach((code, item) -> yaml.append("  " + code + ": " + item + "\n"));
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("plan.yaml"), yaml.toString());
      Files.writeString(folder.resolve("targets.csv"), csv(columns, rows));
      if (!readings.isEmpty()) {
        Files.writeString(folder.resolve("readings.csv"), csv(READING_COLUMNS, readings));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  private static String csv(List<String> columns, List<Map<String, String>> rows) {
    StringBuilder csv = new StringBuilder(String.join(",", columns)).append('\n');
    for (Map<String, String> row : rows) {
      csv.append(
              columns.stream()
                  .map(column -> row.getOrDefault(column, ""))
                  .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return csv.toString();
  }

  /** Writes the rule files and reads them back. */
  public Plan read() {
    return PlanReader.read(write());
  }
}

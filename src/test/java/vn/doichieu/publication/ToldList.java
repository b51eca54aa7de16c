package vn.doichieu.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.document.Block;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Row;
import vn.doichieu.oracle.JsonFinding;

/** A list as a reader takes it from the document: sections, tables, and what their cells say. */
final class ToldList {

  private static final Pattern MONTH = Pattern.compile("([0-9]{4})-([0-9]{2})");

  private final Document document;
  private final Map<String, JsonFinding> byTarget = new HashMap<>();
  private final Map<String, List<JsonFinding>> byUnitAndTarget = new HashMap<>();

  ToldList(Document document, List<JsonFinding> findings) {
    this.document = document;
    for (JsonFinding finding : findings) {
      byTarget.put(finding.target(), finding);
      byUnitAndTarget
          .computeIfAbsent(finding.unit() + " " + finding.target(), key -> new ArrayList<>())
          .add(finding);
    }
  }

  /** A line of a part: what it says, by the code of its column, and the findings it tells of. */
  record ToldLine(Row row, List<String> findings) {

    String cell(int column) {
      return row.cells().get(column).text();
    }
  }

  Section section(String id) {
    return document.sections().stream()
        .filter(section -> section.id().equals("s-" + id))
        .findFirst()
        .orElseThrow();
  }

  List<String> paragraphs(String section) {
    return section(section).blocks().stream()
        .filter(Block.Paragraph.class::isInstance)
        .map(block -> ((Block.Paragraph) block).text())
        .toList();
  }

  List<Table> tables(String section) {
    return document.sections().stream()
        .filter(s -> s.id().equals("s-" + section))
        .flatMap(s -> s.tables().stream())
        .toList();
  }

  /** The lines of a part; none where the part has no section. */
  List<ToldLine> lines(String part) {
    return tables(part).stream()
        .flatMap(Table::rows)
        .map(row -> new ToldLine(row, told(row)))
        .toList();
  }

  /** The findings that a line tells of, by its unit and the words of its first cell. */
  private List<String> told(Row row) {
    List<String> told = new ArrayList<>();
    for (String words : row.cells().get(0).text().split("\n")) {
      String target = words.split(" ")[0];
      List<JsonFinding> findings =
          byUnitAndTarget.getOrDefault(row.unit() + " " + target, List.of());
      String rest = words.substring((target + " " + byTarget.get(target).title()).length());
      if (findings.size() > 1 && rest.length() > 2) { // ". " or ": ", then words and periods.
        for (String group : rest.substring(2).replaceAll("\\.$", "").split("; ")) {
          String periods = group.substring(group.lastIndexOf(": ") + 2);
          for (String period : periods.split(", ")) {
            told.add(row.unit() + " " + target + " " + code(findings, period));
          }
        }
      } else {
        String period = findings.size() == 1 ? findings.get(0).period() : "of " + findings.size();
        told.add(row.unit() + " " + target + " " + period);
      }
    }
    return told;
  }

  private static String code(List<JsonFinding> findings, String words) {
    return findings.stream()
        .map(JsonFinding::period)
        .filter(period -> period(period).equals(words))
        .findFirst()
        .orElse("“" + words + "”");
  }

  /** A period as readers say it. */
  static String period(String code) {
    Matcher month = MONTH.matcher(code);
    if (month.matches()) {
      return "tháng " + Integer.parseInt(month.group(2)) + "/" + month.group(1);
    }
    String year = code.substring(0, 4);
    return switch (code.substring(4)) {
      case "" -> "năm " + year;
      case "-H1" -> "6 tháng đầu năm " + year;
      case "-H2" -> "6 tháng cuối năm " + year;
      case "-9M" -> "9 tháng năm " + year;
      default -> "quý " + code.substring("2024-Q".length()) + "/" + year;
    };
  }

  /** A whole number as Vietnamese readers write it. */
  static String number(long number) {
    return String.format(java.util.Locale.ROOT, "%,d", number).replace(',', '.');
  }

  /** A text as a document shows it. */
  static String clean(String text) {
    return Cell.clean(text);
  }
}

package vn.doichieu.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The data folder, read by contract section 2 with no help from the code under test. */
final class NaiveData {
  enum State {
    KNOWN,
    ABSENT,
    INVALID
  }

  /** One figure after parsing: content is a BigInteger, a Boolean or a LocalDate. */
  record Figure(State state, Object content) {
    static final Figure ABSENT = new Figure(State.ABSENT, null);
    static final Figure INVALID = new Figure(State.INVALID, null);

    BigInteger count() {
      return (BigInteger) content;
    }
  }

  record Member(String code, String kind, String role, String parent, String group) {}

  /** A waiver whose text is complete (contract 2: without that it has no effect). */
  record Waiver(String unit, String target, String period, LocalDate until) {}

  private static final BigInteger LARGEST_COUNT = BigInteger.valueOf(Long.MAX_VALUE);
  private static final Set<String> YES = Set.of("yes", "có", "co", "x", "1", "true");
  private static final Set<String> NO = Set.of("no", "không", "khong", "0", "false");
  private static final Pattern ISO_DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");

  final Map<String, Member> units = new TreeMap<>();
  final List<Waiver> waivers = new ArrayList<>();
  Member area;
  private final Map<List<String>, Figure> figures = new LinkedHashMap<>();

  NaiveData(Path folder, Map<String, String> itemTypes, int planYear) {
    for (Map<String, String> row : readCsv(folder.resolve("units.csv"))) {
      addUnit(row);
    }
    for (Map<String, String> row : readCsv(folder.resolve("figures.csv"))) {
      addFigure(row, itemTypes, planYear);
    }
    Path waiverFile = folder.resolve("waivers.csv");
    if (Files.exists(waiverFile)) {
      for (Map<String, String> row : readCsv(waiverFile)) {
        addWaiver(row);
      }
    }
  }

  Figure figure(String unit, String item, String period) {
    return figures.getOrDefault(List.of(unit, item, period), Figure.ABSENT);
  }

  /** Contract 1: every unit of the kind, at any depth below the area; in order of code. */
  List<String> membersOf(String kind) {
    List<String> codes = new ArrayList<>();
    for (Member unit : units.values()) {
      if (!unit.equals(area) && unit.kind().equals(kind)) {
        codes.add(unit.code());
      }
    }
    return codes;
  }

  List<String> agenciesIn(String role) {
    List<String> codes = new ArrayList<>();
    for (Member unit : units.values()) {
      if (unit.kind().equals("agency") && unit.role().equals(role)) {
        codes.add(unit.code());
      }
    }
    return codes;
  }

  private void addUnit(Map<String, String> row) {
    Member unit =
        new Member(
            cell(row, "code"),
            cell(row, "kind"),
            cell(row, "role"),
            cell(row, "parent"),
            cell(row, "group").toLowerCase(Locale.ROOT));
    units.put(unit.code(), unit);
    if (unit.parent().isEmpty()) {
      area = unit;
    }
  }

  private void addFigure(Map<String, String> row, Map<String, String> itemTypes, int planYear) {
    String type = itemTypes.get(cell(row, "item"));
    String text = cell(row, "value");
    // Contract 2: a blank value is the same as no row; an unknown item is nobody's figure.
    if (type == null || text.isEmpty()) {
      return;
    }
    Figure read = parse(type, text, planYear);
    List<String> key = List.of(cell(row, "unit"), cell(row, "item"), cell(row, "period"));
    Figure before = figures.putIfAbsent(key, read);
    if (before != null && !before.equals(read)) {
      figures.put(key, Figure.INVALID);
    }
  }

  private void addWaiver(Map<String, String> row) {
    LocalDate until = parseDate(cell(row, "until"));
    if (until == null || cell(row, "approved_by").isEmpty() || cell(row, "decision").isEmpty()) {
      return;
    }
    waivers.add(new Waiver(cell(row, "unit"), cell(row, "target"), cell(row, "period"), until));
  }

  static Figure parse(String type, String text, int planYear) {
    Object content =
        switch (type) {
          case "count" -> parseCount(text);
          case "yes_no" -> parseYesNo(text);
          case "date" -> parsePlanDate(text, planYear);
          default -> throw new IllegalArgumentException("unknown item type " + type);
        };
    return content == null ? Figure.INVALID : new Figure(State.KNOWN, content);
  }

  private static BigInteger parseCount(String text) {
    if (fold(text).equals("không phát sinh")) {
      return BigInteger.ZERO;
    }
    if (!text.matches("[0-9]+")) {
      return null;
    }
    BigInteger count = new BigInteger(text);
    return count.compareTo(LARGEST_COUNT) > 0 ? null : count;
  }

  private static Boolean parseYesNo(String text) {
    if (YES.contains(fold(text))) {
      return true;
    }
    return NO.contains(fold(text)) ? false : null;
  }

  /** Contract 4.2 (deadline): outside plan year - 1 to plan year + 2 is an invalid figure. */
  private static LocalDate parsePlanDate(String text, int planYear) {
    LocalDate date = parseDate(text);
    if (date == null || date.getYear() < planYear - 1 || date.getYear() > planYear + 2) {
      return null;
    }
    return date;
  }

  static LocalDate parseDate(String text) {
    Matcher iso = ISO_DATE.matcher(text);
    if (iso.matches()) {
      return dateOf(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches()) {
      return dateOf(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
    }
    return null;
  }

  private static LocalDate dateOf(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static String cell(Map<String, String> row, String column) {
    return trim(row.getOrDefault(column, ""));
  }

  /** String.strip leaves the no-break space, which spreadsheets love. */
  static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && blank(text.charAt(from))) {
      from++;
    }
    while (to > from && blank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  static List<Map<String, String>> readCsv(Path file) {
    List<List<String>> table = cells(content(file));
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 1; i < table.size(); i++) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int j = 0; j < table.get(0).size(); j++) {
        String value = j < table.get(i).size() ? table.get(i).get(j) : "";
        row.put(trim(table.get(0).get(j)), value);
      }
      rows.add(row);
    }
    return rows;
  }

  private static String content(Path file) {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> cells(String text) {
    List<List<String>> table = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"' && (quoted || cell.isEmpty())) {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        endCell(row, cell);
        row = c == '\n' ? endRow(table, row) : row;
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    endCell(row, cell);
    endRow(table, row);
    return table;
  }

  private static void endCell(List<String> row, StringBuilder cell) {
    row.add(cell.toString());
    cell.setLength(0);
  }

  /** A line with nothing on it is no row. */
  private static List<String> endRow(List<List<String>> table, List<String> row) {
    if (row.size() > 1 || !trim(row.get(0)).isEmpty()) {
      table.add(row);
    }
    return new ArrayList<>();
  }
}

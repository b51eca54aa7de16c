package vn.doichieu.web.draft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.doichieu.authoring.TableRows;
import vn.doichieu.domain.Provenance;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.rulebook.RuleFileSet;

/**
 * Edits of single rows. Who changes a row says what it was when they opened it: if it is another
 * one by then, they are told, and nothing is overwritten.
 */
@Component
public class RowEdits {

  /** The longest quote of a plan has some 1,500 characters. */
  static final int LONGEST_CELL = 20_000;

  private static final int SHORT = 16;

  /** Line breaks and tabs are the only characters below the space that a cell may hold. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cn}\\p{Cs}&&[^\\n\\t]]");

  private final Drafts drafts;
  private final Tables tables;

  RowEdits(Drafts drafts, Tables tables) {
    this.drafts = drafts;
    this.tables = tables;
  }

  /**
   * A row with what it is known by.
   *
   * @param key its id; behind "~" which of several with one id
   * @param index its place among all rows
   * @param seen tells whether it has changed
   */
  public record Line(String key, int index, TableRows.Row row, String seen) {}

  /** All rows of a table. */
  public List<Line> lines(RuleFileSet files, String table) {
    return lines(tables.rows(files, table).all(), table);
  }

  /** The same for rows that were read already. */
  public static List<Line> lines(List<TableRows.Row> rows, String table) {
    List<Line> lines = new ArrayList<>();
    Map<String, Integer> times = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      TableRows.Row row = rows.get(i);
      String id =
          Tables.key(table).stream()
              .map(column -> row.cells().getOrDefault(column, ""))
              .collect(Collectors.joining("/"));
      int time = times.merge(id, 1, Integer::sum);
      lines.add(new Line(time == 1 && !id.isEmpty() ? id : id + "~" + time, i, row, seen(row)));
    }
    return lines;
  }

  private static String seen(TableRows.Row row) {
    String all = String.join("\0", row.cells().values());
    return HexFormat.of()
        .formatHex(Provenance.newSha256().digest(all.getBytes(StandardCharsets.UTF_8)))
        .substring(0, SHORT);
  }

  /**
   * A row.
   *
   * @throws Refusal if there is none of that key
   */
  public static Line line(List<Line> lines, String key) {
    return lines.stream()
        .filter(line -> line.key().equals(key))
        .findFirst()
        .orElseThrow(() -> Refusal.conflict("row_gone", key));
  }

  /**
   * The files with a row as somebody typed it.
   *
   * @param key the row; empty for a new one
   * @param after the row that a new one goes behind; empty for the end
   * @throws Refusal if a cell cannot be kept
   */
  public RuleFileSet typed(
      RuleFileSet files, String table, String key, String after, Map<String, String> cells) {
    TableRows rows = tables.rows(files, table);
    List<Line> lines = lines(rows.all(), table);
    Map<String, String> clean = clean(cells);
    if (key.isEmpty()) {
      int behind = after.isEmpty() ? lines.size() - 1 : line(lines, after).index();
      return tables.with(files, table, rows.plus(behind, clean));
    }
    return tables.with(files, table, rows.with(line(lines, key).index(), clean));
  }

  /** Where the row stands among all of {@link #typed}. */
  public int index(RuleFileSet files, String table, String key, String after) {
    List<Line> lines = lines(files, table);
    if (!key.isEmpty()) {
      return line(lines, key).index();
    }
    return after.isEmpty() ? lines.size() : line(lines, after).index() + 1;
  }

  /**
   * Keeps a row as somebody typed it, right or wrong.
   *
   * @param seen the row as it was opened; empty for a new one
   * @throws Refusal if somebody else has changed it since
   */
  public void save(
      Viewer viewer,
      Draft draft,
      String table,
      String key,
      String after,
      String seen,
      Map<String, String> cells) {
    drafts.change(
        viewer,
        draft,
        table + " " + (key.isEmpty() ? "+ " + cells.getOrDefault("target", "") : key),
        files -> {
          if (!key.isEmpty()) {
            mustBe(files, table, key, seen);
          }
          return typed(files, table, key, after, cells);
        });
  }

  /** Takes a row out. Throws as above. */
  public void delete(Viewer viewer, Draft draft, String table, String key, String seen) {
    drafts.change(
        viewer,
        draft,
        table + " - " + key,
        files -> {
          int index = mustBe(files, table, key, seen).index();
          return tables.with(files, table, tables.rows(files, table).without(index));
        });
  }

  private Line mustBe(RuleFileSet files, String table, String key, String seen) {
    Line line = line(lines(files, table), key);
    if (!line.seen().equals(seen)) {
      throw Refusal.conflict("row_changed", key);
    }
    return line;
  }

  private static Map<String, String> clean(Map<String, String> cells) {
    Map<String, String> clean = new LinkedHashMap<>();
    cells.forEach(
        (column, typed) -> {
          String text = typed.replace("\r\n", "\n").replace('\r', '\n');
          if (text.length() > LONGEST_CELL) {
            throw Refusal.tooMuch(413, "cell_too_long", column, LONGEST_CELL);
          }
          if (UNPRINTABLE.matcher(text).find()) {
            throw Refusal.invalid("cell_unprintable", column);
          }
          clean.put(column, text);
        });
    if (clean.values().stream().allMatch(String::isBlank)) {
      throw Refusal.invalid("row_blank");
    }
    return clean;
  }
}

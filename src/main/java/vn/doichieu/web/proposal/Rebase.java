package vn.doichieu.web.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.doichieu.authoring.TableRows;
import vn.doichieu.ruletable.RuleTables;
import vn.doichieu.web.draft.RowEdits;
import vn.doichieu.web.draft.Tables;
import vn.doichieu.web.rulebook.RuleFileSet;

/**
 * Moves a draft onto a newer version: tables row by row, other files as wholes. What only one side
 * has changed is taken; what both have changed otherwise is for a person to choose.
 */
@Component
public class Rebase {

  private static final List<String> TABLES = List.of(RuleTables.TARGETS, RuleTables.READINGS);

  private final Tables tables;

  Rebase(Tables tables) {
    this.tables = tables;
  }

  /** Whose text is taken where both sides have one. */
  public enum Choice {
    MINE,
    THEIRS
  }

  /**
   * What both sides have changed otherwise.
   *
   * @param name what it is known by: the file, or table and row
   * @param cells of a row: by column what it was, is in the draft and is in the newer version
   */
  public record Conflict(String name, List<Cell> cells) {}

  /** A cell that is not the same on both sides. */
  public record Cell(String column, String before, String mine, String theirs) {}

  /**
   * The outcome.
   *
   * @param conflicts all of them; where one was not chosen, the newer version's text is taken
   */
  public record Merged(RuleFileSet files, List<Conflict> conflicts) {}

  /**
   * Three sides as one.
   *
   * @param base what both sides started from
   * @param choices what a person has chosen, by the conflicts' names
   */
  public Merged merged(
      RuleFileSet base, RuleFileSet mine, RuleFileSet theirs, Map<String, Choice> choices) {
    RuleFileSet merged = theirs;
    List<Conflict> conflicts = new ArrayList<>();
    for (String table : TABLES) {
      if (isTableOfRows(table, base, mine, theirs)) {
        merged = rows(table, base, mine, merged, choices, conflicts);
      } else {
        merged = whole(Tables.file(table), base, mine, merged, choices, conflicts);
      }
    }
    for (String name : mine.differing(base)) {
      if (!name.equals(Tables.file(TABLES.get(0))) && !name.equals(Tables.file(TABLES.get(1)))) {
        merged = whole(name, base, mine, merged, choices, conflicts);
      }
    }
    return new Merged(merged, conflicts);
  }

  /** Whether all sides have the table, with the same columns. */
  private boolean isTableOfRows(String table, RuleFileSet... sides) {
    Set<List<String>> columns = new LinkedHashSet<>();
    for (RuleFileSet side : sides) {
      if (!side.files().containsKey(Tables.file(table))) {
        return false;
      }
      columns.add(tables.rows(side, table).columns());
    }
    return columns.size() == 1;
  }

  private static RuleFileSet whole(
      String name,
      RuleFileSet base,
      RuleFileSet mine,
      RuleFileSet theirs,
      Map<String, Choice> choices,
      List<Conflict> conflicts) {
    if (mine.sameAs(base, name) || mine.sameAs(theirs, name)) {
      return theirs;
    }
    boolean take = theirs.sameAs(base, name);
    if (!take) {
      conflicts.add(new Conflict(name, List.of()));
      take = choices.get(name) == Choice.MINE;
    }
    byte[] content = mine.files().get(name);
    return !take ? theirs : content == null ? theirs.without(name) : theirs.with(name, content);
  }

  private RuleFileSet rows(
      String table,
      RuleFileSet base,
      RuleFileSet mine,
      RuleFileSet theirs,
      Map<String, Choice> choices,
      List<Conflict> conflicts) {
    Map<String, TableRows.Row> before = byKey(base, table);
    Map<String, TableRows.Row> now = byKey(mine, table);
    Map<String, TableRows.Row> newer = byKey(theirs, table);
    Set<String> keys = new LinkedHashSet<>(now.keySet());
    keys.addAll(before.keySet());
    RuleFileSet merged = theirs;
    String behind = "";
    for (String key : keys) {
      Optional<Map<String, String>> was = cells(before, key);
      Optional<Map<String, String>> is = cells(now, key);
      Optional<Map<String, String>> theirsIs = cells(newer, key);
      if (!is.equals(was) && !is.equals(theirsIs)) {
        boolean take = theirsIs.equals(was);
        if (!take) {
          String name = table + " " + key;
          conflicts.add(new Conflict(name, differing(was, is, theirsIs)));
          take = choices.get(name) == Choice.MINE;
        }
        merged = take ? taken(merged, table, key, behind, is) : merged;
      }
      behind = is.isPresent() && byKey(merged, table).containsKey(key) ? key : behind;
    }
    return merged;
  }

  /**
   * The files with a row as it is in the draft: changed, added behind another one, or taken out.
   */
  private RuleFileSet taken(
      RuleFileSet files,
      String table,
      String key,
      String behind,
      Optional<Map<String, String>> cells) {
    TableRows rows = tables.rows(files, table);
    List<RowEdits.Line> lines = RowEdits.lines(rows.all(), table);
    Optional<Integer> at = index(lines, key);
    if (cells.isEmpty()) {
      return at.map(index -> tables.with(files, table, rows.without(index))).orElse(files);
    }
    TableRows changed =
        at.map(index -> rows.with(index, cells.get()))
            .orElseGet(() -> rows.plus(index(lines, behind).orElse(-1), cells.get()));
    return tables.with(files, table, changed);
  }

  private static Optional<Integer> index(List<RowEdits.Line> lines, String key) {
    return lines.stream()
        .filter(line -> line.key().equals(key))
        .map(RowEdits.Line::index)
        .findFirst();
  }

  private Map<String, TableRows.Row> byKey(RuleFileSet files, String table) {
    Map<String, TableRows.Row> rows = new LinkedHashMap<>();
    RowEdits.lines(tables.rows(files, table).all(), table)
        .forEach(line -> rows.put(line.key(), line.row()));
    return rows;
  }

  private static Optional<Map<String, String>> cells(Map<String, TableRows.Row> rows, String key) {
    return Optional.ofNullable(rows.get(key)).map(TableRows.Row::cells);
  }

  private static List<Cell> differing(
      Optional<Map<String, String>> was,
      Optional<Map<String, String>> mine,
      Optional<Map<String, String>> theirs) {
    Set<String> columns = new LinkedHashSet<>();
    mine.ifPresent(cells -> columns.addAll(cells.keySet()));
    theirs.ifPresent(cells -> columns.addAll(cells.keySet()));
    return columns.stream()
        .map(
            column -> new Cell(column, text(was, column), text(mine, column), text(theirs, column)))
        .filter(cell -> !cell.mine().equals(cell.theirs()))
        .toList();
  }

  private static String text(Optional<Map<String, String>> cells, String column) {
    return cells.map(texts -> texts.getOrDefault(column, "")).orElse("");
  }
}

package vn.doichieu.authoring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.doichieu.domain.Problem;
import vn.doichieu.ruletable.RuleColumns;
import vn.doichieu.ruletable.RuleSheet;
import vn.doichieu.ruletable.WorkbookRules;
import vn.doichieu.workbook.Workbook;

/**
 * Lays a sheet of rules over the file it came from. The sheet decides what rows there are, what
 * they say and in which order; the file decides how that is written down.
 */
final class SheetMerge {

  private final CsvDocument file;
  private final WorkbookRules sheet;
  private final List<String> key;
  private final List<String> columns;
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, Deque<Integer>> rows = new LinkedHashMap<>();
  private final Map<String, Deque<Integer>> comments = new LinkedHashMap<>();
  private final List<CsvLine> merged = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int lastOfFile = -1;
  private boolean moved;

  /**
   * A merge.
   *
   * @param key the columns that together tell a row from all others
   */
  SheetMerge(CsvDocument file, WorkbookRules sheet, List<String> key) {
    this.file = file;
    this.sheet = sheet;
    this.key = key;
    this.columns = new ArrayList<>(file.columns());
    for (int i = 0; i < file.lines().size(); i++) {
      CsvLine line = file.lines().get(i);
      if (file.isRow(i)) {
        rows.computeIfAbsent(key(line), k -> new ArrayDeque<>()).add(i);
      } else if (line.isComment()) {
        comments.computeIfAbsent(oneForm(line.comment()), k -> new ArrayDeque<>()).add(i);
      }
    }
  }

  private String key(CsvLine line) {
    List<String> fileColumns = file.columns();
    return key.stream()
        .map(column -> line.value(fileColumns.indexOf(column)))
        .collect(Collectors.joining("/"));
  }

  private String key(RuleSheet.Row row) {
    return key.stream().map(row::cell).collect(Collectors.joining("/"));
  }

  /**
   * The file as the sheet wants it.
   *
   * @param problems receives the cells that a file cannot hold; the outcome is of no use then
   */
  CsvDocument merged(List<Problem> problems) {
    Map<Integer, List<String>> notes = notes();
    Map<Integer, RuleSheet.Row> rowsByNumber = new TreeMap<>();
    sheet.sheet().rows().forEach(row -> rowsByNumber.put(row.place().row(), row));
    Set<Integer> numbers = new LinkedHashSet<>();
    numbers.addAll(sheet.comments().keySet());
    numbers.addAll(rowsByNumber.keySet());
    numbers.addAll(notes.keySet());
    numbers.add(sheet.headerRow());
    for (int number : numbers.stream().sorted(Comparator.naturalOrder()).toList()) {
      notes.getOrDefault(number, List.of()).forEach(this::addComment);
      RuleSheet.Row row = rowsByNumber.get(number);
      String comment = sheet.comments().get(number);
      if (number == sheet.headerRow()) {
        addHeader();
      } else if (row != null) {
        addRow(row);
      } else if (comment != null) {
        addComment(comment);
      }
    }
    finish();
    problems.addAll(this.problems);
    return file.with(merged);
  }

  /** What differs; complete once the merge is done. */
  List<Change> changes() {
    return changes;
  }

  /** The notes of people, as lines of comment, by the row they are pinned to. */
  private Map<Integer, List<String>> notes() {
    Map<Integer, List<String>> notes = new HashMap<>();
    for (Workbook.Note note : sheet.notes()) {
      boolean inHeader = note.row() == sheet.headerRow();
      if (!inHeader || !ColumnHelp.isOurs(note.text())) {
        String column =
            note.column() >= 0 && note.column() < sheet.headings().size()
                ? sheet.headings().get(note.column())
                : "";
        String text = note.text().replaceAll("\\R", " ");
        notes
            .computeIfAbsent(note.row(), row -> new ArrayList<>())
            .add("# " + (column.isEmpty() ? "" : column + ": ") + text);
      }
    }
    return notes;
  }

  private void addHeader() {
    CsvLine header = file.lines().get(file.header());
    List<String> ofSheet = sheet.sheet().columns();
    for (int i = 0; i < ofSheet.size(); i++) {
      String column = ofSheet.get(i);
      if (!column.isEmpty() && !columns.contains(column)) {
        String heading = RuleColumns.isKnown(column) ? column : sheet.headings().get(i);
        header = header.with(columns.size(), heading, file.separator());
        columns.add(column);
        changes.add(new Change.ColumnAdded(heading));
      }
    }
    for (int i = 0; i < file.columns().size(); i++) {
      String column = file.columns().get(i);
      if (!column.isEmpty() && !ofSheet.contains(column)) {
        changes.add(new Change.ColumnKept(file.headings().get(i)));
      }
    }
    add(file.header(), header);
  }

  private void addRow(RuleSheet.Row row) {
    Deque<Integer> same = rows.getOrDefault(key(row), new ArrayDeque<>());
    if (same.isEmpty()) {
      CsvLine line = CsvLine.of(columns.stream().map(c -> row.cell(c)).toList(), file.separator());
      check(row, line);
      merged.add(line);
      changes.add(new Change.RowAdded(key(row)));
      return;
    }
    int index = same.removeFirst();
    CsvLine line = file.lines().get(index);
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      boolean inSheet = sheet.sheet().columns().contains(column);
      String before = line.value(i);
      String after = row.cell(column);
      if (inSheet && !column.isEmpty() && !oneForm(before).equals(oneForm(after))) {
        line = line.with(i, after, file.separator());
        changes.add(new Change.CellChanged(key(row), column, before, after));
      }
    }
    check(row, line);
    add(index, line);
    moved |= index < lastOfFile;
    lastOfFile = index;
  }

  /** In a file a row that starts with # would be lost: nobody reads it as a row any more. */
  private void check(RuleSheet.Row row, CsvLine line) {
    if (line.isComment()) {
      problems.add(
          new Problem(
              Problem.Kind.RULE_CELL_INVALID, row.place(columns.get(0)), line.value(0), "A-1"));
    }
  }

  private void addComment(String text) {
    Deque<Integer> same = comments.getOrDefault(oneForm(text), new ArrayDeque<>());
    if (same.isEmpty()) {
      merged.add(CsvLine.comment(text));
      changes.add(new Change.CommentAdded(text));
    } else {
      int index = same.removeFirst();
      add(index, file.lines().get(index));
    }
  }

  /** Adds a line of the file, with the blank lines that stand above it. */
  private void add(int index, CsvLine line) {
    int first = index;
    while (first > 0 && file.lines().get(first - 1).isBlank()) {
      first--;
    }
    merged.addAll(file.lines().subList(first, index));
    merged.add(line);
  }

  private void finish() {
    rows.forEach((id, left) -> left.forEach(i -> changes.add(new Change.RowRemoved(id))));
    comments.forEach(
        (text, left) -> left.forEach(i -> changes.add(new Change.CommentRemoved(text))));
    if (moved) {
      changes.add(new Change.RowsMoved());
    }
    int last = file.lines().size();
    while (last > 0 && file.lines().get(last - 1).isBlank()) {
      last--;
    }
    merged.addAll(file.lines().subList(last, file.lines().size()));
  }

  /** Line breaks differ from program to program. */
  private static String oneForm(String text) {
    return text.replaceAll("\\R", "\n").strip();
  }
}

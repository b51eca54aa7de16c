package vn.doichieu.authoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.ruletable.RuleColumns;
import vn.doichieu.ruletable.WorkbookRules;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.TextFile;
import vn.doichieu.tabular.UnreadableInput;

/**
 * A table of rules as its author wrote it down in a CSV file, so that every byte which nobody
 * changes stays: comments, blank lines, unknown columns, quotes, line breaks, byte order mark.
 */
public final class CsvDocument {

  private static final String MARK = "\uFEFF";

  private final boolean mark;
  private final char separator;
  private final boolean openEnd;
  private final List<CsvLine> lines;
  private final int header;

  /**
   * A document.
   *
   * @param mark whether a byte order mark stands before the text
   * @param openEnd whether no line break stands behind the last line
   */
  private CsvDocument(boolean mark, char separator, boolean openEnd, List<CsvLine> lines) {
    this.mark = mark;
    this.separator = separator;
    this.openEnd = openEnd;
    this.lines = List.copyOf(lines);
    int at = 0;
    while (at < lines.size() && (lines.get(at).isBlank() || lines.get(at).isComment())) {
      at++;
    }
    header = at;
  }

  /**
   * Reads a file that is known to be a table of rules.
   *
   * @throws UnreadableInput if it cannot be read
   */
  public static CsvDocument read(Path file) {
    String text = TextFile.read(file);
    try {
      byte[] start = new byte[0];
      try (var bytes = Files.newInputStream(file)) {
        start = bytes.readNBytes(MARK.getBytes(StandardCharsets.UTF_8).length);
      }
      return parse(text, MARK.equals(new String(start, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UnreadableInput(
          new Problem(
              Problem.Kind.FILE_UNREADABLE,
              SourceLocation.of(String.valueOf(file.getFileName())),
              file.toString()));
    }
  }

  static CsvDocument parse(String text, boolean mark) {
    boolean semicolons = CsvTable.isSeparatedBySemicolons(text, RuleColumns.DIALECT);
    char separator = semicolons ? ';' : ',';
    List<CsvLine> lines = new CsvLines(text, separator).all();
    boolean openEnd = !lines.isEmpty() && lines.get(lines.size() - 1).end().isEmpty();
    return new CsvDocument(mark, separator, openEnd, lines);
  }

  /** A table without rows, for the columns of a sheet. */
  static CsvDocument forColumnsOf(WorkbookRules sheet) {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < sheet.headings().size(); i++) {
      String column = sheet.sheet().columns().get(i);
      if (!column.isEmpty()) {
        named.add(RuleColumns.isKnown(column) ? column : sheet.headings().get(i));
      }
    }
    CsvLine line = CsvLine.of(named, ',');
    return new CsvDocument(false, ',', false, List.of(line));
  }

  char separator() {
    return separator;
  }

  /** All lines from the top. */
  List<CsvLine> lines() {
    return lines;
  }

  /** Where among the lines the one stands that names the columns. */
  int header() {
    return header;
  }

  /** What the columns are called, as it is written. */
  List<String> headings() {
    List<String> headings = new ArrayList<>();
    CsvLine line = lines.get(header);
    for (int i = 0; i < line.cells().size(); i++) {
      headings.add(line.value(i));
    }
    return headings;
  }

  /** The columns by their English names, in order. */
  public List<String> columns() {
    return headings().stream()
        .map(heading -> RuleColumns.key(heading).toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Whether a line, by its place among all, is a row of the table. */
  boolean isRow(int line) {
    return line != header && !lines.get(line).isBlank() && !lines.get(line).isComment();
  }

  /** This document with other lines. */
  CsvDocument with(List<CsvLine> others) {
    return new CsvDocument(mark, separator, openEnd, others);
  }

  /** What is to stand in a cell instead of what does. */
  public interface CellEdit {

    /**
     * The new text of a cell.
     *
     * @param row the texts of its row by column
     */
    String of(UnaryOperator<String> row, String column, String text);
  }

  /**
   * A new file of comments and rows, the first of which names the columns; with a byte order mark.
   */
  public static CsvDocument of(List<String> comments, List<List<String>> rows) {
    List<CsvLine> lines = new ArrayList<>();
    comments.forEach(comment -> lines.add(CsvLine.comment(comment)));
    rows.forEach(row -> lines.add(CsvLine.of(row, ',')));
    return new CsvDocument(true, ',', false, lines);
  }

  /** This document with every cell of its rows edited. */
  public CsvDocument edited(CellEdit edit) {
    List<String> columns = columns();
    List<CsvLine> edited = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      CsvLine before = lines.get(i);
      CsvLine after = before;
      for (int column = 0; isRow(i) && column < columns.size(); column++) {
        String text = before.value(column);
        String changed =
            edit.of(name -> before.value(columns.indexOf(name)), columns.get(column), text);
        after = changed.equals(text) ? after : after.with(column, changed, separator);
      }
      edited.add(after);
    }
    return with(edited);
  }

  /** What the file holds, byte order mark and all. */
  public String text() {
    String usual =
        lines.stream().map(CsvLine::end).filter(e -> !e.isEmpty()).findFirst().orElse("\n");
    StringBuilder text = new StringBuilder(mark ? MARK : "");
    for (int i = 0; i < lines.size(); i++) {
      CsvLine line = lines.get(i);
      boolean last = i == lines.size() - 1;
      text.append(line.text(separator));
      if (!last || !openEnd) {
        text.append(line.end().isEmpty() ? usual : line.end());
      }
    }
    return text.toString();
  }
}

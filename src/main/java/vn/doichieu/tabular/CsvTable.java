package vn.doichieu.tabular;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;

/**
 * A CSV file with a header, read row by row. Column order is free; blank lines are passed over.
 * Semicolons, which Excel writes on Vietnamese systems, are read too and reported.
 */
public final class CsvTable implements Closeable {

  private static final int LOOK_AHEAD = 1 << 15;
  private static final Pattern LINE = Pattern.compile("line ([0-9]{1,9})");

  private final Path file;
  private final CloseableIterator<CsvRecord> records;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<String> header = new ArrayList<>();
  private final boolean semicolons;
  private int headerRow;

  private CsvTable(Path file, Reader reader) throws IOException {
    this.file = file;
    this.semicolons = separatedBySemicolons(reader);
    this.records =
        CsvReader.builder()
            .fieldSeparator(semicolons ? ';' : ',')
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(reader)
            .iterator();
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws UnreadableInput if it cannot be read as a table with the required columns; every
   *     missing column is named
   */
  public static CsvTable open(Path file, List<String> required) {
    try {
      CsvTable table = new CsvTable(file, TextFile.open(file));
      try {
        table.readHeader(required);
      } catch (UnreadableInput e) {
        table.close();
        throw e;
      }
      return table;
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    }
  }

  private static boolean separatedBySemicolons(Reader reader) throws IOException {
    reader.mark(LOOK_AHEAD);
    char[] start = new char[LOOK_AHEAD - 1];
    int length = Math.max(0, reader.read(start));
    reader.reset();
    String firstLine =
        new BufferedReader(new StringReader(new String(start, 0, length)))
            .lines()
            .filter(line -> !line.isBlank())
            .findFirst()
            .orElse("");
    return firstLine.indexOf(';') >= 0 && firstLine.indexOf(',') < 0;
  }

  private void readHeader(List<String> required) {
    List<Problem> problems = new ArrayList<>();
    CsvRecord first = next();
    if (first == null) {
      throw new UnreadableInput(
          new Problem(Problem.Kind.EMPTY_FILE, SourceLocation.of(name()), file.toString()));
    }
    int row = (int) first.getStartingLineNumber();
    headerRow = row;
    for (String field : first.getFields()) {
      String column = CellText.clean(field).toLowerCase(Locale.ROOT);
      if (!column.isEmpty() && columns.putIfAbsent(column, header.size()) != null) {
        problems.add(
            new Problem(
                Problem.Kind.DUPLICATE_COLUMN, SourceLocation.of(name(), row, column), column));
      }
      header.add(column);
    }
    if (required.stream().noneMatch(columns::containsKey)) {
      throw new UnreadableInput(
          new Problem(
              Problem.Kind.HEADER_NOT_FOUND,
              SourceLocation.of(name(), row),
              String.join(", ", first.getFields()),
              String.join(",", required)));
    }
    for (String column : required) {
      if (!columns.containsKey(column)) {
        problems.add(
            new Problem(
                Problem.Kind.MISSING_COLUMN,
                SourceLocation.of(name(), row, column),
                String.join(", ", header),
                String.join(", ", required)));
      }
    }
    if (!problems.isEmpty()) {
      throw new UnreadableInput(problems);
    }
  }

  /** The file's name, as places name it. */
  public String name() {
    return TextFile.name(file);
  }

  /** The columns of the header, in order, in lower case. */
  public List<String> header() {
    return header;
  }

  /** The line that names the columns. */
  public int headerRow() {
    return headerRow;
  }

  /** Whether the file separates by semicolons instead of commas. */
  public boolean semicolons() {
    return semicolons;
  }

  /** Where a column stands; -1 if the table lacks it. */
  public int column(String name) {
    return columns.getOrDefault(name, -1);
  }

  /** Hands over every row that has any text, in order. */
  public void forEach(Consumer<Row> action) {
    for (CsvRecord record = next(); record != null; record = next()) {
      Row row = new Row(record, header.size());
      if (!row.isBlank()) {
        action.accept(row);
      }
    }
  }

  private @Nullable CsvRecord next() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException e) {
      int row = rowOf(String.valueOf(e.getMessage()));
      throw new UnreadableInput(
          new Problem(Problem.Kind.MALFORMED_CSV, SourceLocation.of(name(), row), null));
    } catch (UncheckedIOException e) {
      IOException cause = e.getCause();
      throw TextFile.unreadable(file, cause == null ? new IOException(e) : cause);
    }
  }

  /** The parser tells the line of a broken record only in its message; 0 if it does not. */
  private static int rowOf(String message) {
    Matcher line = LINE.matcher(message);
    return line.find() ? Integer.parseInt(line.group(1)) : 0;
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One row of a table. */
  public static final class Row {

    private final CsvRecord record;
    private final int width;

    private Row(CsvRecord record, int width) {
      this.record = record;
      this.width = width;
    }

    /** The line of the file on which the row starts, from 1. */
    public int line() {
      return (int) record.getStartingLineNumber();
    }

    /** The cleaned text of a cell; empty for a column that the table or the row lacks. */
    public String cell(int column) {
      return column < 0 || column >= record.getFieldCount()
          ? ""
          : CellText.clean(record.getField(column));
    }

    /**
     * Whether text stands to the right of the last column: an unquoted separator moved the cells.
     */
    public boolean hasExtraCells() {
      for (int i = width; i < record.getFieldCount(); i++) {
        if (!CellText.clean(record.getField(i)).isEmpty()) {
          return true;
        }
      }
      return false;
    }

    /** How many cells the row has, those beyond the last column included. */
    public int cells() {
      return record.getFieldCount();
    }

    /** The row as it stands, for messages. */
    public String text() {
      return String.join(",", record.getFields());
    }

    private boolean isBlank() {
      return record.getFields().stream().allMatch(field -> CellText.clean(field).isEmpty());
    }
  }
}

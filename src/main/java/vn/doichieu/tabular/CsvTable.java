package vn.doichieu.tabular;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
public final class CsvTable implements Table {

  private static final int LOOK_AHEAD = 1 << 15;
  private static final Pattern OPENING = Pattern.compile("^[\\s\"]+");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern LINE = Pattern.compile("line ([0-9]{1,9})");

  /** From here on a second thread saves more time than it takes to start. */
  private static final int LARGE = 1 << 20;

  private final Path file;
  private final String name;
  private final boolean isLarge;
  private final CloseableIterator<CsvRow> rows;
  private final boolean semicolons;
  private final Dialect dialect;
  private final TableHeader header;

  private CsvTable(Path file, PushbackReader reader, List<String> required, Dialect dialect)
      throws IOException {
    this.file = file;
    this.name = TextFile.name(file);
    this.isLarge = Files.size(file) >= LARGE;
    this.dialect = dialect;
    this.semicolons = separatedBySemicolons(reader, dialect);
    CsvRows made = new CsvRows();
    this.rows =
        CsvReader.builder()
            .fieldSeparator(semicolons ? ';' : ',')
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .commentStrategy(dialect.comments() ? CommentStrategy.SKIP : CommentStrategy.NONE)
            .build(made, reader)
            .iterator();
    CsvRow first = next();
    while (first != null && isComment(first)) {
      first = next();
    }
    if (first == null) {
      throw new UnreadableInput(
          new Problem(Problem.Kind.EMPTY_FILE, SourceLocation.of(name()), file.toString()));
    }
    this.header =
        new TableHeader(name(), null, first.line(), List.of(first.written()), required, dialect);
    made.columns(header.names().size());
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws UnreadableInput if it cannot be read as a table with the required columns; every
   *     missing column is named
   */
  public static CsvTable open(Path file, List<String> required) {
    return open(file, required, Dialect.PLAIN);
  }

  /** Opens a file that is written in a dialect. Throws as above. */
  public static CsvTable open(Path file, List<String> required, Dialect dialect) {
    PushbackReader reader = new PushbackReader(TextFile.open(file), LOOK_AHEAD);
    try {
      return new CsvTable(file, reader, required, dialect);
    } catch (UnreadableInput e) {
      close(reader);
      throw e;
    } catch (IOException e) {
      close(reader);
      throw TextFile.unreadable(file, e);
    }
  }

  private boolean isComment(CsvRow row) {
    return dialect.comments() && dialect.isComment(row.cell(0));
  }

  private static boolean separatedBySemicolons(PushbackReader reader, Dialect dialect)
      throws IOException {
    char[] start = new char[LOOK_AHEAD];
    int length = 0;
    for (int n = 0;
        n >= 0 && length < LOOK_AHEAD;
        n = reader.read(start, length, LOOK_AHEAD - length)) {
      length += n;
    }
    reader.unread(start, 0, length);
    return isSeparatedBySemicolons(new String(start, 0, length), dialect);
  }

  /** Whether semicolons tell cells apart, by the line that names the columns. */
  public static boolean isSeparatedBySemicolons(String start, Dialect dialect) {
    String firstLine =
        new BufferedReader(new StringReader(start))
            .lines()
            .filter(
                line -> !line.isBlank() && !dialect.isComment(OPENING.matcher(line).replaceAll("")))
            .findFirst()
            .orElse("");
    String bare = QUOTED.matcher(firstLine).replaceAll("");
    return bare.indexOf(';') >= 0 && bare.indexOf(',') < 0;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> header() {
    return header.names();
  }

  /** What the columns are called, in order, as it is written. */
  public List<String> headings() {
    return header.headings();
  }

  @Override
  public int headerRow() {
    return header.row();
  }

  @Override
  public int column(String name) {
    return header.column(name);
  }

  @Override
  public boolean isSeparated() {
    return true;
  }

  /** Tells of semicolons instead of commas. */
  @Override
  public List<Problem> remarks() {
    return semicolons
        ? List.of(
            new Problem(
                Problem.Kind.SEMICOLON_SEPARATOR, SourceLocation.of(name(), headerRow()), ";"))
        : List.of();
  }

  @Override
  public void forEach(Consumer<? super Row> action) {
    if (isLarge) {
      RowsAhead.forEach(this::nextWithText, action::accept);
      return;
    }
    for (CsvRow row = nextWithText(); row != null; row = nextWithText()) {
      action.accept(row);
    }
  }

  private @Nullable CsvRow nextWithText() {
    CsvRow row = next();
    while (row != null && (row.isBlank() || isComment(row))) {
      row = next();
    }
    return row;
  }

  private @Nullable CsvRow next() {
    try {
      return rows.hasNext() ? rows.next() : null;
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
    close(rows);
  }

  private static void close(Closeable input) {
    try {
      input.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

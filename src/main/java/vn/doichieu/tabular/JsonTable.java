package vn.doichieu.tabular;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;

/**
 * A JSON file that is a list of objects with plain values, read object by object. Every object has
 * the required keys; its other keys become further columns. Numbers are read as they are spelled.
 */
public final class JsonTable implements Table {

  private static final int MOST_CHARACTERS = 100_000;
  private static final int MOST_KEYS = 200;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10)
                  .maxStringLength(MOST_CHARACTERS)
                  .maxNumberLength(MOST_CHARACTERS)
                  .maxNameLength(MOST_CHARACTERS)
                  .build())
          .build();

  private final Path file;
  private final Reader reader;
  private final JsonParser json;
  private final List<String> required;
  private final List<String> header;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, List<Integer>> lacking = new HashMap<>();

  private JsonTable(Path file, Reader reader, List<String> required) {
    this.file = file;
    this.reader = reader;
    this.required = required;
    this.header = new ArrayList<>(required);
    required.forEach(key -> columns.put(key, columns.size()));
    json = FACTORY.createParser(ObjectReadContext.empty(), reader);
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableInput if it is not a list
   */
  public static JsonTable open(Path file, List<String> required) {
    JsonTable table = new JsonTable(file, TextFile.open(file), required);
    try {
      table.readStart();
      return table;
    } catch (UnreadableInput e) {
      table.close();
      throw e;
    }
  }

  private void readStart() {
    JsonToken first = next();
    if (first == null) {
      throw new UnreadableInput(
          new Problem(Problem.Kind.EMPTY_FILE, SourceLocation.of(name()), file.toString()));
    } else if (first != JsonToken.START_ARRAY) {
      throw refusal(Problem.Kind.JSON_NOT_A_LIST, null);
    }
  }

  @Override
  public String name() {
    return TextFile.name(file);
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public int headerRow() {
    return 0;
  }

  @Override
  public int column(String name) {
    return columns.getOrDefault(name, -1);
  }

  @Override
  public List<Problem> remarks() {
    return List.of();
  }

  @Override
  public void forEach(Consumer<? super Row> action) {
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      if (token != JsonToken.START_OBJECT) {
        throw refusal(Problem.Kind.JSON_NOT_A_LIST, null);
      }
      JsonRow row = readObject();
      if (row != null) {
        action.accept(row);
      }
    }
    if (next() != null) {
      throw refusal(Problem.Kind.MALFORMED_JSON, null);
    }
    refuseLacking();
  }

  /** The row that an object is; null if all of its values are blank. */
  private @Nullable JsonRow readObject() {
    int line = line();
    @Nullable String[] cells = new @Nullable String[header.size()];
    boolean blank = true;
    for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
      String key = CellText.clean(Objects.requireNonNull(json.currentName()));
      int column = columnOf(key.toLowerCase(Locale.ROOT));
      if (column >= cells.length) {
        cells = Arrays.copyOf(cells, header.size());
      }
      if (cells[column] != null) {
        throw refusal(Problem.Kind.DUPLICATE_KEY, key);
      }
      String value = value(key);
      cells[column] = value;
      blank &= value.isEmpty();
    }
    for (int i = 0; i < required.size(); i++) {
      if (cells[i] == null) {
        lacking.computeIfAbsent(required.get(i), key -> new ArrayList<>()).add(line);
      }
    }
    return blank ? null : new JsonRow(line, cells);
  }

  private int columnOf(String key) {
    Integer column = columns.get(key);
    if (column != null) {
      return column;
    }
    if (header.size() == MOST_KEYS) {
      throw refusal(Problem.Kind.MALFORMED_JSON, key);
    }
    columns.put(key, header.size());
    header.add(key);
    return header.size() - 1;
  }

  private String value(String key) {
    JsonToken token = next();
    if (token == null) {
      throw refusal(Problem.Kind.MALFORMED_JSON, null);
    }
    return switch (token) {
      case VALUE_NULL -> "";
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> text();
      default -> throw refusal(Problem.Kind.JSON_NESTED, key);
    };
  }

  private String text() {
    try {
      return CellText.clean(json.getString());
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  private @Nullable JsonToken next() {
    try {
      return json.nextToken();
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  private UnreadableInput unreadable(JacksonException e) {
    if (e instanceof JacksonIOException && e.getCause() instanceof IOException cause) {
      return TextFile.unreadable(file, cause);
    }
    return refusal(Problem.Kind.MALFORMED_JSON, null);
  }

  private UnreadableInput refusal(Problem.Kind kind, @Nullable String key) {
    return new UnreadableInput(new Problem(kind, SourceLocation.of(name(), line(), key), key));
  }

  private int line() {
    return Math.max(1, json.currentTokenLocation().getLineNr());
  }

  private void refuseLacking() {
    List<Problem> problems = new ArrayList<>();
    lacking.forEach(
        (key, lines) ->
            problems.add(
                new Problem(
                        Problem.Kind.MISSING_KEY,
                        SourceLocation.of(name(), lines.get(0), key),
                        null,
                        key)
                    .alsoAt(lines.subList(1, lines.size()).stream().distinct().toList())));
    if (!problems.isEmpty()) {
      throw new UnreadableInput(problems);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One object. */
  private record JsonRow(int line, @Nullable String[] values) implements Row {

    @Override
    public String cell(int column) {
      String value = column < 0 || column >= values.length ? null : values[column];
      return value == null ? "" : value;
    }

    @Override
    public int cells() {
      return values.length;
    }

    @Override
    public String text() {
      return String.join(",", Arrays.stream(values).map(v -> v == null ? "" : v).toList());
    }
  }
}

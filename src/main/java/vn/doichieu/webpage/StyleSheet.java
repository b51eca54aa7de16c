package vn.doichieu.webpage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Layout;
import vn.doichieu.document.Tone;

/**
 * The style sheet of one document: our own, the colours of results, and what each table's columns
 * look like. Said once here, the latter need not stand in every cell.
 */
final class StyleSheet {

  private static final String OWN = "page.css";

  private static final List<Tone> TONES =
      Stream.of(Tone.values()).filter(tone -> tone != Tone.NONE).toList();

  /** A grid with more columns than this does not fit on paper side by side. */
  static final int MOST_GRID_COLUMNS = 11;

  private final List<List<Column>> shapes = new ArrayList<>();
  private final List<Layout> layouts = new ArrayList<>();

  StyleSheet(Document document) {
    for (Section section : document.sections()) {
      for (Table table : section.tables()) {
        if (number(table) < 0) {
          shapes.add(table.columns());
          layouts.add(table.layout());
        }
      }
    }
  }

  /** The class of what is as broad as a table. */
  String shape(Table table) {
    return "k" + number(table);
  }

  private int number(Table table) {
    for (int i = 0; i < shapes.size(); i++) {
      if (shapes.get(i).equals(table.columns()) && layouts.get(i) == table.layout()) {
        return i;
      }
    }
    return -1;
  }

  /** The classes of a table. */
  String classes(Table table) {
    String shape = shape(table);
    if (table.layout() == Layout.GRID) {
      return shape + (table.columns().size() - 1 > MOST_GRID_COLUMNS ? " grid flow" : " grid");
    }
    return shape + (table.pageColumns().size() > 3 ? " cards" : "");
  }

  /** The class of what has the colours of a tone. */
  static String tone(Tone tone) {
    return tone == Tone.NONE ? "" : Character.toString((char) ('a' + tone.ordinal() - 1));
  }

  String text() {
    StringBuilder css = new StringBuilder("\n:root {\n");
    for (Tone tone : TONES) {
      rule(css, "  --%1$s: #%2$s; --%1$s-ink: #%3$s;", tone(tone), tone.fill(), tone.ink());
    }
    css.append("}\n").append(file(OWN));
    for (Tone tone : TONES) {
      rule(css, ".%1$s { --fill: var(--%1$s); --ink: var(--%1$s-ink); }", tone(tone));
    }
    for (int i = 0; i < shapes.size(); i++) {
      shape(css, i);
    }
    return css.toString();
  }

  private void shape(StringBuilder css, int number) {
    boolean grid = layouts.get(number) == Layout.GRID;
    List<Column> columns = shapes.get(number).stream().filter(c -> c.below() < 0).toList();
    int all = columns.stream().mapToInt(Column::width).sum();
    String table = ".k" + number;
    if (grid) {
      rule(
          css,
          "@media screen { %s { min-width: calc(var(--first) + %d * var(--each)); } }",
          table,
          columns.size() - 1);
    }
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      int place = i + 1;
      if (!grid) {
        double share = 100.0 * column.width() / all;
        rule(css, table + " col:nth-child(%d) { width: %.2f%%; }", place, share);
      }
      if (column.kind() == Kind.NUMBER || column.kind() == Kind.RESULT) {
        rule(css, table + " tr > :nth-child(%d) { overflow-wrap: normal; }", place);
      }
      if (column.kind() == Kind.NUMBER) {
        rule(css, table + " tr > :nth-child(%d) { text-align: var(--right); }", place);
      }
    }
    css.append(grid ? "@media print {\n" : "@media screen and (max-width: 48rem) {\n");
    String labelled = table + (grid ? ".flow" : ".cards");
    for (int i = 0; i < columns.size(); i++) {
      rule(
          css,
          labelled + " td:nth-child(%d)::before { content: %s; }",
          i + 1,
          quoted(columns.get(i).heading() + ": "));
    }
    css.append("}\n");
  }

  private static void rule(StringBuilder css, String format, Object... values) {
    css.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** A text of a style sheet; whatever might end it is written by its number. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || " .,:;%-–()".indexOf(c) >= 0) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append(String.format(Locale.ROOT, "\\%06x", c));
              }
            });
    return quoted.append('"').toString();
  }

  /** What stands in a file of ours beside these classes. */
  static String file(String name) {
    try (InputStream in = StyleSheet.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

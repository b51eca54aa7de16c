package vn.doichieu.casefile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.doichieu.casefile.Written.Entry;
import vn.doichieu.casefile.Written.Listed;
import vn.doichieu.casefile.Written.Mapped;
import vn.doichieu.casefile.Written.Word;
import vn.doichieu.cases.Fields;
import vn.doichieu.domain.Problem;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.NearestWord;
import vn.doichieu.tabular.Table;

/**
 * Reads a CSV file of cases, one a line, into the same parts as a YAML file: {@code figures} holds
 * {@code item=value} joined by semicolons, every field of a finding has a column.
 */
final class CsvText {

  private static final List<String> NEEDED = List.of("target", "name", "figures", "result");
  private static final List<String> PLAIN =
      List.of("target", "name", "as_of", "closed", "confirmed");
  private static final String UNIT = "unit";
  private static final String PERIOD = "period";
  private static final String WAIVER_UNTIL = "waiver_until";

  private final Table table;
  private final Parts parts;

  private CsvText(Table table, Parts parts) {
    this.table = table;
    this.parts = parts;
  }

  /**
   * Reads a file.
   *
   * @throws vn.doichieu.tabular.UnreadableInput if it is no table with the columns needed
   */
  static Written read(Path file, Parts parts) {
    try (CsvTable table = CsvTable.open(file, NEEDED)) {
      CsvText text = new CsvText(table, parts);
      text.columns();
      List<Written> cases = new ArrayList<>();
      table.forEach(row -> cases.add(text.one(row)));
      int line = table.headerRow();
      return new Mapped(line, List.of(new Entry(new Word(line, "cases"), new Listed(line, cases))));
    }
  }

  private void columns() {
    List<String> known = new ArrayList<>(PLAIN);
    known.addAll(List.of("figures", UNIT, PERIOD, WAIVER_UNTIL, "note"));
    known.addAll(Fields.NAMES);
    for (String column : table.header()) {
      if (!column.isEmpty() && !known.contains(column)) {
        parts.wrong(
            Problem.Kind.UNKNOWN_KEY,
            table.headerRow(),
            column,
            column,
            String.join(", ", known),
            NearestWord.of(column, known));
      }
    }
  }

  private Written one(Table.Row row) {
    List<Entry> entries = new ArrayList<>();
    if (row.hasExtraCells()) {
      parts.wrong(Problem.Kind.WRONG_CELL_COUNT, row.line(), null, row.text());
    }
    PLAIN.forEach(column -> add(entries, column, column, row));
    entries.add(entry(row, "figures", figures(row)));
    List<Entry> fields = new ArrayList<>();
    Fields.NAMES.forEach(field -> add(fields, field, field, row));
    Written expected = new Mapped(row.line(), fields);
    for (String column : List.of(PERIOD, UNIT)) {
      if (!cell(row, column).isEmpty()) {
        expected = new Mapped(row.line(), List.of(entry(row, cell(row, column), expected)));
      }
    }
    entries.add(entry(row, "expect", expected));
    List<Entry> waiver = new ArrayList<>();
    add(waiver, WAIVER_UNTIL, "until", row);
    if (!waiver.isEmpty()) {
      entries.add(entry(row, "waivers", new Mapped(row.line(), waiver)));
    }
    return new Mapped(row.line(), entries);
  }

  private Written figures(Table.Row row) {
    List<Entry> figures = new ArrayList<>();
    for (String figure : cell(row, "figures").split(";", -1)) {
      int equals = figure.indexOf('=');
      if (equals > 0) {
        Word value = new Word(row.line(), figure.substring(equals + 1).strip());
        figures.add(entry(row, figure.substring(0, equals).strip(), value));
      } else if (!figure.isBlank()) {
        parts.invalid(row.line(), "figures", figure.strip(), "item=1; item@2024=1");
      }
    }
    return new Mapped(row.line(), figures);
  }

  private void add(List<Entry> entries, String column, String key, Table.Row row) {
    String text = cell(row, column);
    if (!text.isEmpty()) {
      entries.add(entry(row, key, new Word(row.line(), text)));
    }
  }

  private static Entry entry(Table.Row row, String key, Written value) {
    return new Entry(new Word(row.line(), key), value);
  }

  private String cell(Table.Row row, String column) {
    return row.cell(table.column(column));
  }
}

package vn.doichieu.webpage;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import vn.doichieu.document.Block.Chart;
import vn.doichieu.document.Block.RateBars;
import vn.doichieu.document.Block.ResultBar;
import vn.doichieu.document.Block.ResultBars;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Row;
import vn.doichieu.document.Tone;

/**
 * The marks by which lines of a page are filtered: a number for each unit, and a bit for each
 * result, so that a line of several results is marked with all of them.
 */
final class Marks {

  private final Map<String, String> units = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<Tone, String> results = new EnumMap<>(Tone.class);

  /** The marks of a document: what its rows and charts are about. */
  Marks(Document document) {
    document.sections().stream().flatMap(s -> s.charts().stream()).forEach(this::add);
    document.sections().stream().map(Section::tables).forEach(tables -> tables.forEach(this::add));
  }

  private void add(Chart chart) {
    if (chart instanceof ResultBars bars) {
      for (ResultBar bar : bars.bars()) {
        addUnit(bar.unit(), bar.label());
        bar.shares().forEach(share -> addResult(share.tone(), share.word()));
      }
    } else if (chart instanceof RateBars bars) {
      bars.bars().forEach(bar -> addUnit(bar.unit(), bar.label()));
    }
  }

  private void add(Table table) {
    table.rows().forEach(row -> add(table, row));
  }

  private void add(Table table, Row row) {
    addUnit(row.unit(), row.unitName());
    if (takesPart(row)) {
      for (int i = 0; i < row.cells().size(); i++) {
        Cell cell = row.cells().get(i);
        if (table.columns().get(i).kind() == Column.Kind.RESULT) {
          addResult(cell.tone(), cell.text());
        }
      }
    }
  }

  private void addUnit(String code, String name) {
    if (!code.isEmpty() && units.putIfAbsent(code, name) == null) {
      numbers.put(code, numbers.size() + 1);
    }
  }

  private void addResult(Tone tone, String word) {
    if (tone != Tone.NONE && !word.isEmpty()) {
      results.putIfAbsent(tone, word);
    }
  }

  /** Sums are about all units and results at once: the filter leaves them as they are. */
  private static boolean takesPart(Row row) {
    return !row.unit().isEmpty() || row.tone() != Tone.NONE;
  }

  /** The marks of units, and their names, in the order of the document. */
  Map<String, String> units() {
    Map<String, String> byMark = new LinkedHashMap<>();
    units.forEach((code, name) -> byMark.put(unit(code), name));
    return byMark;
  }

  /** The marks of results, and their words, in the order of {@link Tone}. */
  Map<String, String> results() {
    Map<String, String> byMark = new LinkedHashMap<>();
    results.forEach((tone, word) -> byMark.put(Integer.toString(bit(tone)), word));
    return byMark;
  }

  private static int bit(Tone tone) {
    return tone == Tone.NONE ? 0 : 1 << tone.ordinal();
  }

  private String unit(String code) {
    return Integer.toString(Objects.requireNonNull(numbers.get(code)));
  }

  /** The attributes of a row: none if it takes no part, no result if it says none. */
  String[] of(Row row) {
    if (!takesPart(row)) {
      return new String[0];
    }
    int bits = bit(row.tone());
    if (bits == 0) {
      for (Cell cell : row.cells()) {
        bits |= bit(cell.tone());
      }
    }
    return of(row.unit(), bits);
  }

  String[] of(ResultBar bar) {
    int bits =
        bar.shares().stream()
            .filter(share -> share.count() > 0)
            .mapToInt(share -> bit(share.tone()))
            .reduce(0, (a, b) -> a | b);
    return of(bar.unit(), bits);
  }

  /** The attributes of a line about a unit, if any, and one result, if any. */
  String[] of(String unit, Tone tone) {
    return of(unit, bit(tone));
  }

  private String[] of(String unit, int bits) {
    if (unit.isEmpty()) {
      return bits == 0 ? new String[0] : new String[] {"data-r", Integer.toString(bits)};
    }
    return bits == 0
        ? new String[] {"data-u", unit(unit)}
        : new String[] {"data-u", unit(unit), "data-r", Integer.toString(bits)};
  }
}

package vn.doichieu.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.doichieu.casefile.Written.Entry;
import vn.doichieu.casefile.Written.Listed;
import vn.doichieu.casefile.Written.Mapped;
import vn.doichieu.casefile.Written.Word;

/**
 * The table of a file whose cases are told once for many targets: {@code <item>} in a case stands
 * for the cell of the column {@code item}. Texts are put into texts; nothing is read anew.
 */
final class Outline {

  private static final int MOST_ROWS = 1000;

  private final Parts parts;

  Outline(Parts parts) {
    this.parts = parts;
  }

  /** The rows of a table: its first line names the columns. */
  List<Map<String, Word>> rows(Written table) {
    List<Map<String, Word>> rows = new ArrayList<>();
    if (!(table instanceof Listed lines) || lines.parts().size() > MOST_ROWS) {
      parts.invalid(table.line(), "table", Parts.shown(table), "[[target, item], [HM-Y2, hm_y2]]");
      return rows;
    }
    List<Word> header = List.of();
    for (Written line : lines.parts()) {
      List<Word> cells = parts.words(new Entry(new Word(line.line(), "table"), line));
      if (header.isEmpty()) {
        header = cells;
      } else if (cells.size() != header.size()) {
        parts.invalid(line.line(), "table", "" + cells.size(), "" + header.size());
      } else {
        Map<String, Word> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          row.put(header.get(i).text(), cells.get(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** A part of a file with the cells of a row in their places. */
  static Written filled(Written written, Map<String, Word> row) {
    if (written instanceof Word word) {
      return filled(word, row);
    } else if (written instanceof Listed listed) {
      return new Listed(
          listed.line(), listed.parts().stream().map(part -> filled(part, row)).toList());
    }
    Mapped mapped = (Mapped) written;
    return new Mapped(
        mapped.line(),
        mapped.entries().stream()
            .map(entry -> new Entry(filled(entry.key(), row), filled(entry.value(), row)))
            .toList());
  }

  private static Word filled(Word word, Map<String, Word> row) {
    String text = word.text();
    int line = word.line();
    for (Map.Entry<String, Word> cell : row.entrySet()) {
      String place = "<" + cell.getKey() + ">";
      if (text.equals(place)) {
        return cell.getValue(); // What is wrong with it is wrong in the table.
      }
      text = text.replace(place, cell.getValue().text());
    }
    return new Word(line, text);
  }
}

package vn.doichieu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.doichieu.document.Block;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Layout;
import vn.doichieu.document.Table.Row;

/** The text of a file from its first word to its last, which has to say a document in its order. */
final class Said {

  private final String text;
  private final int between;
  private final boolean paged;
  private boolean charts;

  /**
   * A text.
   *
   * @param between how many other letters may stand between the cells of one row
   * @param paged whether a line may be broken by the end of a page
   */
  Said(String text, int between, boolean paged) {
    this.text = Texts.solid(text);
    this.between = between;
    this.paged = paged;
  }

  Said withCharts() {
    charts = true;
    return this;
  }

  void assertAll(Document document) {
    List<Section> sections = document.sections();
    List<Integer> starts = new ArrayList<>();
    for (Section section : sections) {
      int from = starts.isEmpty() ? 0 : starts.get(starts.size() - 1) + 1;
      int at = text.indexOf(Texts.solid(section.title()), from);
      assertThat(at).as(section.title()).isNotNegative();
      starts.add(at);
    }
    starts.add(text.length());
    for (int i = 0; i < sections.size(); i++) {
      String ofSection = text.substring(starts.get(i), starts.get(i + 1));
      for (Block block : sections.get(i).blocks()) {
        assertBlock(block, ofSection);
      }
    }
  }

  private void assertBlock(Block block, String said) {
    if (block instanceof Table table) {
      assertThat(said).contains(Texts.solid(table.caption()));
      assertHeadings(table, said);
      table.groups().forEach(group -> assertThat(said).contains(Texts.solid(group.title())));
      if (table.layout() == Layout.GRID) {
        table.rows().forEach(row -> assertGridRow(row, said));
      } else {
        assertRows(table.rows().toList(), said);
      }
    } else if (charts || !(block instanceof Block.Chart)) {
      Texts.of(block).forEach(words -> assertThat(said).contains(Texts.solid(words)));
    }
  }

  /** What stands below others on paper is named where it says something; a quote by its marks. */
  private static void assertHeadings(Table table, String said) {
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      int at = i;
      boolean named =
          column.kind() != Kind.QUOTE
              && (column.below() < 0
                  || table.rows().anyMatch(row -> !row.cells().get(at).text().isEmpty()));
      if (named) {
        assertThat(said).contains(Texts.solid(column.heading()));
      }
    }
  }

  /** Each row is looked for behind the one before it, by its longest line. */
  private void assertRows(List<Row> rows, String said) {
    int from = 0;
    for (Row row : rows) {
      List<String> lines = Texts.of(row).stream().map(Texts::solid).toList();
      int total = lines.stream().mapToInt(String::length).sum() + between;
      String longest = lines.stream().max(Comparator.comparingInt(String::length)).orElse("");
      int at = indexOf(longest, said, from);
      assertThat(at).as("%s behind %s", longest, from).isNotNegative();
      String around =
          said.substring(Math.max(0, at - total), Math.min(said.length(), at + 2 * total));
      lines.forEach(line -> assertThat(indexOf(line, around, 0)).as(line).isNotNegative());
      from = at + 1;
    }
  }

  /** Where a line is, be it that a page ends within it. */
  private int indexOf(String line, String said, int from) {
    int at = said.indexOf(line, from);
    for (int cut = line.length() - 1; paged && at < 0 && cut > 0; cut--) {
      int first = said.indexOf(line.substring(0, cut), from);
      int rest = first < 0 ? -1 : said.indexOf(line.substring(cut), first + cut);
      at = rest < 0 || rest > first + cut + between ? -1 : first;
    }
    return at;
  }

  /** A broad map is cut into several; each part repeats the name of the unit. */
  private static void assertGridRow(Row row, String said) {
    List<String> left =
        new ArrayList<>(row.cells().stream().skip(1).map(Cell::text).map(Texts::solid).toList());
    left.removeIf(String::isEmpty);
    String name = Texts.solid(row.cells().get(0).text());
    for (int at = said.indexOf(name); at >= 0 && !left.isEmpty(); at = said.indexOf(name, at + 1)) {
      int next = at + name.length();
      while (!left.isEmpty() && said.startsWith(left.get(0), next)) {
        next += left.remove(0).length();
      }
    }
    assertThat(left).as(name).isEmpty();
  }
}

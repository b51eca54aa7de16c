package vn.doichieu.publication;

import java.util.ArrayList;
import java.util.List;
import vn.doichieu.document.Block;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Document;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Row;

/** The texts of a document's parts. */
final class Texts {

  private Texts() {}

  /** Every text of a document, whatever it stands in. */
  static List<String> of(Document document) {
    List<String> texts = new ArrayList<>(List.of(document.title()));
    document
        .sections()
        .forEach(
            section -> {
              texts.add(section.title());
              section.blocks().forEach(block -> texts.addAll(of(block)));
            });
    return texts;
  }

  static List<String> of(Block block) {
    List<String> texts = new ArrayList<>();
    if (block instanceof Block.Paragraph paragraph) {
      texts.add(paragraph.text());
    } else if (block instanceof Block.Chart chart) {
      texts.addAll(ofChart(chart));
    } else if (block instanceof Table table) {
      texts.add(table.caption());
      table.columns().forEach(column -> texts.add(column.heading()));
      table.groups().forEach(group -> texts.add(group.title()));
      table.rows().forEach(row -> texts.addAll(of(row)));
    }
    texts.removeIf(String::isEmpty);
    return texts;
  }

  /** What a chart says beside its bars. */
  private static List<String> ofChart(Block.Chart chart) {
    List<String> texts = new ArrayList<>(List.of(chart.title()));
    if (chart instanceof Block.ResultBars bars) {
      bars.bars()
          .forEach(
              bar -> {
                texts.add(bar.label());
                bar.shares().forEach(share -> texts.add(share.word()));
              });
    } else if (chart instanceof Block.RateBars rates) {
      rates.bars().forEach(rate -> texts.addAll(List.of(rate.label(), rate.text())));
    }
    return texts;
  }

  /** The lines of a row's cells. */
  static List<String> of(Row row) {
    return row.cells().stream()
        .map(Cell::text)
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .toList();
  }

  /** A text without its spaces, which formats break lines at. */
  static String solid(String text) {
    return text.replaceAll("[\\s\\u00A0\\u00AD\\u200B]+", "");
  }
}

package vn.doichieu.pdf;

import org.xml.sax.SAXException;
import vn.doichieu.document.Table;

/** Lays tables out, broad grids in parts that fit a sheet. */
final class TableLayout {

  /** How broad a column of a grid must be at the least, in points. */
  private static final double GRID_COLUMN = 48;

  private final Markup markup;
  private final Pages pages;

  TableLayout(Markup markup, Pages pages) {
    this.markup = markup;
    this.pages = pages;
  }

  /**
   * Writes a table, a broad grid in parts.
   *
   * @param heading the role of its caption and of the titles of its groups
   */
  void write(Table table, String heading) throws SAXException {
    caption(table.caption(), heading);
    for (Table part : table.parts(mostColumns())) {
      new PaperTable(markup, pages, part, heading).write();
    }
  }

  /** A first column takes about as much as two others. */
  private int mostColumns() {
    return Math.max(1, (int) (pages.kind().points() / GRID_COLUMN) - 2);
  }

  private void caption(String caption, String heading) throws SAXException {
    if (!caption.isEmpty()) {
      markup.block(
          LongWords.breakable(caption, pages.kind().points(), 12),
          "role",
          heading,
          "font-size",
          "12pt",
          "font-weight",
          "bold",
          "space-before",
          "9pt",
          "keep-with-next.within-page",
          "always");
    }
  }
}

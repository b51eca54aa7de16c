package vn.doichieu.pdf;

import org.xml.sax.SAXException;
import vn.doichieu.document.Block;
import vn.doichieu.document.Block.Chart;
import vn.doichieu.document.Block.Paragraph;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Table;
import vn.doichieu.pdf.Pages.Kind;

/** Lays a document out from top to bottom. */
final class Layout {

  private static final double SIZE = 13;
  private static final double NOTE_SIZE = 11;

  /** What the indent of a first line takes of the breadth, in points. */
  private static final double INDENT = 28;

  private final Markup markup;
  private final Pages pages;
  private final TableLayout tables;
  private final LetterheadLayout letterheads;
  private final Outline outline;

  Layout(Markup markup) {
    this.markup = markup;
    this.pages = new Pages(markup);
    this.tables = new TableLayout(markup, pages);
    this.letterheads = new LetterheadLayout(markup);
    this.outline = new Outline(markup);
  }

  void write(Document document) throws SAXException {
    markup.startDocument(
        "xml:lang",
        document.language(),
        "font-family",
        "Liberation Serif",
        "font-size",
        SIZE + "pt",
        "line-height",
        "1.2");
    pages.describe();
    outline.write(document);
    pages.on(Kind.UPRIGHT);
    boolean titled = letterheads.open(document.letterhead());
    String heading = titled ? "H2" : "H1";
    String below = titled ? "H3" : "H2";
    for (Section section : document.body()) {
      section(section, heading, below, "start");
    }
    letterheads.close(document.letterhead());
    for (Section section : document.annexes()) {
      pages.end();
      section(section, heading, below, "center");
    }
    pages.end();
    markup.endDocument();
  }

  private void section(Section section, String role, String below, String align)
      throws SAXException {
    Kind kind = section.landscape() ? Kind.BROAD : Kind.UPRIGHT;
    pages.on(kind);
    markup.block(
        fit(section.title(), SIZE + 1),
        "id",
        section.id(),
        "role",
        role,
        "font-size",
        SIZE + 1 + "pt",
        "font-weight",
        "bold",
        "text-align",
        align,
        "space-before",
        "12pt",
        "space-after",
        "6pt",
        "keep-with-next.within-page",
        "always",
        "keep-together.within-page",
        "always");
    for (int i = 0; i < section.blocks().size(); i++) {
      pages.on(kind);
      block(section.blocks().get(i), below, section.isLeadIn(i));
    }
  }

  private void block(Block block, String heading, boolean leadIn) throws SAXException {
    if (block instanceof Paragraph paragraph) {
      paragraph(paragraph, leadIn ? "always" : "auto");
    } else if (block instanceof Table table) {
      tables.write(table, heading);
    } else if (block instanceof Chart) {
      return; // Its figures stand in a table.
    }
  }

  private void paragraph(Paragraph paragraph, String keep) throws SAXException {
    switch (paragraph.style()) {
      case PLAIN ->
          markup.block(
              fit(paragraph.text(), SIZE),
              "text-indent",
              "10mm",
              "text-align",
              "justify",
              "space-before",
              "6pt",
              "keep-with-next.within-page",
              keep);
      case LEAD ->
          markup.block(
              fit(paragraph.text(), SIZE),
              "font-weight",
              "bold",
              "text-indent",
              "10mm",
              "space-before",
              "6pt",
              "keep-with-next.within-page",
              keep);
      case NOTE ->
          markup.block(
              fit(paragraph.text(), NOTE_SIZE),
              "font-size",
              NOTE_SIZE + "pt",
              "font-style",
              "italic",
              "space-before",
              "4pt",
              "keep-with-next.within-page",
              keep);
    }
  }

  private String fit(String text, double size) {
    return LongWords.breakable(text, pages.kind().points() - INDENT, size);
  }
}

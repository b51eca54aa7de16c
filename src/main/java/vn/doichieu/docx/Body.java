package vn.doichieu.docx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.doichieu.document.Block;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Table;

/** The text of a document: stretches of pages of one orientation, one after the other. */
final class Body {

  private final Xml xml;
  private final Paragraphs paragraphs;
  private final Document document;

  Body(Xml xml, Document document) {
    this.xml = xml;
    this.paragraphs = new Paragraphs(xml);
    this.document = document;
  }

  void write() throws IOException {
    xml.start("w:document", "xmlns:w", Xml.WORD, "xmlns:r", Xml.RELATIONSHIPS);
    xml.start("w:body");
    List<Stretch> body = stretches();
    int count = body.size() + document.annexes().size();
    for (int i = 0; i < count; i++) {
      boolean annex = i >= body.size();
      Stretch stretch = annex ? annex(i - body.size()) : body.get(i);
      Frame frame = new Frame(xml, document.letterhead(), stretch.page().breadth());
      if (i == 0) {
        frame.opening();
      }
      for (Section section : stretch.sections()) {
        section(section, annex ? "AnnexHeading" : "Heading1", stretch.page());
      }
      if (i == body.size() - 1) {
        frame.closing();
      }
      if (i < count - 1) {
        paragraphs.pageBreak(stretch.page(), i == 0);
      } else {
        paragraphs.gap();
        stretch.page().write(xml, i == 0);
      }
    }
    xml.end();
    xml.end();
  }

  /** The body; at least one stretch, for letterhead and signature stand somewhere. */
  private List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    for (Section section : document.body()) {
      Page page = Page.of(section.landscape());
      int last = stretches.size() - 1;
      if (last < 0 || stretches.get(last).page() != page) {
        stretches.add(new Stretch(page, new ArrayList<>()));
      }
      stretches.get(stretches.size() - 1).sections().add(section);
    }
    return stretches.isEmpty() ? List.of(new Stretch(Page.PORTRAIT, List.of())) : stretches;
  }

  private Stretch annex(int place) {
    Section section = document.annexes().get(place);
    return new Stretch(Page.of(section.landscape()), List.of(section));
  }

  private void section(Section section, String heading, Page page) throws IOException {
    if (!section.title().isEmpty()) {
      paragraphs.write(heading, section.title());
    }
    Tables tables = new Tables(xml, page.breadth());
    for (int i = 0; i < section.blocks().size(); i++) {
      Block block = section.blocks().get(i);
      if (block instanceof Block.Paragraph paragraph) {
        paragraphs.write(style(paragraph.style()), paragraph.text(), section.isLeadIn(i));
      } else if (block instanceof Table table) {
        tables.write(table, section.title());
      }
      // Charts are for pages: what they show stands in a table as well.
    }
  }

  private static String style(Block.Style style) {
    return switch (style) {
      case PLAIN -> "BodyText";
      case LEAD -> "Lead";
      case NOTE -> "Note";
    };
  }

  /** Sections that follow each other on pages alike. */
  private record Stretch(Page page, List<Section> sections) {}
}

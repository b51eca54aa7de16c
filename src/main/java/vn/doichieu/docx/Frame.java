package vn.doichieu.docx;

import java.io.IOException;
import java.util.List;
import vn.doichieu.document.Letterhead;

/** What stands around the body: the letterhead above, recipients and signature below. */
final class Frame {

  /** How much of the breadth the left side of the letterhead has, of 100. */
  private static final int LEFT = 41;

  private static final int MOTTO_POINTS = 13;
  private static final int ISSUER_POINTS = 12;
  private static final int TITLE_POINTS = 14;

  /** The line under the issuer and the title: between a third and a half of theirs. */
  private static final double SHORT = 0.4;

  private final Xml xml;
  private final Paragraphs paragraphs;
  private final Letterhead letterhead;
  private final int breadth;

  Frame(Xml xml, Letterhead letterhead, int breadth) {
    this.xml = xml;
    this.paragraphs = new Paragraphs(xml);
    this.letterhead = letterhead;
    this.breadth = breadth;
  }

  /** Everything above the first section. */
  void opening() throws IOException {
    int left = breadth * LEFT / 100;
    sides(left, this::issuer, this::nation, this::number, this::placeAndDate);
    paragraphs.gap();
    if (!letterhead.kind().isEmpty()) {
      paragraphs.write("Title", letterhead.kind());
    }
    title();
    String style = letterhead.addressees().size() > 1 ? "AddresseeOfSeveral" : "Addressee";
    lines(style, letterhead.addressees());
  }

  /** Everything below the last section of the body. */
  void closing() throws IOException {
    paragraphs.gap();
    sides(breadth / 2, this::recipients, this::signature);
  }

  private void issuer(int width) throws IOException {
    if (!letterhead.superior().isEmpty()) {
      paragraphs.write("Superior", letterhead.superior());
    }
    paragraphs.write("Issuer", letterhead.issuer());
    rule(letterhead.issuer(), ISSUER_POINTS, width, SHORT);
  }

  private void nation(int width) throws IOException {
    paragraphs.write("Nation", letterhead.nation());
    paragraphs.write("Motto", letterhead.motto());
    rule(letterhead.motto(), MOTTO_POINTS, width, 1);
  }

  private void number(int width) throws IOException {
    paragraphs.write("Number", letterhead.number());
    if (!letterhead.about().isEmpty()) {
      paragraphs.write("About", letterhead.about());
    }
  }

  private void placeAndDate(int width) throws IOException {
    paragraphs.write("PlaceAndDate", letterhead.placeAndDate());
  }

  private void title() throws IOException {
    lines("Subtitle", letterhead.title());
    if (!letterhead.title().isEmpty()) {
      String last = letterhead.title().get(letterhead.title().size() - 1);
      rule(last, TITLE_POINTS, breadth, SHORT);
    }
  }

  private void recipients(int width) throws IOException {
    paragraphs.write("RecipientsHeading", letterhead.recipientsHeading());
    lines("Recipient", letterhead.recipients());
  }

  private void signature(int width) throws IOException {
    lines("Capacity", letterhead.capacity());
    paragraphs.write("Signatory", letterhead.signatory());
  }

  private void lines(String style, List<String> lines) throws IOException {
    for (String line : lines) {
      paragraphs.write(style, line);
    }
  }

  /** A line under a text, some part as long as the text is where it fits on one line. */
  private void rule(String text, double points, int width, double part) throws IOException {
    int length = Math.min(width, Breadth.of(text, points));
    paragraphs.rule(width, (int) (length * part));
  }

  /** A table without lines, of two columns; each row stays on one page. */
  private void sides(int left, Side... sides) throws IOException {
    int[] widths = {left, breadth - left};
    xml.start("w:tbl");
    xml.start("w:tblPr");
    xml.empty("w:tblW", "w:w", Integer.toString(breadth), "w:type", "dxa");
    xml.empty("w:tblLayout", "w:type", "fixed");
    xml.start("w:tblCellMar"); // Not every program takes them from the style.
    xml.empty("w:left", "w:w", "0", "w:type", "dxa");
    xml.empty("w:right", "w:w", "0", "w:type", "dxa");
    xml.end();
    xml.end();
    xml.start("w:tblGrid");
    for (int width : widths) {
      xml.empty("w:gridCol", "w:w", Integer.toString(width));
    }
    xml.end();
    for (int i = 0; i < sides.length; i++) {
      int column = i % widths.length;
      if (column == 0) {
        xml.start("w:tr");
        xml.start("w:trPr");
        xml.empty("w:cantSplit");
        xml.end();
      }
      xml.start("w:tc");
      xml.start("w:tcPr");
      xml.empty("w:tcW", "w:w", Integer.toString(widths[column]), "w:type", "dxa");
      xml.end();
      sides[i].write(widths[column]);
      xml.end();
      if (column == widths.length - 1) {
        xml.end();
      }
    }
    xml.end();
  }

  /** What stands on one side of a row. */
  private interface Side {
    /** Writes it, in a cell of some width in twips. */
    void write(int width) throws IOException;
  }
}

package vn.doichieu.docx;

import java.io.IOException;

/** A sheet of A4 with the margins of the decree. Lengths are in twips, of which 567 make 1 cm. */
enum Page {
  PORTRAIT(11_906, 16_838),
  LANDSCAPE(16_838, 11_906);

  /** 20 mm, above and below. */
  private static final int TOP = 1_134;

  /** 30 mm. */
  private static final int LEFT = 1_701;

  /** 15 mm: 850 would be a hair less. */
  private static final int RIGHT = 851;

  /** From the edge of the paper to the page number: 10 mm. */
  private static final int HEADER = 567;

  private final int width;
  private final int height;

  Page(int width, int height) {
    this.width = width;
    this.height = height;
  }

  static Page of(boolean landscape) {
    return landscape ? LANDSCAPE : PORTRAIT;
  }

  /** The breadth between the margins. */
  int breadth() {
    return width - LEFT - RIGHT;
  }

  /**
   * Writes what a stretch of pages looks like.
   *
   * @param title whether its first page is the first of the document, which carries no number
   */
  void write(Xml xml, boolean title) throws IOException {
    xml.start("w:sectPr");
    xml.empty("w:headerReference", "w:type", "default", "r:id", "header");
    xml.empty("w:type", "w:val", "nextPage");
    String orientation = this == LANDSCAPE ? "landscape" : "portrait";
    xml.empty("w:pgSz", "w:w", twips(width), "w:h", twips(height), "w:orient", orientation);
    xml.empty(
        "w:pgMar",
        "w:top",
        twips(TOP),
        "w:right",
        twips(RIGHT),
        "w:bottom",
        twips(TOP),
        "w:left",
        twips(LEFT),
        "w:header",
        twips(HEADER),
        "w:footer",
        twips(HEADER),
        "w:gutter",
        "0");
    if (title) {
      xml.empty("w:titlePg");
    }
    xml.end();
  }

  private static String twips(int length) {
    return Integer.toString(length);
  }
}

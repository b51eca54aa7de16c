package vn.doichieu.pdf;

import org.xml.sax.SAXException;

/**
 * Sheets of A4, upright or on their side. Text goes into runs of pages of one kind; FOP holds a run
 * in memory until it ends, so that runs have a most.
 */
final class Pages {

  /** Points a millimetre. */
  private static final double MILLIMETRE = 72 / 25.4;

  private static final int SHORT_SIDE = 210;
  private static final int LONG_SIDE = 297;
  private static final int LEFT = 30;
  private static final int RIGHT = 15;
  private static final int TOP = 20;
  private static final int BOTTOM = 20;

  /** From the edge of the paper to the page number. */
  private static final int NUMBER_TOP = 10;

  /** A hundred pages or so of the annex. */
  private static final int MOST_CELLS = 20_000;

  private static final String FIRST = "first";

  private final Markup markup;
  private Kind kind = Kind.NONE;
  private boolean begun;
  private int cells;

  Pages(Markup markup) {
    this.markup = markup;
  }

  /** Kinds of sheets. */
  enum Kind {
    NONE(0, 0),
    UPRIGHT(SHORT_SIDE, LONG_SIDE),
    BROAD(LONG_SIDE, SHORT_SIDE);

    private final int width;
    private final int height;

    Kind(int width, int height) {
      this.width = width;
      this.height = height;
    }

    /** How broad the text is, in points. */
    double points() {
      return (width - LEFT - RIGHT) * MILLIMETRE;
    }

    /** How high the text is, in points. */
    double height() {
      return (height - TOP - BOTTOM) * MILLIMETRE;
    }
  }

  /** Describes the sheets; comes before everything else. */
  void describe() throws SAXException {
    markup.start("layout-master-set");
    sheet("without-number", Kind.UPRIGHT, false);
    sheet(Kind.UPRIGHT.name(), Kind.UPRIGHT, true);
    sheet(Kind.BROAD.name(), Kind.BROAD, true);
    markup.start("page-sequence-master", "master-name", FIRST);
    markup.start("repeatable-page-master-alternatives");
    alternative("without-number", "first");
    alternative(Kind.UPRIGHT.name(), "rest");
    markup.end("repeatable-page-master-alternatives");
    markup.end("page-sequence-master");
    markup.end("layout-master-set");
  }

  private void sheet(String name, Kind sheet, boolean numbered) throws SAXException {
    markup.start(
        "simple-page-master",
        "master-name",
        name,
        "page-width",
        sheet.width + "mm",
        "page-height",
        sheet.height + "mm",
        "margin-top",
        NUMBER_TOP + "mm",
        "margin-bottom",
        BOTTOM + "mm",
        "margin-left",
        LEFT + "mm",
        "margin-right",
        RIGHT + "mm");
    markup.empty("region-body", "margin-top", TOP - NUMBER_TOP + "mm");
    if (numbered) {
      markup.empty("region-before", "extent", TOP - NUMBER_TOP + "mm");
    }
    markup.end("simple-page-master");
  }

  private void alternative(String name, String position) throws SAXException {
    markup.empty(
        "conditional-page-master-reference", "master-reference", name, "page-position", position);
  }

  /** Goes on with sheets of a kind: on the page that is begun if it is of that kind. */
  void on(Kind wanted) throws SAXException {
    if (kind == wanted) {
      return;
    }
    end();
    kind = wanted;
    markup.start("page-sequence", "master-reference", begun ? wanted.name() : FIRST);
    markup.start("static-content", "flow-name", "xsl-region-before");
    markup.start("block", "font-size", "13pt", "text-align", "center");
    markup.empty("page-number");
    markup.end("block");
    markup.end("static-content");
    markup.start("flow", "flow-name", "xsl-region-body");
    begun = true;
  }

  /** The kind of the page that is begun. */
  Kind kind() {
    return kind;
  }

  /** Ends the run of pages, so that what follows begins on a new one. */
  void end() throws SAXException {
    if (kind != Kind.NONE) {
      markup.end("flow");
      markup.end("page-sequence");
      kind = Kind.NONE;
      cells = 0;
    }
  }

  /** Counts cells of tables that were written. */
  void wrote(int more) {
    cells += more;
  }

  /** Whether the run should end as soon as it may. */
  boolean full() {
    return cells >= MOST_CELLS;
  }
}

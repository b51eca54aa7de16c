package vn.doichieu.pdf;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xml.sax.SAXException;
import vn.doichieu.document.Letterhead;

/** What stands above and below the body of an official document. */
final class LetterheadLayout {

  private static final double TITLE_SIZE = 14;
  private static final double NAME_SIZE = 12;
  private static final double LEFT_POINTS = 185;
  private static final double RIGHT_POINTS = 280;

  /** What a programme that reads aloud should not take for a table. */
  private static final String[] PLACED = {"role", "Div"};

  private final Markup markup;

  LetterheadLayout(Markup markup) {
    this.markup = markup;
  }

  /** Writes what stands above the body; says whether that has a title. */
  boolean open(Letterhead letterhead) throws SAXException {
    startPlaces("40%", "60%", "0pt");
    markup.start("table-row", PLACED);
    issuer(letterhead);
    nation(letterhead);
    markup.end("table-row");
    markup.start("table-row", PLACED);
    number(letterhead);
    startPlace();
    markup.block(
        fit(letterhead.placeAndDate(), RIGHT_POINTS, 13),
        "font-style",
        "italic",
        "padding-top",
        "6pt");
    endPlace();
    markup.end("table-row");
    endPlaces();
    boolean titled = title(letterhead);
    addressees(letterhead.addressees());
    return titled;
  }

  private void issuer(Letterhead letterhead) throws SAXException {
    startPlace();
    if (!letterhead.superior().isEmpty()) {
      name(letterhead.superior(), LEFT_POINTS, "normal");
    }
    name(letterhead.issuer(), LEFT_POINTS, "bold");
    line("22mm");
    endPlace();
  }

  private void nation(Letterhead letterhead) throws SAXException {
    startPlace();
    name(letterhead.nation(), RIGHT_POINTS, "bold");
    markup.start("block", "font-weight", "bold", "font-size", "13pt");
    markup.leaf(
        "inline", letterhead.motto(), "border-after-style", "solid", "border-after-width", "0.7pt");
    markup.end("block");
    endPlace();
  }

  private void number(Letterhead letterhead) throws SAXException {
    startPlace();
    markup.block(fit(letterhead.number(), LEFT_POINTS, 13), "padding-top", "6pt");
    if (!letterhead.about().isEmpty()) {
      markup.block(fit(letterhead.about(), LEFT_POINTS, NAME_SIZE), "font-size", NAME_SIZE + "pt");
    }
    endPlace();
  }

  private boolean title(Letterhead letterhead) throws SAXException {
    List<String> lines =
        Stream.concat(Stream.of(letterhead.kind()), letterhead.title().stream())
            .filter(line -> !line.isEmpty())
            .toList();
    if (lines.isEmpty()) {
      return false;
    }
    markup.block(
        lines.stream()
            .map(line -> fit(line, LEFT_POINTS + RIGHT_POINTS, TITLE_SIZE))
            .collect(Collectors.joining("\n")),
        "role",
        "H1",
        "font-size",
        TITLE_SIZE + "pt",
        "font-weight",
        "bold",
        "text-align",
        "center",
        "linefeed-treatment",
        "preserve",
        "space-before",
        "18pt",
        "keep-with-next.within-page",
        "always");
    line("45mm");
    return true;
  }

  private void addressees(List<String> addressees) throws SAXException {
    for (String addressee : addressees) {
      markup.block(
          fit(addressee, LEFT_POINTS + RIGHT_POINTS, TITLE_SIZE),
          "font-size",
          TITLE_SIZE + "pt",
          "text-align",
          "center",
          "space-before",
          "12pt");
    }
  }

  /** Writes what stands below the body: who gets it, and who signs. */
  void close(Letterhead letterhead) throws SAXException {
    startPlaces("50%", "50%", "18pt");
    markup.start("table-row", "role", "Div", "keep-together.within-page", "always");
    recipients(letterhead);
    startPlace();
    for (String line : letterhead.capacity()) {
      markup.block(fit(line, LEFT_POINTS, 13), "font-weight", "bold");
    }
    markup.block(
        fit(letterhead.signatory(), LEFT_POINTS, 13),
        "font-weight",
        "bold",
        "padding-before",
        "28mm");
    endPlace();
    markup.end("table-row");
    endPlaces();
  }

  private void recipients(Letterhead letterhead) throws SAXException {
    markup.start("table-cell", "role", "Div", "text-align", "start");
    if (letterhead.recipients().isEmpty()) {
      markup.empty("block");
    } else {
      markup.block(
          letterhead.recipientsHeading(),
          "font-size",
          "12pt",
          "font-weight",
          "bold",
          "font-style",
          "italic");
    }
    for (String recipient : letterhead.recipients()) {
      markup.block(fit(recipient, LEFT_POINTS, 11), "font-size", "11pt");
    }
    markup.end("table-cell");
  }

  private void name(String text, double points, String weight) throws SAXException {
    markup.block(
        fit(text, points, NAME_SIZE), "font-size", NAME_SIZE + "pt", "font-weight", weight);
  }

  private void line(String length) throws SAXException {
    markup.start(
        "block",
        "text-align",
        "center",
        "line-height",
        "8pt",
        "role",
        LeanTags.NO_TAG,
        "space-after",
        "4pt");
    markup.empty(
        "leader",
        "leader-pattern",
        "rule",
        "leader-length",
        length,
        "rule-thickness",
        "0.7pt",
        "rule-style",
        "solid");
    markup.end("block");
  }

  private void startPlaces(String left, String right, String space) throws SAXException {
    markup.start(
        "table",
        "role",
        "Div",
        "table-layout",
        "fixed",
        "width",
        "100%",
        "text-align",
        "center",
        "space-before",
        space,
        "keep-together.within-page",
        "always");
    markup.empty("table-column", "column-width", left);
    markup.empty("table-column", "column-width", right);
    markup.start("table-body", PLACED);
  }

  private void endPlaces() throws SAXException {
    markup.end("table-body");
    markup.end("table");
  }

  private void startPlace() throws SAXException {
    markup.start("table-cell", PLACED);
  }

  private void endPlace() throws SAXException {
    markup.end("table-cell");
  }

  private static String fit(String text, double points, double size) {
    return LongWords.breakable(text, points, size);
  }
}

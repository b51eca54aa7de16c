package vn.doichieu.impact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import vn.doichieu.wording.PlainText;

/**
 * Writes a page element by element. The names of elements, classes and attributes are ours; every
 * text is escaped.
 */
final class Html {

  private final Writer out;

  Html(Writer out) {
    this.out = out;
  }

  /** The elements that a page may have. */
  enum Tag {
    HTML,
    HEAD,
    TITLE,
    BODY,
    HEADER,
    MAIN,
    SECTION,
    FOOTER,
    H1,
    H2,
    H3,
    P,
    UL,
    LI,
    TABLE,
    THEAD,
    TBODY,
    TR,
    TH,
    TD,
    SPAN,
    DETAILS,
    SUMMARY
  }

  /** The classes that the style sheet knows. */
  enum Style {
    NONE,
    LEAD,
    GOOD,
    BAD,
    DOUBTFUL,
    CAUSE,
    QUIET,
    KIND
  }

  /** Begins a page. */
  void doctype() {
    raw("<!doctype html>\n");
  }

  /** An element around others. */
  void in(Tag tag, Style style, Runnable content) {
    open(tag, style, "");
    content.run();
    close(tag);
  }

  void in(Tag tag, Runnable content) {
    in(tag, Style.NONE, content);
  }

  /** The root, in a language. */
  void page(String language, Runnable content) {
    raw("<html lang=\"" + escaped(language) + "\">\n");
    content.run();
    close(Tag.HTML);
  }

  /** An element with a text. */
  void text(Tag tag, Style style, String text) {
    open(tag, style, "");
    raw(escaped(text));
    close(tag);
  }

  void text(Tag tag, String text) {
    text(tag, Style.NONE, text);
  }

  /** A cell that a narrow page shows with the heading of its column in front. */
  void cell(String heading, Runnable content) {
    open(Tag.TD, Style.NONE, " data-label=\"" + escaped(heading) + "\"");
    content.run();
    close(Tag.TD);
  }

  /** A part that can be folded away; open, for it would not be printed otherwise. */
  void foldable(String heading, Runnable content) {
    open(Tag.DETAILS, Style.NONE, " open");
    text(Tag.SUMMARY, heading);
    content.run();
    close(Tag.DETAILS);
  }

  /** The heading of a column. */
  void columnHeading(String text) {
    open(Tag.TH, Style.NONE, " scope=\"col\"");
    raw(escaped(text));
    close(Tag.TH);
  }

  /** What stands in the head of a page: its properties and its style sheet, which is ours. */
  void head(String title, String styleSheet) {
    raw("<meta charset=\"utf-8\">\n");
    raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
            + " style-src 'unsafe-inline'\">\n");
    text(Tag.TITLE, title);
    raw("<style>\n" + styleSheet + "</style>\n");
  }

  private void open(Tag tag, Style style, String attributes) {
    String name = name(tag);
    raw(
        style == Style.NONE
            ? "<" + name + attributes + ">"
            : "<"
                + name
                + " class=\""
                + style.name().toLowerCase(Locale.ROOT)
                + "\""
                + attributes
                + ">");
  }

  private void close(Tag tag) {
    raw("</" + name(tag) + ">" + (tag == Tag.SPAN ? "" : "\n"));
  }

  private static String name(Tag tag) {
    return tag.name().toLowerCase(Locale.ROOT);
  }

  /** A text that is nothing but text, wherever it stands. */
  static String escaped(String text) {
    return PlainText.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private void raw(String markup) {
    try {
      out.write(markup);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

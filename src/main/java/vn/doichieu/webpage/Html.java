package vn.doichieu.webpage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import vn.doichieu.wording.PlainText;

/**
 * Writes a page element by element. The names of elements and attributes are ours; every text and
 * every value of an attribute is escaped.
 */
public final class Html {

  private final Writer out;

  public Html(Writer out) {
    this.out = out;
  }

  /** The elements that a page may have. */
  public enum Tag {
    HTML,
    HEAD,
    TITLE,
    BODY,
    HEADER,
    NAV,
    MAIN,
    SECTION,
    FIGURE,
    FIGCAPTION,
    FOOTER,
    DIV,
    H1,
    H2,
    H3,
    P,
    A,
    UL,
    OL,
    LI,
    TABLE,
    CAPTION,
    COLGROUP,
    COL,
    THEAD,
    TBODY,
    TR,
    TH,
    TD,
    SPAN,
    BR,
    LABEL,
    SELECT,
    OPTION,
    OUTPUT,
    SVG,
    RECT,
    DETAILS,
    SUMMARY;

    private final String markup = name().toLowerCase(Locale.ROOT);
  }

  /** Begins a page. */
  public void doctype() {
    raw("<!doctype html>\n");
  }

  /**
   * What stands in the head of a page.
   *
   * @param policy what the page may load and run, as a content security policy
   * @param styleSheet a style sheet of ours
   */
  public void head(String title, String policy, String styleSheet) {
    raw("<meta charset=\"utf-8\">\n");
    raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n");
    open(Tag.TITLE).text(title).close(Tag.TITLE).line();
    raw("<style>" + styleSheet + "</style>\n");
  }

  /** Adds a script of ours. */
  public void script(String script) {
    raw("<script>" + script + "</script>\n");
  }

  /**
   * Opens an element. Those whose end HTML knows by itself, such as cells, need not be closed.
   *
   * @param attributes names and values in turn; an empty value is left out
   */
  public Html open(Tag tag, String... attributes) {
    raw("<");
    raw(tag.markup);
    for (int i = 0; i < attributes.length; i += 2) {
      raw(" ");
      raw(attributes[i]);
      if (!attributes[i + 1].isEmpty()) {
        raw("=\"");
        text(attributes[i + 1]);
        raw("\"");
      }
    }
    raw(">");
    return this;
  }

  public Html close(Tag tag) {
    raw("</");
    raw(tag.markup);
    raw(">");
    return this;
  }

  /** A text that is nothing but text, wherever it stands. */
  public Html text(String text) {
    String plain = PlainText.of(text);
    int written = 0;
    for (int i = 0; i < plain.length(); i++) {
      String escaped = escaped(plain.charAt(i));
      if (!escaped.isEmpty()) {
        raw(plain, written, i);
        raw(escaped);
        written = i + 1;
      }
    }
    raw(plain, written, plain.length());
    return this;
  }

  /** A text whose lines stand one below the other. */
  public Html lines(String text) {
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      text(text.substring(from, end)).open(Tag.BR);
      from = end + 1;
    }
    return text(text.substring(from));
  }

  /** Ends a line of the file, which readers of the page do not see. */
  public Html line() {
    raw("\n");
    return this;
  }

  private static String escaped(char character) {
    return switch (character) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> "";
    };
  }

  private void raw(String markup) {
    raw(markup, 0, markup.length());
  }

  private void raw(String markup, int from, int to) {
    try {
      out.write(markup, from, to - from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

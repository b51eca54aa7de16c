package vn.doichieu.impact;

import java.io.Writer;
import java.util.Locale;
import vn.doichieu.webpage.Html;
import vn.doichieu.webpage.Html.Tag;

/** The elements that pages about impacts are made of, with the classes of their style sheet. */
final class ImpactMarkup {

  /** Style sheets only, and no other file. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final Html html;

  ImpactMarkup(Writer out) {
    html = new Html(out);
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

  /** A page in a language. */
  void page(String language, Runnable content) {
    html.doctype();
    html.open(Tag.HTML, "lang", language).line();
    content.run();
    close(Tag.HTML);
  }

  void head(String title, String styleSheet) {
    open(Tag.HEAD, Style.NONE);
    html.head(title, POLICY, "\n" + styleSheet);
    close(Tag.HEAD);
  }

  /** An element around others. */
  void in(Tag tag, Style style, Runnable content) {
    open(tag, style);
    content.run();
    close(tag);
  }

  void in(Tag tag, Runnable content) {
    in(tag, Style.NONE, content);
  }

  /** An element with a text. */
  void text(Tag tag, Style style, String text) {
    open(tag, style);
    html.text(text);
    close(tag);
  }

  void text(Tag tag, String text) {
    text(tag, Style.NONE, text);
  }

  /** A cell that a narrow page shows with the heading of its column in front. */
  void cell(String heading, Runnable content) {
    html.open(Tag.TD, "data-label", heading);
    content.run();
    close(Tag.TD);
  }

  /** A part that can be folded away; open, for it would not be printed otherwise. */
  void foldable(String heading, Runnable content) {
    html.open(Tag.DETAILS, "open", "");
    text(Tag.SUMMARY, heading);
    content.run();
    close(Tag.DETAILS);
  }

  /** The heading of a column. */
  void columnHeading(String text) {
    html.open(Tag.TH, "scope", "col").text(text);
    close(Tag.TH);
  }

  private void open(Tag tag, Style style) {
    if (style == Style.NONE) {
      html.open(tag);
    } else {
      html.open(tag, "class", style.name().toLowerCase(Locale.ROOT));
    }
  }

  private void close(Tag tag) {
    html.close(tag);
    if (tag != Tag.SPAN) {
      html.line();
    }
  }
}

package vn.doichieu.webpage;

import vn.doichieu.webpage.Html.Tag;

/** Texts of one or several lines. */
final class Lines {

  private Lines() {}

  static void write(Html html, String text) {
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      html.text(text.substring(from, end)).open(Tag.BR);
      from = end + 1;
    }
    html.text(text.substring(from));
  }
}

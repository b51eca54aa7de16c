package vn.doichieu.webpage;

import java.util.List;
import vn.doichieu.document.Letterhead;
import vn.doichieu.webpage.Html.Tag;

/** What stands around the body of a document: less of it on a screen than on paper. */
final class Letter {

  private final Letterhead letterhead;
  private final Html html;

  Letter(Letterhead letterhead, Html html) {
    this.letterhead = letterhead;
    this.html = html;
  }

  void head() {
    html.open(Tag.HEADER).line();
    html.open(Tag.DIV, "class", "two").open(Tag.DIV);
    line("", letterhead.superior());
    line("strong rule", letterhead.issuer());
    line("", letterhead.number());
    line("", letterhead.about());
    html.close(Tag.DIV).open(Tag.DIV);
    line("strong paper", letterhead.nation());
    line("strong rule paper", letterhead.motto());
    line("date", letterhead.placeAndDate());
    html.close(Tag.DIV).close(Tag.DIV).line();
    if (!letterhead.kind().isEmpty() || !letterhead.title().isEmpty()) {
      html.open(Tag.H1);
      String kind = letterhead.kind();
      html.text(kind);
      for (String line : letterhead.title()) {
        html.open(Tag.SPAN).text(" " + line).close(Tag.SPAN);
      }
      html.close(Tag.H1).line();
    }
    lines("to", letterhead.addressees());
    html.close(Tag.HEADER).line();
  }

  void signature() {
    html.open(Tag.DIV, "class", "two sign").open(Tag.DIV);
    line("strong", letterhead.recipientsHeading());
    lines("", letterhead.recipients());
    html.close(Tag.DIV).open(Tag.DIV);
    lines("strong", letterhead.capacity());
    line("strong name", letterhead.signatory());
    html.close(Tag.DIV).close(Tag.DIV).line();
  }

  private void lines(String style, List<String> texts) {
    texts.forEach(text -> line(style, text));
  }

  private void line(String style, String text) {
    if (!text.isEmpty()) {
      if (style.isEmpty()) {
        html.open(Tag.P);
      } else {
        html.open(Tag.P, "class", style);
      }
      html.lines(text);
      html.close(Tag.P).line();
    }
  }
}

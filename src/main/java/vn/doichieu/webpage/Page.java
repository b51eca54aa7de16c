package vn.doichieu.webpage;

import java.util.List;
import java.util.Map;
import vn.doichieu.document.Block;
import vn.doichieu.document.Block.Chart;
import vn.doichieu.document.Block.Paragraph;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Document.Words;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Group;
import vn.doichieu.document.Table.Layout;
import vn.doichieu.webpage.Html.Tag;

/**
 * A document laid out as a page. Ids of our own have an underscore, which those of documents never
 * have.
 */
final class Page {

  private static final String SCRIPT = "page.js";

  private final Document document;
  private final Html html;
  private final Marks marks;
  private final StyleSheet styleSheet;
  private final Letter letter;
  private final PageTable tables;
  private final PageGrid grids;
  private final PageChart charts;

  Page(Document document, Html html) {
    this.document = document;
    this.html = html;
    marks = new Marks(document);
    styleSheet = new StyleSheet(document);
    letter = new Letter(document.letterhead(), html);
    tables = new PageTable(html, marks, styleSheet);
    grids = new PageGrid(html, marks, styleSheet);
    charts = new PageChart(html, marks, document.words());
  }

  void write() {
    String css = styleSheet.text();
    String script = StyleSheet.file(SCRIPT);
    html.doctype();
    html.open(Tag.HTML, "lang", document.language()).line();
    html.open(Tag.HEAD).line();
    html.head(document.title(), Policy.of(css, script), css);
    html.close(Tag.HEAD).line();
    html.open(Tag.BODY).line();
    skipLink();
    letter.head();
    contents();
    filter();
    html.open(Tag.MAIN).line();
    document.body().forEach(this::section);
    letter.signature();
    document.annexes().forEach(this::section);
    html.close(Tag.MAIN).line();
    html.script(script);
    html.close(Tag.BODY).close(Tag.HTML).line();
  }

  /** The first thing that a keyboard reaches; it says where it leads to. */
  private void skipLink() {
    document.sections().stream()
        .findFirst()
        .ifPresent(section -> link(section.id(), section.title(), "class", "skip"));
  }

  private void link(String id, String text, String... attributes) {
    String[] all = new String[attributes.length + 2];
    all[0] = "href";
    all[1] = "#" + id;
    System.arraycopy(attributes, 0, all, 2, attributes.length);
    html.open(Tag.A, all).text(text).close(Tag.A).line();
  }

  private void contents() {
    html.open(Tag.NAV, "aria-labelledby", "contents_").line();
    html.open(Tag.H2, "id", "contents_").text(document.words().contents()).close(Tag.H2).line();
    html.open(Tag.UL).line();
    for (Section section : document.sections()) {
      html.open(Tag.LI);
      link(section.id(), section.title());
      section.tables().forEach(this::groups);
      html.close(Tag.LI).line();
    }
    html.close(Tag.UL).close(Tag.NAV).line();
  }

  private void groups(Table table) {
    List<Group> titled =
        table.groups().stream()
            .filter(group -> !group.title().isEmpty() && !group.id().isEmpty())
            .toList();
    if (titled.isEmpty()) {
      return;
    }
    String heading = table.groupHeading().isEmpty() ? table.caption() : table.groupHeading();
    html.open(Tag.DETAILS).open(Tag.SUMMARY).text(heading + " (" + titled.size() + ")");
    html.close(Tag.SUMMARY).open(Tag.UL).line();
    for (Group group : titled) {
      html.open(Tag.LI);
      link(group.id(), group.title());
    }
    html.close(Tag.UL).close(Tag.DETAILS);
  }

  /** Shown by the script, without which it could do nothing. */
  private void filter() {
    if (marks.units().isEmpty() && marks.results().isEmpty()) {
      return;
    }
    Words words = document.words();
    html.open(Tag.DIV, "id", "filter_", "role", "search", "hidden", "").line();
    choice("unit_", words.filterUnit(), marks.units());
    choice("result_", words.filterResult(), marks.results());
    html.open(
        Tag.OUTPUT,
        "id",
        "shown_",
        "for",
        "unit_ result_",
        "aria-live",
        "polite",
        "data-text",
        words.shown());
    html.close(Tag.OUTPUT).close(Tag.DIV).line();
  }

  private void choice(String id, String label, Map<String, String> options) {
    html.open(Tag.DIV).open(Tag.LABEL, "for", id).text(label).close(Tag.LABEL);
    html.open(Tag.SELECT, "id", id, "autocomplete", "off");
    html.open(Tag.OPTION, "value", "0").text(document.words().all()).line();
    options.forEach((mark, name) -> html.open(Tag.OPTION, "value", mark).text(name).line());
    html.close(Tag.SELECT).close(Tag.DIV).line();
  }

  private void section(Section section) {
    String heading = section.id() + "_";
    html.open(
        Tag.SECTION,
        "id",
        section.id(),
        "aria-labelledby",
        heading,
        "class",
        section.landscape() ? "s broad" : "s");
    html.line().open(Tag.H2, "id", heading).text(section.title()).close(Tag.H2).line();
    section.blocks().forEach(block -> block(block, heading));
    html.close(Tag.SECTION).line();
  }

  private void block(Block block, String heading) {
    if (block instanceof Paragraph paragraph) {
      String style =
          switch (paragraph.style()) {
            case PLAIN -> "plain";
            case LEAD -> "lead";
            case NOTE -> "note";
          };
      html.open(Tag.P, "class", style);
      html.lines(paragraph.text());
      html.close(Tag.P).line();
    } else if (block instanceof Chart chart) {
      charts.write(chart);
    } else if (block instanceof Table table) {
      if (table.layout() == Layout.GRID) {
        grids.write(table, heading);
      } else {
        tables.write(table, heading);
      }
    }
  }
}

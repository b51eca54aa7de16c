package vn.doichieu.pdf;

import java.util.List;
import org.xml.sax.SAXException;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Group;

/** The bookmarks: sections, below them the groups of their tables. */
final class Outline {

  private final Markup markup;

  Outline(Markup markup) {
    this.markup = markup;
  }

  void write(Document document) throws SAXException {
    List<Section> sections = document.sections();
    if (sections.isEmpty()) {
      return;
    }
    markup.start("bookmark-tree");
    for (Section section : sections) {
      open(section.id(), section.title());
      for (Table table : section.tables()) {
        for (Group group : table.groups()) {
          if (!group.title().isEmpty()) {
            open(group.id(), group.title());
            markup.end("bookmark");
          }
        }
      }
      markup.end("bookmark");
    }
    markup.end("bookmark-tree");
  }

  private void open(String id, String title) throws SAXException {
    markup.start("bookmark", "internal-destination", id, "starting-state", "hide");
    markup.leaf("bookmark-title", title);
  }
}

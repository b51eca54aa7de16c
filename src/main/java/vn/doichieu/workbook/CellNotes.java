package vn.doichieu.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.doichieu.tabular.CellText;

/** The notes that people pinned to the cells of a sheet. */
final class CellNotes {

  private static final String SHEET_RELATION = "/comments";

  /** What Excel writes before a conversation for programs that know notes only. */
  private static final Pattern THREADED =
      Pattern.compile("^\\[Threaded comment]\\s.*?\\R\\s*Comment:\\s*", Pattern.DOTALL);

  private CellNotes() {}

  /** The part that holds a sheet's notes, from the relations of the sheet; empty if it has none. */
  static String part(XmlPart relations, String folder) {
    while (relations.next()) {
      if (relations.starts("Relationship")
          && String.valueOf(relations.attribute("Type")).endsWith(SHEET_RELATION)) {
        return path(folder, String.valueOf(relations.attribute("Target")));
      }
    }
    return "";
  }

  /** Notes in the order of the part; the name of who wrote one is left out, as it is no rule. */
  static List<Workbook.Note> read(XmlPart part) {
    List<String> authors = new ArrayList<>();
    List<Workbook.Note> notes = new ArrayList<>();
    while (part.next()) {
      if (part.starts("author")) {
        authors.add(part.text());
      } else if (part.starts("comment")) {
        String cell = String.valueOf(part.attribute("ref"));
        int author = Numbers.whole(String.valueOf(part.attribute("authorId")));
        String text = text(SharedStrings.richText(part, "comment"));
        if (author >= 0 && author < authors.size()) {
          text = without(authors.get(author), text);
        }
        if (!text.isEmpty()) {
          notes.add(new Workbook.Note(Numbers.row(cell), Numbers.column(cell), text));
        }
      }
    }
    return notes;
  }

  private static String text(String written) {
    return CellText.clean(THREADED.matcher(written).replaceFirst(""));
  }

  private static String without(String author, String text) {
    String name = CellText.clean(author) + ":";
    return name.length() > 1 && text.startsWith(name)
        ? CellText.clean(text.substring(name.length()))
        : text;
  }

  /** A target as seen from a folder: "../comments1.xml" from "xl/worksheets/". */
  private static String path(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    List<String> steps = new ArrayList<>();
    for (String step : (folder + target).split("/", -1)) {
      if (!step.equals("..")) {
        steps.add(step);
      } else if (!steps.isEmpty()) {
        steps.remove(steps.size() - 1);
      }
    }
    return String.join("/", steps);
  }
}

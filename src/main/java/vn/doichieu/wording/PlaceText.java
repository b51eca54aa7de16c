package vn.doichieu.wording;

import java.util.Objects;
import vn.doichieu.domain.SourceLocation;

/** A place in words: the file; the sheet and the cell of a workbook, the line of a text file. */
public final class PlaceText {

  private PlaceText() {}

  /** The whole place. */
  public static String of(SourceLocation place, Messages messages) {
    String within = within(place, messages);
    String file =
        place.sheet() == null
            ? place.file()
            : place.file() + ", " + messages.text("place.sheet", place.sheet());
    return within.isEmpty() ? file : file + ", " + within;
  }

  /** A place as told at another one: of the same file and sheet only what differs. */
  static String seenFrom(SourceLocation here, SourceLocation place, Messages messages) {
    boolean near = here.file().equals(place.file()) && Objects.equals(here.sheet(), place.sheet());
    if (!near) {
      return of(place, messages);
    }
    return isCell(place) ? within(place, messages) : row(place, messages);
  }

  private static String row(SourceLocation place, Messages messages) {
    String key = place.sheet() == null ? "place.row" : "place.sheet.row";
    return place.row() > 0 ? messages.text(key, place.row()) : "";
  }

  /** Whether the column is told by its letters, as those of forms are: then the cell has a name. */
  private static boolean isCell(SourceLocation place) {
    String column = place.column();
    return place.sheet() != null
        && column != null
        && place.row() > 0
        && column.matches("[A-Z]{1,3}");
  }

  private static String within(SourceLocation place, Messages messages) {
    if (isCell(place)) {
      return messages.text("place.cell", place.column() + place.row());
    }
    String row = row(place, messages);
    String column = place.column() == null ? "" : messages.text("place.column", place.column());
    return row.isEmpty() || column.isEmpty() ? row + column : row + ", " + column;
  }
}

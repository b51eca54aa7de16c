package vn.doichieu.xlsx;

import java.util.Arrays;
import java.util.List;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Table.Column;

/**
 * How wide columns are, in digits: as their texts need it, but never so wide as to be a nuisance.
 */
final class Widths {

  /** What an A4 sheet across still shows in a size to read when it is fitted to its breadth. */
  static final int PAPER = 210;

  private static final int LEAST = 6;
  private static final int LEAST_OF_PROSE = 20;

  /** The button of a filter covers the end of a heading. */
  static final int BUTTON = 3;

  private static final int MARGIN = 3;

  private Widths() {}

  /** The widths of a table's columns. */
  static int[] of(FlatTable table) {
    int[] widths = new int[table.columns().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(LEAST, longest(table.columns().get(i).heading(), ' ') + BUTTON + 1);
    }
    int[] most = most(table);
    table.rows().forEach(cells -> widen(widths, most, cells, table.isGrid()));
    return table.isGrid() ? widths : fitted(widths);
  }

  /** The wider of two tables' columns that stand in the same column of a sheet. */
  static int[] widest(int[] a, int[] b) {
    int[] widest = Arrays.copyOf(a, Math.max(a.length, b.length));
    for (int i = 0; i < b.length; i++) {
      widest[i] = Math.max(widest[i], b[i]);
    }
    return widest;
  }

  private static int[] most(FlatTable table) {
    int[] most = new int[table.columns().size()];
    for (int i = 0; i < most.length; i++) {
      Column column = table.columns().get(i);
      most[i] =
          switch (column.kind()) {
            case TEXT -> 40;
            case QUOTE -> 48;
            case NUMBER -> 16;
            case RESULT -> table.isGrid() ? 14 : 24;
          };
    }
    return most;
  }

  private static void widen(int[] widths, int[] most, List<Cell> cells, boolean grid) {
    for (int i = 0; i < widths.length && i < cells.size(); i++) {
      String text = cells.get(i).text();
      if (widths[i] < most[i] && !text.isEmpty()) {
        int line = longest(text, '\n');
        int needed = grid && i > 0 ? Math.max(longest(text, ' '), (line + 2) / 2) : line;
        widths[i] = Math.max(widths[i], Math.min(most[i], needed + MARGIN));
      }
    }
  }

  /** The length of the longest piece of a text between the ends of its lines or words. */
  private static int longest(String text, char end) {
    int longest = 0;
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      length = c == '\n' || c == end ? 0 : length + 1;
      longest = Math.max(longest, length);
    }
    return longest;
  }

  /** Narrows columns of prose until all columns fit on paper. */
  private static int[] fitted(int[] widths) {
    int prose = Arrays.stream(widths).filter(w -> w > LEAST_OF_PROSE).sum();
    int over = Arrays.stream(widths).sum() - PAPER;
    if (over > 0 && prose > 0) {
      for (int i = 0; i < widths.length; i++) {
        if (widths[i] > LEAST_OF_PROSE) {
          widths[i] = Math.max(LEAST_OF_PROSE, widths[i] - (over * widths[i] + prose - 1) / prose);
        }
      }
    }
    return widths;
  }
}

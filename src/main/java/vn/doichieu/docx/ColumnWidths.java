package vn.doichieu.docx;

import java.util.Arrays;
import java.util.List;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Row;

/** How broad the columns of a table stand on paper: their shares, but no number broken. */
final class ColumnWidths {

  /** What the cell leaves free beside its text, both sides and the line, in twips. */
  private static final int BESIDE = 140;

  /** No word makes a column broader than this part of the page. */
  private static final int MOST = 8;

  private ColumnWidths() {}

  /**
   * The breadth of each column that stands on paper, in twips.
   *
   * @param breadth what all of them have together
   * @param points the size of type
   */
  static int[] of(Table table, int breadth, double points) {
    List<Integer> columns = table.pageColumns();
    int[] shares =
        columns.stream().mapToInt(c -> Math.max(1, table.columns().get(c).width())).toArray();
    int[] least = new int[shares.length];
    for (int i = 0; i < least.length; i++) {
      int needed = longestWord(table, table.stacked(columns.get(i)), points) + BESIDE;
      least[i] = Math.min(needed, breadth / MOST);
    }
    return shared(shares, least, breadth);
  }

  /** The shares of a breadth, where columns that would get less than their least get that. */
  private static int[] shared(int[] shares, int[] least, int breadth) {
    int[] widths = new int[shares.length];
    int left = breadth;
    int sum = Arrays.stream(shares).sum();
    for (int i = tooNarrow(widths, shares, least, left, sum);
        i >= 0;
        i = tooNarrow(widths, shares, least, left, sum)) {
      widths[i] = least[i];
      left -= least[i];
      sum -= shares[i];
    }
    if (left < 0) {
      return shared(shares, new int[shares.length], breadth);
    }
    for (int i = 0; i < shares.length; i++) {
      if (widths[i] == 0) {
        widths[i] = left * shares[i] / sum;
      }
    }
    return widths;
  }

  /** The first column without a width whose share of what is left is too little; -1 if none. */
  private static int tooNarrow(int[] widths, int[] shares, int[] least, int left, int sum) {
    for (int i = 0; i < shares.length; i++) {
      if (widths[i] == 0 && (long) left * shares[i] < (long) least[i] * sum) {
        return i;
      }
    }
    return -1;
  }

  private static int longestWord(Table table, List<Integer> columns, double points) {
    int longest = 0;
    for (int place : columns) {
      Column column = table.columns().get(place);
      longest = Math.max(longest, longestWord(column.heading(), points));
      if (column.kind() == Kind.NUMBER || column.kind() == Kind.RESULT) {
        String last = "";
        for (Row row : (Iterable<Row>) table.rows()::iterator) {
          Cell cell = row.cells().get(place);
          if (!cell.text().equals(last)) {
            last = cell.text();
            longest = Math.max(longest, longestWord(last, points));
          }
        }
      }
    }
    return longest;
  }

  private static int longestWord(String text, double points) {
    int longest = 0;
    for (String word : text.split("[ \n]", -1)) {
      longest = Math.max(longest, Breadth.of(word, points));
    }
    return longest;
  }
}

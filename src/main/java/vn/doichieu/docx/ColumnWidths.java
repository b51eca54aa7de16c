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

  /** No word makes a column broader than so many times its share. */
  private static final int MOST_SHARES = 2;

  private ColumnWidths() {}

  /**
   * The breadth of each column that stands on paper, in twips.
   *
   * @param breadth what all of them have together
   * @param points the size of type
   */
  static int[] of(Table table, int breadth, double points) {
    List<Integer> columns = table.pageColumns();
    int[] shares = columns.stream().mapToInt(c -> table.columns().get(c).width()).toArray();
    int[] least = new int[shares.length];
    int all = Arrays.stream(shares).sum();
    for (int i = 0; i < least.length; i++) {
      int needed = longestWord(table, table.stacked(columns.get(i)), points) + BESIDE;
      least[i] = Math.min(needed, MOST_SHARES * shares[i] * breadth / all);
    }
    return shared(shares, least, breadth);
  }

  /** The shares of a breadth, where columns that would get less than their least get that. */
  private static int[] shared(int[] shares, int[] least, int breadth) {
    boolean[] fixed = new boolean[shares.length];
    int left = breadth;
    int sum = Arrays.stream(shares).sum();
    for (int i = 0; i < shares.length; i++) {
      if (!fixed[i] && (long) left * shares[i] < (long) least[i] * sum) {
        fixed[i] = true;
        left -= least[i];
        sum -= shares[i];
        i = -1; // The others have less now, so each is asked again.
      }
    }
    if (left < 0 || sum == 0) {
      return shared(shares, new int[shares.length], breadth);
    }
    int[] widths = new int[shares.length];
    for (int i = 0; i < shares.length; i++) {
      widths[i] = fixed[i] ? least[i] : left * shares[i] / sum;
    }
    return widths;
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

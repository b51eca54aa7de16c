package vn.doichieu.xlsx;

import vn.doichieu.spreadsheet.LineCount;

/** How many lines texts take in columns, with the room that their edges and capitals need. */
final class RowHeights {

  /** How much broader a capital is than other letters. */
  private static final double CAPITAL = 0.6;

  private RowHeights() {}

  /** How many lines a text takes in a column of some width in digits. */
  static int lines(String text, int width) {
    int length = text.length();
    if (length < width / 2 && text.indexOf('\n') < 0) {
      return 1;
    }
    long capitals = text.chars().filter(Character::isUpperCase).count();
    double share = length / (length + CAPITAL * capitals);
    return LineCount.of(text, Math.max(1, (int) ((width - 1) * share)));
  }
}

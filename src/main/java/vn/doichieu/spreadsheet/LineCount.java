package vn.doichieu.spreadsheet;

/**
 * How high a text stands: not every program lets rows grow with their text when it opens a file.
 */
public final class LineCount {

  /** The height of a line in the size of type that all sheets use. */
  public static final float LINE_POINTS = 14;

  /** The highest row that Excel shows. */
  public static final float MOST_POINTS = 409;

  /** How many characters of running text fit where a digit does: widths are counted in digits. */
  private static final double CHARACTERS_PER_DIGIT = 1.1;

  private LineCount() {}

  /** How many lines a text takes in a column of some width. */
  public static int of(String text, int width) {
    int characters = (int) (width * CHARACTERS_PER_DIGIT);
    int lines = 0;
    for (String paragraph : text.split("\n", -1)) {
      lines++;
      int used = 0;
      for (String word : paragraph.split(" ", -1)) {
        if (used > 0 && used + 1 + word.length() > characters) {
          lines++;
          used = 0;
        }
        used += (used > 0 ? 1 : 0) + word.length();
        lines += (used - 1) / characters; // A word longer than a line.
        used = used > characters ? used % characters : used;
      }
    }
    return lines;
  }

  /** The height of a row with so many lines. */
  public static float points(int lines) {
    return Math.min(MOST_POINTS, lines * LINE_POINTS + 2);
  }
}

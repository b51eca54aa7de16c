package vn.doichieu.pdf;

/**
 * Text made to fit a breadth: words broader than it may be broken at every character, all others
 * nowhere. Widths are estimated, rather too broad than too narrow.
 */
final class LongWords {

  private static final char BREAK = '\u200B';
  private static final char JOIN = '\u2060';
  private static final char REPLACEMENT = '\uFFFD';

  /** Parts of the size of type. */
  private static final double NARROW = 0.56;

  private static final double BROAD = 0.95;

  /** All digits are alike: a date that fits its column is never broken. */
  private static final double DIGIT = 0.5;

  private static final double POINT = 0.28;

  private LongWords() {}

  /**
   * The text with breaks in words that are too long.
   *
   * @param points the breadth
   * @param size the size of type in points
   */
  static String breakable(String text, double points, double size) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (from < text.length()) {
      int to = from;
      double width = 0;
      while (to < text.length() && !isSpace(text.charAt(to))) {
        width += size * share(text.charAt(to++));
      }
      append(out, text, from, to, width > points);
      if (to < text.length()) {
        out.append(text.charAt(to++));
      }
      from = to;
    }
    return out.toString();
  }

  /** How many lines the text takes at most. */
  static int lines(String text, double points, double size) {
    int lines = 1;
    double used = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      used += size * share(c);
      if (c == '\n' || used > points * FILLED) {
        lines++;
        used = 0;
      }
    }
    return lines;
  }

  /** How full lines are on average, at the least. */
  private static final double FILLED = 0.75;

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n';
  }

  private static double share(char c) {
    if (c == '/' || c == '.' || c == ',' || c == ':' || c == ';') {
      return POINT;
    } else if (c >= '0' && c <= '9') {
      return DIGIT;
    }
    boolean narrow = Character.isLowerCase(c) || c < 'A';
    return narrow ? NARROW : BROAD;
  }

  private static void append(StringBuilder out, String text, int from, int to, boolean broken) {
    for (int i = from; i < to; ) {
      int character = text.codePointAt(i);
      boolean whole = character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE;
      if (broken && i > from && Character.getType(character) != Character.NON_SPACING_MARK) {
        out.append(BREAK);
      }
      if (whole) {
        out.appendCodePoint(character);
      } else {
        out.append(REPLACEMENT); // Half a character: no format can hold it.
      }
      i += Character.charCount(character);
      if (!broken && character == '/' && i < to && Character.isDigit(text.charAt(i))) {
        out.append(JOIN); // Lines would end within a date.
      }
    }
  }
}

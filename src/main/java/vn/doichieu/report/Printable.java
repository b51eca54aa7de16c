package vn.doichieu.report;

import java.util.ArrayList;
import java.util.List;
import vn.doichieu.wording.PlainText;

/**
 * Text as a terminal shows it: without what could steer it, measured and wrapped by what is seen.
 */
public final class Printable {

  private static final int FIRST_MARK = 0x300;
  private static final int SOFT_HYPHEN = 0xAD;

  private Printable() {}

  /** One line without control characters and marks that turn the direction of writing. */
  public static String clean(String text) {
    return PlainText.of(text);
  }

  /** How many columns a text takes: none for combining marks, two for wide East Asian letters. */
  public static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      width += width(codePoint);
      i += Character.charCount(codePoint);
    }
    return width;
  }

  private static int width(int codePoint) {
    if (codePoint < FIRST_MARK && codePoint != SOFT_HYPHEN) {
      return 1; // Latin letters, most of what there is.
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }

  /** The text with spaces behind it up to a width. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** The text in lines of at most a width, broken at spaces, within a word only if it must be. */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int taken = 0;
    for (String word : text.split(" ")) {
      String rest = word;
      int wide = width(rest);
      if (!line.isEmpty() && taken + 1 + wide > width) {
        lines.add(line.toString());
        line.setLength(0);
        taken = 0;
      }
      while (wide > width) {
        int cut = cut(rest, width);
        lines.add(rest.substring(0, cut));
        rest = rest.substring(cut);
        wide = width(rest);
      }
      taken += line.isEmpty() ? wide : 1 + wide;
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Where to cut a word so that what is before fits; at least one letter with its marks. */
  private static int cut(String word, int width) {
    int end = word.offsetByCodePoints(0, 1);
    while (end < word.length()) {
      int next = word.offsetByCodePoints(end, 1);
      if (width(word.substring(0, next)) > width) {
        break;
      }
      end = next;
    }
    return end;
  }
}

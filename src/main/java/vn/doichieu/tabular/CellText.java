package vn.doichieu.tabular;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Makes texts comparable on the way in: one Unicode form (NFC), no space around. A name typed on a
 * Mac (NFD) or a code with a no-break space behind it would otherwise never be equal to itself.
 */
public final class CellText {

  private static final Pattern HALVES = Pattern.compile("\\p{Cs}");

  private CellText() {}

  /**
   * The text in NFC, without white space, no-break spaces and zero-width marks around it; U+FFFD
   * stands for half of a surrogate pair.
   */
  public static String clean(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    String trimmed = text.substring(start, end);
    return isAscii(trimmed) ? trimmed : Normalizer.normalize(whole(trimmed), Normalizer.Form.NFC);
  }

  /** Half a character, which JSON and XLSX can spell, can be written in no encoding. */
  private static String whole(String text) {
    return HALVES.matcher(text).replaceAll("\uFFFD");
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\u202F' || c == '\u200B' || c == '\uFEFF';
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}

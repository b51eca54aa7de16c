package vn.doichieu.tabular;

import java.text.Normalizer;

/**
 * Makes texts comparable on the way in: one Unicode form (NFC), no space around. A name typed on a
 * Mac (NFD) or a code with a no-break space behind it would otherwise never be equal to itself.
 */
public final class CellText {

  private CellText() {}

  /** The text in NFC, without white space, no-break spaces and zero-width marks around it. */
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
    return isAscii(trimmed) ? trimmed : Normalizer.normalize(trimmed, Normalizer.Form.NFC);
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

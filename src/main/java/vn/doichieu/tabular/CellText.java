package vn.doichieu.tabular;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Makes texts comparable on the way in: one Unicode form (NFC), no space around. A name typed on a
 * Mac (NFD) or a code with a no-break space behind it would otherwise never be equal to itself.
 */
public final class CellText {

  private static final Pattern HALVES = Pattern.compile("\\p{Cs}");

  /**
   * Below the first mark that combines, and in this block of Latin letters, no letter changes in
   * NFC, whatever stands beside it: Vietnamese as keyboards write it.
   */
  private static final char FIRST_MARK = '\u0300';

  private static final char LATIN_FROM = '\u1E00';
  private static final char LATIN_TO = '\u1EFF';

  private CellText() {}

  /**
   * The text in NFC, without white space, no-break spaces and zero-width marks around it; U+FFFD
   * stands for half of a surrogate pair.
   */
  public static String clean(String text) {
    return isClean(text) ? text : cleaned(text);
  }

  /** Almost every cell is: it costs a look and no copy. */
  private static boolean isClean(String text) {
    int length = text.length();
    if (length > 0 && (isSpace(text.charAt(0)) || isSpace(text.charAt(length - 1)))) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= FIRST_MARK && (c < LATIN_FROM || c > LATIN_TO)) {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return Normalizer.normalize(whole(text.substring(start, end)), Normalizer.Form.NFC);
  }

  /** Half a character, which JSON and XLSX can spell, can be written in no encoding. */
  private static String whole(String text) {
    return HALVES.matcher(text).replaceAll("\uFFFD");
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\u202F' || c == '\u200B' || c == '\uFEFF';
  }
}

package vn.doichieu.wording;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text that came from a file, made safe to show: on one line, without what steers a terminal. */
public final class PlainText {

  /** Control characters, C1 ones included, line separators and marks that turn the direction. */
  private static final Pattern STEERING =
      Pattern.compile(
          "[\\p{Cc}\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

  private PlainText() {}

  /** The text in NFC with a space for everything that steers. */
  public static String of(String text) {
    return isPlain(text) ? text : cleaned(text);
  }

  /** Whether every letter is one of those that are NFC and steer nothing: nearly all texts are. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          c < '\u007F'
              ? c >= ' '
              : (c >= '\u00A0' && c < '\u0300')
                  || (c >= '\u1E00' && c < '\u1F00')
                  || (c >= '\u2010' && c < '\u2028');
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String text) {
    return STEERING.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ");
  }
}

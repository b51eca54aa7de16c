package vn.doichieu.report;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Measures text as a terminal shows it, apart from the code under test. */
final class Sight {

  private static final Set<UnicodeScript> EAST_ASIAN =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HANGUL,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO);

  private Sight() {}

  /** Columns: marks above and below letters take none, East Asian and full-width letters two. */
  static int columns(String text) {
    return text.codePoints().map(Sight::columns).sum();
  }

  private static int columns(int letter) {
    int type = Character.getType(letter);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean fullWidth = letter >= 0xFF01 && letter <= 0xFF60;
    return fullWidth || EAST_ASIAN.contains(UnicodeScript.of(letter)) ? 2 : 1;
  }
}

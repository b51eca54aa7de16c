package vn.doichieu.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts of a workbook, which cells name by number. */
final class SharedStrings {

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final List<String> texts = new ArrayList<>();

  /** Reads the part that holds the texts; there is none where no cell holds text. */
  static SharedStrings read(@Nullable XmlPart part) {
    SharedStrings strings = new SharedStrings();
    while (part != null && part.next()) {
      if (part.starts("si")) {
        strings.texts.add(richText(part, "si"));
      }
    }
    return strings;
  }

  /** A text by its number; null if there is none. */
  @Nullable String get(int index) {
    return index < 0 || index >= texts.size() ? null : texts.get(index);
  }

  /** The text in an element, its runs joined, without the readings of letters (furigana). */
  static String richText(XmlPart part, String element) {
    StringBuilder text = new StringBuilder();
    boolean reading = false;
    while (part.next() && !part.ends(element)) {
      if (part.starts("rPh")) {
        reading = true;
      } else if (part.ends("rPh")) {
        reading = false;
      } else if (part.starts("t") && !reading) {
        text.append(part.text());
      }
    }
    return unescaped(text.toString());
  }

  /** Control characters are written as {@code _x000D_}. */
  static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(
                match ->
                    java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(match.group(1), 16))))
        : text;
  }
}

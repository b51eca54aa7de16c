package vn.doichieu.spreadsheet;

import java.util.regex.Pattern;

/** Texts as cells of a workbook hold them: what XML cannot say is written as {@code _x0001_}. */
public final class SheetText {

  /** The longest text that Excel takes into a cell, in UTF-16 units as they are written. */
  public static final int LONGEST = 32_767;

  private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private SheetText() {}

  /** The text as it is to be written into a cell. */
  public static String of(String text) {
    String safe = LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_");
    StringBuilder written = new StringBuilder(safe.length());
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      boolean control = c < ' ' && c != '\t' && c != '\n';
      if (control || c == '\uFFFE' || c == '\uFFFF') {
        written.append("_x%04X_".formatted((int) c));
      } else {
        written.append(c);
      }
    }
    return written.toString();
  }
}

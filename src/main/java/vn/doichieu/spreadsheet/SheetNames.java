package vn.doichieu.spreadsheet;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.doichieu.wording.PlainText;

/** Names of sheets as spreadsheets take them: short, without some characters, each one once. */
public final class SheetNames {

  /** The longest name that Excel takes, in UTF-16 units. */
  private static final int LONGEST = 31;

  /** What Excel refuses in a name; an apostrophe at either end, too. */
  private static final Pattern REFUSED = Pattern.compile("[\\[\\]:*?/\\\\\\uFFFE\\uFFFF]+");

  private final Set<String> taken = new HashSet<>();

  /** A name that was not given before, as much like a text as can be. */
  public String like(String text) {
    String name = REFUSED.matcher(PlainText.of(text)).replaceAll(" ").strip();
    name = name.replaceAll("^'+|'+$", "").replaceAll(" +", " ");
    name = name.isBlank() ? "—" : name;
    String free = cut(name, "");
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = cut(name, " (" + i + ")");
    }
    return free;
  }

  private static String cut(String name, String ending) {
    if (name.length() + ending.length() <= LONGEST) {
      return name + ending;
    }
    int end = LONGEST - ending.length() - 1;
    if (Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end).strip() + "…" + ending;
  }
}

package vn.doichieu.web.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Names of files that people still know and that no system takes for anything but a name. */
final class FileNames {

  private static final int LONGEST = 120;
  private static final int LONGEST_ENDING = 12;

  private FileNames() {}

  /** The last part of a name, whichever system wrote it: browsers send folders, too. */
  static String last(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /**
   * A name for the disk: letters, digits, spaces and . _ - ( ) of it, bounded.
   *
   * @param taken the names of its neighbours; it will be none of them in any case of letters
   */
  static String clean(String name, Set<String> taken) {
    String plain =
        Normalizer.normalize(last(name), Normalizer.Form.NFC)
            .replaceAll("[^\\p{L}\\p{M}\\p{N} ._()-]", "_")
            .replaceAll("\\.{2,}", ".")
            .strip();
    int dot = plain.lastIndexOf('.');
    String ending = dot < 0 ? "" : plain.substring(dot);
    if (ending.length() > LONGEST_ENDING) {
      ending = "";
    }
    String stem = plain.substring(0, plain.length() - ending.length());
    stem = stem.replaceAll("^[.~\\s]+", "").strip();
    if (stem.length() > LONGEST) {
      stem = stem.substring(0, stem.offsetByCodePoints(0, LONGEST / 2)).strip();
    }
    if (stem.isEmpty()) {
      stem = "tep";
    }
    String clean = stem + ending;
    for (int i = 2; isTaken(clean, taken); i++) {
      clean = stem + " (" + i + ")" + ending;
    }
    return clean;
  }

  private static boolean isTaken(String name, Set<String> taken) {
    String lower = name.toLowerCase(Locale.ROOT);
    return taken.stream().anyMatch(other -> other.toLowerCase(Locale.ROOT).equals(lower));
  }
}

package vn.doichieu.tabular;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds the word that was probably meant. */
public final class NearestWord {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private NearestWord() {}

  /**
   * The known word that is spelled most like another, whatever the case of letters, the marks over
   * them and the order of the parts of a code.
   *
   * @return empty if none differs in less than a third of the letters, or in two
   */
  public static String of(String word, Collection<String> known) {
    String nearest = "";
    String letters = letters(word);
    int least = Math.max(2, word.length() / 3) + 1;
    for (String candidate : known) {
      String other = letters(candidate);
      int distance = sameParts(letters, other) ? 1 : distance(letters, other, least);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  private static String letters(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return isAscii(lower)
        ? lower
        : MARKS
            .matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace('đ', 'd');
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** {@code total_establishments} for {@code establishments_total}. */
  private static boolean sameParts(String a, String b) {
    return a.length() == b.length()
        && a.indexOf('_') > 0
        && sum(a) == sum(b) // Of a million codes, few need to be split.
        && parts(a).equals(parts(b));
  }

  private static int sum(String letters) {
    int sum = 0;
    for (int i = 0; i < letters.length(); i++) {
      sum += letters.charAt(i);
    }
    return sum;
  }

  private static List<String> parts(String code) {
    return Arrays.stream(code.split("_", -1)).sorted().toList();
  }

  /**
   * How many letters to add, drop, change or swap with their neighbour (Levenshtein and Damerau); a
   * limit where it is more.
   */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    int leastBefore = 0;
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
        }
        least = Math.min(least, current[j]);
      }
      if (least >= limit && leastBefore >= limit) {
        return limit; // It never gets less.
      }
      leastBefore = least;
      beforePrevious = previous;
      previous = current;
    }
    return previous[b.length()];
  }
}

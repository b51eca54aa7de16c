package vn.doichieu.quotation;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a plan with what a copy may change folded away: line and page breaks, page numbers,
 * marks of headings, forms of the same letter.
 */
public final class PlanText {

  private static final Pattern PAGE_NUMBER =
      Pattern.compile("[\\s\\f]*(?:[-–]\\s*)?[0-9]{1,3}(?:\\s*[-–])?\\s*");
  private static final Pattern MARKS = Pattern.compile("\\*+|^#+\\s|(?<!\\S)#+(?=\\s)");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u200B\\f]+");
  private static final Pattern LEFT_OUT = Pattern.compile("\\s*(?:\\[?(?:…|\\.\\.\\.)\\]?)\\s*");

  /** A sentence that differs in more than one letter of so many is another sentence. */
  private static final int LETTERS_A_SLIP = 3;

  private static final int LONGEST_COMPARED = 600;

  private final String text;

  /** The text as it stands in its file. */
  public PlanText(String text) {
    this.text =
        folded(
            text.lines()
                .filter(line -> !PAGE_NUMBER.matcher(line).matches())
                .collect(Collectors.joining("\n")));
  }

  /** Whether a sentence stands in it; one with "…" in it, if its parts do, in their order. */
  public boolean has(String quote) {
    int from = 0;
    if (text.contains(folded(quote))) {
      return true;
    }
    for (String part : LEFT_OUT.split(folded(quote))) {
      int at = text.indexOf(part, from);
      if (at < 0) {
        return false;
      }
      from = at + part.length();
    }
    return true;
  }

  /** The stretch of text that a sentence was probably copied from; empty if none is near. */
  public Optional<String> nearest(String quote) {
    String wanted = folded(quote);
    if (wanted.isEmpty() || wanted.length() > LONGEST_COMPARED) {
      return Optional.empty();
    }
    // Sellers' search: the least slips with which the sentence ends at each letter of the text,
    // and where it then begins.
    int[] slips = new int[wanted.length() + 1];
    int[] begins = new int[wanted.length() + 1];
    for (int j = 0; j <= wanted.length(); j++) {
      slips[j] = j;
    }
    int least = wanted.length() / LETTERS_A_SLIP + 1;
    int begin = -1;
    int end = -1;
    for (int i = 1; i <= text.length(); i++) {
      int diagonal = slips[0];
      int diagonalBegin = begins[0];
      begins[0] = i;
      for (int j = 1; j <= wanted.length(); j++) {
        int change = diagonal + (text.charAt(i - 1) == wanted.charAt(j - 1) ? 0 : 1);
        int drop = slips[j] + 1;
        int add = slips[j - 1] + 1;
        int from =
            change <= drop && change <= add
                ? diagonalBegin
                : drop <= add ? begins[j] : begins[j - 1];
        diagonal = slips[j];
        diagonalBegin = begins[j];
        slips[j] = Math.min(change, Math.min(drop, add));
        begins[j] = from;
      }
      if (slips[wanted.length()] < least) {
        least = slips[wanted.length()];
        begin = begins[wanted.length()];
        end = i;
      }
    }
    return end < 0 ? Optional.empty() : Optional.of(words(begin, end));
  }

  /** A stretch of text with the words at its ends as a whole. */
  private String words(int begin, int end) {
    int from = begin;
    int to = end;
    while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to).strip();
  }

  private static String folded(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return SPACES.matcher(MARKS.matcher(composed).replaceAll("")).replaceAll(" ").strip();
  }
}

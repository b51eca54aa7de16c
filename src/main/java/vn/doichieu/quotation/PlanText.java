package vn.doichieu.quotation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a plan with what a copy may change folded away: line and page breaks, page numbers,
 * marks of headings, forms of the same letter.
 */
public final class PlanText {

  private static final Pattern LEFT_OUT = Pattern.compile("\\s*(?:\\[?(?:…|\\.\\.\\.)\\]?)\\s*");

  /** A sentence that differs in more than one letter of so many is another sentence. */
  private static final int LETTERS_A_SLIP = 3;

  private static final int LONGEST_COMPARED = 600;

  private static final Pattern BLANK_LINE =
      Pattern.compile("(?:\\r\\n|\\n|\\r)(?:[ \\t\\u00A0]*(?:\\r\\n|\\n|\\r))+");

  private final String original;
  private final FoldedText folded;
  private final String text;

  /** The text as it stands in its file. */
  public PlanText(String text) {
    this.original = text;
    this.folded = FoldedText.ofPages(text);
    this.text = folded.text();
  }

  /** Whether a sentence stands in it; one with "…" in it, if its parts do, in their order. */
  public boolean has(String quote) {
    return found(FoldedText.of(quote)).isPresent();
  }

  /**
   * Where a sentence stands for which {@link #has} holds, for the first time; empty for no sentence
   * at all.
   */
  public Optional<Passage> passage(String quote) {
    return found(FoldedText.of(quote))
        .filter(found -> found.from() < found.to())
        .map(found -> passage(folded.start(found.from()), folded.end(found.to() - 1)));
  }

  /**
   * A stretch of the text for readers: in one line, without the numbers of pages and the marks of
   * headings.
   *
   * @param from a place of a {@link Passage}
   * @param to likewise
   */
  public String plain(int from, int to) {
    return folded.between(from, to);
  }

  private Passage passage(int start, int end) {
    int from = 0;
    int to = original.length();
    Matcher gap = BLANK_LINE.matcher(original);
    while (gap.find()) {
      if (gap.end() <= start) {
        from = gap.end();
      } else if (gap.start() >= end) {
        to = gap.start();
        break;
      }
    }
    return new Passage(from, start, end, to);
  }

  /** A stretch of the folded text. */
  private record Stretch(int from, int to) {}

  private Optional<Stretch> found(String quote) {
    int whole = text.indexOf(quote);
    if (whole >= 0) {
      return Optional.of(new Stretch(whole, whole + quote.length()));
    }
    int first = -1;
    int from = 0;
    for (String part : LEFT_OUT.split(quote)) {
      int at = text.indexOf(part, from);
      if (at < 0) {
        return Optional.empty();
      }
      from = at + part.length();
      first = first < 0 && !part.isEmpty() ? at : first;
    }
    return Optional.of(new Stretch(Math.max(first, 0), from));
  }

  /** The stretch of text that a sentence was probably copied from; empty if none is near. */
  public Optional<String> nearest(String quote) {
    String wanted = FoldedText.of(quote);
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
}

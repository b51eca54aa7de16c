package vn.doichieu.quotation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with what a copy may change folded away, which still knows where in the original each of
 * its letters stands.
 */
final class FoldedText {

  private static final Pattern PAGE_NUMBER =
      Pattern.compile("[\\s\\f]*(?:[-–]\\s*)?[0-9]{1,3}(?:\\s*[-–])?\\s*");
  private static final Pattern MARKS = Pattern.compile("\\*+|^#+\\s|(?<!\\S)#+(?=\\s)");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u200B\\f]+");
  private static final Pattern LINE = Pattern.compile("[^\\r\\n]*(?:\\r\\n|[\\r\\n])?");

  private final String text;
  private final int[] starts; // By letter of the text: where what it stands for begins and ends.
  private final int[] ends;

  private FoldedText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** A text without its page numbers, folded. */
  static FoldedText ofPages(String original) {
    boolean[] kept = new boolean[original.length()];
    Matcher line = LINE.matcher(original);
    while (line.find()) {
      boolean isNumber = PAGE_NUMBER.matcher(line.group().replaceAll("[\\r\\n]+$", "")).matches();
      Arrays.fill(kept, line.start(), line.end(), !isNumber);
    }
    return new Composed(original, kept).folded().without(MARKS, "").without(SPACES, " ").stripped();
  }

  /** A sentence, folded. */
  static String of(String sentence) {
    String composed = Normalizer.normalize(sentence, Normalizer.Form.NFC);
    return SPACES.matcher(MARKS.matcher(composed).replaceAll("")).replaceAll(" ").strip();
  }

  /** Collects letters with their places. */
  private static final class Letters {
    private final StringBuilder text = new StringBuilder();
    private int[] starts;
    private int[] ends;

    private Letters(int capacity) {
      starts = new int[capacity];
      ends = new int[capacity];
    }

    private void add(char letter, int start, int end) {
      if (text.length() == starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2 + 1);
        ends = Arrays.copyOf(ends, starts.length);
      }
      starts[text.length()] = start;
      ends[text.length()] = end;
      text.append(letter);
    }

    private FoldedText folded() {
      int length = text.length();
      return new FoldedText(
          text.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
    }
  }

  /** The letters of an original in their composed form. */
  private record Composed(String original, boolean[] kept) {

    private FoldedText folded() {
      Letters letters = new Letters(original.length());
      int at = 0;
      while (at < original.length()) {
        int end = at + 1;
        while (end < original.length() && isMark(original.charAt(end))) {
          end++;
        }
        if (kept[at]) {
          String composed = Normalizer.normalize(original.substring(at, end), Normalizer.Form.NFC);
          for (int i = 0; i < composed.length(); i++) {
            letters.add(composed.charAt(i), at, end);
          }
        }
        at = end;
      }
      return letters.folded();
    }

    private static boolean isMark(char letter) {
      return Character.getType(letter) == Character.NON_SPACING_MARK;
    }
  }

  private FoldedText without(Pattern pattern, String instead) {
    Letters letters = new Letters(text.length());
    Matcher match = pattern.matcher(text);
    int at = 0;
    while (match.find()) {
      copy(at, match.start(), letters);
      for (int i = 0; i < instead.length(); i++) {
        letters.add(instead.charAt(i), starts[match.start()], ends[match.end() - 1]);
      }
      at = match.end();
    }
    copy(at, text.length(), letters);
    return letters.folded();
  }

  private void copy(int from, int to, Letters letters) {
    for (int i = from; i < to; i++) {
      letters.add(text.charAt(i), starts[i], ends[i]);
    }
  }

  private FoldedText stripped() {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    Letters letters = new Letters(to - from);
    copy(from, to, letters);
    return letters.folded();
  }

  String text() {
    return text;
  }

  /** The letters that begin between two places of the original. */
  String between(int from, int to) {
    return text.substring(first(from), first(to));
  }

  /** The first letter that begins at a place of the original or later. */
  private int first(int place) {
    int at = Arrays.binarySearch(starts, place);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && starts[at - 1] == place) { // Several letters can stand for one.
      at--;
    }
    return at;
  }

  /** Where in the original a letter begins. */
  int start(int letter) {
    return starts[letter];
  }

  /** Where in the original a letter ends. */
  int end(int letter) {
    return ends[letter];
  }
}

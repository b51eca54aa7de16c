package vn.doichieu.web.request;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.doichieu.submission.PersonalData;
import vn.doichieu.wording.PlainText;

/** Sentences that people write into the application: bounded, and without personal data. */
public final class FreeText {

  /** The longest sentences of a message or a reason, in characters. */
  public static final int LONGEST = 4_000;

  /** The longest text of one line. */
  public static final int LONGEST_LINE = 200;

  /** Halves of characters and what is none: neither databases nor documents take them. */
  private static final Pattern UNPAIRED = Pattern.compile("[\\p{Cs}\uFFFE\uFFFF]");

  private FreeText() {}

  /**
   * A text of several lines that must not be blank; its own lines are kept.
   *
   * @throws Refusal if it is blank, too long, or holds personal data
   */
  public static String needed(String text) {
    String clean = optional(text);
    if (clean.isEmpty()) {
      throw Refusal.invalid("free_text_blank");
    }
    return clean;
  }

  /** As above, but it may be blank. */
  public static String optional(String text) {
    return checked(clean(text), LONGEST);
  }

  /** One line that must not be blank. Throws as above. */
  public static String line(String text) {
    String clean = checked(plain(text).strip(), LONGEST_LINE);
    if (clean.isEmpty()) {
      throw Refusal.invalid("free_text_blank");
    }
    return clean;
  }

  private static String plain(String text) {
    return PlainText.of(UNPAIRED.matcher(text).replaceAll("\uFFFD"));
  }

  /** A text without what no database or document takes; its own lines are kept. */
  public static String clean(String text) {
    return Arrays.stream(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1))
        .map(line -> plain(line).stripTrailing())
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /** Whether a text holds what looks like an identity or telephone number, or a person's name. */
  public static boolean holdsPersonalData(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC); // Full-width digits, too.
    return PersonalData.isIn(plain)
        || Arrays.stream(plain.split("[\\s,;/]+")).anyMatch(PersonalData::isNumber);
  }

  /** Whether what should be the title of an office is a person's name, or holds personal data. */
  public static boolean isPerson(String title) {
    return PersonalData.isName(title) || holdsPersonalData(title);
  }

  /** What was wrong is never repeated. */
  private static String checked(String text, int longest) {
    if (text.length() > longest) {
      throw Refusal.invalid("free_text_long", longest);
    }
    if (holdsPersonalData(text)) {
      throw Refusal.invalid("free_text_personal");
    }
    return text;
  }
}

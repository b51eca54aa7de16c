package vn.doichieu.tabular;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Other ways to write a cell: digits for letters that look like them, signs for other signs, known
 * words for words that are nearly so. Which of them makes sense is for the caller to try.
 */
public final class Respelling {

  private static final List<Map.Entry<String, String>> SIGNS =
      List.of(
          Map.entry("...", ".."),
          Map.entry("≥", ">="),
          Map.entry("≤", "<="),
          Map.entry("≠", "!="),
          Map.entry("=>", ">="),
          Map.entry("=<", "<="),
          Map.entry("==", "="),
          Map.entry("÷", "/"),
          Map.entry(":", "/"),
          Map.entry("–", "-"),
          Map.entry("—", "-"),
          Map.entry("−", "-"),
          Map.entry("…", ".."),
          Map.entry("&&", "&"),
          Map.entry("‰", " per 1,000"));
  private static final List<Map.Entry<String, String>> WORDS =
      List.of(
          Map.entry("lớn hơn hoặc bằng", ">="),
          Map.entry("ít nhất", ">="),
          Map.entry("tối thiểu", ">="),
          Map.entry("không quá", "<="),
          Map.entry("tối đa", "<="),
          Map.entry("trên", ">"),
          Map.entry("lớn hơn", ">"),
          Map.entry("dưới", "<"),
          Map.entry("trước", "<"),
          Map.entry("phần trăm", "%"),
          Map.entry("mỗi tháng", "a month"),
          Map.entry("một tháng", "a month"),
          Map.entry("so với", "against"),
          Map.entry("và", "&"),
          Map.entry("and", "&"),
          Map.entry("có", "yes"),
          Map.entry("không", "no"));
  private static final Pattern WORD = Pattern.compile("[\\p{L}0-9_]+");
  private static final Pattern LIKE_DIGITS = Pattern.compile("[0-9OoQDlI|SsBZz]+");
  private static final Pattern DAY =
      Pattern.compile("([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})");
  private static final Pattern MONTH = Pattern.compile("(0?[1-9]|1[0-2])[-/]([0-9]{4})");
  private static final Pattern YEAR_MONTH = Pattern.compile("([0-9]{4})[-/](0?[1-9]|1[0-2])");
  private static final Pattern PART_OF_YEAR =
      Pattern.compile("([0-9]{4})[-/ ]*(H[12]|9M|Q[1-4])", Pattern.CASE_INSENSITIVE);
  private static final Pattern YEARS_PART =
      Pattern.compile("(H[12]|9M|Q[1-4])[-/ ]*([0-9]{4})", Pattern.CASE_INSENSITIVE);
  private static final Pattern SHARE = Pattern.compile("0[.,]([0-9]{1,2})");
  private static final int MOST_LETTERS = 300;

  /** A sign is never near another one: {@code <} is the contrary of {@code >}. */
  private static final int FEWEST_LETTERS = 2;

  private Respelling() {}

  /**
   * Other ways to write a text, the likeliest first; none for a text longer than any cell that a
   * slip of the pen explains.
   *
   * @param vocabulary the words that may stand in it
   */
  public static List<String> of(String text, Collection<String> vocabulary) {
    if (text.length() > MOST_LETTERS) {
      return List.of();
    }
    Set<String> spellings = new LinkedHashSet<>();
    vocabulary.stream().filter(w -> folded(w).equals(folded(text))).forEach(spellings::add);
    Set<String> plain = new LinkedHashSet<>(List.of(text));
    for (UnaryOperator<String> step : steps(vocabulary)) {
      List<String> next = plain.stream().map(step).map(String::strip).toList();
      plain.addAll(next);
    }
    spellings.addAll(plain);
    plain.forEach(t -> spellings.add(words(t, vocabulary)));
    if (text.chars().filter(Character::isLetter).count() >= FEWEST_LETTERS) {
      spellings.add(NearestWord.of(text, vocabulary));
    }
    spellings.remove(text);
    spellings.removeIf(String::isBlank);
    return List.copyOf(spellings);
  }

  private static List<UnaryOperator<String>> steps(Collection<String> vocabulary) {
    List<UnaryOperator<String>> steps = new ArrayList<>();
    steps.add(Respelling::signs);
    steps.add(t -> digits(t, vocabulary));
    steps.add(t -> t.replaceAll("\\b(agency|each)[\\s_-]+(?=[a-z])", "$1:"));
    steps.add(t -> t.replaceAll("\\s+", ""));
    steps.add(t -> t.replaceAll("[.,;\"'“”]+$|^[\"'“”]+", ""));
    steps.add(Respelling::period);
    steps.add(Respelling::share);
    steps.add(t -> t.matches(".*[0-9]") ? t + "%" : t.replaceAll("%$", ""));
    steps.add(t -> t.toLowerCase(Locale.ROOT));
    return steps;
  }

  private static String signs(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFC);
    for (Map.Entry<String, String> word : WORDS) {
      plain =
          Pattern.compile(
                  "(?<!\\p{L})" + word.getKey() + "(?!\\p{L})",
                  Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
              .matcher(plain)
              .replaceAll(word.getValue());
    }
    for (Map.Entry<String, String> sign : SIGNS) {
      plain = plain.replace(sign.getKey(), sign.getValue());
    }
    return Normalizer.normalize(plain, Normalizer.Form.NFKC)
        .replaceAll("\\s+%", "%")
        .replaceAll("\\s*=\\s*", "=")
        .strip();
  }

  /** "2O%" as "20%": a whole word of letters that look like digits, unless it is a known one. */
  private static String digits(String text, Collection<String> vocabulary) {
    return WORD.matcher(text.replace('|', 'l'))
        .replaceAll(
            match ->
                vocabulary.contains(match.group()) || !LIKE_DIGITS.matcher(match.group()).matches()
                    ? match.group()
                    : asDigits(match));
  }

  private static String asDigits(MatchResult match) {
    return match
        .group()
        .replaceAll("[OoQD]", "0")
        .replaceAll("[lI]", "1")
        .replaceAll("[Zz]", "2")
        .replaceAll("[Ss]", "5")
        .replace('B', '8');
  }

  /** A share as a spreadsheet stores it: "0,2" as "20%". */
  private static String share(String text) {
    return match(SHARE, text)
        .map(m -> Integer.parseInt((m.group(1) + "0").substring(0, 2)) + "%")
        .orElse(text);
  }

  private static String period(String text) {
    Optional<String> day = match(DAY, text).flatMap(Respelling::isoDay);
    return day.or(() -> match(MONTH, text).map(m -> m.group(2) + "-" + twoDigits(m.group(1))))
        .or(() -> match(YEAR_MONTH, text).map(m -> m.group(1) + "-" + twoDigits(m.group(2))))
        .or(() -> match(PART_OF_YEAR, text).map(m -> m.group(1) + "-" + upper(m.group(2))))
        .or(() -> match(YEARS_PART, text).map(m -> m.group(2) + "-" + upper(m.group(1))))
        .orElse(text);
  }

  private static Optional<String> isoDay(Matcher day) {
    return DateText.isoOrDayFirst(day.group(1) + "/" + day.group(2) + "/" + day.group(3))
        .map(Object::toString);
  }

  private static Optional<Matcher> match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }

  private static String twoDigits(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /** Every word that is not known in the place of the known one that comes nearest. */
  private static String words(String text, Collection<String> vocabulary) {
    return WORD.matcher(text)
        .replaceAll(
            match -> {
              String word = match.group();
              boolean number = word.chars().allMatch(Character::isDigit);
              boolean kept = word.length() < FEWEST_LETTERS || number || vocabulary.contains(word);
              String nearest = kept ? "" : NearestWord.of(word, vocabulary);
              return Matcher.quoteReplacement(nearest.isEmpty() ? word : nearest);
            });
  }

  /** Without case, marks over letters, spaces and dashes: what people do not look at. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replace('Đ', 'D')
        .replaceAll("[\\s_-]", "")
        .toLowerCase(Locale.ROOT);
  }
}

package vn.doichieu.quotation;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that a Vietnamese sentence names, apart by what they are: percentages, plain numbers,
 * days. Numbers of documents ("số 172/QĐ-UBND") and years ("năm 2024") are none of them.
 */
public final class QuotedNumbers {

  private static final String NUMBER = "[0-9]+(?:[.,][0-9]+)*";
  private static final Pattern DAY =
      Pattern.compile(
          "(?<![0-9.,])([0-3]?[0-9])\\s*/\\s*([01]?[0-9])(?:\\s*/\\s*[0-9]{4})?(?![.,]?[0-9])"
              + "|ngày\\s+([0-3]?[0-9])\\s+tháng\\s+([01]?[0-9])(?:\\s+năm\\s+[0-9]{4})?");
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "[0-9]+/[0-9]*/?\\p{Lu}[\\p{L}0-9/–-]*|số\\s+[0-9]+(?:\\s*/[\\p{L}0-9/–-]+)?");
  private static final Pattern YEAR = Pattern.compile("năm\\s+[12][0-9]{3}");
  private static final Pattern PERCENT =
      Pattern.compile(
          "(?:(" + NUMBER + ")\\s*%?\\s*(?:-|–|đến|tới)\\s*)?(" + NUMBER + ")\\s*(?:%|phần trăm)");
  private static final Pattern PLAIN = Pattern.compile(NUMBER);
  private static final Pattern ALL =
      Pattern.compile(
          "(?<!\\p{L})(?:tất cả|toàn bộ|toàn thể|mọi|mỗi|từng)(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("một", 1),
          Map.entry("hai", 2),
          Map.entry("ba", 3),
          Map.entry("bốn", 4),
          Map.entry("năm", 5),
          Map.entry("sáu", 6),
          Map.entry("bảy", 7),
          Map.entry("tám", 8),
          Map.entry("chín", 9),
          Map.entry("mười", 10),
          Map.entry("hằng tháng", 1),
          Map.entry("hàng tháng", 1),
          Map.entry("hằng quý", 1),
          Map.entry("hàng quý", 1));

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private static final BigDecimal THOUSAND = new BigDecimal(1000).stripTrailingZeros();

  private final Set<MonthDay> days = new LinkedHashSet<>();
  private final Set<BigDecimal> percentages = new TreeSet<>();
  private final Set<BigDecimal> plain = new TreeSet<>();

  private QuotedNumbers() {}

  /** The numbers of a sentence. */
  public static QuotedNumbers of(String sentence) {
    QuotedNumbers numbers = new QuotedNumbers();
    String rest = numbers.takeDays(DOCUMENT.matcher(sentence).replaceAll(" "));
    rest = YEAR.matcher(rest).replaceAll(" ");
    Matcher percent = PERCENT.matcher(rest);
    while (percent.find()) {
      if (percent.group(1) != null) {
        numbers.percentages.add(number(percent.group(1)));
      }
      numbers.percentages.add(number(percent.group(2)));
    }
    if (ALL.matcher(rest).find()) {
      numbers.percentages.add(HUNDRED);
    }
    Matcher other = PLAIN.matcher(percent.replaceAll(" "));
    while (other.find()) {
      numbers.plain.add(number(other.group()));
    }
    return numbers.withWords(rest);
  }

  private String takeDays(String text) {
    Matcher day = DAY.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (day.find()) {
      boolean inWords = day.group(3) != null;
      int dayOfMonth = Integer.parseInt(day.group(inWords ? 3 : 1));
      int month = Integer.parseInt(day.group(inWords ? 4 : 2));
      boolean real = month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31;
      if (real && (month != 2 || dayOfMonth <= 29)) {
        days.add(MonthDay.of(month, Math.min(dayOfMonth, java.time.Month.of(month).maxLength())));
      }
      day.appendReplacement(rest, real ? " " : Matcher.quoteReplacement(day.group()));
    }
    return day.appendTail(rest).toString();
  }

  private QuotedNumbers withWords(String text) {
    if (text.contains("‰") || text.contains("phần nghìn")) {
      plain.add(THOUSAND);
    }
    WORDS.forEach(
        (word, value) -> {
          if (Pattern.compile(
                  "(?<!\\p{L})" + word + "(?!\\p{L})",
                  Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
              .matcher(text)
              .find()) {
            plain.add(BigDecimal.valueOf(value));
          }
        });
    return this;
  }

  /** "1.000" and "1,000" as a thousand, "12,5" and "12.5" with a fraction. */
  public static BigDecimal number(String text) {
    String digits =
        text.matches("[0-9]{1,3}(?:[.,][0-9]{3})+")
            ? text.replaceAll("[.,]", "")
            : text.replaceFirst("[.,](?=[0-9]+$)", "#").replaceAll("[.,]", "").replace('#', '.');
    return new BigDecimal(digits).stripTrailingZeros();
  }

  /** Whether a percentage is named; all of something is 100 per cent. */
  public boolean hasPercentage(BigDecimal percent) {
    return percentages.contains(percent.stripTrailingZeros());
  }

  /** Whether a number is named, in digits or, up to ten, in words. */
  public boolean has(BigDecimal number) {
    return plain.contains(number.stripTrailingZeros());
  }

  /** Whether a day of some year is named. */
  public boolean has(MonthDay day) {
    return days.contains(day);
  }

  /** The percentages, as a reader writes them. */
  public List<String> percentages() {
    return percentages.stream().map(n -> n.toPlainString().replace('.', ',') + "%").toList();
  }

  /** The plain numbers, as a reader writes them. */
  public List<String> plain() {
    return plain.stream().map(n -> n.toPlainString().replace('.', ',')).toList();
  }

  /** The days, as a reader writes them. */
  public List<String> days() {
    return days.stream()
        .map(d -> "%02d/%02d".formatted(d.getDayOfMonth(), d.getMonthValue()))
        .toList();
  }

  /**
   * How a sentence bounds a number: {@code >=} for "ít nhất 20%" or "20% trở lên", {@code >} for
   * "trên", {@code <=} for "không quá", {@code <} for "dưới"; empty where it does not say.
   *
   * @param shown the number with its unit, as the sentence writes it
   */
  public static Optional<String> bound(String sentence, String shown) {
    String number = "0*" + Pattern.quote(shown) + "(?![0-9.,]*[0-9])";
    for (Map.Entry<String, String> bound : BOUNDS) {
      if (Pattern.compile(
              bound.getKey().replace("N", number), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
          .matcher(sentence)
          .find()) {
        return Optional.of(bound.getValue());
      }
    }
    return Optional.empty();
  }

  private static final List<Map.Entry<String, String>> BOUNDS =
      List.of(
          Map.entry("(?:ít nhất|tối thiểu|không dưới|không ít hơn)\\s+(?:là\\s+)?N", ">="),
          Map.entry("N\\s+trở lên", ">="),
          Map.entry("(?:không quá|tối đa|nhiều nhất|không vượt quá)\\s+(?:là\\s+)?N", "<="),
          Map.entry("(?:trên|hơn|vượt)\\s+N", ">"),
          Map.entry("dưới\\s+N", "<"));
}

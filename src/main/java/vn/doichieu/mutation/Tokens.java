package vn.doichieu.mutation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.tabular.DateText;

/** The words of a cell, each with its place, and what stands near each of them. */
final class Tokens {

  private static final Pattern WORD =
      Pattern.compile(
          "(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"
              + "|(?<period>[12][0-9]{3}(?:-(?:H[12]|9M|Q[1-4]|[01][0-9]))?(?![0-9.,]*%|[0-9,]))"
              + "|(?<name>[a-z][a-z0-9_]*)"
              + "|(?<number>[0-9]+(?:[.,][0-9]+)?)"
              + "|(?<sign>>=|<=|!=|[<>=&|!+/()-])");

  /** What a word is. */
  enum Kind {
    DATE,
    PERIOD,
    NAME,
    NUMBER,
    SIGN
  }

  /** One word and where it stands in its cell. */
  record Token(Kind kind, String text, int start, int end) {}

  private Tokens() {}

  static List<Token> of(String cell) {
    List<Token> tokens = new ArrayList<>();
    Matcher word = WORD.matcher(cell);
    while (word.find()) {
      Kind kind =
          word.group("date") != null
              ? Kind.DATE
              : word.group("period") != null
                  ? Kind.PERIOD
                  : word.group("name") != null
                      ? Kind.NAME
                      : word.group("number") != null ? Kind.NUMBER : Kind.SIGN;
      tokens.add(new Token(kind, word.group(), word.start(), word.end()));
    }
    return tokens;
  }

  /** A cell with another text in the place of a word. */
  static String with(String cell, Token token, String text) {
    return cell.substring(0, token.start()) + text + cell.substring(token.end());
  }

  /** The day before and the day after. */
  static List<String> daysAround(String date) {
    Optional<LocalDate> day = DateText.iso(date);
    return day.map(d -> List.of(d.minusDays(1).toString(), d.plusDays(1).toString()))
        .orElse(List.of());
  }

  /** The number with its last digit one less and one more: {@code 12,5} gives 12,4 and 12,6. */
  static List<String> numbersAround(String number) {
    if (number.indexOf('-') >= 0) {
      return List.of(); // A half-year or a month is no number.
    }
    int point = Math.max(number.indexOf('.'), number.indexOf(','));
    String digits = point < 0 ? number : number.substring(0, point) + number.substring(point + 1);
    int decimals = point < 0 ? 0 : number.length() - point - 1;
    List<String> around = new ArrayList<>();
    for (int step : new int[] {-1, 1}) {
      BigInteger shifted = new BigInteger(digits).add(BigInteger.valueOf(step));
      if (shifted.signum() >= 0) {
        boolean padded = decimals > 0 || digits.startsWith("0");
        String text = shifted.toString();
        if (padded && text.length() < digits.length()) {
          text = "0".repeat(digits.length() - text.length()) + text;
        }
        int whole = text.length() - decimals;
        around.add(
            decimals == 0
                ? text
                : text.substring(0, whole) + number.charAt(point) + text.substring(whole));
      }
    }
    return around;
  }

  /** Periods beside one: a year, half-year, quarter or month earlier and later. */
  static List<String> periodsAround(String period) {
    int year = Integer.parseInt(period.substring(0, 4));
    String part = period.substring(4);
    List<String> around = new ArrayList<>();
    around.add((year - 1) + part);
    around.add((year + 1) + part);
    if (part.matches("-[01][0-9]")) {
      YearMonth month =
          YearMonth.of(year, Math.max(1, Math.min(12, Integer.parseInt(part.substring(1)))));
      around.add(month.minusMonths(1).toString());
      around.add(month.plusMonths(1).toString());
    } else if (part.startsWith("-Q")) {
      int quarter = part.charAt(2) - '0';
      around.add(year + "-Q" + (quarter == 1 ? 4 : quarter - 1));
      around.add(year + "-Q" + (quarter == 4 ? 1 : quarter + 1));
    } else {
      for (String other : List.of("", "-H1", "-H2", "-9M")) {
        if (!other.equals(part)) {
          around.add(year + other);
        }
      }
    }
    return around;
  }
}

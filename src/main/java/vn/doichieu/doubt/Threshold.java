package vn.doichieu.doubt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.quotation.QuotedNumbers;
import vn.doichieu.tabular.DateText;

/**
 * One demand of a threshold cell, as far as two of them can be compared: the first number, what
 * stands around it, and the word it is for ("urban", "2024-H1").
 *
 * @param label the word before a colon; empty where the cell has one threshold only
 * @param shape the text with # for each number: "#% a month"
 * @param numbers the numbers in order; of a day the number of the day
 */
record Threshold(String label, String shape, List<BigDecimal> numbers) {

  static final String DAY = "day";

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]+)*");

  Threshold {
    numbers = List.copyOf(numbers);
  }

  /** The demands of a cell. */
  static List<Threshold> of(String cell) {
    List<Threshold> thresholds = new ArrayList<>();
    for (String part : cell.split(";", -1)) {
      int colon = part.indexOf(':');
      String label = colon < 0 ? "" : part.substring(0, colon).strip();
      String text = part.substring(colon + 1).strip();
      List<BigDecimal> numbers = new ArrayList<>();
      DateText.iso(text).ifPresent(day -> numbers.add(BigDecimal.valueOf(day.toEpochDay())));
      if (!numbers.isEmpty()) {
        thresholds.add(new Threshold(label, DAY, numbers));
        continue;
      }
      Matcher matcher = NUMBER.matcher(text);
      while (matcher.find()) {
        BigDecimal number = QuotedNumbers.number(matcher.group().replaceFirst("^[+-]", ""));
        numbers.add(matcher.group().startsWith("-") ? number.negate() : number);
      }
      if (!numbers.isEmpty()) {
        thresholds.add(new Threshold(label, matcher.replaceAll("#"), numbers));
      }
    }
    return List.copyOf(thresholds);
  }

  /**
   * Whether less is wanted than by another threshold for the same thing.
   *
   * @param comparator how this one is compared; blank for a range
   * @param others how the other one is
   */
  boolean isWeaker(String comparator, Threshold other, String others) {
    boolean range = shape.contains("..");
    if (!label.equals(other.label)
        || !shape.equals(other.shape)
        || (!range && !rest().equals(other.rest()))) {
      return false;
    }
    int difference = numbers.get(0).compareTo(other.numbers.get(0));
    boolean atMost = comparator.startsWith("<");
    if (atMost != others.startsWith("<")) {
      return false;
    }
    boolean less = atMost ? difference > 0 : difference < 0;
    boolean strict = others.length() == 1 && (others.equals("<") || others.equals(">"));
    return less || (difference == 0 && strict && comparator.equals(others + "="));
  }

  private List<BigDecimal> rest() {
    return numbers.subList(1, numbers.size());
  }
}

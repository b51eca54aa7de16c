package vn.doichieu.drafting;

import java.time.Year;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moves years by a number of years. What a cell is for decides what in it is a year: 2024 is one in
 * a period, and a number of things in a threshold.
 *
 * @param year the plan's year, before
 * @param by how many years later
 */
record YearShift(int year, int by) {

  private static final String BEFORE = "(?<![\\p{L}\\p{N}_])";
  private static final String BEHIND = "(?![\\p{L}\\p{N}_])";
  private static final String YEAR = "((?:19|20)[0-9]{2})";

  /** {@code 2024-05-10}, {@code 2024-H1}, {@code 2024-05}. */
  private static final Pattern WHOLE =
      Pattern.compile(BEFORE + YEAR + "(-[0-9]{2}-[0-9]{2}|-H[12]|-9M|-Q[1-4]|-[0-9]{2})" + BEHIND);

  private static final Pattern BARE =
      Pattern.compile("(?<![\\p{L}\\p{N}_-])" + YEAR + "()(?![\\p{L}\\p{N}_%-])");

  /** A year that stands for itself, not at the end of a day that was moved already. */
  private static final Pattern ALONE =
      Pattern.compile("(?<![\\p{L}\\p{N}_/-])" + YEAR + "()(?![\\p{L}\\p{N}_%-])");

  /** The year before a colon names the period that a threshold is for: {@code 2024: 20%}. */
  private static final Pattern LABEL =
      Pattern.compile(BEFORE + YEAR + "()(?=(?:\\.\\.(?:19|20)[0-9]{2})?(?: pooled)?\\s*:)");

  private static final Pattern DAY_FIRST =
      Pattern.compile(BEFORE + "([0-9]{1,2}/[0-9]{1,2}/)" + YEAR + "(?![\\p{L}\\p{N}_/])");

  private static final String LEAP_DAY = "-02-29";

  /** A cell that holds dates and periods only. */
  String periods(String cell) {
    return moved(BARE, moved(WHOLE, cell));
  }

  /** A cell in which numbers stand besides dates and periods. */
  String threshold(String cell) {
    return moved(LABEL, moved(WHOLE, cell));
  }

  /** A cell in which a year stands only as part of a date or a period. */
  String formula(String cell) {
    return moved(WHOLE, cell);
  }

  /** Whatever somebody wrote down about figures of these years. */
  String text(String text) {
    return moved(ALONE, dayFirst(moved(WHOLE, text)));
  }

  /** Running text: of the years in it only the plan's own, which is not part of a number. */
  String wording(String text) {
    Pattern own = Pattern.compile("(?<![\\p{L}\\p{N}_/-])(" + year + ")()(?![\\p{L}\\p{N}_/%-])");
    Pattern day =
        Pattern.compile(BEFORE + "([0-9]{1,2}/(?:[0-9]{1,2}/)?)(" + year + ")(?![\\p{L}\\p{N}_/])");
    return moved(own, day.matcher(text).replaceAll(this::dayFirst));
  }

  /** Whether a text names the 29th of February, which the year it moves to may not have. */
  boolean losesLeapDay(String before, String after) {
    return !before.equals(after)
        && (count(before, LEAP_DAY) > count(after, LEAP_DAY)
            || (before.matches("(?s).*(?<![0-9])29/0?2/[0-9]{4}.*")
                && !Year.isLeap(year + (long) by)));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length;
  }

  private String dayFirst(String text) {
    return DAY_FIRST.matcher(text).replaceAll(this::dayFirst);
  }

  private String dayFirst(MatchResult date) {
    int moved = Integer.parseInt(date.group(2)) + by;
    String day = date.group(1);
    boolean lost = day.matches("29/0?2/") && !Year.isLeap(moved);
    return Matcher.quoteReplacement((lost ? "28" + day.substring(2) : day) + moved);
  }

  private String moved(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .replaceAll(
            match -> {
              int moved = Integer.parseInt(match.group(1)) + by;
              boolean lost = match.group(2).equals(LEAP_DAY) && !Year.isLeap(moved);
              return Matcher.quoteReplacement(moved + (lost ? "-02-28" : match.group(2)));
            });
  }
}

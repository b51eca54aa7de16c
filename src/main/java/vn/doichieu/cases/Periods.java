package vn.doichieu.cases;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.doichieu.domain.ReportingPeriod;

/** Periods as cases write them: one, or all from one month or year to another. */
public final class Periods {

  /** What a key has to look like to be one. */
  public static final String FORMS = "2024, 2024-H1, 2024-9M, 2024-Q2, 2024-05, 2024-03..2024-12";

  private static final Pattern LOOK = Pattern.compile("[0-9]{4}(?:-.*|\\.\\..*)?");
  private static final Pattern YEARS = Pattern.compile("([0-9]{4})\\.\\.([0-9]{4})");
  private static final int MOST = 120;

  private Periods() {}

  /** Whether a key is meant as a period. */
  public static boolean looksLikeOne(String key) {
    return LOOK.matcher(key).matches();
  }

  /** The periods that a text stands for; none if it stands for none. */
  public static List<String> of(String text) {
    Matcher years = YEARS.matcher(text);
    if (years.matches()) {
      return IntStream.rangeClosed(
              Integer.parseInt(years.group(1)), Integer.parseInt(years.group(2)))
          .limit(MOST)
          .mapToObj(Integer::toString)
          .toList();
    }
    if (ReportingPeriod.parse(text).isPresent()) {
      return List.of(text);
    }
    try {
      List<String> months = new ArrayList<>();
      for (YearMonth month : new ReportingPeriod(text).months()) {
        months.add(month.toString());
      }
      return months.size() > MOST ? List.of() : months;
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** Whether a text stands for a finding's period, be it one of several. */
  static boolean covers(String text, ReportingPeriod period) {
    return text.isEmpty() || text.equals(period.text()) || of(text).contains(period.text());
  }
}

package vn.doichieu.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Numbers as a workbook writes them: in cells, in the names of cells, and as days. */
final class Numbers {

  private static final int MOST_LETTERS = 40;
  private static final int MOST_PLACES = 400;
  private static final int LAST_DAY = 2_958_465; // 31/12/9999
  private static final int NO_SUCH_DAY = 60; // 29/02/1900, which Excel holds to have been.
  private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
  private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);

  private Numbers() {}

  /** A whole number of at most nine digits; -1 for anything else. */
  static int whole(String digits) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return digits.isEmpty() || digits.length() > 9 ? -1 : number;
  }

  /** The number of a cell; null for what is none, or is beyond what a spreadsheet can hold. */
  static @Nullable BigDecimal decimal(String text) {
    if (text.isEmpty() || text.length() > MOST_LETTERS) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.abs((long) number.scale()) > MOST_PLACES ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The digits of a number, without an exponent and without zeros that say nothing. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** The day that a number stands for, whatever the time of day; null if for none. */
  static @Nullable LocalDate day(BigDecimal serial, boolean since1904) {
    if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) >= 0) {
      return null;
    }
    int days = serial.setScale(0, RoundingMode.FLOOR).intValueExact();
    if (since1904) {
      return START_1904.plusDays(days);
    } else if (days == 0 || days == NO_SUCH_DAY) {
      return null;
    }
    return BEFORE_1900.plusDays(days < NO_SUCH_DAY ? days : days - 1L);
  }

  /** The column of a cell's name, from 0: 5 for {@code F12}; -1 if the name has no letters. */
  static int column(String cell) {
    int column = 0;
    for (int i = 0; i < cell.length() && i < 4; i++) {
      char c = cell.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
    }
    return column - 1;
  }

  /** The row of a cell's name, from 1: 12 for {@code F12}; -1 if there is none. */
  static int row(String cell) {
    int start = 0;
    while (start < cell.length() && cell.charAt(start) >= 'A' && cell.charAt(start) <= 'Z') {
      start++;
    }
    return whole(cell.substring(start));
  }

  /** The letters of a column, by its place from 0: {@code F} for 5. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.append((char) ('A' + rest % 26));
    }
    return letters.reverse().toString();
  }
}

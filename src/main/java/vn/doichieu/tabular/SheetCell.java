package vn.doichieu.tabular;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a workbook: what a spreadsheet keeps of it besides its text.
 *
 * @param text the cleaned text: a whole number in plain digits, a date as {@code 2024-11-09} (or
 *     {@code 2024-11} if the cell shows no day), a percentage as {@code 98,98%}, a truth value as
 *     {@code true} or {@code false}; empty for a blank cell
 * @param day the day that a number or a date stands for in its workbook; null if for none
 * @param shownInPart whether the cell shows less than it holds: 20% where 19,6% stands, 10/5 where
 *     a year stands behind it
 */
public record SheetCell(Kind kind, String text, @Nullable LocalDate day, boolean shownInPart) {

  /** A cell with nothing in it. */
  public static final SheetCell BLANK = new SheetCell(Kind.TEXT, "", null);

  /** What a cell holds, or why it cannot be read. */
  public enum Kind {
    /** Text, a truth value or a percentage. */
    TEXT,
    /** Text in a cell that shows numbers with a separator of thousands. */
    GROUPED_TEXT,
    NUMBER,
    /** A number that the cell shows as a date. */
    DATE,
    /** An error value, such as {@code #REF!}. */
    ERROR,
    /** A formula that was never calculated. */
    NO_VALUE,
    /** Part of a merged range, so that nobody can tell whose value it is. */
    MERGED,
    /** The place of a code, which is missing from a row of a form. */
    NO_CODE
  }

  /** A cell that shows all it holds. */
  public SheetCell(Kind kind, String text, @Nullable LocalDate day) {
    this(kind, text, day, false);
  }

  public static SheetCell text(String text) {
    return new SheetCell(Kind.TEXT, CellText.clean(text), null);
  }

  /** Whether there is nothing in it to read or to complain of. */
  public boolean isBlank() {
    return text.isEmpty()
        && kind != Kind.ERROR
        && kind != Kind.NO_VALUE
        && kind != Kind.MERGED
        && kind != Kind.NO_CODE;
  }
}

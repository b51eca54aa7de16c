package vn.doichieu.tabular;

import java.util.function.UnaryOperator;

/**
 * What a table may look like besides plain.
 *
 * @param columns the name that a column goes by, from the cleaned cell that names it
 * @param comments whether lines whose first cell starts with {@code #} are for people only
 */
public record Dialect(UnaryOperator<String> columns, boolean comments) {

  /** Columns go by the names they have, and every line counts. */
  public static final Dialect PLAIN = new Dialect(UnaryOperator.identity(), false);

  private static final char COMMENT = '#';

  /** Whether a line is for people only, from the cleaned text of its first cell. */
  public boolean isComment(String firstCell) {
    return comments && !firstCell.isEmpty() && firstCell.charAt(0) == COMMENT;
  }
}

package vn.doichieu.authoring;

/** What differs between a table of rules as it stood and as it comes back from a workbook. */
public sealed interface Change {

  /** A row that is new, by what it is known by. */
  record RowAdded(String row) implements Change {}

  /** A row that is gone. */
  record RowRemoved(String row) implements Change {}

  /** A cell with another text; blank texts are empty. */
  record CellChanged(String row, String column, String before, String after) implements Change {}

  /** Rows that both have, in another order. */
  record RowsMoved() implements Change {}

  /** A line for people that is new. */
  record CommentAdded(String text) implements Change {}

  /** A line for people that is gone. */
  record CommentRemoved(String text) implements Change {}

  /** A column that is new. */
  record ColumnAdded(String column) implements Change {}

  /** A column that the workbook lacks: it stays as it was. */
  record ColumnKept(String column) implements Change {}
}

package vn.doichieu.tabular;

import java.io.Closeable;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;

/** Rows under named columns, read once from the top, whatever kind of file they stand in. */
public interface Table extends Closeable {

  /** The file's name, as places name it. */
  String name();

  /** The sheet of a workbook; null in other files. */
  default @Nullable String sheet() {
    return null;
  }

  /** The columns, in order, in lower case; in a JSON file more may turn up while it is read. */
  List<String> header();

  /** The row that names the columns; 0 where every row names its own. */
  int headerRow();

  /** Where a column stands; -1 if the table lacks it. */
  int column(String name);

  /** Whether only separators tell cells apart, so that one too many moves all that follow. */
  default boolean isSeparated() {
    return false;
  }

  /** Hands over every row that has any text, in order. */
  void forEach(Consumer<? super Row> action);

  /** What is to be said of the table besides its rows; complete when all rows are read. */
  List<Problem> remarks();

  @Override
  void close();

  /** One row of a table. */
  interface Row {

    /** The line of a text file on which the row starts, or the row of a sheet; from 1. */
    int line();

    /** The cleaned text of a cell; empty for a column that the table or the row lacks. */
    String cell(int column);

    /** How many cells the row has, those beyond the last column included. */
    int cells();

    /**
     * Whether text stands to the right of the last column: an unquoted separator moved the cells.
     */
    default boolean hasExtraCells() {
      return false;
    }

    /** The row as it stands, for messages. */
    String text();

    /** What a workbook knows of a cell besides its text; null in other files. */
    default @Nullable SheetCell sheetCell(int column) {
      return null;
    }

    /** The letters of the column that a cell of a form was read from; null in lists. */
    default @Nullable String letters(int column) {
      return null;
    }

    /** The row that a cell was read from: in a form, codes may stand in another row. */
    default int lineOf(int column) {
      return line();
    }
  }
}

package vn.doichieu.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where something was read.
 *
 * @param file the file's name
 * @param sheet the sheet of a workbook; null in a text file
 * @param row the line of a text file or the row of a sheet, from 1; 0 where a whole file is meant
 * @param column the header of the column; null where a whole row is meant
 */
public record SourceLocation(
    String file, @Nullable String sheet, int row, @Nullable String column) {

  public static SourceLocation of(String file) {
    return new SourceLocation(file, null, 0, null);
  }

  public static SourceLocation of(String file, int row) {
    return new SourceLocation(file, null, row, null);
  }

  public static SourceLocation of(String file, int row, @Nullable String column) {
    return new SourceLocation(file, null, row, column);
  }
}

package vn.doichieu.tabular;

/**
 * A row of a CSV file.
 *
 * @param line the line of the file on which it starts
 * @param texts its cells, cleaned
 * @param written its cells as they are written; the same array where none had to be cleaned
 * @param width how many columns the table has
 */
record CsvRow(int line, String[] texts, String[] written, int width) implements Table.Row {

  @Override
  public String cell(int column) {
    return column < 0 || column >= texts.length ? "" : texts[column];
  }

  @Override
  public boolean hasExtraCells() {
    return hasTextFrom(width);
  }

  @Override
  public int cells() {
    return texts.length;
  }

  @Override
  public String text() {
    return String.join(",", written);
  }

  boolean isBlank() {
    return !hasTextFrom(0);
  }

  private boolean hasTextFrom(int column) {
    for (int i = column; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        return true;
      }
    }
    return false;
  }
}

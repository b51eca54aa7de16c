package vn.doichieu.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.doichieu.tabular.SheetCell;

/**
 * The merged ranges of a sheet, followed row by row from the top. Only the first cell of a range
 * holds a value.
 */
final class MergedCells {

  private static final int MOST = 200_000;

  /** A range, and what its first cell holds once it has been read. */
  static final class Range {

    private final int firstRow;
    private final int lastRow;
    private final int firstColumn;
    private final int lastColumn;
    private SheetCell value = SheetCell.BLANK;

    private Range(int firstRow, int lastRow, int firstColumn, int lastColumn) {
      this.firstRow = firstRow;
      this.lastRow = lastRow;
      this.firstColumn = firstColumn;
      this.lastColumn = lastColumn;
    }

    SheetCell value() {
      return value;
    }

    boolean startsAt(int row, int column) {
      return row == firstRow && column == firstColumn;
    }

    boolean spansRows() {
      return lastRow > firstRow;
    }

    boolean spansColumns() {
      return lastColumn > firstColumn;
    }
  }

  private final List<Range> ranges = new ArrayList<>();
  private final TreeMap<Integer, Range> active = new TreeMap<>();
  private int started;

  /** Reads the ranges, which a sheet names behind all of its rows. */
  static MergedCells read(XmlPart sheet) {
    MergedCells merged = new MergedCells();
    while (sheet.next()) {
      if (sheet.starts("mergeCell")) {
        merged.add(sheet, String.valueOf(sheet.attribute("ref")));
      }
    }
    merged.ranges.sort(Comparator.comparingInt(range -> range.firstRow));
    return merged;
  }

  private void add(XmlPart sheet, String reference) {
    String[] corners = reference.split(":", -1);
    String last = corners[corners.length - 1];
    Range range =
        new Range(
            Numbers.row(corners[0]),
            Numbers.row(last),
            Numbers.column(corners[0]),
            Numbers.column(last));
    boolean sound =
        corners.length == 2
            && range.firstRow > 0
            && range.firstColumn >= 0
            && range.lastRow >= range.firstRow
            && range.lastColumn >= range.firstColumn;
    if (!sound || ranges.size() == MOST) {
      throw sheet.damaged();
    }
    ranges.add(range);
  }

  /** Goes on to a row further down. */
  void startRow(int row, SheetRow cells) {
    while (started < ranges.size() && ranges.get(started).firstRow <= row) {
      Range range = ranges.get(started++);
      if (range.firstRow == row) { // A row that is not written has no values.
        range.value = cells.own(range.firstColumn);
      }
      active.put(range.firstColumn, range);
    }
  }

  /** The range that a cell of the present row is part of; null if it stands alone. */
  @Nullable Range at(int row, int column) {
    for (Map.Entry<Integer, Range> entry = active.floorEntry(column);
        entry != null;
        entry = active.floorEntry(column)) {
      Range range = entry.getValue();
      if (range.lastRow >= row) {
        return range.lastColumn >= column ? range : null;
      }
      active.remove(entry.getKey());
    }
    return null;
  }
}

package vn.doichieu.workbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.tabular.SheetCell;

/** One row of a sheet; valid until the next one is read. */
public final class SheetRow {

  private final MergedCells merged;
  private final List<@Nullable SheetCell> cells = new ArrayList<>();
  private int number;
  private boolean hidden;

  SheetRow(MergedCells merged) {
    this.merged = merged;
  }

  void start(int newNumber, boolean newHidden) {
    number = newNumber;
    hidden = newHidden;
    cells.clear();
  }

  /** Adds a cell to the right of all others. */
  void put(int column, SheetCell cell) {
    while (cells.size() < column) {
      cells.add(null);
    }
    cells.add(cell);
  }

  void end() {
    merged.startRow(number, this);
  }

  /** The number of the row, from 1. */
  public int number() {
    return number;
  }

  /** Whether a reader of the sheet does not see it. */
  public boolean isHidden() {
    return hidden;
  }

  /** How many cells there are up to the last that is written. */
  public int width() {
    return cells.size();
  }

  /** What is written in a cell itself, whatever range it is part of. */
  public SheetCell own(int column) {
    SheetCell cell = column < 0 || column >= cells.size() ? null : cells.get(column);
    return cell == null ? SheetCell.BLANK : cell;
  }

  /** What a cell holds; one that another's range covers is told as merged, unless all is blank. */
  public SheetCell cell(int column) {
    MergedCells.Range range = merged.at(number, column);
    return range == null || range.startsAt(number, column) || range.value().isBlank()
        ? own(column)
        : MERGED;
  }

  /** As {@link #cell}, but the value of a range of several rows is nobody's. */
  public SheetCell ownValue(int column) {
    MergedCells.Range range = merged.at(number, column);
    return range != null && range.spansRows() && !range.value().isBlank() ? MERGED : cell(column);
  }

  /** As {@link #cell}, but the value of a range of one column is that of each of its rows. */
  public SheetCell filled(int column) {
    MergedCells.Range range = merged.at(number, column);
    return range != null && range.spansRows() && !range.spansColumns()
        ? range.value()
        : cell(column);
  }

  /** The name of a cell's column: {@code F}. */
  public static String letters(int column) {
    return Numbers.letters(column);
  }

  /** Whether no cell holds anything. */
  public boolean isBlank() {
    return cells.stream().allMatch(cell -> cell == null || cell.isBlank());
  }

  private static final SheetCell MERGED = new SheetCell(SheetCell.Kind.MERGED, "", null);
}

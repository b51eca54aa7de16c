package vn.doichieu.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.doichieu.tabular.FormLayout;
import vn.doichieu.tabular.SheetCell;
import vn.doichieu.tabular.Table;
import vn.doichieu.workbook.SheetRow;

/** What stands below the header row of a form, in either layout. */
abstract sealed class FormBlock {

  private static final SheetCell NO_CODE = new SheetCell(SheetCell.Kind.NO_CODE, "", null);

  /** Whether a row with a code has been read: below it, a value without one was meant for one. */
  private boolean begun;

  /** The block whose header row this is; null if it is not one. */
  static @Nullable FormBlock startingAt(SheetRow row, FormMarker marker) {
    return marker.wide() ? Wide.startingAt(row) : OneUnit.startingAt(row, marker);
  }

  /** Hands over what a row holds. */
  abstract void read(SheetRow row, Consumer<? super Table.Row> action, HiddenRows hidden);

  /** A cell of a form, and where it stands. */
  private record Part(SheetCell cell, int line, int column) {

    static final Part NONE = new Part(SheetCell.BLANK, 0, 0);

    static Part of(SheetRow row, int column) {
      return column < 0 ? NONE : new Part(row.ownValue(column), row.number(), column);
    }

    Part with(String text) {
      return new Part(new SheetCell(cell.kind(), text, null), line, column);
    }
  }

  /** A value of a form with its codes, in the order of the table's columns. */
  private record FormRow(int line, List<Part> parts) implements Table.Row {

    static FormRow of(SheetRow row, Part unit, Part code, Part value, Part evidence, Part note) {
      String text = code.cell().text();
      return new FormRow(
          row.number(),
          List.of(
              unit,
              code.with(FormLayout.item(text)),
              code.with(FormLayout.period(text)),
              value,
              evidence,
              note));
    }

    @Override
    public String cell(int column) {
      return sheetCell(column).text();
    }

    @Override
    public int cells() {
      return parts.size();
    }

    @Override
    public String text() {
      return String.join(",", parts.stream().map(part -> part.cell().text()).toList());
    }

    @Override
    public SheetCell sheetCell(int column) {
      return column < 0 ? SheetCell.BLANK : parts.get(column).cell();
    }

    @Override
    public String letters(int column) {
      return SheetRow.letters(parts.get(column).column());
    }

    @Override
    public int lineOf(int column) {
      return parts.get(column).line();
    }
  }

  /**
   * Whether a cell without a code holds a figure that somebody filled in. Above the first code
   * stand the headings of the form.
   */
  final boolean isStray(SheetCell own) {
    return !own.isBlank() && (begun || own.kind() == SheetCell.Kind.NUMBER);
  }

  final void begin() {
    begun = true;
  }

  private static String word(SheetRow row, int column) {
    return row.own(column).text().toLowerCase(Locale.ROOT);
  }

  /** One sheet a unit: every row with a code holds one figure. */
  private static final class OneUnit extends FormBlock {

    private final Part unit;
    private final int code;
    private final int value;
    private final int evidence;
    private final int note;

    private OneUnit(Part unit, int code, int value, int evidence, int note) {
      this.unit = unit;
      this.code = code;
      this.value = value;
      this.evidence = evidence;
      this.note = note;
    }

    static @Nullable FormBlock startingAt(SheetRow row, FormMarker marker) {
      int code = find(row, FormLayout.CODE);
      int value = find(row, FormLayout.VALUE);
      Part unit = new Part(SheetCell.text(marker.unit()), marker.row(), marker.unitColumn());
      return code < 0 || value < 0
          ? null
          : new OneUnit(
              unit, code, value, find(row, FormLayout.EVIDENCE), find(row, FormLayout.NOTE));
    }

    private static int find(SheetRow row, String word) {
      for (int i = 0; i < row.width(); i++) {
        if (word(row, i).equals(word)) {
          return i;
        }
      }
      return -1;
    }

    @Override
    void read(SheetRow row, Consumer<? super Table.Row> action, HiddenRows hidden) {
      Part codePart = new Part(row.cell(code), row.number(), code);
      Part valuePart = Part.of(row, value);
      if (codePart.cell().isBlank()) {
        if (!isStray(row.own(value))) {
          return;
        }
        codePart = new Part(NO_CODE, row.number(), value);
      } else {
        begin();
      }
      if (!valuePart.cell().isBlank()) {
        hidden.saw(row);
      }
      action.accept(
          FormRow.of(row, unit, codePart, valuePart, Part.of(row, evidence), Part.of(row, note)));
      readBeside(row, action);
    }

    /** Numbers to the right of the value, in a column that is no part of the form. */
    private void readBeside(SheetRow row, Consumer<? super Table.Row> action) {
      for (int i = value + 1; i < row.width(); i++) {
        boolean known = i == code || i == evidence || i == note;
        if (!known && row.own(i).kind() == SheetCell.Kind.NUMBER) {
          Part stray = new Part(NO_CODE, row.number(), i);
          action.accept(FormRow.of(row, unit, stray, Part.of(row, i), Part.NONE, Part.NONE));
        }
      }
    }
  }

  /** Units as rows: every column with a code holds the figures of one item and period. */
  private static final class Wide extends FormBlock {

    private final int unit;
    private final List<Part> codes;
    private final BitSet accounted;

    private Wide(int unit, List<Part> codes, BitSet accounted) {
      this.unit = unit;
      this.codes = codes;
      this.accounted = accounted;
    }

    static @Nullable FormBlock startingAt(SheetRow row) {
      int unit = -1;
      List<Part> codes = new ArrayList<>();
      BitSet accounted = new BitSet();
      for (int i = 0; i < row.width(); i++) {
        SheetCell cell = row.own(i);
        if (FormLayout.isCode(cell.text())) {
          codes.add(new Part(cell, row.number(), i));
        } else if (unit < 0 && word(row, i).equals(FormLayout.UNIT)) {
          unit = i;
        }
        // Left of the codes stand names; right of the first, a blank head is no part of the form.
        accounted.set(i, codes.isEmpty() || !cell.isBlank());
      }
      return unit < 0 || codes.isEmpty() ? null : new Wide(unit, codes, accounted);
    }

    @Override
    void read(SheetRow row, Consumer<? super Table.Row> action, HiddenRows hidden) {
      Part unitPart = new Part(row.cell(unit), row.number(), unit);
      if (unitPart.cell().isBlank()) {
        readUnnamed(row, unitPart, action);
        return;
      }
      begin();
      for (Part code : codes) {
        if (!row.ownValue(code.column()).isBlank()) {
          hidden.saw(row);
          emit(row, unitPart, code, action);
        }
      }
      for (int i = accounted.nextClearBit(0); i < row.width(); i = accounted.nextClearBit(i + 1)) {
        if (!row.own(i).isBlank()) { // Told once, by the first of its values.
          accounted.set(i);
          emit(row, unitPart, stray(row, i), action);
        }
      }
    }

    /** Tells of a row without a unit once, by the first of its values. */
    private void readUnnamed(SheetRow row, Part unitPart, Consumer<? super Table.Row> action) {
      for (Part code : codes) {
        if (isStray(row.own(code.column()))) {
          emit(row, unitPart, stray(row, code.column()), action);
          return;
        }
      }
    }

    private static Part stray(SheetRow row, int column) {
      return new Part(NO_CODE, row.number(), column);
    }

    private static void emit(
        SheetRow row, Part unitPart, Part code, Consumer<? super Table.Row> action) {
      Part value = Part.of(row, code.column());
      action.accept(FormRow.of(row, unitPart, code, value, Part.NONE, Part.NONE));
    }
  }
}

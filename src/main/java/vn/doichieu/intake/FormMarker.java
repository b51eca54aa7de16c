package vn.doichieu.intake;

import static vn.doichieu.tabular.FormLayout.LAYOUT_KEY;
import static vn.doichieu.tabular.FormLayout.LAYOUT_UNIT;
import static vn.doichieu.tabular.FormLayout.LAYOUT_WIDE;
import static vn.doichieu.tabular.FormLayout.MARKER;
import static vn.doichieu.tabular.FormLayout.PLAN_KEY;
import static vn.doichieu.tabular.FormLayout.UNIT_KEY;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.FormLayout;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.workbook.SheetRow;

/**
 * What the marker row of a form says.
 *
 * @param row the row it stands in
 * @param wide whether units are rows; else the sheet is one unit's
 * @param unit the unit's code; empty in a wide sheet
 * @param unitColumn the column of the unit's code
 */
record FormMarker(int row, boolean wide, String unit, int unitColumn) {

  /** Whether the first cell with any text marks a form. */
  static boolean isMarker(SheetRow row) {
    for (int i = 0; i < row.width(); i++) {
      String text = row.own(i).text();
      if (!text.isEmpty()) {
        return text.equals(MARKER);
      }
    }
    return false;
  }

  /**
   * Passes over a row that stands above every marker.
   *
   * @throws UnreadableInput if it holds the code of a figure: the marker was deleted or moved, and
   *     what was filled in below would be lost in silence
   */
  static void requireNoCode(SheetRow row, String file, String sheet) {
    for (int i = 0; i < row.width(); i++) {
      String text = row.own(i).text();
      if (FormLayout.isCode(text) && ReportingPeriod.parse(FormLayout.period(text)).isPresent()) {
        String letters = SheetRow.letters(i);
        throw refusal(Problem.Kind.FORM_MARKER_INVALID, row, letters, file, sheet, "∅");
      }
    }
  }

  /**
   * Reads a marker row.
   *
   * @throws UnreadableInput if the form is another plan's, or its layout is not known
   */
  static FormMarker read(SheetRow row, String file, String sheet, String plan) {
    String layout = "";
    String formOf = "";
    String unit = "";
    int unitColumn = -1;
    int planColumn = 0;
    for (int i = 0; i < row.width(); i++) {
      String text = row.own(i).text();
      if (text.startsWith(PLAN_KEY)) {
        formOf = text.substring(PLAN_KEY.length()).strip();
        planColumn = i;
      } else if (text.startsWith(LAYOUT_KEY)) {
        layout = text.substring(LAYOUT_KEY.length()).strip();
      } else if (text.startsWith(UNIT_KEY)) {
        unit = text.substring(UNIT_KEY.length()).strip();
        unitColumn = i;
      }
    }
    boolean wide = layout.equals(LAYOUT_WIDE);
    if (formOf.isEmpty() || !(wide || (layout.equals(LAYOUT_UNIT) && !unit.isEmpty()))) {
      throw refusal(Problem.Kind.FORM_MARKER_INVALID, row, null, file, sheet, layout);
    } else if (!formOf.equals(plan)) {
      String letters = SheetRow.letters(planColumn);
      throw refusal(Problem.Kind.FORM_OF_OTHER_PLAN, row, letters, file, sheet, formOf, plan);
    }
    return new FormMarker(row.number(), wide, unit, unitColumn);
  }

  private static UnreadableInput refusal(
      Problem.Kind kind,
      SheetRow row,
      @Nullable String letters,
      String file,
      String sheet,
      String read,
      String... arguments) {
    return new UnreadableInput(
        new Problem(kind, new SourceLocation(file, sheet, row.number(), letters), read, arguments));
  }
}

package vn.doichieu.intake;

import java.util.ArrayList;
import java.util.List;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.workbook.SheetRow;
import vn.doichieu.workbook.Workbook;

/** Remembers what was read although a reader of the workbook does not see it. */
final class HiddenRows {

  private final Workbook workbook;
  private final Workbook.Sheet sheet;
  private final List<Integer> rows = new ArrayList<>();
  private boolean any;

  HiddenRows(Workbook workbook, Workbook.Sheet sheet) {
    this.workbook = workbook;
    this.sheet = sheet;
  }

  /** Takes note of a row whose values count. */
  void saw(SheetRow row) {
    any = true;
    boolean repeated = !rows.isEmpty() && rows.get(rows.size() - 1) == row.number();
    if (row.isHidden() && !repeated) {
      rows.add(row.number());
    }
  }

  /** One problem for the sheet, or one for its hidden rows; none if all could be seen. */
  List<Problem> problems() {
    if (sheet.hidden() && any) {
      return List.of(problem(Problem.Kind.HIDDEN_SHEET, 0));
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            problem(Problem.Kind.HIDDEN_ROWS, rows.get(0)).alsoAt(rows.subList(1, rows.size())));
  }

  private Problem problem(Problem.Kind kind, int row) {
    return new Problem(
        kind, new SourceLocation(workbook.name(), sheet.name(), row, null), sheet.name());
  }
}

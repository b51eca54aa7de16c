package vn.doichieu.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.FormLayout;
import vn.doichieu.tabular.SheetCell;
import vn.doichieu.tabular.Table;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.workbook.SheetRow;
import vn.doichieu.workbook.SheetRows;
import vn.doichieu.workbook.Workbook;

/**
 * A sheet of a filled entry form ({@link FormLayout}), as a table of figures: every value that was
 * filled in is a row. It finds its way by codes alone, so rows and columns may have been added.
 */
public final class FormTable implements Table {

  private static final List<String> COLUMNS =
      List.of("unit", "item", "period", FormLayout.VALUE, FormLayout.EVIDENCE, FormLayout.NOTE);

  private final Workbook workbook;
  private final Workbook.Sheet sheet;
  private final String plan;
  private final HiddenRows hidden;

  private FormTable(Workbook workbook, Workbook.Sheet sheet, String plan) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.plan = plan;
    this.hidden = new HiddenRows(workbook, sheet);
  }

  /**
   * The sheets of a workbook that are parts of a form, in their order; none if it is no form.
   *
   * @param plan the id of the plan that the form has to be for
   * @param list the sheet that is read as a list instead; null if there is none
   * @throws UnreadableInput if a sheet has codes of figures and no marker above them
   */
  public static List<FormTable> of(Workbook workbook, String plan, @Nullable String list) {
    List<FormTable> forms = new ArrayList<>();
    for (Workbook.Sheet sheet : workbook.sheets()) {
      if (sheet.name().equals(list)) {
        continue;
      }
      try (SheetRows rows = workbook.rows(sheet)) {
        SheetRow row = rows.next();
        while (row != null && !FormMarker.isMarker(row)) {
          FormMarker.requireNoCode(row, workbook.name(), sheet.name());
          row = rows.next();
        }
        if (row != null) {
          forms.add(new FormTable(workbook, sheet, plan));
        }
      }
    }
    return forms;
  }

  @Override
  public String name() {
    return workbook.name();
  }

  @Override
  public String sheet() {
    return sheet.name();
  }

  @Override
  public List<String> header() {
    return COLUMNS;
  }

  @Override
  public int headerRow() {
    return 0;
  }

  @Override
  public int column(String column) {
    return COLUMNS.indexOf(column);
  }

  @Override
  public List<Problem> remarks() {
    return hidden.problems();
  }

  /**
   * Hands over every filled value; one without a code has {@link SheetCell.Kind#NO_CODE} for its
   * item.
   *
   * @throws UnreadableInput if the form is another plan's or its marker or header row is broken
   */
  @Override
  public void forEach(Consumer<? super Row> action) {
    try (SheetRows rows = workbook.rows(sheet)) {
      FormMarker marker = null;
      FormBlock block = null;
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        if (FormMarker.isMarker(row)) { // A second one begins a second form on the same sheet.
          requireHeader(marker, block);
          marker = FormMarker.read(row, name(), sheet(), plan);
          block = null;
        } else if (marker != null && block == null) {
          block = FormBlock.startingAt(row, marker);
        } else if (block != null) {
          block.read(row, action, hidden);
        }
      }
      requireHeader(marker, block);
    }
  }

  private void requireHeader(@Nullable FormMarker marker, @Nullable FormBlock block) {
    if (marker != null && block == null) {
      throw new UnreadableInput(
          new Problem(
              Problem.Kind.FORM_HEADER_NOT_FOUND,
              new SourceLocation(name(), sheet(), marker.row(), null),
              null));
    }
  }

  @Override
  public void close() {
    // Each reading of the sheet closes what it opened.
  }
}

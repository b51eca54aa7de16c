package vn.doichieu.submission;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.intake.FormTable;
import vn.doichieu.intake.SheetTable;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.JsonTable;
import vn.doichieu.tabular.Table;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.workbook.Workbook;

/** Reads files of figures into one set, of whichever kind they are. */
final class FigureFiles {

  private static final List<String> COLUMNS =
      List.of(FiguresReader.UNIT, FiguresReader.ITEM, FiguresReader.PERIOD, FiguresReader.VALUE);
  private static final List<String> FILLED_DOWN =
      List.of(FiguresReader.UNIT, FiguresReader.ITEM, FiguresReader.PERIOD);

  private static final String SHEET = "figures";

  private final FigureSet figures;
  private final List<Problem> problems;
  private final List<Problem> fatal;

  /**
   * A reader into a set.
   *
   * @param problems receives what was left out and why
   * @param fatal receives what cannot be read at all
   */
  FigureFiles(FigureSet figures, List<Problem> problems, List<Problem> fatal) {
    this.figures = figures;
    this.problems = problems;
    this.fatal = fatal;
  }

  void csv(Path file) {
    attempt(() -> table(CsvTable.open(file, COLUMNS)));
  }

  void json(Path file) {
    attempt(() -> table(JsonTable.open(file, COLUMNS)));
  }

  /** Reads a workbook that has to hold a list of figures, forms, or both. */
  void listOrForms(Path file) {
    attempt(() -> workbook(file, true, Problem.Kind.SHEET_NOT_FOUND));
  }

  /** Reads a workbook that is taken for a form, but may hold a list of figures. */
  void formsOrList(Path file) {
    attempt(() -> workbook(file, true, Problem.Kind.NOT_A_FORM));
  }

  /** Reads a workbook that has to be a form. */
  void forms(Path file) {
    attempt(() -> workbook(file, false, Problem.Kind.NOT_A_FORM));
  }

  private void table(Table table) {
    try (table) {
      FiguresReader.read(table, figures, problems);
    }
  }

  /**
   * Reads the list of a workbook, if it may have one, and all of its forms.
   *
   * @param without what to say of a workbook without figures
   */
  private void workbook(Path file, boolean mayHoldList, Problem.Kind without) {
    try (Workbook workbook = Workbook.open(file)) {
      Table list = mayHoldList ? list(workbook) : null;
      List<FormTable> forms =
          FormTable.of(workbook, figures.plan().id(), list == null ? null : list.sheet());
      if (list == null && forms.isEmpty()) {
        throw new UnreadableInput(
            new Problem(
                without,
                SourceLocation.of(workbook.name()),
                String.join(", ", workbook.sheetNames()),
                SHEET));
      }
      if (list != null) {
        attempt(() -> table(list));
      }
      for (FormTable form : forms) {
        attempt(() -> table(form));
      }
    }
  }

  /** The list of a workbook; null if it has none, as in a form whose sheet goes by its name. */
  private @Nullable Table list(Workbook workbook) {
    try {
      return SheetTable.open(workbook, SHEET, COLUMNS, FILLED_DOWN);
    } catch (UnreadableInput e) {
      if (FormTable.of(workbook, figures.plan().id(), null).stream()
          .anyMatch(form -> SHEET.equalsIgnoreCase(form.sheet().strip()))) {
        return null;
      }
      throw e;
    }
  }

  private void attempt(Runnable reading) {
    try {
      reading.run();
    } catch (UnreadableInput e) {
      fatal.addAll(e.problems());
    }
  }
}

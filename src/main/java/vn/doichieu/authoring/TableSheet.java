package vn.doichieu.authoring;

import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.doichieu.ruletable.RuleColumns;
import vn.doichieu.spreadsheet.LineCount;
import vn.doichieu.spreadsheet.SheetText;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** A table of rules as a sheet: rows to edit, with help where somebody looks for it. */
final class TableSheet {

  /** Column widths are given in 256ths of a character. */
  private static final int CHARACTER = 256;

  private static final int USUAL_WIDTH = 16;
  private static final Map<String, Integer> WIDTHS =
      Map.ofEntries(
          Map.entry("target", 11),
          Map.entry("title", 32),
          Map.entry("action", 28),
          Map.entry("title_en", 28),
          Map.entry("section", 14),
          Map.entry("quote", 48),
          Map.entry("inputs", 34),
          Map.entry("comparator", 10),
          Map.entry("binding", 9),
          Map.entry("confidence", 9),
          Map.entry("reading", 24),
          Map.entry("note", 32),
          Map.entry("says", 40),
          Map.entry("says_en", 40),
          Map.entry("decided_by", 24));

  /** Rows below the last that are ready to be filled in. */
  private static final int ROWS_TO_ADD = 500;

  /** More lines of comment above the header than these would leave no room to scroll. */
  private static final int MOST_FROZEN = 6;

  private static final int NOTE_COLUMNS = 4;
  private static final int NOTE_ROWS = 9;
  private static final String AUTHOR = "doichieu";

  private final SXSSFWorkbook workbook;
  private final SXSSFSheet sheet;
  private final CsvDocument table;
  private final RuleStyles styles;
  private final Messages messages;

  TableSheet(
      SXSSFWorkbook workbook,
      String name,
      CsvDocument table,
      RuleStyles styles,
      Messages messages) {
    this.workbook = workbook;
    this.sheet = workbook.createSheet(name);
    this.table = table;
    this.styles = styles;
    this.messages = messages;
  }

  void write() {
    List<String> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      sheet.setDefaultColumnStyle(i, styles.cell);
      sheet.setColumnWidth(i, width(columns.get(i)) * CHARACTER);
    }
    int header = 0;
    int at = 0;
    for (int i = 0; i < table.lines().size(); i++) {
      CsvLine line = table.lines().get(i);
      if (i == table.header()) {
        header = at;
        writeHeader(sheet.createRow(at++), columns);
      } else if (line.isComment()) {
        Cell cell = sheet.createRow(at++).createCell(0);
        cell.setCellValue(SheetText.of(line.comment()));
        cell.setCellStyle(styles.comment);
      } else if (!line.isBlank()) {
        writeRow(sheet.createRow(at++), line, columns);
      }
    }
    addChoices(columns, header + 1, at + ROWS_TO_ADD);
    sheet.setAutoFilter(
        new CellRangeAddress(header, Math.max(header, at - 1), 0, columns.size() - 1));
    sheet.createFreezePane(1, header < MOST_FROZEN ? header + 1 : 0);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
    sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, 0));
  }

  private static int width(String column) {
    return WIDTHS.getOrDefault(column, USUAL_WIDTH);
  }

  private void writeHeader(Row row, List<String> columns) {
    row.setHeightInPoints(LineCount.points(2));
    Drawing<?> notes = sheet.createDrawingPatriarch();
    boolean vietnamese = messages.language() == Language.VI;
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      Cell cell = row.createCell(i);
      cell.setCellStyle(styles.head);
      cell.setCellValue(
          SheetText.of(
              RuleColumns.isKnown(column)
                  ? RuleColumns.heading(column, vietnamese)
                  : table.headings().get(i)));
      String help = ColumnHelp.text(column, messages);
      if (!help.isEmpty()) {
        addNote(notes, cell, help);
      }
    }
  }

  /** Pins a note to a cell, to be shown beside it. */
  private void addNote(Drawing<?> notes, Cell cell, String text) {
    CreationHelper creation = workbook.getCreationHelper();
    ClientAnchor anchor = creation.createClientAnchor();
    anchor.setCol1(cell.getColumnIndex() + 1);
    anchor.setCol2(cell.getColumnIndex() + 1 + NOTE_COLUMNS);
    anchor.setRow1(cell.getRowIndex());
    anchor.setRow2(cell.getRowIndex() + NOTE_ROWS);
    Comment note = notes.createCellComment(anchor);
    note.setString(creation.createRichTextString(text));
    note.setAuthor(AUTHOR);
    note.setAddress(cell.getAddress()); // Else it belongs to the cell that its box begins at.
  }

  private void writeRow(Row row, CsvLine line, List<String> columns) {
    int lines = 1;
    for (int i = 0; i < columns.size(); i++) {
      lines = Math.max(lines, LineCount.of(line.value(i), width(columns.get(i))));
      Cell cell = row.createCell(i);
      cell.setCellStyle(styles.cell);
      if (!line.value(i).isEmpty()) {
        cell.setCellValue(SheetText.of(line.value(i)));
      }
    }
    row.setHeightInPoints(LineCount.points(lines));
  }

  private void addChoices(List<String> columns, int firstRow, int lastRow) {
    DataValidationHelper checks = sheet.getDataValidationHelper();
    for (int at = 0; at < columns.size(); at++) {
      List<String> words = ColumnHelp.CHOICES.getOrDefault(columns.get(at), List.of());
      if (!words.isEmpty()) {
        DataValidation choice =
            checks.createValidation(
                checks.createExplicitListConstraint(words.toArray(String[]::new)),
                new CellRangeAddressList(firstRow, lastRow, at, at));
        choice.setEmptyCellAllowed(true);
        choice.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        choice.createErrorBox(
            messages.text("authoring.choice"),
            messages.text("authoring.choice.unusual", String.join(", ", words)));
        choice.setShowErrorBox(ColumnHelp.CLOSED.contains(columns.get(at)));
        sheet.addValidationData(choice);
      }
    }
  }
}

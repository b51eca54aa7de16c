package vn.doichieu.form;

import java.time.LocalDate;
import java.time.Month;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFDataValidationConstraint;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.wording.Messages;

/** What the cells of a sheet take, said before and after something is typed. */
final class Entries {

  /**
   * A whole number that spreadsheets keep exactly, or the words for a declared 0 or for no figure.
   * Comparing a word with a number must not be tried: its error would refuse the word.
   */
  private static final String WHOLE_NUMBER =
      "IF(ISNUMBER(%1$s),AND(%1$s>=0,%1$s=INT(%1$s),%1$s<1E+15),"
          + "OR(LOWER(TRIM(%1$s))=\"không phát sinh\",LOWER(TRIM(%1$s))=\"chưa có số liệu\"))";

  private final Sheet sheet;
  private final DataValidationHelper checks;
  private final int planYear;
  private final Words words;
  private final Messages messages;

  Entries(Sheet sheet, int planYear, Words words, Messages messages) {
    this.sheet = sheet;
    this.checks = sheet.getDataValidationHelper();
    this.planYear = planYear;
    this.words = words;
    this.messages = messages;
  }

  /** Cells that take values of a type: one block, so that its first cell is what a check names. */
  void values(Item.Type type, CellRangeAddress cells) {
    switch (type) {
      case COUNT -> {
        String first =
            new CellReference(cells.getFirstRow(), cells.getFirstColumn()).formatAsString();
        add(
            checks.createCustomConstraint(WHOLE_NUMBER.formatted(first)),
            cells,
            words.hint(type),
            words.refusal(type));
      }
      case YES_NO -> {
        String[] answers = {messages.text("yes"), messages.text("no")};
        add(
            checks.createExplicitListConstraint(answers),
            cells,
            words.hint(type),
            words.refusal(type));
      }
      case DATE -> {
        add(
            checks.createDateConstraint(
                OperatorType.BETWEEN,
                serial(LocalDate.of(planYear - 1, Month.JANUARY, 1)),
                serial(LocalDate.of(planYear + 2, Month.DECEMBER, 31)),
                null),
            cells,
            words.hint(type),
            words.refusal(type));
      }
      case RATE -> words(words.hint(type), cells);
    }
  }

  /** Cells that take words, with a hint what they are for. */
  void words(String hint, CellRangeAddress cells) {
    DataValidation any =
        checks.createValidation(
            new XSSFDataValidationConstraint(ValidationType.ANY, OperatorType.IGNORED, ""),
            place(cells));
    any.createPromptBox(messages.text("form.hint"), hint);
    any.setShowPromptBox(true);
    sheet.addValidationData(any);
  }

  private void add(
      DataValidationConstraint constraint, CellRangeAddress cells, String hint, String error) {
    DataValidation check = checks.createValidation(constraint, place(cells));
    check.setEmptyCellAllowed(true);
    check.createPromptBox(messages.text("form.hint"), hint);
    check.setShowPromptBox(true);
    check.setErrorStyle(DataValidation.ErrorStyle.STOP);
    check.createErrorBox(messages.text("form.error"), error);
    check.setShowErrorBox(true);
    sheet.addValidationData(check);
  }

  private static CellRangeAddressList place(CellRangeAddress cells) {
    CellRangeAddressList place = new CellRangeAddressList();
    place.addCellRangeAddress(cells);
    return place;
  }

  private static String serial(LocalDate day) {
    return Integer.toString((int) DateUtil.getExcelDate(day));
  }
}

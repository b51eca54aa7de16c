package vn.doichieu.form;

import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.wording.Messages;

/** The first sheet: how to fill the form in, and where each unit's sheet is. */
final class GuideSheet {

  private static final int NUMBER = 0;
  private static final int TEXT = 1;
  private static final int FIGURES = 2;
  private static final int[] WIDTHS = {6, 78, 16};
  private static final int LINE_CHARACTERS = 92;

  /** A unit's sheet: its name, and what it asks for. */
  record Entry(ReportingUnit unit, String sheet, Questions questions) {}

  private GuideSheet() {}

  /**
   * Adds the sheet to a workbook.
   *
   * @param entries the sheets of units; none in the wide layout
   */
  static void write(
      SXSSFWorkbook workbook,
      String name,
      Plan plan,
      List<Entry> entries,
      Styles styles,
      Messages messages) {
    FormSheet sheet = new FormSheet(workbook, name);
    sheet.widths(WIDTHS);
    sheet.across(NUMBER, FIGURES, messages.text("form.guide.title"), styles.title);
    Words words = new Words(plan, messages);
    paragraph(sheet, "", words.plan(), styles);
    int number = 1;
    for (String text : steps(plan, entries.isEmpty(), messages)) {
      paragraph(sheet, number++ + ".", text, styles);
    }
    if (!entries.isEmpty()) {
      index(workbook, sheet, words, entries, styles, messages);
    }
    sheet.print(false, true, messages);
    sheet.protect();
  }

  private static List<String> steps(Plan plan, boolean wide, Messages messages) {
    return List.of(
        messages.text(wide ? "form.guide.where.wide" : "form.guide.where"),
        messages.text("form.guide.missing"),
        messages.text("form.guide.none"),
        messages.text("form.guide.count"),
        messages.text("form.guide.yes_no"),
        messages.text("form.guide.date", plan.year() - 1, plan.year() + 2),
        messages.text("form.guide.period"),
        messages.text("form.guide.personal"),
        messages.text("form.guide.keep"),
        messages.text("form.guide.save"));
  }

  private static void paragraph(FormSheet sheet, String number, String text, Styles styles) {
    sheet.next(Math.ceil((double) text.length() / LINE_CHARACTERS) + 0.4);
    sheet.cell(NUMBER, number, styles.number);
    sheet.across(TEXT, FIGURES, text, styles.paragraph);
  }

  private static void index(
      SXSSFWorkbook workbook,
      FormSheet sheet,
      Words words,
      List<Entry> entries,
      Styles styles,
      Messages messages) {
    sheet.next();
    sheet.next();
    sheet.cell(NUMBER, messages.text("form.head.number"), styles.head);
    sheet.cell(TEXT, messages.text("form.head.unit"), styles.head);
    sheet.cell(FIGURES, messages.text("form.head.figures"), styles.head);
    int head = sheet.at();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      sheet.next();
      sheet.number(NUMBER, i + 1, styles.centred);
      Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      link.setAddress("'" + entry.sheet().replace("'", "''") + "'!" + UnitSheet.FIRST_VALUE);
      sheet.link(TEXT, words.name(entry.unit()), link, styles.link);
      sheet.number(FIGURES, entry.questions().inputs().size(), styles.centred);
    }
    sheet.sheet().setRepeatingRows(new CellRangeAddress(head, head, -1, -1));
  }
}

package vn.doichieu.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final int TERM = 1;
  private static final int TEXT = 2;
  private static final int FIGURES = 3;
  private static final int[] WIDTHS = {6, 20, 66, 14};
  private static final int TEXT_WIDTH = 80;

  /** Lines of room around a text. */
  private static final double AIR = 0.5;

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
    sheet.next(FormSheet.lines(words.plan(), TEXT_WIDTH) + 2 * AIR);
    sheet.across(NUMBER, FIGURES, words.plan(), styles.subtitle);
    steps(plan, entries.isEmpty(), messages)
        .forEach(
            (term, text) -> {
              sheet.next(FormSheet.lines(text, TEXT_WIDTH) + AIR);
              sheet.across(NUMBER, TERM, term, styles.term);
              sheet.across(TEXT, FIGURES, text, styles.paragraph);
            });
    if (!entries.isEmpty()) {
      index(workbook, sheet, words, entries, styles, messages);
    }
    sheet.print(false, messages);
    sheet.protect();
  }

  private static Map<String, String> steps(Plan plan, boolean wide, Messages messages) {
    Map<String, String> steps = new LinkedHashMap<>();
    String where = wide ? "form.guide.where.wide" : "form.guide.where";
    steps.put(messages.text("form.term.where"), messages.text(where));
    steps.put(messages.text("form.term.missing"), messages.text("form.guide.missing"));
    steps.put(messages.text("form.term.none"), messages.text("form.guide.none"));
    steps.put(messages.text("form.term.count"), messages.text("form.guide.count"));
    steps.put(messages.text("form.term.yes_no"), messages.text("form.guide.yes_no"));
    int year = plan.year();
    steps.put(
        messages.text("form.term.date"),
        messages.text("form.guide.date", year, year - 1, year + 2));
    steps.put(messages.text("form.term.period"), messages.text("form.guide.period"));
    steps.put(messages.text("form.term.personal"), messages.text("form.guide.personal"));
    steps.put(messages.text("form.term.keep"), messages.text("form.guide.keep"));
    steps.put(messages.text("form.term.save"), messages.text("form.guide.save"));
    return steps;
  }

  private static void index(
      SXSSFWorkbook workbook,
      FormSheet sheet,
      Words words,
      List<Entry> entries,
      Styles styles,
      Messages messages) {
    sheet.next();
    sheet.next(1 + AIR);
    sheet.cell(NUMBER, messages.text("form.head.number"), styles.head);
    sheet.across(TERM, TEXT, messages.text("form.head.unit"), styles.head);
    sheet.cell(FIGURES, messages.text("form.head.figures"), styles.head);
    int head = sheet.at();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      sheet.next(1 + AIR);
      sheet.number(NUMBER, i + 1, styles.centred);
      Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      link.setAddress("'" + entry.sheet().replace("'", "''") + "'!" + UnitSheet.FIRST_VALUE);
      sheet.across(TERM, TEXT, words.name(entry.unit()), styles.link);
      sheet.link(TERM, link);
      sheet.number(FIGURES, entry.questions().inputs().size(), styles.centred);
    }
    sheet.sheet().setRepeatingRows(new CellRangeAddress(head, head, -1, -1));
  }
}

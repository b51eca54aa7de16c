package vn.doichieu.form;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.form.Questions.Group;
import vn.doichieu.form.Questions.Question;
import vn.doichieu.tabular.FormLayout;
import vn.doichieu.wording.Messages;

/** The sheet of one unit: a row for each figure, with evidence and note beside the value. */
final class UnitSheet {

  private static final int CODE = 0;
  private static final int NUMBER = 1;
  private static final int LABEL = 2;
  private static final int PERIOD = 3;
  private static final int TYPE = 4;
  private static final int VALUE = 5;
  private static final int EVIDENCE = 6;
  private static final int NOTE = 7;
  private static final int TARGETS = 8;

  private static final int[] WIDTHS = {0, 5, 42, 13, 10, 14, 17, 17, 11};

  /** The width of all columns, less what bold letters take more. */
  private static final int LINE_WIDTH = 122;

  /** Lines of room around a text. */
  private static final double AIR = 0.3;

  /** The first row of figures: above it stand the marker, the codes, the title and the head. */
  private static final int FIRST_ROW = 7;

  /** Where a reader of the sheet begins: the value of the first figure. */
  static final String FIRST_VALUE = new CellReference(FIRST_ROW + 1, VALUE).formatAsString();

  private final FormSheet sheet;
  private final Plan plan;
  private final Styles styles;
  private final Words words;
  private final Messages messages;
  private final Entries entries;
  private int number;

  /** Begins the sheet of a unit. */
  UnitSheet(SXSSFWorkbook workbook, String name, Plan plan, Styles styles, Messages messages) {
    this.sheet = new FormSheet(workbook, name);
    this.plan = plan;
    this.styles = styles;
    this.words = new Words(plan, messages);
    this.messages = messages;
    this.entries = new Entries(sheet.sheet(), plan.year(), words, messages);
  }

  /**
   * Writes the whole sheet.
   *
   * @param area whether the unit is the area, to whose totals its members can add up
   */
  void write(ReportingUnit unit, boolean area, Questions questions) {
    head(unit);
    questions.groups().forEach(group -> group(group, area));
    foot();
  }

  private void head(ReportingUnit unit) {
    sheet.widths(WIDTHS);
    sheet.marker(
        FormLayout.PLAN_KEY + plan.id(),
        FormLayout.LAYOUT_KEY + FormLayout.LAYOUT_UNIT,
        FormLayout.UNIT_KEY + unit.code());
    sheet.nextHidden();
    sheet.cell(CODE, FormLayout.CODE);
    sheet.cell(VALUE, FormLayout.VALUE);
    sheet.cell(EVIDENCE, FormLayout.EVIDENCE);
    sheet.cell(NOTE, FormLayout.NOTE);
    line(1.6, words.title(), styles.title);
    line(words.plan(), styles.subtitle);
    line(1.6, words.unit(unit), styles.name);
    line(messages.text("form.reminder"), styles.remark);
    sheet.next(2.2);
    String[] heads = {
      messages.text("form.head.number"),
      messages.text("form.head.label"),
      messages.text("form.head.period"),
      messages.text("form.head.type"),
      messages.text("form.head.value"),
      messages.text("form.head.evidence"),
      messages.text("form.head.note"),
      messages.text("form.head.targets")
    };
    for (int i = 0; i < heads.length; i++) {
      sheet.cell(NUMBER + i, heads[i], styles.head);
    }
  }

  private void line(String text, CellStyle style) {
    line(FormSheet.lines(text, LINE_WIDTH) + AIR, text, style);
  }

  private void line(double lines, String text, CellStyle style) {
    sheet.next(lines);
    sheet.across(NUMBER, TARGETS, text, style);
  }

  private void group(Group group, boolean area) {
    String heading = words.target(group.target());
    if (group.isPooled(area)) {
      heading = messages.text("form.pooled", heading);
    }
    line(heading, styles.group);
    List<Question> questions = group.questions();
    int start = sheet.at() + 1;
    for (int i = 0; i < questions.size(); i++) {
      Item.Type type = questions.get(i).input().item().type();
      row(questions.get(i));
      if (i + 1 == questions.size() || questions.get(i + 1).input().item().type() != type) {
        entries.values(type, new CellRangeAddress(start, sheet.at(), VALUE, VALUE));
        start = sheet.at() + 1;
      }
    }
  }

  private void row(Question question) {
    Item item = question.input().item();
    String label = words.label(item);
    String period = words.period(question.input());
    String targets = targets(question.targets());
    int lines =
        Math.max(
            FormSheet.lines(targets, WIDTHS[TARGETS]),
            Math.max(
                FormSheet.lines(label, WIDTHS[LABEL]), FormSheet.lines(period, WIDTHS[PERIOD])));
    number++;
    sheet.next(lines + AIR);
    sheet.cell(CODE, FormLayout.code(item.code(), question.input().period().text()));
    sheet.number(NUMBER, number, styles.centred);
    sheet.cell(LABEL, label, styles.label);
    sheet.cell(PERIOD, period, styles.centred);
    sheet.cell(TYPE, words.type(item.type()), styles.centred);
    sheet.blank(VALUE, styles.value(item.type()));
    sheet.blank(EVIDENCE, styles.text);
    sheet.blank(NOTE, styles.text);
    sheet.cell(TARGETS, targets, styles.small);
  }

  /** The target of the heading above, then others; with their sections where these differ. */
  private String targets(List<Target> targets) {
    String section = targets.get(0).citation().section();
    return targets.stream()
        .map(t -> t.citation().section().equals(section) ? t.id() : words.reference(t))
        .collect(Collectors.joining("\n"));
  }

  private void foot() {
    CellRangeAddress evidence = new CellRangeAddress(FIRST_ROW, sheet.at(), EVIDENCE, EVIDENCE);
    entries.words(messages.text("form.evidence.hint"), evidence);
    CellRangeAddress notes = new CellRangeAddress(FIRST_ROW, sheet.at(), NOTE, NOTE);
    entries.words(messages.text("form.note.hint"), notes);
    sheet.sheet().createFreezePane(0, FIRST_ROW);
    sheet.sheet().setRepeatingRows(new CellRangeAddress(FIRST_ROW - 1, FIRST_ROW - 1, -1, -1));
    sheet.print(false, messages);
    sheet.protect();
  }
}

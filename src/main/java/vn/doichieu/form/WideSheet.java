package vn.doichieu.form;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.form.Questions.Question;
import vn.doichieu.tabular.FormLayout;
import vn.doichieu.wording.Messages;

/** One sheet with a row for every unit and a column for every figure; what is not asked is grey. */
final class WideSheet {

  private static final int UNIT = 0;
  private static final int NAME = 1;
  private static final int FIRST_COLUMN = 2;
  private static final int NAME_CHARACTERS = 38;
  private static final int COLUMN_CHARACTERS = 20;

  /** Lines of room around a text. */
  private static final double AIR = 0.3;

  /** The first row of units: above it stand the marker, the codes, the title and three heads. */
  private static final int FIRST_ROW = 8;

  private final FormSheet sheet;
  private final Plan plan;
  private final Styles styles;
  private final Words words;
  private final Messages messages;
  private final List<Question> columns;

  private WideSheet(
      SXSSFWorkbook workbook, Plan plan, Questions questions, Styles styles, Messages messages) {
    this.sheet = new FormSheet(workbook, messages.text("form.wide.sheet"));
    this.plan = plan;
    this.styles = styles;
    this.words = new Words(plan, messages);
    this.messages = messages;
    this.columns = questions.all();
  }

  /**
   * Adds the sheet to a workbook.
   *
   * @param units the units, each with what it is asked for, in the order of the rows
   */
  static void write(
      SXSSFWorkbook workbook,
      Plan plan,
      Questions questions,
      Map<ReportingUnit, Questions> units,
      Styles styles,
      Messages messages) {
    WideSheet sheet = new WideSheet(workbook, plan, questions, styles, messages);
    sheet.head();
    units.forEach((unit, own) -> sheet.row(unit, own.inputs()));
    sheet.foot();
  }

  private void head() {
    int[] widths = new int[FIRST_COLUMN + columns.size()];
    Arrays.fill(widths, COLUMN_CHARACTERS);
    widths[UNIT] = 0;
    widths[NAME] = NAME_CHARACTERS;
    sheet.widths(widths);
    sheet.marker(FormLayout.PLAN_KEY + plan.id(), FormLayout.LAYOUT_KEY + FormLayout.LAYOUT_WIDE);
    sheet.nextHidden();
    sheet.cell(UNIT, FormLayout.UNIT);
    for (int i = 0; i < columns.size(); i++) {
      Input input = columns.get(i).input();
      sheet.cell(FIRST_COLUMN + i, FormLayout.code(input.item().code(), input.period().text()));
    }
    sheet.next();
    sheet.cell(FIRST_COLUMN, words.title(), styles.banner);
    sheet.next();
    sheet.cell(FIRST_COLUMN, words.plan(), styles.banner);
    sheet.next();
    sheet.cell(FIRST_COLUMN, messages.text("form.reminder"), styles.banner);
    heads();
  }

  private void heads() {
    head(
        messages.text("form.head.targets"),
        styles.smallHead,
        question ->
            question.targets().stream().map(words::reference).collect(Collectors.joining("\n")));
    head(
        messages.text("form.head.label"),
        styles.smallHead,
        question -> words.label(question.input().item()));
    head(
        messages.text("form.head.unit"),
        styles.head,
        question ->
            words.period(question.input())
                + "\n("
                + words.type(question.input().item().type())
                + ")");
  }

  private void head(String name, CellStyle style, Function<Question, String> text) {
    List<String> texts = columns.stream().map(text).toList();
    sheet.next(
        texts.stream().mapToInt(t -> FormSheet.lines(t, COLUMN_CHARACTERS)).max().orElse(1) + AIR);
    sheet.cell(NAME, name, styles.head);
    for (int i = 0; i < texts.size(); i++) {
      sheet.cell(FIRST_COLUMN + i, texts.get(i), style);
    }
  }

  private void row(ReportingUnit unit, Set<Input> asked) {
    String name = words.name(unit);
    sheet.next(FormSheet.lines(name, NAME_CHARACTERS) + AIR);
    sheet.cell(UNIT, unit.code());
    sheet.cell(NAME, name, styles.label);
    for (int i = 0; i < columns.size(); i++) {
      Input input = columns.get(i).input();
      sheet.blank(
          FIRST_COLUMN + i,
          asked.contains(input) ? styles.value(input.item().type()) : styles.unasked);
    }
  }

  private void foot() {
    Entries entries = new Entries(sheet.sheet(), plan.year(), words, messages);
    int start = 0;
    for (int i = 0; i < columns.size(); i++) {
      Item.Type type = columns.get(i).input().item().type();
      if (i + 1 == columns.size() || columns.get(i + 1).input().item().type() != type) {
        entries.values(
            type,
            new CellRangeAddress(FIRST_ROW, sheet.at(), FIRST_COLUMN + start, FIRST_COLUMN + i));
        start = i + 1;
      }
    }
    sheet.sheet().createFreezePane(FIRST_COLUMN, FIRST_ROW);
    sheet.sheet().setRepeatingRows(new CellRangeAddress(FIRST_ROW - 3, FIRST_ROW - 1, -1, -1));
    sheet.sheet().setRepeatingColumns(new CellRangeAddress(-1, -1, NAME, NAME));
    sheet.print(true, messages);
    sheet.protect();
  }
}

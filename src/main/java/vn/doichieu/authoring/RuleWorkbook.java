package vn.doichieu.authoring;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.ruletable.RuleColumns;
import vn.doichieu.ruletable.RuleTables;
import vn.doichieu.spreadsheet.LineCount;
import vn.doichieu.spreadsheet.SheetText;
import vn.doichieu.spreadsheet.TimelessZip;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.workbook.SheetRow;
import vn.doichieu.workbook.SheetRows;
import vn.doichieu.workbook.Workbook;

/** The rules of a plan as a workbook to edit. The same rules give the same bytes. */
public final class RuleWorkbook {

  private static final int CHARACTER = 256;
  private static final int[] ITEM_WIDTHS = {34, 10, 70, 12, 30};
  private static final int[] GUIDE_WIDTHS = {24, 16, 100};
  private static final int ROWS_IN_MEMORY = 100;

  /** In a cell: other programs drop a file's properties when they save it, and people rename it. */
  private static final Pattern MARK = Pattern.compile("doi-chieu:([0-9a-f]{8,64})");

  private final Plan plan;
  private final PlanTables tables;

  private RuleWorkbook(Plan plan, PlanTables tables) {
    this.plan = plan;
    this.tables = tables;
  }

  /**
   * Reads what the workbook is made of.
   *
   * @throws InvalidRules if the rules do not compile, or a cell is too long for a workbook
   * @throws vn.doichieu.tabular.UnreadableInput if they cannot be read
   */
  public static RuleWorkbook read(Path folder) {
    Plan plan = PlanReader.draft(folder).sound();
    List<Problem> problems = new ArrayList<>();
    PlanTables tables = PlanTables.in(folder, problems);
    RuleTables files = RuleTables.in(folder);
    checkLengths(tables.targets(), files.targetsFile(), problems);
    tables
        .readings()
        .ifPresent(table -> checkLengths(table, files.readingsFile().orElseThrow(), problems));
    if (!problems.isEmpty()) {
      throw new InvalidRules(problems);
    }
    return new RuleWorkbook(plan, tables);
  }

  private static void checkLengths(CsvDocument table, Path file, List<Problem> problems) {
    String name = String.valueOf(file.getFileName());
    for (CsvLine line : table.lines()) {
      for (int i = 0; i < line.cells().size(); i++) {
        String text = line.isComment() ? line.comment() : line.value(i);
        int length = SheetText.of(text).length();
        if (length > SheetText.LONGEST) {
          String column = i < table.headings().size() ? table.headings().get(i) : null;
          problems.add(
              new Problem(
                  Problem.Kind.RULE_CELL_TOO_LONG,
                  SourceLocation.of(name, line.number(), line.isComment() ? null : column),
                  text,
                  String.valueOf(length),
                  String.valueOf(SheetText.LONGEST)));
        }
      }
    }
  }

  /**
   * What somebody wrote a workbook of, as {@link #write(OutputStream, Messages, String)} was told;
   * empty if the workbook does not say it.
   *
   * @throws vn.doichieu.tabular.UnreadableInput if it is no workbook
   */
  public static Optional<String> mark(Path file) {
    try (Workbook workbook = Workbook.open(file)) {
      List<Workbook.Sheet> sheets = new ArrayList<>(workbook.sheets());
      Collections.reverse(sheets); // The guide is the last one; cells of tables may say anything.
      for (Workbook.Sheet sheet : sheets) {
        try (SheetRows rows = workbook.rows(sheet)) {
          for (SheetRow row = rows.next(); row != null; row = rows.next()) {
            for (int i = 0; i < row.width(); i++) {
              Matcher mark = MARK.matcher(row.own(i).text());
              if (mark.find()) {
                return Optional.of(mark.group(1));
              }
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Writes the workbook. */
  public void write(OutputStream out, Messages messages) {
    write(out, messages, "");
  }

  /**
   * Writes the workbook.
   *
   * @param mark what it is written of, in hexadecimal digits, to be known when it comes back; empty
   *     to say nothing
   */
  public void write(OutputStream out, Messages messages, String mark) {
    boolean sharedTexts = true; // As spreadsheets write them; not every program edits other texts.
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, false, sharedTexts)) {
      RuleStyles styles = new RuleStyles(workbook.getXSSFWorkbook());
      new TableSheet(workbook, RuleTables.TARGETS, tables.targets(), styles, messages).write();
      CsvDocument readings = tables.readings().orElseGet(RuleWorkbook::noReadings);
      new TableSheet(workbook, RuleTables.READINGS, readings, styles, messages).write();
      writeItems(workbook.createSheet(messages.text("authoring.sheet.items")), styles, messages);
      writeGuide(
          workbook.createSheet(messages.text("authoring.sheet.guide")), styles, messages, mark);
      for (Sheet sheet : workbook) { // Texts are numbered as sheets are flushed: in this order.
        ((SXSSFSheet) sheet).flushRows();
      }
      TimelessZip.write(workbook, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CsvDocument noReadings() {
    return CsvDocument.parse(String.join(",", RuleTables.READING_COLUMNS) + "\n", false);
  }

  /** What the cells of inputs and conditions name. */
  private void writeItems(SXSSFSheet sheet, RuleStyles styles, Messages messages) {
    widths(sheet, ITEM_WIDTHS);
    row(
        sheet,
        styles.head,
        messages.text("authoring.items.code"),
        messages.text("authoring.items.type"),
        messages.text("authoring.items.label"),
        messages.text("authoring.items.optional"),
        messages.text("authoring.items.part_of"));
    for (Item item : plan.items().values()) {
      String english = item.labelEn().isEmpty() ? item.label() : item.labelEn();
      row(
          sheet,
          styles.cell,
          item.code(),
          item.type().code(),
          messages.language() == Language.VI ? item.label() : english,
          item.optional() ? messages.text("yes") : "",
          item.partOf());
    }
    sheet.createFreezePane(1, 1);
  }

  private void writeGuide(SXSSFSheet sheet, RuleStyles styles, Messages messages, String mark) {
    widths(sheet, GUIDE_WIDTHS);
    row(sheet, styles.title, messages.text("authoring.guide.title", plan.id()));
    for (String step : messages.text("authoring.guide.steps").split("\n", -1)) {
      row(sheet, styles.paragraph, "", "", step);
    }
    if (!mark.isEmpty()) {
      row(
          sheet,
          styles.paragraph,
          "",
          "",
          messages.text("authoring.guide.mark", "doi-chieu:" + mark));
    }
    row(
        sheet,
        styles.head,
        messages.text("authoring.guide.column"),
        messages.text("authoring.guide.name"),
        messages.text("authoring.guide.help"));
    for (String column : RuleColumns.all()) {
      row(
          sheet,
          styles.cell,
          RuleColumns.heading(column, messages.language() == Language.VI),
          column,
          ColumnHelp.text(column, messages));
    }
    row(
        sheet,
        styles.head,
        messages.text("authoring.guide.kind"),
        "",
        messages.text("authoring.guide.help"));
    for (String kind : ColumnHelp.CHOICES.getOrDefault("kind", List.of())) {
      row(sheet, styles.cell, kind, "", messages.text("authoring.kind." + kind));
    }
  }

  private static void widths(SXSSFSheet sheet, int... characters) {
    for (int i = 0; i < characters.length; i++) {
      sheet.setColumnWidth(i, characters[i] * CHARACTER);
    }
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private static void row(SXSSFSheet sheet, CellStyle style, String... texts) {
    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
    int lines = 1;
    for (int i = 0; i < texts.length; i++) {
      if (style.getWrapText()) {
        lines = Math.max(lines, LineCount.of(texts[i], sheet.getColumnWidth(i) / CHARACTER));
      }
      var cell = row.createCell(i);
      cell.setCellStyle(style);
      cell.setCellValue(SheetText.of(texts[i]));
    }
    row.setHeightInPoints(
        LineCount.points(lines) + (style.getWrapText() ? 0 : LineCount.LINE_POINTS));
  }
}

package vn.doichieu.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Problem;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** What an auditor did in a workbook comes back, and is told; what she did not touch stays. */
class WorkbookImportTest {

  private static final Messages MESSAGES = new Messages(Language.VI);

  @TempDir private Path folder;
  private Path rules;
  private Path file;
  private String before;

  @BeforeEach
  void export() throws IOException {
    rules =
        new SmallPlan(folder.resolve("small"))
            .target("A-1", "ratio", "note", "một, hai")
            .target("A-2", "count")
            .target("A-3", "duty")
            .reading("A-1", "a", "threshold", "30%")
            .write();
    Path csv = rules.resolve("targets.csv");
    before = Files.readString(csv).replace("\"A-2\"", "# chú thích\n\"A-2\"");
    Files.writeString(csv, before);
    file = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      RuleWorkbook.read(rules).write(out, MESSAGES);
    }
  }

  private void edit(Consumer<XSSFWorkbook> edit) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      edit.accept(workbook);
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }
    }
  }

  private void editTargets(Consumer<Sheet> edit) throws IOException {
    edit(workbook -> edit.accept(workbook.getSheet("targets")));
  }

  private static int column(Sheet sheet, String heading) {
    for (int i = 0; i < sheet.getRow(0).getLastCellNum(); i++) {
      if (sheet.getRow(0).getCell(i).getStringCellValue().equals(heading)) {
        return i;
      }
    }
    throw new IllegalArgumentException(heading);
  }

  private static void set(Sheet sheet, int row, String heading, String text) {
    Row cells = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    int column = column(sheet, heading);
    (cells.getCell(column) == null ? cells.createCell(column) : cells.getCell(column))
        .setCellValue(text);
  }

  private WorkbookImport read() {
    return WorkbookImport.read(rules, file, rules);
  }

  private List<String> told() {
    ChangeText words = new ChangeText(MESSAGES);
    List<String> told = new ArrayList<>();
    read()
        .changes()
        .forEach(
            (name, changes) -> changes.forEach(c -> told.add(name + ": " + words.sentence(c))));
    return told;
  }

  private String targets() {
    return read().texts().getOrDefault(rules.resolve("targets.csv"), before);
  }

  @Test
  void anEditedCellIsToldAndNothingElseMoves() throws IOException {
    editTargets(sheet -> set(sheet, 1, "Ngưỡng", "25%"));

    assertThat(told()).containsExactly("targets.csv: A-1, Ngưỡng: 20% → 25%");
    assertThat(targets()).isEqualTo(before.replaceFirst("\"20%\"", "\"25%\""));
  }

  @Test
  void aNumberThatExcelMadeOfAPercentageIsThePercentageAgain() throws IOException {
    editTargets(
        sheet -> {
          var cell = sheet.getRow(1).getCell(column(sheet, "Ngưỡng"));
          var style = sheet.getWorkbook().createCellStyle();
          style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("0%"));
          cell.setCellStyle(style);
          cell.setCellValue(0.25);
        });

    assertThat(told()).containsExactly("targets.csv: A-1, Ngưỡng: 20% → 25%");
  }

  @Test
  void rowsAreAddedAndRemovedWhereTheSheetHasThem() throws IOException {
    editTargets(
        sheet -> {
          Row first = sheet.getRow(1);
          int last = sheet.getLastRowNum();
          Row added = sheet.createRow(last + 1);
          first.forEach(
              cell ->
                  added.createCell(cell.getColumnIndex()).setCellValue(cell.getStringCellValue()));
          set(sheet, last + 1, "Mã chỉ tiêu", "A-9");
          sheet.removeRow(sheet.getRow(last)); // A-3
        });

    assertThat(told())
        .containsExactly("targets.csv: A-9: thêm dòng.", "targets.csv: A-3: bỏ dòng.");
    assertThat(targets()).contains("A-9,").doesNotContain("A-3");
  }

  @Test
  void movedRowsAreToldOnce() throws IOException {
    editTargets(sheet -> swap(sheet.getRow(1), sheet.getRow(sheet.getLastRowNum())));

    assertThat(told()).containsExactly("targets.csv: Thứ tự các dòng đã đổi.");
    assertThat(targets().lines().map(line -> line.substring(0, Math.min(5, line.length()))))
        .containsExactly("targe", "\"A-3\"", "# chú", "\"A-2\"", "\"A-1\"");
  }

  private static void swap(Row one, Row other) {
    for (int i = 0; i < one.getLastCellNum(); i++) {
      String text = one.getCell(i).getStringCellValue();
      one.getCell(i).setCellValue(other.getCell(i).getStringCellValue());
      other.getCell(i).setCellValue(text);
    }
  }

  @Test
  void commentsAreAddedAndRemoved() throws IOException {
    editTargets(
        sheet -> {
          sheet.getRow(2).getCell(0).setCellValue("# sửa lại, theo họp");
        });

    assertThat(told())
        .containsExactly(
            "targets.csv: Thêm dòng chú thích: # sửa lại, theo họp",
            "targets.csv: Bỏ dòng chú thích: # chú thích");
    assertThat(targets()).isEqualTo(before.replace("# chú thích", "# sửa lại, theo họp"));
  }

  @Test
  void aNotePinnedToACellBecomesALineOfCommentAboveItsRow() throws IOException {
    editTargets(
        sheet -> {
          ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
          anchor.setCol2(4);
          anchor.setRow1(3);
          anchor.setRow2(6);
          Comment note = sheet.createDrawingPatriarch().createCellComment(anchor);
          note.setString(
              sheet.getWorkbook().getCreationHelper().createRichTextString("hỏi lại\nphòng A"));
          sheet.getRow(3).getCell(column(sheet, "Ngưỡng")).setCellComment(note);
        });

    assertThat(told())
        .containsExactly("targets.csv: Thêm dòng chú thích: # Ngưỡng: hỏi lại phòng A");
    assertThat(targets())
        .isEqualTo(before.replace("\"A-2\"", "# Ngưỡng: hỏi lại phòng A\n\"A-2\""));
    Files.writeString(rules.resolve("targets.csv"), targets());
    assertThat(told()).isEmpty(); // Once it is there, it is not added again.
  }

  @Test
  void aNewColumnIsAddedBehindTheOthers() throws IOException {
    editTargets(
        sheet -> {
          int column = sheet.getRow(0).getLastCellNum();
          sheet.getRow(0).createCell(column).setCellValue("Ai phụ trách");
          sheet.getRow(1).createCell(column).setCellValue("Phòng A");
        });

    assertThat(told())
        .containsExactly(
            "targets.csv: Thêm cột: Ai phụ trách",
            "targets.csv: A-1, ai phụ trách: (để trống) → Phòng A");
    assertThat(targets()).containsPattern("^target[^\n]*,Ai phụ trách\n");
    assertThat(targets()).contains("\"một, hai\",Phòng A\n");
  }

  @Test
  void aColumnOfHerOwnThatTheWorkbookLacksStays() throws IOException {
    Path csv = rules.resolve("targets.csv");
    Files.writeString(
        csv, before.replace(",note\n", ",note,Riêng\n").replace("hai\"\n", "hai\",x\n"));

    assertThat(told())
        .containsExactly("targets.csv: Tệp Excel không có cột “Riêng”; cột này giữ nguyên như cũ.");
    assertThat(read().texts()).isEmpty();
  }

  @Test
  void readingsComeBackToo() throws IOException {
    edit(workbook -> set(workbook.getSheet("readings"), 1, "Ngưỡng", "40%"));

    assertThat(told()).containsExactly("readings.csv: A-1/a, Ngưỡng: 30% → 40%");
    assertThat(read().texts()).containsOnlyKeys(rules.resolve("readings.csv"));
  }

  @Test
  void withoutASheetOfReadingsThoseThereAreStayAndStillHaveToFit() throws IOException {
    edit(workbook -> workbook.removeSheetAt(workbook.getSheetIndex("readings")));
    assertThat(told()).isEmpty();

    editTargets(sheet -> set(sheet, 1, "Mã chỉ tiêu", "B-1"));
    assertThat(refused()).containsExactly("READING_TARGET_UNKNOWN readings.csv null 2 target");
  }

  private List<String> refused() {
    return catchThrowableOfType(InvalidRules.class, this::read).problems().stream()
        .map(
            p ->
                p.kind()
                    + " "
                    + p.location().file()
                    + " "
                    + p.location().sheet()
                    + " "
                    + p.location().row()
                    + " "
                    + p.location().column())
        .toList();
  }

  @Test
  void everyWrongCellIsToldWithItsSheetAndPlaceAndNothingIsGiven() throws IOException {
    editTargets(
        sheet -> {
          set(sheet, 1, "Ngưỡng", "2O%");
          set(sheet, 3, "Số liệu", "dane");
          set(sheet, 4, "Ràng buộc", "maybe");
        });

    assertThat(refused())
        .containsExactly(
            "RULE_CELL_INVALID a.xlsx targets 2 J (Ngưỡng)",
            "RULE_ITEM_UNKNOWN a.xlsx targets 4 H (Số liệu)",
            "RULE_CELL_INVALID a.xlsx targets 5 N (Ràng buộc)");
  }

  @Test
  void aDateThatExcelMadeOfAFractionIsRefused() throws IOException {
    editTargets(
        sheet -> {
          var cell = sheet.getRow(1).getCell(column(sheet, "Ngưỡng"));
          var style = sheet.getWorkbook().createCellStyle();
          style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("d-mmm"));
          cell.setCellStyle(style);
          cell.setCellValue(45575);
        });

    assertThat(refused()).containsExactly("RULE_CELL_SHOWN_IN_PART a.xlsx targets 2 J (Ngưỡng)");
  }

  @Test
  void aRowThatAFileWouldTakeForACommentIsRefused() throws IOException {
    Path csv = rules.resolve("targets.csv");
    String text = Files.readString(csv);
    Files.writeString(
        csv,
        text.lines()
            .map(l -> l.startsWith("#") ? l : l.startsWith("target,") ? "Riêng," + l : "x," + l)
            .reduce("", (all, line) -> all + line + "\n"));
    editTargets(
        sheet -> {
          int column = sheet.getRow(0).getLastCellNum();
          sheet.getRow(0).createCell(column).setCellValue("Riêng");
          sheet.getRow(1).createCell(column).setCellValue("#1");
        });

    assertThat(refused())
        .hasSize(1)
        .allMatch(p -> p.startsWith("RULE_CELL_INVALID a.xlsx targets 2"));
  }

  @Test
  void hiddenRowsCountAndAreTold() throws IOException {
    editTargets(sheet -> sheet.getRow(1).setZeroHeight(true));

    assertThat(read().changes()).isEmpty();
    assertThat(read().remarks())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.HIDDEN_ROWS);
  }

  @Test
  void whatIsNoWorkbookIsRefused() throws IOException {
    Files.writeString(file, "target,kind\n");

    assertThat(catchThrowableOfType(UnreadableInput.class, this::read).problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.NOT_A_WORKBOOK);
  }

  @Test
  void aFolderWithoutTablesGetsThemUnderTheirEnglishNames() throws IOException {
    Path csv = rules.resolve("targets.csv");
    Files.delete(csv);
    Files.delete(rules.resolve("readings.csv"));

    Map<Path, String> texts = read().texts();

    assertThat(texts).hasSize(2);
    assertThat(texts.get(csv))
        .isEqualTo(before.replace("\"", "").replace("một, hai", "\"một, hai\""));
  }
}

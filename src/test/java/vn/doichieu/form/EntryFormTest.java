package vn.doichieu.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.formula.DataValidationEvaluator;
import org.apache.poi.ss.formula.WorkbookEvaluatorProvider;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.tabular.FormLayout;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.LibreOffice;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

class EntryFormTest {

  @TempDir private Path folder;
  private SmallPlan plan;
  private DataFolder data;

  @BeforeEach
  void smallPlan() {
    plan =
        new SmallPlan(folder.resolve("small"))
            .target("A", "ratio", "inputs", "done / (total - pending)")
            .target("B", "share_of_units", "inputs", "forms>=1 & issued=yes")
            .target("C", "deadline");
    data = new DataFolder(folder.resolve("data"));
  }

  private EntryForm form() {
    return EntryForm.read(plan.write(), data.path().resolve("units.csv"));
  }

  private byte[] bytes(boolean wide, Language language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (wide) {
      form().writeWide(out, new Messages(language));
    } else {
      form().writeSheets(out, new Messages(language));
    }
    return out.toByteArray();
  }

  private XSSFWorkbook workbook(boolean wide) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(bytes(wide, Language.VI)));
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    row.forEach(cell -> texts.add(cell.toString()));
    texts.removeIf(String::isEmpty);
    return texts;
  }

  /** The unlocked cells, as {@code F9}. */
  private static List<String> unlocked(Sheet sheet) {
    List<String> cells = new ArrayList<>();
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (!cell.getCellStyle().getLocked()) {
          cells.add(cell.getAddress().formatAsString());
        }
      }
    }
    return cells;
  }

  private static Cell cell(Sheet sheet, String address) {
    CellReference place = new CellReference(address);
    return sheet.getRow(place.getRow()).getCell(place.getCol());
  }

  @Nested
  class WithASheetForEachUnit {

    @Test
    void beginsWithTheGuide() throws IOException {
      try (XSSFWorkbook workbook = workbook(false)) {
        assertThat(IntStream.range(0, 4).mapToObj(workbook::getSheetName))
            .containsExactly("Hướng dẫn", "Huyện", "Xã 1", "Xã 2");
        assertThat(unlocked(workbook.getSheetAt(0))).isEmpty();
        assertThat(texts(workbook.getSheetAt(0).getRow(3)))
            .anyMatch(text -> text.contains("Để trống = chưa có số liệu"));
      }
    }

    @Test
    void saysWhoseItIsAndNamesItsColumnsInHiddenRows() throws IOException {
      try (XSSFWorkbook workbook = workbook(false)) {
        Sheet sheet = workbook.getSheet("Xã 1");

        assertThat(texts(sheet.getRow(0)))
            .containsExactly(FormLayout.MARKER, "plan=small", "layout=unit", "unit=x1");
        assertThat(texts(sheet.getRow(1))).containsExactly("code", "value", "evidence", "note");
        assertThat(sheet.getRow(0).getZeroHeight()).isTrue();
        assertThat(sheet.getRow(1).getZeroHeight()).isTrue();
        assertThat(sheet.isColumnHidden(0)).isTrue();
      }
    }

    @Test
    void hasARowForEveryFigure() throws IOException {
      try (XSSFWorkbook workbook = workbook(false)) {
        List<String> codes = new ArrayList<>();
        for (Row row : workbook.getSheet("Xã 2")) {
          Cell code = row.getCell(0);
          if (code != null && FormLayout.isCode(code.toString())) {
            codes.add(code.toString());
          }
        }
        assertThat(codes)
            .containsExactly(
                "total@2024",
                "pending@2024",
                "done@2024",
                "forms@2024",
                "issued@2024",
                "report_submitted_on@2024-H1");
      }
    }

    @Test
    void unlocksNothingButValueEvidenceAndNote() throws IOException {
      try (XSSFWorkbook workbook = workbook(false)) {
        XSSFSheet sheet = workbook.getSheet("Xã 1");

        assertThat(sheet.getProtect()).isTrue();
        assertThat(sheet.getCTWorksheet().getSheetProtection().isSetPassword()).isFalse();
        assertThat(unlocked(sheet))
            .hasSize(6 * 3)
            .contains("F9", "G9", "H9", "F11", "F13", "F14", "F16")
            .allMatch(cell -> cell.matches("[FGH][0-9]+"));
      }
    }

    @Test
    void takesNumbersDatesAndWordsAsTheyAreShown() throws IOException {
      try (XSSFWorkbook workbook = workbook(false)) {
        Sheet sheet = workbook.getSheet("Xã 1");

        assertThat(cell(sheet, "F9").getCellStyle().getDataFormatString()).isEqualTo("#,##0");
        assertThat(cell(sheet, "F14").getCellStyle().getDataFormatString()).isEqualTo("General");
        assertThat(cell(sheet, "F16").getCellStyle().getDataFormatString()).isEqualTo("dd/mm/yyyy");
        assertThat(cell(sheet, "G9").getCellStyle().getDataFormatString()).isEqualTo("@");
      }
    }

    @Test
    void isSetUpForA4WithTheHeadOnEveryPage() throws IOException {
      try (XSSFWorkbook workbook = workbook(false)) {
        Sheet sheet = workbook.getSheet("Xã 1");

        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getPrintSetup().getLandscape()).isFalse();
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("7:7");
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 7);
      }
    }

    @Test
    void leavesOutAndNamesUnitsThatAreAskedForNothing() throws IOException {
      data.units("h,Huyện,district,,", "x1,Xã 1,commune,,h", "k,Kho bạc,agency,treasury,h");

      assertThat(form().unasked()).extracting("code").containsExactly("k");
      try (XSSFWorkbook workbook = workbook(false)) {
        assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
      }
    }

    @Test
    void isForSomeUnitsOnlyWhereTheyAreNamed() {
      assertThat(form().forUnits(Set.of("x2")).units()).extracting("code").containsExactly("x2");
    }
  }

  @Nested
  class WithARowForEachUnit {

    @Test
    void namesUnitsAndFiguresWhereNobodySees() throws IOException {
      try (XSSFWorkbook workbook = workbook(true)) {
        Sheet sheet = workbook.getSheetAt(1);

        assertThat(texts(sheet.getRow(0)))
            .containsExactly(FormLayout.MARKER, "plan=small", "layout=wide");
        assertThat(texts(sheet.getRow(1)))
            .containsExactly(
                "unit",
                "total@2024",
                "pending@2024",
                "done@2024",
                "forms@2024",
                "issued@2024",
                "report_submitted_on@2024-H1");
        assertThat(sheet.getRow(0).getZeroHeight()).isTrue();
        assertThat(sheet.getRow(1).getZeroHeight()).isTrue();
        assertThat(sheet.isColumnHidden(0)).isTrue();
        assertThat(IntStream.range(8, 11).mapToObj(i -> sheet.getRow(i).getCell(0).toString()))
            .containsExactly("h", "x1", "x2");
      }
    }

    @Test
    void unlocksWhatEachUnitIsAskedFor() throws IOException {
      try (XSSFWorkbook workbook = workbook(true)) {
        XSSFSheet sheet = workbook.getSheetAt(1);

        assertThat(sheet.getProtect()).isTrue();
        assertThat(unlocked(sheet))
            .containsExactly(
                "C9", "D9", "E9", //
                "C10", "D10", "E10", "F10", "G10", "H10", //
                "C11", "D11", "E11", "F11", "G11", "H11");
      }
    }

    @Test
    void liesAcrossA4() throws IOException {
      try (XSSFWorkbook workbook = workbook(true)) {
        assertThat(workbook.getSheetAt(1).getPrintSetup().getLandscape()).isTrue();
        assertThat(workbook.getSheetAt(1).getRepeatingRows().formatAsString()).isEqualTo("6:8");
      }
    }
  }

  @Nested
  class Checks {

    private boolean takes(String address, Object value) throws IOException {
      try (XSSFWorkbook workbook = workbook(false)) {
        Cell cell = cell(workbook.getSheet("Xã 1"), address);
        if (value instanceof Number number) {
          cell.setCellValue(number.doubleValue());
        } else {
          cell.setCellValue((String) value);
        }
        WorkbookEvaluatorProvider evaluator =
            (WorkbookEvaluatorProvider) workbook.getCreationHelper().createFormulaEvaluator();
        return new DataValidationEvaluator(workbook, evaluator)
            .isValidCell(new CellReference(cell));
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"không phát sinh", "Không phát sinh", " KHÔNG PHÁT SINH ", "chưa có số liệu"})
    void admitTheWordsOfAForm(String words) throws IOException {
      assertThat(takes("F9", words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 1234, 999_999_999_999_999d})
    void admitWholeNumbers(double number) throws IOException {
      assertThat(takes("F9", number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1.234, 0.5, 1e15})
    void refuseOtherNumbers(double number) throws IOException {
      assertThat(takes("F9", number)).isFalse();
      assertThat(takes("F11", number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mười", "1 234", "khong", "12 người"})
    void refuseOtherWordsForACount(String words) throws IOException {
      assertThat(takes("F9", words)).isFalse();
    }

    @Test
    void admitYesAndNoOnly() throws IOException {
      assertThat(takes("F14", "có")).isTrue();
      assertThat(takes("F14", "không")).isTrue();
      assertThat(takes("F14", "rồi")).isFalse();
    }

    @Test
    void admitDatesThatThePlanCanBeAbout() throws IOException {
      assertThat(takes("F16", LocalDate.of(2023, 1, 1).toEpochDay() + 25569)).isTrue();
      assertThat(takes("F16", LocalDate.of(2026, 12, 31).toEpochDay() + 25569)).isTrue();
      assertThat(takes("F16", LocalDate.of(2022, 12, 31).toEpochDay() + 25569)).isFalse();
      assertThat(takes("F16", LocalDate.of(2027, 1, 1).toEpochDay() + 25569)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void coverEveryCellToFillInWithAHintThatExcelTakes(boolean wide) throws IOException {
      for (Language language : Language.values()) {
        try (XSSFWorkbook workbook =
            new XSSFWorkbook(new ByteArrayInputStream(bytes(wide, language)))) {
          for (Sheet sheet : workbook) {
            List<XSSFDataValidation> checks = ((XSSFSheet) sheet).getDataValidations();
            assertThat(unlocked(sheet))
                .allMatch(cell -> checks.stream().anyMatch(check -> covers(check, cell)));
            assertThat(checks).allSatisfy(EntryFormTest::isWithinTheLimitsOfExcel);
          }
        }
      }
    }

    @Test
    void areThereAfterLibreOfficeSavedTheForm() throws Exception {
      LibreOffice.require();
      Path made = Files.write(folder.resolve("a.xlsx"), bytes(false, Language.VI));
      LibreOffice.save(List.of(made), "xlsx", Files.createDirectory(folder.resolve("saved")));

      try (XSSFWorkbook before = workbook(false);
          XSSFWorkbook after = new XSSFWorkbook(folder.resolve("saved/a.xlsx").toFile())) {
        assertThat(after.getNumberOfSheets()).isEqualTo(before.getNumberOfSheets());
        for (int i = 0; i < before.getNumberOfSheets(); i++) {
          assertThat(after.getSheetAt(i).getProtect()).isTrue();
          assertThat(unlocked(after.getSheetAt(i)))
              .containsAll(unlocked(before.getSheetAt(i)))
              .allMatch(cell -> cell.matches("[FGH][0-9]+"));
          assertThat(lines(after.getSheetAt(i))).isEqualTo(lines(before.getSheetAt(i)));
          assertThat(after.getSheetAt(i).isColumnHidden(0)).isEqualTo(i > 0);
        }
      }
    }
  }

  private static boolean covers(XSSFDataValidation check, String cell) {
    CellReference place = new CellReference(cell);
    return List.of(check.getRegions().getCellRangeAddresses()).stream()
        .anyMatch(range -> range.isInRange(place.getRow(), place.getCol()));
  }

  private static void isWithinTheLimitsOfExcel(XSSFDataValidation check) {
    assertThat(check.getShowPromptBox()).isTrue();
    assertThat(check.getPromptBoxTitle()).isNotBlank().hasSizeLessThanOrEqualTo(32);
    assertThat(check.getPromptBoxText()).isNotBlank().hasSizeLessThanOrEqualTo(255);
    if (check.getShowErrorBox()) {
      assertThat(check.getErrorBoxTitle()).isNotBlank().hasSizeLessThanOrEqualTo(32);
      assertThat(check.getErrorBoxText()).isNotBlank().hasSizeLessThanOrEqualTo(255);
      assertThat(check.getValidationConstraint().getFormula1()).hasSizeLessThanOrEqualTo(255);
    }
  }

  /** What a sheet checks and says of it, but for spellings of one number. */
  private static List<String> lines(XSSFSheet sheet) {
    return sheet.getDataValidations().stream()
        .map(
            check ->
                check.getRegions().getCellRangeAddress(0).formatAsString()
                    + check.getValidationConstraint().getValidationType()
                    + check.getPromptBoxText()
                    + check.getErrorBoxText()
                    + check.getShowErrorBox()
                    + String.valueOf(check.getValidationConstraint().getFormula1())
                        .replace("1000000000000000", "1E+15")
                        .replaceAll("^(?:0|null)$", ""))
        .sorted()
        .toList();
  }

  @Nested
  class HostileNames {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "=1+1",
          "+A1",
          "@SUM(A1)",
          "-2",
          "=HYPERLINK(\"x\")",
          "</t><t>",
          "{0}",
          "&A&P",
          "'a'!b",
          "\u202Eđảo",
          "Hướng dẫn"
        })
    void areText(String name) throws IOException {
      data.units("h,Huyện,district,,", "x1,\"" + name.replace("\"", "\"\"") + "\",commune,,h");

      for (boolean wide : new boolean[] {false, true}) {
        try (XSSFWorkbook workbook = workbook(wide)) {
          List<String> texts = new ArrayList<>();
          for (Sheet sheet : workbook) {
            for (Row row : sheet) {
              for (Cell cell : row) {
                assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                texts.add(cell.toString());
              }
            }
          }
          assertThat(texts).anyMatch(text -> text.contains(name.replace("\u202E", " ").strip()));
        }
      }
    }

    @Test
    void thatAreEndlessAreCut() throws IOException {
      data.units("h,Huyện,district,,", "x1," + "Xã ".repeat(20_000) + ",commune,,h");

      try (XSSFWorkbook workbook = workbook(false)) {
        assertThat(workbook.getSheetAt(2).getRow(4).getCell(1).toString())
            .startsWith("Đơn vị: Xã Xã")
            .hasSizeLessThan(1100);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isTheSameBytesEachTime(boolean wide) throws IOException {
    byte[] first = bytes(wide, Language.VI);
    List<Long> times = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(first))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        times.add(entry.getTimeLocal().getYear() + 0L);
        String text = new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text).as(entry.getName()).doesNotContain("dcterms:created>", "modified>");
      }
    }

    assertThat(times).hasSizeGreaterThan(5).containsOnly(1980L);
    assertThat(bytes(wide, Language.VI)).isEqualTo(first);
  }

  @Test
  void speaksEnglishWhereItIsAsked() throws IOException {
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(bytes(false, Language.EN)))) {
      assertThat(workbook.getSheetName(0)).isEqualTo("Instructions");
      assertThat(texts(workbook.getSheetAt(2).getRow(6)))
          .contains("Period", "Value", "Evidence (document number)");
      assertThat(texts(workbook.getSheetAt(2).getRow(4))).containsExactly("Unit: Xã 1 (code x1)");
    }
  }
}

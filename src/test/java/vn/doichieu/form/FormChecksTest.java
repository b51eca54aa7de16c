package vn.doichieu.form;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.doichieu.form.SmallForm.cell;
import static vn.doichieu.form.SmallForm.unlocked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.formula.DataValidationEvaluator;
import org.apache.poi.ss.formula.WorkbookEvaluatorProvider;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.testing.LibreOffice;
import vn.doichieu.wording.Language;

/** What the cells of a form take, and what they say of it. */
class FormChecksTest {

  @TempDir private Path folder;
  private SmallForm form;

  @BeforeEach
  void smallForm() {
    form = new SmallForm(folder);
  }

  private boolean takes(String address, Object value) throws IOException {
    try (XSSFWorkbook workbook = form.workbook(false)) {
      Cell cell = cell(workbook.getSheet("Xã 1"), address);
      if (value instanceof Number number) {
        cell.setCellValue(number.doubleValue());
      } else {
        cell.setCellValue((String) value);
      }
      WorkbookEvaluatorProvider evaluator =
          (WorkbookEvaluatorProvider) workbook.getCreationHelper().createFormulaEvaluator();
      return new DataValidationEvaluator(workbook, evaluator).isValidCell(new CellReference(cell));
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
      try (XSSFWorkbook workbook = form.workbook(wide, language)) {
        for (Sheet sheet : workbook) {
          List<XSSFDataValidation> checks = ((XSSFSheet) sheet).getDataValidations();
          assertThat(unlocked(sheet))
              .allMatch(cell -> checks.stream().anyMatch(check -> covers(check, cell)));
          assertThat(checks).allSatisfy(FormChecksTest::isWithinTheLimitsOfExcel);
        }
      }
    }
  }

  @Test
  void areThereAfterLibreOfficeSavedTheForm() throws Exception {
    LibreOffice.require();
    Path made = Files.write(folder.resolve("a.xlsx"), form.bytes(false, Language.VI));
    LibreOffice.save(List.of(made), "xlsx", Files.createDirectory(folder.resolve("saved")));

    try (XSSFWorkbook before = form.workbook(false);
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
}

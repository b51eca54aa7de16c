package vn.doichieu.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.doichieu.domain.Plan;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.ruletable.RuleColumns;
import vn.doichieu.ruletable.RuleSheet;
import vn.doichieu.testing.RegisterRules;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** What an auditor finds in an exported workbook. */
class RuleWorkbookTest {

  private static final Path RULES = Path.of("rules/hoc_mon_2024");

  private static XSSFWorkbook exported(Language language) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RuleWorkbook.read(RULES).write(out, new Messages(language));
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    row.forEach(cell -> texts.add(cell.getStringCellValue()));
    return texts;
  }

  @Test
  void hasASheetForEachTableOneOfItemsAndAGuide() throws IOException {
    try (XSSFWorkbook workbook = exported(Language.VI)) {
      assertThat(workbook)
          .extracting(Sheet::getSheetName)
          .containsExactly("targets", "readings", "số liệu", "hướng dẫn");
    }
  }

  @Test
  void namesItsColumnsInTheLanguageOfTheReader() throws IOException {
    try (XSSFWorkbook vi = exported(Language.VI);
        XSSFWorkbook en = exported(Language.EN)) {
      assertThat(texts(vi.getSheetAt(0).getRow(0))).startsWith("Mã chỉ tiêu", "Tên chỉ tiêu");
      assertThat(texts(en.getSheetAt(0).getRow(0))).startsWith("target", "title");
    }
  }

  @Test
  void holdsNothingButTextSoThatNothingIsEverReckoned() throws IOException {
    try (XSSFWorkbook workbook = exported(Language.VI)) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
          }
        }
      }
      assertThat(workbook.getSheetAt(0).getColumnStyle(12).getDataFormatString()).isEqualTo("@");
    }
  }

  @ParameterizedTest
  @EnumSource
  void explainsEveryColumnInANoteOnItsName(Language language) throws IOException {
    try (XSSFWorkbook workbook = exported(language)) {
      for (int sheet = 0; sheet < 2; sheet++) {
        for (Cell cell : workbook.getSheetAt(sheet).getRow(0)) {
          assertThat(cell.getCellComment()).as(cell.getStringCellValue()).isNotNull();
          String note = cell.getCellComment().getString().getString();
          assertThat(note).isNotBlank();
          assertThat(ColumnHelp.isOurs(note)).isTrue();
        }
      }
    }
  }

  @Test
  void offersTheUsualWordsWhereThereAreFew() throws IOException {
    try (XSSFWorkbook workbook = exported(Language.EN)) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      List<String> offered = new ArrayList<>();
      for (DataValidation choice : sheet.getDataValidations()) {
        int column = choice.getRegions().getCellRangeAddresses()[0].getFirstColumn();
        assertThat(choice.getRegions().getCellRangeAddresses()[0].getFirstRow()).isEqualTo(1);
        assertThat(choice.getErrorStyle()).isEqualTo(DataValidation.ErrorStyle.WARNING);
        offered.add(sheet.getRow(0).getCell(column).getStringCellValue());
      }

      assertThat(offered)
          .containsExactlyInAnyOrder(
              "kind", "scope", "comparator", "binding", "on_miss", "priority", "confidence");
    }
  }

  @Test
  void everyWordOfTheShippedRulesIsAmongThoseOffered() {
    for (String plan : RegisterRules.ALL_PLANS) {
      for (RuleSheet.Row row : RuleSheet.read(Path.of("rules", plan)).rows()) {
        for (String column : ColumnHelp.CLOSED) {
          assertThat(row.cell(column).isEmpty() || words(column).contains(row.cell(column)))
              .as("%s of %s", column, row.id())
              .isTrue();
        }
      }
    }
  }

  private static List<String> words(String column) {
    return ColumnHelp.CHOICES.getOrDefault(column, List.of());
  }

  @Test
  void freezesItsNamesAndFiltersItsRows() throws IOException {
    try (XSSFWorkbook workbook = exported(Language.VI)) {
      XSSFSheet sheet = workbook.getSheetAt(0);

      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A1:");
    }
  }

  @Test
  void listsTheItemsThatFormulasMayName() throws IOException {
    Plan plan = PlanReader.read(RULES);
    try (XSSFWorkbook workbook = exported(Language.VI)) {
      Sheet sheet = workbook.getSheet("số liệu");
      List<String> codes = new ArrayList<>();
      sheet.forEach(row -> codes.add(row.getCell(0).getStringCellValue()));

      assertThat(codes.subList(1, codes.size())).containsExactlyElementsOf(plan.items().keySet());
      assertThat(texts(sheet.getRow(1))).startsWith("web_posts", "count");
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasHelpForEveryColumnAndKind(Language language) {
    Messages messages = new Messages(language);

    assertThat(RuleColumns.all())
        .allSatisfy(column -> assertThat(ColumnHelp.text(column, messages)).isNotBlank());
    assertThat(words("kind"))
        .allSatisfy(kind -> assertThat(messages.text("authoring.kind." + kind)).isNotBlank());
  }
}

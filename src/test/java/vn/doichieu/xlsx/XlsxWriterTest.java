package vn.doichieu.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.doichieu.document.Block;
import vn.doichieu.document.Block.Paragraph;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Tone;
import vn.doichieu.testing.SampleDocument;

class XlsxWriterTest {

  private static final int ANNEX_ROWS = 5 * 14;

  @Nested
  class Sheets {

    @Test
    void areThoseThatSectionsNameInTheirOrder() throws IOException {
      try (XSSFWorkbook workbook = small()) {
        assertThat(IntStream.range(0, 4).mapToObj(workbook::getSheetName))
            .containsExactly("Tóm tắt", "Theo chỉ tiêu", "Theo đơn vị", "Phụ lục");
        assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
      }
    }

    @Test
    void haveNamesThatExcelTakesAndDifferent() throws IOException {
      Document document =
          with(
              section("1", "Theo [đơn vị]: */?\\", Paragraph.of("a")),
              section("2", "theo đơn vị", Paragraph.of("b")),
              section("3", "Một tên dài hơn ba mươi mốt ký tự là nhiều", Paragraph.of("c")));

      try (XSSFWorkbook workbook = open(new XlsxWriter(), document)) {
        assertThat(IntStream.range(0, 3).mapToObj(workbook::getSheetName))
            .containsExactly(
                "Theo [đơn vị]: */?\\".replaceAll("[^\\p{L} ]+", " ").replaceAll(" +", " ").strip(),
                "theo đơn vị (2)",
                "Một tên dài hơn ba mươi mốt ký…");
      }
    }

    @Test
    void joinTablesWithTheSameColumnsAndTellSectionAndGroupOfEachRow() throws IOException {
      try (XSSFWorkbook workbook = small()) {
        XSSFSheet sheet = workbook.getSheet("Theo đơn vị");

        assertThat(texts(sheet.getRow(0)))
            .startsWith("Mục", "Đơn vị", "Chỉ tiêu", "Nguyên văn", "Mục của kế hoạch");
        assertThat(texts(sheet.getRow(1)))
            .startsWith("III. Nội dung chưa đạt, chưa báo cáo theo đơn vị", "Xã Tân Thới 1");
        assertThat(texts(sheet.getRow(sheet.getLastRowNum())))
            .startsWith("IV. Đơn vị làm chậm chỉ tiêu của địa bàn", "Xã Tân Thới 2");
        assertThat(sheet.getLastRowNum()).isEqualTo(3 * 14 + 2);
      }
    }

    @Test
    void canBeFilteredAndKeepTheirHeadingsInSight() throws IOException {
      try (XSSFWorkbook workbook = small()) {
        assertThat(filter(workbook, "Theo đơn vị")).isEqualTo("A1:L45");
        assertThat(frozen(workbook, "Theo đơn vị")).containsExactly(1, 0);
        assertThat(filter(workbook, "Phụ lục")).isEqualTo("A2:I" + (2 + ANNEX_ROWS));
        assertThat(frozen(workbook, "Phụ lục")).containsExactly(2, 0);
        assertThat(frozen(workbook, "Theo chỉ tiêu")).containsExactly(2, 1);
        assertThat(workbook.getSheet("Phụ lục").getRepeatingRows().formatAsString())
            .isEqualTo("2:2");
      }
    }

    @Test
    void showTablesWithDifferentColumnsOneBelowTheOther() throws IOException {
      Table a = Table.of("a", "Bảng A", List.of(new Column("A", Kind.TEXT, 1)), rows("1", "2"));
      Table b = Table.of("b", "Bảng B", List.of(new Column("B", Kind.TEXT, 1)), rows("3"));

      try (XSSFWorkbook workbook =
          open(new XlsxWriter(), with(section("1", "Tóm tắt", Paragraph.of("Lời"), a, b)))) {
        XSSFSheet sheet = workbook.getSheetAt(0);

        assertThat(column(sheet, 0))
            .containsSubsequence(
                "Tựa", "Mục 1", "Lời", "Bảng A", "A", "1", "2", "Bảng B", "B", "3");
        assertThat(sheet.getCTWorksheet().isSetAutoFilter()).isFalse();
        assertThat(sheet.getPaneInformation()).isNull();
      }
    }

    @Test
    void setLongTextsBelowALongTable() throws IOException {
      Table table =
          Table.of(
              "a",
              "",
              List.of(new Column("A", Kind.TEXT, 1)),
              rows(IntStream.range(0, 100).mapToObj(Integer::toString).toArray(String[]::new)));
      Block[] blocks =
          Stream.concat(
                  IntStream.range(0, 40).mapToObj(i -> Paragraph.of("Điều " + i)), Stream.of(table))
              .toArray(Block[]::new);

      try (XSSFWorkbook workbook = open(new XlsxWriter(), with(section("1", "Dài", blocks)))) {
        XSSFSheet sheet = workbook.getSheetAt(0);

        assertThat(column(sheet, 0)).startsWith("A", "0", "1").endsWith("Điều 39");
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:A101");
        assertThat(frozen(workbook, "Dài")).containsExactly(1, 0);
      }
    }

    @Test
    void goOnWhereMoreRowsThanFit() throws IOException {
      try (XSSFWorkbook workbook = open(new XlsxWriter(50), SampleDocument.small())) {
        Sheet second = workbook.getSheet("Phụ lục (2)");

        assertThat(texts(second.getRow(0))).startsWith("TT", "Đơn vị", "Chỉ tiêu");
        assertThat(second.getRow(1).getCell(0).getNumericCellValue()).isEqualTo(49);
        assertThat(second.getLastRowNum()).isEqualTo(ANNEX_ROWS - 48);
        assertThat(filter(workbook, "Phụ lục (2)")).isEqualTo("A1:I" + (ANNEX_ROWS - 48 + 1));
      }
    }

    @Test
    void areSetUpForA4AcrossOnePageWideWithNameAndPageNumbers() throws IOException {
      try (XSSFWorkbook workbook = small()) {
        for (Sheet sheet : workbook) {
          PrintSetup setup = sheet.getPrintSetup();
          assertThat(setup.getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
          assertThat(setup.getLandscape()).isTrue();
          assertThat(sheet.getFitToPage()).isTrue();
          assertThat(setup.getFitWidth()).isEqualTo((short) 1);
          assertThat(setup.getFitHeight()).isEqualTo((short) 0);
          assertThat(sheet.getFooter().getLeft()).isEqualTo("&A");
          assertThat(sheet.getFooter().getRight()).isEqualTo("Trang &P/&N");
        }
      }
    }

    @Test
    void spreadABroadGridOverPagesWithTheNamesOnEach() throws IOException {
      try (XSSFWorkbook workbook = open(new XlsxWriter(), SampleDocument.large(3, 50))) {
        Sheet sheet = workbook.getSheet("Theo chỉ tiêu");

        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 4);
        assertThat(sheet.getRepeatingColumns().formatAsString()).isEqualTo("A:A");
      }
    }

    @Test
    void haveColumnsAsWideAsTheirTextsWithinBounds() throws IOException {
      try (XSSFWorkbook workbook = small()) {
        for (Sheet sheet : workbook) {
          for (int i = 0; i < 5; i++) {
            assertThat(sheet.getColumnWidth(i) / 256).isBetween(6, 48);
          }
        }
        Sheet annex = workbook.getSheet("Phụ lục");
        assertThat(annex.getColumnWidth(2)).isGreaterThan(3 * annex.getColumnWidth(0));
      }
    }
  }

  @Nested
  class Colours {

    @Test
    void ofResultsFollowTheirWords() throws IOException {
      try (XSSFWorkbook workbook = small()) {
        XSSFSheet annex = workbook.getSheet("Phụ lục");
        Map<String, String> fills = fillsByFormula(annex, "G3:G" + (2 + ANNEX_ROWS));

        assertThat(fills)
            .hasSize(8)
            .containsEntry("LEFT(G3,3)=\"Đạt\"", "FF" + Tone.MET.fill())
            .containsEntry("LEFT(G3,9)=\"Không đạt\"", "FF" + Tone.NOT_MET.fill());
        assertThat(fillOf(cell(annex, "G3"))).isNull();
      }
    }

    @Test
    void ofGridsAreThereWithoutRulesAsWell() throws IOException {
      try (XSSFWorkbook workbook = small()) {
        XSSFSheet grid = workbook.getSheet("Theo chỉ tiêu");

        assertThat(cell(grid, "D3").getStringCellValue()).isEqualTo("Không đạt");
        assertThat(fillOf(cell(grid, "D3"))).isEqualTo("FF" + Tone.NOT_MET.fill());
        assertThat(grid.getSheetConditionalFormatting().getNumConditionalFormattings())
            .isPositive();
      }
    }

    @Test
    void ofWordsThatMeanDifferentThingsAreGivenCellByCell() throws IOException {
      Table table =
          Table.of(
              "a",
              "",
              List.of(new Column("Đánh giá", Kind.RESULT, 1)),
              List.of(
                  Table.Row.of(vn.doichieu.document.Cell.of("Khác", Tone.MET)),
                  Table.Row.of(vn.doichieu.document.Cell.of("Khác", Tone.WAIVED)),
                  Table.Row.of(vn.doichieu.document.Cell.of("Trễ (5 ngày)", Tone.NOT_MET)),
                  Table.Row.of(vn.doichieu.document.Cell.of("\"Trễ\"", Tone.MISSING))));

      try (XSSFWorkbook workbook = open(new XlsxWriter(), with(section("1", "S", table)))) {
        XSSFSheet sheet = workbook.getSheetAt(0);

        assertThat(fillOf(cell(sheet, "A4"))).isEqualTo("FF" + Tone.MET.fill());
        assertThat(fillOf(cell(sheet, "A5"))).isEqualTo("FF" + Tone.WAIVED.fill());
        assertThat(fillsByFormula(sheet, "A4:A7").keySet())
            .containsExactlyInAnyOrder("LEFT(A4,3)=\"Trễ\"", "LEFT(A4,5)=\"\"\"Trễ\"\"\"");
      }
    }
  }

  @Nested
  class HostileTexts {

    @Test
    void areTextsAsTheyAre() throws IOException {
      try (XSSFWorkbook workbook = small()) {
        for (String sheet : List.of("Theo chỉ tiêu", "Theo đơn vị", "Phụ lục")) {
          List<String> texts = new ArrayList<>();
          workbook.getSheet(sheet).forEach(row -> texts.addAll(texts(row)));
          for (String hostile : SampleDocument.HOSTILE) {
            assertThat(texts).as(sheet).contains(vn.doichieu.document.Cell.clean(hostile));
          }
        }
      }
    }

    @Test
    void areNoFormulasAndDoNotBecomeAnyWhenEdited() throws IOException {
      try (XSSFWorkbook workbook = small()) {
        int guarded = 0;
        for (Sheet sheet : workbook) {
          for (Row row : sheet) {
            for (Cell cell : row) {
              assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
              if (cell.getCellType() == CellType.STRING) {
                XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
                boolean looks = "=+-@".indexOf(cell.getStringCellValue().charAt(0)) >= 0;
                assertThat(style.getQuotePrefixed()).as(cell.toString()).isEqualTo(looks);
                assertThat(style.getDataFormatString()).isEqualTo("@");
                guarded += looks ? 1 : 0;
              }
            }
          }
        }
        assertThat(guarded).isGreaterThan(4 * 3);
      }
    }

    @Test
    void leadNowhere() throws IOException {
      Map<String, String> parts = parts(bytes(new XlsxWriter(), SampleDocument.small()));

      assertThat(parts.keySet())
          .noneMatch(name -> name.contains("externalLink") || name.contains("connections"));
      parts.forEach(
          (name, xml) -> {
            assertThat(xml).as(name).doesNotContain("<hyperlink").doesNotContain("<f>");
            if (name.endsWith(".rels")) {
              assertThat(xml).as(name).doesNotContain("TargetMode=\"External\"");
            }
          });
    }

    @Test
    void thatLookLikeEscapesStayAsTheyAre() throws IOException {
      try (XSSFWorkbook workbook =
          open(new XlsxWriter(), with(section("1", "S", Paragraph.of("_x0041_ &amp;"))))) {
        assertThat(column(workbook.getSheetAt(0), 0)).contains("_x0041_ &amp;");
      }
    }

    @Test
    void thatAreLongerThanACellTakesAreCutAndSaySo() throws IOException {
      String text = "_x0041_".repeat(5_000) + "😀".repeat(20_000);

      byte[] bytes = bytes(new XlsxWriter(), with(section("1", "S", Paragraph.of(text))));

      try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
        List<String> texts = column(workbook.getSheetAt(0), 0);
        String cut = texts.get(texts.size() - 1);
        assertThat(cut)
            .endsWith(
                "… (đã cắt bớt: Excel chỉ nhận 32.767 ký tự trong một ô; các bản khác có đủ)");
        assertThat(cut).hasSizeLessThan(32_768).startsWith("_x0041_");
      }
    }
  }

  @Nested
  class Files {

    @Test
    void areTheSameBytesEveryTime() throws IOException {
      assertThat(bytes(new XlsxWriter(), SampleDocument.small()))
          .isEqualTo(bytes(new XlsxWriter(), SampleDocument.small()));
    }

    @Test
    void tellTheirTitleAndNoTime() throws IOException {
      Map<String, String> parts = parts(bytes(new XlsxWriter(), SampleDocument.small()));

      assertThat(parts.get("docProps/core.xml"))
          .contains("Danh sách nội dung chưa đạt, chưa báo cáo năm 2024")
          .doesNotContain("dcterms:created")
          .doesNotContain("dcterms:modified");
    }
  }

  private static Map<String, String> fillsByFormula(XSSFSheet sheet, String region) {
    Map<String, String> fills = new HashMap<>();
    var all = sheet.getSheetConditionalFormatting();
    for (int i = 0; i < all.getNumConditionalFormattings(); i++) {
      var formatting = all.getConditionalFormattingAt(i);
      assertThat(formatting.getFormattingRanges()[0].formatAsString()).isEqualTo(region);
      for (int r = 0; r < formatting.getNumberOfRules(); r++) {
        var rule = formatting.getRule(r);
        fills.put(
            rule.getFormula1(),
            rule.getPatternFormatting().getFillBackgroundColorColor().getARGBHex());
      }
    }
    return fills;
  }

  private static String fillOf(Cell cell) {
    var colour = ((XSSFCellStyle) cell.getCellStyle()).getFillForegroundXSSFColor();
    return colour == null ? null : colour.getARGBHex();
  }

  private static String filter(XSSFWorkbook workbook, String sheet) {
    return workbook.getSheet(sheet).getCTWorksheet().getAutoFilter().getRef();
  }

  private static List<Integer> frozen(XSSFWorkbook workbook, String sheet) {
    var pane = workbook.getSheet(sheet).getPaneInformation();
    assertThat(pane.isFreezePane()).isTrue();
    return List.of((int) pane.getHorizontalSplitPosition(), (int) pane.getVerticalSplitPosition());
  }

  private static List<Table.Row> rows(String... texts) {
    return Stream.of(texts).map(text -> Table.Row.of(vn.doichieu.document.Cell.of(text))).toList();
  }

  private static Section section(String id, String sheet, Block... blocks) {
    return new Section(id, "Mục " + id, sheet, false, List.of(blocks));
  }

  private static Document with(Section... sections) {
    Document sample = SampleDocument.small();
    return new Document(
        "vi", "Tựa", sample.words(), sample.letterhead(), List.of(sections), List.of());
  }

  private static XSSFWorkbook small() throws IOException {
    return open(new XlsxWriter(), SampleDocument.small());
  }

  private static byte[] bytes(XlsxWriter writer, Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(document, out);
    return out.toByteArray();
  }

  private static XSSFWorkbook open(XlsxWriter writer, Document document) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(bytes(writer, document)));
  }

  private static Map<String, String> parts(byte[] bytes) throws IOException {
    Map<String, String> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private static Cell cell(Sheet sheet, String address) {
    CellReference place = new CellReference(address);
    return sheet.getRow(place.getRow()).getCell(place.getCol());
  }

  private static List<String> texts(Row row) {
    DataFormatter formatter = new DataFormatter();
    List<String> texts = new ArrayList<>();
    row.forEach(cell -> texts.add(formatter.formatCellValue(cell)));
    return texts;
  }

  private static List<String> column(Sheet sheet, int column) {
    List<String> texts = new ArrayList<>();
    for (Row row : sheet) {
      Cell cell = row.getCell(column);
      if (cell != null && cell.getCellType() == CellType.STRING) {
        texts.add(cell.getStringCellValue());
      }
    }
    return texts;
  }
}

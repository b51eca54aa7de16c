package vn.doichieu.docx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Row;
import vn.doichieu.document.Tone;
import vn.doichieu.testing.SampleDocument;

/** Tables that fit their pages and tell on each page what their columns are. */
class DocxTablesTest {

  private static int width(XWPFTable table) {
    return table.getCTTbl().getTblGrid().getGridColList().stream()
        .mapToInt(column -> Integer.parseInt(column.xgetW().getStringValue()))
        .sum();
  }

  private static List<String> headings(XWPFTable table) {
    return table.getRow(0).getTableCells().stream().map(XWPFTableCell::getText).toList();
  }

  private static Table numbers(String longest) {
    return Table.of(
        "a",
        "",
        List.of(new Column("TT", Kind.NUMBER, 1), new Column("Ghi chú", Kind.TEXT, 30)),
        List.of(Row.of(Cell.of(longest), Cell.of("x"))));
  }

  @Test
  void headingsAreRepeatedOnEachPageAndShortRowsStayWhole() throws IOException {
    for (XWPFTable table : new Written(SampleDocument.small()).tables()) {
      assertThat(table.getRow(0).isRepeatHeader()).isTrue();
      assertThat(table.getRows().subList(1, table.getRows().size()))
          .isNotEmpty()
          .noneMatch(XWPFTableRow::isRepeatHeader)
          .allSatisfy(
              row ->
                  assertThat(row.isCantSplitRow())
                      .isEqualTo(row.getTableCells().stream().noneMatch(c -> isLong(c))));
    }
  }

  /** The hostile text without a space, in a column of the annex. */
  private static boolean isLong(XWPFTableCell cell) {
    return cell.getText().length() == 500 && cell.getWidth() < 3_000;
  }

  @Test
  void noTableIsBroaderThanItsPage() throws IOException {
    List<XWPFTable> tables = new Written(SampleDocument.large(3, 50)).tables();

    assertThat(tables).allSatisfy(table -> assertThat(width(table)).isLessThanOrEqualTo(14_286));
    assertThat(tables.get(0)).satisfies(table -> assertThat(width(table)).isBetween(9_340, 9_354));
  }

  @Test
  void aBroadGridIsCutIntoEvenPartsEachWithTheNames() throws IOException {
    List<XWPFTable> grid =
        new Written(SampleDocument.large(3, 50))
            .tables().stream().filter(table -> headings(table).get(0).equals("Đơn vị")).toList();

    assertThat(grid).hasSize(5).allSatisfy(part -> assertThat(headings(part)).hasSize(11));
    assertThat(grid.stream().flatMap(part -> headings(part).stream().skip(1)))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).mapToObj(t -> "HM-N" + t).toList());
    assertThat(grid)
        .allSatisfy(part -> assertThat(part.getRow(2).getCell(0).getText()).endsWith("Thới 2"));
  }

  @Test
  void columnsStandBelowTheOneTheyBelongTo() throws IOException {
    XWPFTable lines =
        new Written(SampleDocument.small())
            .tables().stream()
                .filter(table -> headings(table).get(0).startsWith("Chỉ tiêu"))
                .findFirst()
                .orElseThrow();

    assertThat(Written.texts(lines.getRow(0).getCell(0)))
        .containsExactly("Chỉ tiêu", "Nguyên văn", "Mục của kế hoạch");
    assertThat(Written.texts(lines.getRow(1).getCell(0)))
        .containsExactly(
            "HM-N1\nThanh tra, kiểm tra cơ sở kinh doanh dịch vụ",
            "“Thanh tra, kiểm tra ít nhất 20% cơ sở kinh doanh dịch vụ”",
            "II.1 gạch 4");
    assertThat(lines.getRow(1).getCell(0).getParagraphs().get(1).getStyleID())
        .isEqualTo("TableQuote");
    assertThat(Written.texts(lines.getRow(1).getCell(2)))
        .containsExactly("Không đạt", "78/398", "19,6%");
  }

  @Test
  void resultsAreInTheirColours() throws IOException {
    XWPFTableCell notMet = new Written(SampleDocument.small()).tables().get(0).getRow(2).getCell(0);

    assertThat(notMet.getText()).isEqualTo("Không đạt");
    assertThat(notMet.getColor()).isEqualTo(Tone.NOT_MET.fill());
    assertThat(notMet.getParagraphs().get(0).getRuns().get(0).getColor())
        .isEqualTo(Tone.NOT_MET.ink());
  }

  @Test
  void tablesStandApartAndSayWhatTheyAreAbout() throws IOException {
    Written written = new Written(SampleDocument.small());

    assertThat(written.inText("</w:tbl><(w:\\w+)")).isNotEmpty().containsOnly("w:p");
    assertThat(written.inText("<w:tblCaption w:val=\"([^\"]*)\""))
        .hasSameSizeAs(written.tables())
        .contains("Tổng hợp kết quả", "Phụ lục: Toàn bộ kết quả")
        .contains("III. Nội dung chưa đạt, chưa báo cáo theo đơn vị - Xã Tân Thới 1");
  }

  @Test
  void aNumberHasTheRoomItNeedsButNotAllOfIt() {
    int share = 9_300 / 31;

    assertThat(ColumnWidths.of(numbers("1"), 9_300, 10)[0]).isBetween(share, share + 200);
    assertThat(ColumnWidths.of(numbers("50000"), 9_300, 10)[0])
        .isGreaterThanOrEqualTo(Breadth.of("50000", 10) + 120);
    assertThat(ColumnWidths.of(numbers("9".repeat(500)), 9_300, 10)).containsExactly(1_162, 8_138);
  }

  @Test
  void widthsFillThePageHoweverManyColumnsNeedMore() {
    List<Column> columns =
        IntStream.range(0, 60).mapToObj(i -> new Column("Nghiêng", Kind.NUMBER, 1)).toList();
    List<Cell> cells = columns.stream().map(column -> Cell.of("1.234.567")).toList();
    Table table = Table.of("a", "", columns, List.of(new Row("", "", Tone.NONE, cells)));

    assertThat(ColumnWidths.of(table, 9_300, 10)).hasSize(60).containsOnly(155);
  }
}

package vn.doichieu.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Row;
import vn.doichieu.testing.SampleDocument;

class PdfWriterTest {

  private static final double MILLIMETRE = 72 / 25.4;
  private static byte[] bytes = {};
  private static PDDocument small = new PDDocument();

  @BeforeAll
  static void write() throws IOException {
    small.close();
    bytes = pdf(SampleDocument.small());
    small = Loader.loadPDF(bytes);
  }

  @AfterAll
  static void close() throws IOException {
    small.close();
  }

  private static byte[] pdf(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfWriter().write(document, out);
    return out.toByteArray();
  }

  private static String text(PDDocument document, int first, int last) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(first);
    stripper.setEndPage(last);
    return stripper.getText(document);
  }

  private static String joined(String text) {
    return text.replaceAll("\\s+", "");
  }

  @Test
  void vietnameseTextIsReadBackWithItsDiacritics() throws IOException {
    assertThat(text(small, 1, small.getNumberOfPages()))
        .contains(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Hóc Môn, ngày …… tháng …… năm 2025",
            "theo Kế hoạch phòng, chống mại dâm năm 2024 trên địa bàn huyện Hóc Môn",
            "Huyện đạt 3 trên 5 chỉ tiêu của địa bàn.",
            "Nơi nhận:",
            "TM. ỦY BAN NHÂN DÂN");
  }

  @Test
  void everyHostileTextComesOutAsText() throws IOException {
    String all = joined(text(small, 1, small.getNumberOfPages()));

    assertThat(SampleDocument.HOSTILE)
        .allSatisfy(hostile -> assertThat(all).contains(joined(Cell.clean(hostile))));
  }

  @Test
  void longWordsStayWithinTheMargins() throws IOException {
    Rightmost rightmost = new Rightmost();
    rightmost.getText(small);

    assertThat(rightmost.beyond).as("characters in the right margin").isZero();
  }

  @Test
  void allFontsAreEmbeddedSubsets() throws IOException {
    List<String> names = new ArrayList<>();
    for (PDPage page : small.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        names.add(font.getName());
      }
    }

    assertThat(names).isNotEmpty().allMatch(name -> name.matches("[A-Z]{6}\\+LiberationSerif.*"));
  }

  @Test
  void theFileIsTaggedAndSaysItsTitleAndLanguage() {
    assertThat(small.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
    assertThat(small.getDocumentCatalog().getLanguage()).isEqualTo("vi");
    assertThat(small.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
    assertThat(small.getDocumentInformation().getTitle())
        .isEqualTo("Danh sách nội dung chưa đạt, chưa báo cáo năm 2024");
    assertThat(tags(small))
        .contains("H1", "H2", "H3", "P", "Table", "TR", "TH", "TD")
        .doesNotContain(LeanTags.NO_TAG);
  }

  private static List<String> tags(PDDocument document) {
    List<String> tags = new ArrayList<>();
    collect(document.getDocumentCatalog().getStructureTreeRoot(), tags);
    return tags;
  }

  private static void collect(PDStructureNode node, List<String> tags) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        tags.add(element.getStructureType());
        collect(element, tags);
      }
    }
  }

  @Test
  void bookmarksLeadToSectionsAndGroups() throws IOException {
    List<String> sections = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (PDOutlineItem item : small.getDocumentCatalog().getDocumentOutline().children()) {
      sections.add(item.getTitle());
      assertThat(item.findDestinationPage(small)).as(item.getTitle()).isNotNull();
      for (PDOutlineItem child : item.children()) {
        groups.add(child.getTitle());
        assertThat(child.findDestinationPage(small)).as(child.getTitle()).isNotNull();
      }
    }

    assertThat(sections)
        .containsExactlyElementsOf(
            SampleDocument.small().sections().stream().map(Section::title).toList());
    assertThat(groups).contains("Xã Tân Thới 1", SampleDocument.HOSTILE.get(0));
  }

  @Test
  void landscapeSectionsStandOnBroadPagesAndOthersOnHighOnes() throws IOException {
    for (int page = 1; page <= small.getNumberOfPages(); page++) {
      String text = text(small, page, page);
      boolean broad =
          small.getPage(page - 1).getMediaBox().getWidth()
              > small.getPage(page - 1).getMediaBox().getHeight();
      if (text.contains("II. Bảng kết quả") || text.contains("Phụ lục: Toàn bộ")) {
        assertThat(broad).as("page %s", page).isTrue();
      }
      if (text.contains("III. Nội dung") || text.contains("Nơi nhận:")) {
        assertThat(broad).as("page %s", page).isFalse();
      }
    }
  }

  @Test
  void pagesAreNumberedFromTheSecondOn() throws IOException {
    assertThat(text(small, 1, 1).lines().findFirst()).isPresent().get().isNotEqualTo("1");
    for (int page = 2; page <= small.getNumberOfPages(); page++) {
      assertThat(text(small, page, page).lines().findFirst())
          .as("page %s", page)
          .hasValue(Integer.toString(page));
    }
  }

  @Test
  void recipientsAndSignatureStandOnOnePageBeforeTheAnnex() throws IOException {
    int signature = pageWith(small, "TM. ỦY BAN NHÂN DÂN");

    assertThat(text(small, signature, signature)).contains("Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH");
    assertThat(pageWith(small, "Phụ lục: Toàn bộ kết quả")).isGreaterThan(signature);
  }

  private static int pageWith(PDDocument document, String text) throws IOException {
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      if (text(document, page, page).contains(text)) {
        return page;
      }
    }
    throw new AssertionError(text);
  }

  @Test
  void theSameDocumentGivesTheSameBytesInEveryTimeZone() throws IOException {
    assertThat(Arrays.equals(pdf(SampleDocument.small()), bytes)).isTrue();
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : List.of("UTC", "Asia/Ho_Chi_Minh", "America/New_York")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertThat(Arrays.equals(pdf(SampleDocument.small()), bytes)).as(zone).isTrue();
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void aTableOf300RowsRepeatsItsHeadingsAndKeepsEveryRow() throws IOException {
    List<Column> columns =
        List.of(
            new Column("Số thứ tự", Column.Kind.NUMBER, 1),
            new Column("Tên đơn vị", Column.Kind.TEXT, 4));
    List<Row> rows =
        IntStream.rangeClosed(1, 300)
            .mapToObj(i -> Row.of(Cell.of("dòng-" + i + "-"), Cell.of("Xã Tân Thới")))
            .toList();
    try (PDDocument document = Loader.loadPDF(pdf(with(Table.of("dai", "", columns, rows))))) {
      String all = text(document, 1, document.getNumberOfPages());
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        String text = text(document, page, page);
        assertThat(text.contains("Tên đơn vị"))
            .as("headings on page %s", page)
            .isEqualTo(text.contains("dòng-"));
      }
      assertThat(document.getNumberOfPages()).isGreaterThan(4);
      assertThat(IntStream.rangeClosed(1, 300)).allMatch(i -> all.contains("dòng-" + i + "-"));
    }
  }

  @Test
  void aRowHigherThanAPageIsBrokenAndLosesNothing() throws IOException {
    String words =
        String.join(" ", IntStream.rangeClosed(1, 3000).mapToObj(i -> "từ" + i).toList());
    Table table =
        Table.of(
            "cao",
            "",
            List.of(new Column("Nội dung", Column.Kind.TEXT, 1)),
            List.of(Row.of(Cell.of(words))));
    try (PDDocument document = Loader.loadPDF(pdf(with(table)))) {
      assertThat(joined(text(document, 1, document.getNumberOfPages())))
          .contains("từ1từ2", "từ1500", "từ2999từ3000");
    }
  }

  private static Document with(Table table) {
    Document sample = SampleDocument.small();
    return new Document(
        sample.language(),
        sample.title(),
        sample.words(),
        sample.letterhead(),
        List.of(new Section("bang-dai", "Bảng", "Bảng", false, List.of(table))),
        List.of());
  }

  /** Counts characters that stand right of the text. */
  private static final class Rightmost extends PDFTextStripper {
    private static final double RIGHT_MARGIN = 15 * MILLIMETRE;
    private int beyond;

    @Override
    protected void processTextPosition(TextPosition position) {
      double right = position.getXDirAdj() + position.getWidthDirAdj();
      if (right > position.getPageWidth() - RIGHT_MARGIN + 1) {
        beyond++;
      }
    }
  }
}

package vn.doichieu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.document.Document;
import vn.doichieu.document.DocumentWriter;
import vn.doichieu.docx.DocxWriter;
import vn.doichieu.pdf.PdfWriter;
import vn.doichieu.webpage.PageWriter;
import vn.doichieu.xlsx.XlsxWriter;

/** Each format says all that the list says, in its order. */
class SameInEveryFormatTest {

  /** How much else may stand between the cells of a row: headings that are repeated. */
  private static final int LITTLE = 600;

  private static final int A_PAGE = 3000;

  private static Document list(String plan, LocalDate asOf) {
    return MadeList.of(MadeList.rules(plan), Path.of("sample-data", plan), asOf, false).document();
  }

  private static byte[] written(DocumentWriter writer, Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(document, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"hoc_mon_2024, 2024-11-01", "soc_trang_2011, 2012-02-01"})
  void aWordFileSaysItAll(String plan, LocalDate asOf) throws IOException {
    Document document = list(plan, asOf);
    StringBuilder text = new StringBuilder();
    try (XWPFDocument word =
        new XWPFDocument(new ByteArrayInputStream(written(new DocxWriter(), document)))) {
      for (IBodyElement element : word.getBodyElements()) {
        if (element instanceof XWPFParagraph paragraph) {
          text.append(paragraph.getText()).append(' ');
        } else if (element instanceof XWPFTable table) {
          for (XWPFTableRow row : table.getRows()) {
            for (XWPFTableCell cell : row.getTableCells()) {
              cell.getParagraphs().forEach(p -> text.append(p.getText()).append(' '));
            }
          }
        }
      }
    }

    new Said(text.toString(), LITTLE, false).assertAll(document);
  }

  @ParameterizedTest
  @CsvSource({"hoc_mon_2024, 2024-11-01", "soc_trang_2011, 2012-02-01"})
  void aPrintedFileSaysItAll(String plan, LocalDate asOf) throws IOException {
    Document document = list(plan, asOf);
    try (PDDocument pdf = Loader.loadPDF(written(new PdfWriter(), document))) {
      new Said(new PDFTextStripper().getText(pdf), A_PAGE, true).assertAll(document);
    }
  }

  @ParameterizedTest
  @CsvSource({"hoc_mon_2024, 2024-11-01", "soc_trang_2011, 2012-02-01"})
  void aPageSaysItAll(String plan, LocalDate asOf) throws IOException {
    Document document = list(plan, asOf);
    String html = new String(written(new PageWriter(), document), StandardCharsets.UTF_8);
    String main = html.substring(html.indexOf("<main"));
    String text =
        main.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", "")
            .replaceAll("<[^>]*>", " ")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&");

    new Said(text, LITTLE, false).withCharts().assertAll(document);
  }

  @ParameterizedTest
  @CsvSource({"hoc_mon_2024, 2024-11-01", "soc_trang_2011, 2012-02-01"})
  void aWorkbookSaysItAll(String plan, LocalDate asOf) throws IOException {
    Document document = list(plan, asOf);
    try (Workbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(written(new XlsxWriter(), document)))) {
      new SaidInCells(workbook).assertAll(document);
      assertThat(workbook.getNumberOfSheets()).isGreaterThan(3);
    }
  }
}

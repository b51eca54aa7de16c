package vn.doichieu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The text of a list as other programs read it from its file. */
final class WrittenText {

  private WrittenText() {}

  static String of(Path file) throws IOException {
    String name = file.getFileName().toString();
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".docx" -> docx(file);
      case ".pdf" -> pdf(file);
      case ".xlsx" -> xlsx(file);
      default -> Files.readString(file);
    };
  }

  private static String docx(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XWPFDocument document = new XWPFDocument(in);
        XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
      return extractor.getText();
    }
  }

  private static String pdf(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setLineSeparator("\n");
      return stripper.getText(document);
    }
  }

  /** A line a row, a tab between cells, each as the sheet shows it. */
  private static String xlsx(Path file) throws IOException {
    DataFormatter shown = new DataFormatter(Locale.ROOT);
    StringBuilder text = new StringBuilder();
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      for (Sheet sheet : workbook) {
        text.append("=== ").append(sheet.getSheetName()).append(" ===\n");
        for (Row row : sheet) {
          String separator = "";
          for (Cell cell : row) {
            text.append(separator).append(shown.formatCellValue(cell));
            separator = "\t";
          }
          text.append('\n');
        }
      }
    }
    return text.toString();
  }

  /** A text without white space, which lines break anywhere. */
  static String joined(String text) {
    return text.replaceAll("\\s+", "");
  }
}

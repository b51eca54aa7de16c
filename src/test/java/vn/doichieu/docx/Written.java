package vn.doichieu.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import vn.doichieu.document.Document;

/** A document that was written, as bytes, as parts and as another program reads it. */
final class Written {

  private final byte[] bytes;

  Written(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DocxWriter().write(document, out);
    bytes = out.toByteArray();
  }

  byte[] bytes() {
    return bytes.clone();
  }

  XWPFDocument read() throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(bytes));
  }

  /** The parts of the file, in their order. */
  Map<String, String> parts() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  /** What stands in the text at each place that matches, in its order. */
  List<String> inText(String pattern) throws IOException {
    String xml = parts().getOrDefault("word/document.xml", "");
    return Pattern.compile(pattern).matcher(xml).results().map(match -> match.group(1)).toList();
  }

  /** All paragraphs, those in tables too, in the order of reading. */
  List<XWPFParagraph> paragraphs() {
    try {
      return read().getBodyElements().stream().flatMap(Written::paragraphs).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> texts() {
    return paragraphs().stream().map(XWPFParagraph::getText).toList();
  }

  /** The texts of the paragraphs of one style. */
  List<String> texts(String style) {
    return paragraphs().stream()
        .filter(paragraph -> style.equals(paragraph.getStyleID()))
        .map(XWPFParagraph::getText)
        .toList();
  }

  /** The tables of the document itself, without those that hold letterhead and signature. */
  List<XWPFTable> tables() throws IOException {
    return read().getTables().stream()
        .filter(table -> "DataTable".equals(table.getStyleID()))
        .toList();
  }

  static List<String> texts(XWPFTableCell cell) {
    return cell.getParagraphs().stream().map(XWPFParagraph::getText).toList();
  }

  private static Stream<XWPFParagraph> paragraphs(IBodyElement element) {
    if (element instanceof XWPFTable table) {
      return table.getRows().stream()
          .flatMap(row -> row.getTableCells().stream())
          .flatMap(cell -> cell.getParagraphs().stream());
    }
    return Stream.of((XWPFParagraph) element);
  }
}

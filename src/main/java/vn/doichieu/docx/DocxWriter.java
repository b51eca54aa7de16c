package vn.doichieu.docx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipOutputStream;
import vn.doichieu.document.Document;
import vn.doichieu.document.DocumentWriter;
import vn.doichieu.spreadsheet.TimelessZip;

/** Writes documents as Word reads them (DOCX), in the layout of Decree 30/2020/NĐ-CP. */
public final class DocxWriter implements DocumentWriter {

  private static final String CORE =
      "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
  private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

  /** The parts that say nothing about the document but its language, by their names in the file. */
  private static final Map<String, String> FIXED =
      new TreeMap<>(
          Map.of(
              "[Content_Types].xml", "content-types.xml",
              "_rels/.rels", "package-relationships.xml",
              "word/_rels/document.xml.rels", "document-relationships.xml",
              "word/header.xml", "header.xml",
              "word/settings.xml", "settings.xml",
              "word/styles.xml", "styles.xml"));

  @Override
  public void write(Document document, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    String language = document.language().equals("en") ? "en-GB" : "vi-VN";
    for (Map.Entry<String, String> part : FIXED.entrySet()) {
      zip.putNextEntry(TimelessZip.entry(part.getKey()));
      zip.write(fixed(part.getValue(), language).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    part(zip, "docProps/core.xml", xml -> properties(xml, document.title(), language));
    part(zip, "word/document.xml", xml -> new Body(xml, document).write());
    zip.finish();
  }

  private static void part(ZipOutputStream zip, String name, Content content) throws IOException {
    zip.putNextEntry(TimelessZip.entry(name));
    OutputStream buffer = new BufferedOutputStream(zip, 1 << 16);
    Xml xml = new Xml(buffer);
    content.write(xml);
    xml.finish();
    buffer.flush();
    zip.closeEntry();
  }

  private static void properties(Xml xml, String title, String language) throws IOException {
    xml.start("cp:coreProperties", "xmlns:cp", CORE, "xmlns:dc", DUBLIN_CORE);
    property(xml, "dc:title", title);
    property(xml, "dc:creator", "doichieu");
    property(xml, "dc:language", language);
    xml.end();
  }

  private static void property(Xml xml, String name, String value) throws IOException {
    xml.start(name);
    xml.text(value);
    xml.end();
  }

  private static String fixed(String name, String language) throws IOException {
    try (InputStream in = DocxWriter.class.getResourceAsStream(name)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("${language}", language);
    }
  }

  /** What a part holds. */
  private interface Content {
    void write(Xml xml) throws IOException;
  }
}

package vn.doichieu.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook made by hand for a test, XML and all, so that it can say what no writer would. Cells
 * are the insides of a {@code c} element; {@link #text} and its like make the usual ones.
 */
public final class WorkbookFile {

  /** Shows a number as 09/11/2024. */
  public static final int DATE = 1;

  /** Shows a number as 1.234. */
  public static final int GROUPED = 2;

  /** Shows a number as Nov-24. */
  public static final int MONTH = 3;

  /** Shows a number as 98,98%. */
  public static final int PERCENT = 4;

  /** Shows a number as ngày 09/11/2024, by a format with a code of its own. */
  public static final int OWN_DATE = 5;

  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final List<Sheet> sheets = new ArrayList<>();
  private final List<String> shared = new ArrayList<>();
  private final Map<String, String> parts = new LinkedHashMap<>();
  private String properties = "";

  /** A sheet, filled row by row. */
  public final class Sheet {

    private final String name;
    private final StringBuilder rows = new StringBuilder();
    private final StringBuilder merges = new StringBuilder();
    private String state = "";
    private String behind = "";

    private Sheet(String name) {
      this.name = name;
    }

    /** Adds a row; an empty cell is left out. */
    public Sheet row(int number, String... cells) {
      return row(number, "", cells);
    }

    /** Adds a row with attributes, such as {@code hidden="1"}. */
    public Sheet row(int number, String attributes, String[] cells) {
      rows.append("<row r=\"%d\" %s>".formatted(number, attributes));
      for (int i = 0; i < cells.length; i++) {
        if (!cells[i].isEmpty()) {
          rows.append("<c r=\"%s%d\" %s</c>".formatted(letters(i), number, cells[i]));
        }
      }
      rows.append("</row>");
      return this;
    }

    /** Adds whatever is given among the rows. */
    public Sheet raw(String xml) {
      rows.append(xml);
      return this;
    }

    public Sheet merge(String range) {
      merges.append("<mergeCell ref=\"" + range + "\"/>");
      return this;
    }

    public Sheet hidden() {
      state = "state=\"hidden\"";
      return this;
    }

    public Sheet isProtected() {
      behind = "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\"/>";
      return this;
    }

    private String xml() {
      return "<worksheet %s><sheetData>%s</sheetData>%s%s</worksheet>"
          .formatted(
              MAIN,
              rows,
              behind,
              merges.isEmpty() ? "" : "<mergeCells>" + merges + "</mergeCells>");
    }
  }

  public Sheet sheet(String name) {
    Sheet sheet = new Sheet(name);
    sheets.add(sheet);
    return sheet;
  }

  /** Adds a part, or puts another in the place of one. */
  public WorkbookFile part(String name, String content) {
    parts.put(name, content);
    return this;
  }

  public WorkbookFile since1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  public boolean isSince1904() {
    return !properties.isEmpty();
  }

  /** A text that stands in the cell itself. */
  public static String text(String text) {
    return "t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text) + "</t></is>";
  }

  /** A text in a cell of a style. */
  public static String text(String text, int style) {
    return "s=\"" + style + "\" " + text(text);
  }

  /** A text among the shared ones, its XML as given. */
  public String shared(String si) {
    shared.add(si);
    return "t=\"s\"><v>" + (shared.size() - 1) + "</v>";
  }

  public static String number(String digits) {
    return "><v>" + digits + "</v>";
  }

  public static String number(String digits, int style) {
    return "s=\"" + style + "\"" + number(digits);
  }

  public static String bool(boolean value) {
    return "t=\"b\"><v>" + (value ? 1 : 0) + "</v>";
  }

  public static String error(String error) {
    return "t=\"e\"><v>" + error + "</v>";
  }

  /** A formula with the number it came to when it was saved. */
  public static String formula(String formula, String value) {
    return "><f>" + escaped(formula) + "</f><v>" + value + "</v>";
  }

  /** A formula that was never calculated. */
  public static String formula(String formula) {
    return "><f>" + escaped(formula) + "</f>";
  }

  /** Inline texts, a cell each; an empty text is no cell. */
  public static String[] texts(String... texts) {
    String[] cells = new String[texts.length];
    for (int i = 0; i < texts.length; i++) {
      cells[i] = texts[i].isEmpty() ? "" : text(texts[i]);
    }
    return cells;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String letters(int column) {
    return column < 26
        ? String.valueOf((char) ('A' + column))
        : letters(column / 26 - 1) + letters(column % 26);
  }

  /** Writes the workbook. */
  public Path write(Path file) {
    Map<String, String> all = usualParts();
    all.putAll(parts);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (OutputStream bytes = Files.newOutputStream(file)) {
        zip(bytes, all);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** Writes parts as an archive. */
  public static void zip(OutputStream bytes, Map<String, String> parts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  private Map<String, String> usualParts() {
    Map<String, String> all = new LinkedHashMap<>();
    StringBuilder types = new StringBuilder();
    StringBuilder names = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      String part = "worksheets/sheet" + (i + 1) + ".xml";
      all.put("xl/" + part, sheet.xml());
      types.append(type("/xl/" + part, "worksheet+xml"));
      names.append(
          "<sheet name=\"%s\" sheetId=\"%d\" %s r:id=\"rId%d\"/>"
              .formatted(escaped(sheet.name), i + 1, sheet.state, i + 1));
      relations.append(relation("rId" + (i + 1), "worksheet", part));
    }
    types.append(type("/xl/workbook.xml", "sheet.main+xml"));
    types.append(type("/xl/styles.xml", "styles+xml"));
    types.append(type("/xl/sharedStrings.xml", "sharedStrings+xml"));
    relations.append(relation("rIdStyles", "styles", "styles.xml"));
    relations.append(relation("rIdTexts", "sharedStrings", "sharedStrings.xml"));
    all.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + types
            + "</Types>");
    all.put("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
    all.put(
        "xl/workbook.xml",
        "<workbook %s xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
            .formatted(MAIN, RELATIONS, properties, names));
    all.put("xl/_rels/workbook.xml.rels", relations(relations.toString()));
    all.put("xl/styles.xml", styles());
    all.put("xl/sharedStrings.xml", "<sst %s>%s</sst>".formatted(MAIN, String.join("", shared)));
    return all;
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s%s\"/>".formatted(part, TYPES, type);
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, type, target);
  }

  private static String relations(String relations) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + relations
        + "</Relationships>";
  }

  private static String styles() {
    StringBuilder cells = new StringBuilder();
    for (int format : new int[] {0, 14, 3, 17, 10, 164}) {
      cells.append("<xf numFmtId=\"" + format + "\" applyNumberFormat=\"1\" xfId=\"0\"/>");
    }
    return "<styleSheet %s>".formatted(MAIN)
        + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"&quot;ngày &quot;dd\\/mm\\/yyyy\"/></numFmts>"
        + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"6\">"
        + cells
        + "</cellXfs></styleSheet>";
  }
}

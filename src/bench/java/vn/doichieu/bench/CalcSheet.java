package vn.doichieu.bench;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.doichieu.domain.Result;

/**
 * The {@link RatioTargets} as an office keeps them: a sheet with a row for each unit, n and d of each
 * target side by side, then one cell for each target that says what it is and how much it lacks.
 */
final class CalcSheet {

  private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content"
          + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\" office:version=\"1.2\">"
          + "<office:body><office:spreadsheet><table:table table:name=\"units\">\n";

  private static final String TAIL =
      "</table:table></office:spreadsheet></office:body></office:document-content>\n";

  private static final String MANIFEST =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest"
          + " xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
          + " manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\""
          + " manifest:media-type=\"" + TYPE + "\"/><manifest:file-entry"
          + " manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
          + "</manifest:manifest>\n";

  private CalcSheet() {}

  /**
   * Writes the sheet as .ods.
   *
   * @param formulas whether the last cells are formulas; else they hold what these come to
   */
  static void write(Path file, List<UnitFigures> units, boolean formulas) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      stored(zip, "mimetype", TYPE);
      stored(zip, "META-INF/manifest.xml", MANIFEST);
      zip.putNextEntry(new ZipEntry("content.xml"));
      Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
      out.write(HEAD);
      for (int row = 0; row < units.size(); row++) {
        row(out, units.get(row), row + 1, formulas);
      }
      out.write(TAIL);
      out.flush();
      zip.closeEntry();
    }
  }

  private static void stored(ZipOutputStream zip, String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static void row(Writer out, UnitFigures unit, int row, boolean formulas)
      throws IOException {
    out.write("<table:table-row>");
    text(out, "C" + unit.unit());
    for (int target = 0; target < RatioTargets.COUNT; target++) {
      number(out, unit.n(target));
      number(out, unit.d(target));
    }
    for (int target = 0; target < RatioTargets.COUNT; target++) {
      if (formulas) {
        out.write("<table:table-cell table:formula=\"of:=" + formula(target, row) + "\"/>");
      } else {
        text(out, told(RatioFinding.of(unit, target, result(unit, target))));
      }
    }
    out.write("</table:table-row>\n");
  }

  private static Result result(UnitFigures unit, int target) {
    long n = unit.n(target);
    long d = unit.d(target);
    return n >= 0 && d > 0 && RatioTargets.holds(target, n, d)
        ? Result.MET
        : RatioTargets.unmet(n, d);
  }

  /** What a cell says of a finding: {@code met}, {@code not_met 5}. */
  static String told(RatioFinding finding) {
    String result = finding.result().code();
    return finding.shortfall() > 0 ? result + " " + finding.shortfall() : result;
  }

  private static String formula(int target, int row) {
    String n = "[.$" + column(1 + 2 * target) + row + "]";
    String d = "[.$" + column(2 + 2 * target) + row + "]";
    int percent = RatioTargets.percent(target);
    boolean strict = RatioTargets.comparator(target).equals(">");
    String needed =
        strict
            ? "QUOTIENT(" + d + "*" + percent + ";100)+1"
            : "QUOTIENT(" + d + "*" + percent + "+99;100)";
    return "IF(ISBLANK(" + d + ");&quot;missing&quot;;IF(" + d
        + "=0;&quot;not_applicable&quot;;IF(ISBLANK(" + n + ");&quot;missing&quot;;IF(" + n + "*100"
        + (strict ? "&gt;" : "&gt;=") + d + "*" + percent + ";&quot;met&quot;;&quot;not_met &quot;&amp;("
        + needed + "-" + n + ")))))";
  }

  /** The letters of a column; none is beyond AZ. */
  private static String column(int index) {
    String last = Character.toString('A' + index % 26);
    return index < 26 ? last : "A" + last;
  }

  private static void text(Writer out, String text) throws IOException {
    out.write("<table:table-cell office:value-type=\"string\"><text:p>" + text);
    out.write("</text:p></table:table-cell>");
  }

  /** Nothing where a figure is absent. */
  private static void number(Writer out, long value) throws IOException {
    if (value < 0) {
      out.write("<table:table-cell/>");
    } else {
      out.write("<table:table-cell office:value-type=\"float\" office:value=\"" + value + "\"/>");
    }
  }
}

package vn.doichieu.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes a workbook so that the same workbook gives the same bytes whenever it is written. */
public final class TimelessZip {

  /**
   * Not the first moment that a zip file can tell: for that one, Java adds the same in UTC, which
   * is another in every time zone.
   */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, Month.FEBRUARY, 1, 0, 0);

  private TimelessZip() {}

  /** Writes a workbook to a stream, which stays open. */
  public static void write(SXSSFWorkbook workbook, OutputStream out) throws IOException {
    CoreProperties properties = workbook.getXSSFWorkbook().getProperties().getCoreProperties();
    properties.setCreated(Optional.empty());
    properties.setCreator("doichieu");
    ByteArrayOutputStream timed = new ByteArrayOutputStream();
    workbook.setZip64Mode(Zip64Mode.Never); // The JDK does not read the other kind from a stream.
    workbook.write(timed);
    ZipOutputStream zip = new ZipOutputStream(out);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(timed.toByteArray()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(entry(entry.getName()));
        in.transferTo(zip);
        zip.closeEntry();
      }
    }
    zip.finish();
  }

  /** A new entry that does not tell when it was written. */
  public static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    return entry;
  }
}

package vn.doichieu.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.doichieu.document.Document;
import vn.doichieu.document.DocumentWriter;
import vn.doichieu.spreadsheet.SheetNames;
import vn.doichieu.spreadsheet.TimelessZip;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/**
 * Writes documents as workbooks. Sections that name the same sheet share it. Tables with the same
 * columns become one table that can be filtered; charts and the letterhead are left out. All that
 * is written is text, numbers and days: there is no formula and no link.
 */
public final class XlsxWriter implements DocumentWriter {

  private static final int ROWS_IN_MEMORY = 100;

  private final int mostRows;

  public XlsxWriter() {
    this(SpreadsheetVersion.EXCEL2007.getMaxRows());
  }

  /** As above, for sheets of so many rows; what does not fit goes on to a further sheet. */
  XlsxWriter(int mostRows) {
    this.mostRows = mostRows;
  }

  @Override
  public void write(Document document, OutputStream out) throws IOException {
    Language language = document.language().equals(Language.EN.code()) ? Language.EN : Language.VI;
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
      CellContents contents = new CellContents(language, new Messages(language));
      Looks looks = new Looks(workbook.getXSSFWorkbook());
      SheetNames names = new SheetNames();
      for (SheetContent content : SheetContent.of(document)) {
        new ContentWriter(
                name -> new SheetPage(workbook, names.like(name), mostRows, looks, contents),
                contents)
            .write(content);
      }
      workbook
          .getXSSFWorkbook()
          .getProperties()
          .getCoreProperties()
          .setTitle(contents.text(document.title()));
      TimelessZip.write(workbook, out);
    } catch (IllegalStateException e) { // How the library says that its own file is full.
      if (e.getCause() instanceof IOException full) {
        throw full;
      }
      throw e;
    }
  }
}

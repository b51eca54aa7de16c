package vn.doichieu.edition;

import java.util.Locale;
import vn.doichieu.document.DocumentWriter;
import vn.doichieu.docx.DocxWriter;
import vn.doichieu.pdf.PdfWriter;
import vn.doichieu.webpage.PageWriter;
import vn.doichieu.xlsx.XlsxWriter;

/** The formats of the leaders' list. */
public enum ListFormat {
  XLSX,
  DOCX,
  PDF,
  HTML;

  /** The word of {@code --format}, which is the ending of its files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What writes it. */
  DocumentWriter writer() {
    return switch (this) {
      case XLSX -> new XlsxWriter();
      case DOCX -> new DocxWriter();
      case PDF -> new PdfWriter();
      case HTML -> new PageWriter();
    };
  }
}

package vn.doichieu.webpage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import vn.doichieu.document.Document;
import vn.doichieu.document.DocumentWriter;

/**
 * Writes a document as one page that needs nothing beside it: to read on a screen of any width, to
 * filter by unit and result, and to print.
 */
public final class PageWriter implements DocumentWriter {

  @Override
  public void write(Document document, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try {
      new Page(document, new Html(writer)).write();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.flush();
  }
}

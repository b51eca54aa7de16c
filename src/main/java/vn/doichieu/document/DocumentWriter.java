package vn.doichieu.document;

import java.io.IOException;
import java.io.OutputStream;

/** Lays documents out in one format. The same document gives the same bytes. */
public interface DocumentWriter {

  /** Writes a document; the stream stays open. */
  void write(Document document, OutputStream out) throws IOException;
}

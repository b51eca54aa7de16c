package vn.doichieu.docx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements of one part of a file, written as they come. Names carry their prefix: "w:p". */
final class Xml {

  static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

  /** What no XML file may hold, halves of surrogate pairs among it. */
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final XMLStreamWriter writer;

  /** Starts a part; the stream stays open when the part ends. */
  Xml(OutputStream out) throws IOException {
    try {
      writer = WRITERS.createXMLStreamWriter(out, "UTF-8");
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Text as XML can hold it. */
  static String clean(String text) {
    return NOT_XML.matcher(text).replaceAll("\uFFFD");
  }

  /** Opens an element with attributes: name, value, name, value. */
  void start(String name, String... attributes) throws IOException {
    try {
      writer.writeStartElement(name);
      write(attributes);
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** An element without content. */
  void empty(String name, String... attributes) throws IOException {
    try {
      writer.writeEmptyElement(name);
      write(attributes);
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  void text(String text) throws IOException {
    try {
      writer.writeCharacters(clean(text));
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Closes the innermost open element. */
  void end() throws IOException {
    try {
      writer.writeEndElement();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Closes all that is open and ends the part. */
  void finish() throws IOException {
    try {
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private void write(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], clean(attributes[i + 1]));
    }
  }

  private static IOException failed(XMLStreamException e) {
    return e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
  }
}

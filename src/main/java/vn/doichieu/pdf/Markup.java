package vn.doichieu.pdf;

import javax.xml.XMLConstants;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** XSL-FO as it is written: elements and their text, handed on at once. */
final class Markup {

  private static final String FO = "http://www.w3.org/1999/XSL/Format";
  private static final String FOX = "http://xmlgraphics.apache.org/fop/extensions";

  private final ContentHandler handler;

  Markup(ContentHandler handler) {
    this.handler = handler;
  }

  /** The root, within which everything else is written. */
  void startDocument(String... attributes) throws SAXException {
    handler.startDocument();
    handler.startPrefixMapping("fo", FO);
    handler.startPrefixMapping("fox", FOX);
    start("root", attributes);
  }

  void endDocument() throws SAXException {
    end("root");
    handler.endPrefixMapping("fox");
    handler.endPrefixMapping("fo");
    handler.endDocument();
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values by turns
   */
  void start(String name, String... attributes) throws SAXException {
    AttributesImpl all = new AttributesImpl();
    for (int i = 0; i < attributes.length; i += 2) {
      add(all, attributes[i], attributes[i + 1]);
    }
    handler.startElement(FO, name, "fo:" + name, all);
  }

  private static void add(AttributesImpl all, String name, String value) {
    int colon = name.indexOf(':');
    String space =
        name.startsWith("xml:") ? XMLConstants.XML_NS_URI : name.startsWith("fox:") ? FOX : "";
    all.addAttribute(space, name.substring(colon + 1), name, "CDATA", value);
  }

  void end(String name) throws SAXException {
    handler.endElement(FO, name, "fo:" + name);
  }

  void text(String text) throws SAXException {
    handler.characters(text.toCharArray(), 0, text.length());
  }

  /** An element without anything in it. */
  void empty(String name, String... attributes) throws SAXException {
    start(name, attributes);
    end(name);
  }

  /** An element with text alone. */
  void leaf(String name, String text, String... attributes) throws SAXException {
    start(name, attributes);
    text(text);
    end(name);
  }

  /** A paragraph. */
  void block(String text, String... attributes) throws SAXException {
    leaf("block", text, attributes);
  }
}

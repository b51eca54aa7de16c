package vn.doichieu.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.UnreadableInput;

/**
 * One part of a workbook, read tag by tag. Elements and attributes go by their local names, which
 * are the same in both dialects of the format; document type declarations are refused.
 */
final class XmlPart implements AutoCloseable {

  /**
   * Limits on entities that Java 25 holds against the text of the document itself. No part can
   * declare an entity, and the guard bounds its size.
   */
  private static final List<String> LIMITS =
      List.of(
          "jdk.xml.maxGeneralEntitySizeLimit",
          "jdk.xml.totalEntitySizeLimit",
          "jdk.xml.entityExpansionLimit");

  private static final XMLInputFactory FACTORY = factory();

  private final String file;
  private final String part;
  private final InputStream bytes;
  private final XMLStreamReader xml;

  private XmlPart(String file, String part, InputStream bytes) {
    this.file = file;
    this.part = part;
    this.bytes = bytes;
    try {
      xml = FACTORY.createXMLStreamReader(bytes);
    } catch (XMLStreamException e) {
      throw damaged();
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    for (String limit : LIMITS) {
      if (factory.isPropertySupported(limit)) {
        factory.setProperty(limit, 0); // None.
      }
    }
    return factory;
  }

  /** Opens a part; null if the workbook has none of that name. */
  static @Nullable XmlPart open(String file, ZipFile zip, String part) throws IOException {
    ZipEntry entry = zip.getEntry(part);
    return entry == null ? null : new XmlPart(file, part, zip.getInputStream(entry));
  }

  /** Goes on to the next start or end of an element; false at the end of the part. */
  boolean next() {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw refusal(Problem.Kind.WORKBOOK_DOCTYPE);
        } else if (event == XMLStreamConstants.START_ELEMENT
            || event == XMLStreamConstants.END_ELEMENT) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw damaged();
    }
  }

  boolean starts(String element) {
    return xml.isStartElement() && xml.getLocalName().equals(element);
  }

  boolean ends(String element) {
    return xml.isEndElement() && xml.getLocalName().equals(element);
  }

  /** An attribute of the element that starts here; null if it has none of that name. */
  @Nullable String attribute(String name) {
    return xml.getAttributeValue(null, name);
  }

  boolean isTrue(String attribute) {
    String value = attribute(attribute);
    return "1".equals(value) || "true".equals(value);
  }

  /** The text of the element that starts here, up to its end; without that of elements in it. */
  String text() {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    try {
      while (depth >= 0) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> depth++;
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            if (depth == 0) {
              text.append(xml.getText());
            }
          }
          default -> {
            // Comments and the like.
          }
        }
      }
      return text.toString();
    } catch (XMLStreamException e) {
      throw damaged();
    }
  }

  /** What to say of a part that is not as the format wants it. */
  UnreadableInput damaged() {
    return refusal(Problem.Kind.WORKBOOK_DAMAGED);
  }

  private UnreadableInput refusal(Problem.Kind kind) {
    return new UnreadableInput(new Problem(kind, SourceLocation.of(file), part));
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException e) {
      throw damaged();
    }
  }
}

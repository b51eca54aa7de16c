package vn.doichieu.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Date;
import java.util.Objects;
import org.apache.fop.accessibility.StructureTreeEventHandler;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.render.intermediate.IFContext;
import org.apache.fop.render.pdf.PDFDocumentHandler;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.apache.xmlgraphics.util.MimeConstants;
import org.xml.sax.SAXException;
import vn.doichieu.document.Document;
import vn.doichieu.document.DocumentWriter;

/** Writes documents as tagged PDF (PDF/UA-1) with everything in it that it needs. */
public final class PdfWriter implements DocumentWriter {

  private final FopFactory factory;

  public PdfWriter() {
    try (InputStream settings = resource("fop.xml")) {
      factory =
          new FopConfParser(settings, URI.create("classpath:/"), new ClassPath())
              .getFopFactoryBuilder()
              .setAccessibility(true)
              .setComplexScriptFeatures(false)
              .build();
    } catch (IOException | SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(Document document, OutputStream out) throws IOException {
    FOUserAgent agent = factory.newFOUserAgent();
    agent.setTitle(document.title());
    agent.setCreator(StableBytes.PRODUCER);
    agent.setProducer(StableBytes.producer());
    agent.setCreationDate(Date.from(StableBytes.CREATED));
    agent.getRendererOptions().put("pdf-ua-mode", "PDF/UA-1");
    agent.setDocumentHandlerOverride(new Handler(new IFContext(agent)));
    StableBytes stable = new StableBytes(out);
    try {
      new Layout(new Markup(agent.newFop(MimeConstants.MIME_PDF, stable).getDefaultHandler()))
          .write(document);
    } catch (SAXException | RuntimeException e) {
      throw disk(e);
    }
    stable.finish();
  }

  /** The library wraps in several ways that a disk is full. */
  private static IOException disk(Exception failure) {
    IOException innermost = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException disk) {
        innermost = disk;
      }
    }
    if (innermost != null) {
      return innermost;
    }
    if (failure instanceof RuntimeException defect) {
      throw defect;
    }
    return new IOException(failure);
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(PdfWriter.class.getResourceAsStream(name), name);
  }

  /** Writes PDF with the tags that we want. */
  private static final class Handler extends PDFDocumentHandler {

    Handler(IFContext context) {
      super(context);
    }

    @Override
    public StructureTreeEventHandler getStructureTreeEventHandler() {
      return new LeanTags(super.getStructureTreeEventHandler());
    }
  }

  /** Fonts stand beside this class; nothing else is ever read. */
  private static final class ClassPath implements ResourceResolver {

    @Override
    public Resource getResource(URI uri) {
      String path = uri.getPath();
      return new Resource(resource(path.substring(path.lastIndexOf('/') + 1)));
    }

    @Override
    public OutputStream getOutputStream(URI uri) throws IOException {
      throw new IOException(uri.toString());
    }
  }
}

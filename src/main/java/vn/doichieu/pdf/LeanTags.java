package vn.doichieu.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.fop.accessibility.StructureTreeElement;
import org.apache.fop.accessibility.StructureTreeEventHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * Tags for all elements but one kind: a cell's only text hangs from the cell itself. A paragraph in
 * between would say nothing, and large files are a fifth smaller without it (ADR 10).
 */
final class LeanTags implements StructureTreeEventHandler {

  /** The role of a text that needs no tag of its own. */
  static final String NO_TAG = "no-tag";

  private final StructureTreeEventHandler tags;
  private final Deque<Boolean> left = new ArrayDeque<>();
  private @Nullable StructureTreeElement current;

  LeanTags(StructureTreeEventHandler tags) {
    this.tags = tags;
  }

  @Override
  public void startPageSequence(Locale locale, String role) {
    tags.startPageSequence(locale, role);
  }

  @Override
  public void endPageSequence() {
    tags.endPageSequence();
  }

  @Override
  public @Nullable StructureTreeElement startNode(
      String name, Attributes attributes, @Nullable StructureTreeElement parent) {
    boolean leave = NO_TAG.equals(attributes.getValue("role"));
    left.push(leave);
    if (!leave) {
      current = tags.startNode(name, attributes, parent);
    }
    return current;
  }

  @Override
  public void endNode(String name) {
    if (!left.pop()) {
      tags.endNode(name);
    }
  }

  @Override
  public StructureTreeElement startImageNode(
      String name, Attributes attributes, @Nullable StructureTreeElement parent) {
    left.push(false);
    return tags.startImageNode(name, attributes, parent);
  }

  @Override
  public StructureTreeElement startReferencedNode(
      String name, Attributes attributes, @Nullable StructureTreeElement parent) {
    left.push(false);
    return tags.startReferencedNode(name, attributes, parent);
  }
}

package vn.doichieu.narration;

import java.util.ArrayList;
import java.util.List;
import vn.doichieu.narration.ExplanationParts.Block;

/** Keeps what is written as parts, for pages that lay it out themselves. */
final class PartsPage implements Page {

  /** From this indent on a paragraph belongs to the one above. */
  private static final int INNER = 4;

  private final List<Block> blocks = new ArrayList<>();

  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  @Override
  public void blank() {
    // Space is the layout's.
  }

  @Override
  public void heading(String heading, char underline) {
    section(heading);
  }

  @Override
  public void section(String name) {
    blocks.add(new Block(name, false, List.of()));
  }

  @Override
  public void paragraph(int indent, int hang, String paragraph) {
    blocks.add(new Block(paragraph, indent >= INNER, List.of()));
  }

  @Override
  public void table(int indent, List<List<String>> rows) {
    blocks.add(new Block("", false, rows));
  }
}

package vn.doichieu.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Lines of text for a screen: headings, paragraphs and rows of wrapped columns. */
public final class TextTable {

  private static final int NARROWEST = 80;
  private static final int WIDEST = 200;

  /** Columns between two cells. */
  private static final int GAP = 2;

  private static final String BOLD = "\u001B[1m";
  private static final String RESET = "\u001B[0m";

  private final int width;
  private final boolean colour;
  private final StringBuilder text = new StringBuilder();

  /**
   * An empty text.
   *
   * @param screen the columns of the screen; the text keeps within 80 and 200
   */
  public TextTable(int screen, boolean colour) {
    this.width = Math.max(NARROWEST, Math.min(screen, WIDEST));
    this.colour = colour;
  }

  /** How a cell is shown on a screen that takes colours; its words carry the meaning. */
  public enum Tone {
    PLAIN(""),
    GOOD("\u001B[32m"),
    BAD("\u001B[31m"),
    DOUBTFUL("\u001B[33m");

    private final String start;

    Tone(String start) {
      this.start = start;
    }
  }

  /** An empty line. */
  public void blank() {
    text.append('\n');
  }

  /** A heading, set off by a line of its own. */
  public void heading(String heading) {
    blank();
    for (String line : Printable.wrap(Printable.clean(heading), width)) {
      text.append(colour ? BOLD + line + RESET : line).append('\n');
    }
    text.append("=".repeat(Math.min(width, Printable.width(heading)))).append('\n');
  }

  /** A line that names what follows. */
  public void subheading(String subheading) {
    for (String line : Printable.wrap(Printable.clean(subheading), width)) {
      text.append(colour ? BOLD + line + RESET : line).append('\n');
    }
  }

  /** A paragraph; its later lines are indented two further. */
  public void paragraph(int indent, String paragraph) {
    String margin = " ".repeat(indent);
    List<String> lines = Printable.wrap(Printable.clean(paragraph), width - indent - GAP);
    for (int i = 0; i < lines.size(); i++) {
      text.append(margin).append(i == 0 ? "" : " ".repeat(GAP)).append(lines.get(i)).append('\n');
    }
  }

  /** A row of cells, each wrapped into its width. */
  public void row(List<String> cells, List<Integer> widths, int toned, Tone tone) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 0;
    for (int i = 0; i < cells.size(); i++) {
      List<String> lines = Printable.wrap(Printable.clean(cells.get(i)), widths.get(i));
      wrapped.add(lines);
      height = Math.max(height, lines.size());
    }
    for (int line = 0; line < height; line++) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        String cell = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
        String padded = Printable.pad(cell, widths.get(i));
        boolean coloured = colour && i == toned && !cell.isEmpty() && tone != Tone.PLAIN;
        row.append(i == 0 ? "" : " ".repeat(GAP));
        row.append(coloured ? tone.start + padded + RESET : padded);
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
  }

  /** The width left for one column beside others. */
  public int rest(List<Integer> others) {
    return width - others.stream().mapToInt(Integer::intValue).sum() - GAP * others.size();
  }

  /** Writes the text, which is empty then; the caller closes the writer. */
  public void writeTo(Writer out) {
    try {
      out.append(text);
      text.setLength(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

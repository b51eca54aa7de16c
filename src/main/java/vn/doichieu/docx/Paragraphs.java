package vn.doichieu.docx;

import java.io.IOException;
import vn.doichieu.document.Tone;

/**
 * Paragraphs, each in a style of styles.xml, so that a person can restyle all of a kind at once.
 */
final class Paragraphs {

  private final Xml xml;

  Paragraphs(Xml xml) {
    this.xml = xml;
  }

  /** A paragraph; the lines of its text stay lines. */
  void write(String style, String text) throws IOException {
    write(style, text, Tone.NONE, false);
  }

  /**
   * A paragraph that may belong to what follows.
   *
   * @param kept whether it never stands on another page than the beginning of that
   */
  void write(String style, String text, boolean kept) throws IOException {
    write(style, text, Tone.NONE, false, kept);
  }

  /**
   * A paragraph in colour.
   *
   * @param filled whether the colour behind the words is the paragraph's own, not that of its cell
   */
  void write(String style, String text, Tone tone, boolean filled) throws IOException {
    write(style, text, tone, filled, false);
  }

  private void write(String style, String text, Tone tone, boolean filled, boolean kept)
      throws IOException {
    xml.start("w:p");
    xml.start("w:pPr");
    xml.empty("w:pStyle", "w:val", style);
    if (kept) {
      xml.empty("w:keepNext");
    }
    xml.end();
    if (!text.isEmpty()) {
      run(text, tone, filled);
    }
    xml.end();
  }

  /**
   * A short line in the middle.
   *
   * @param breadth of the page or cell, in twips
   * @param length of the line, in twips
   */
  void rule(int breadth, int length) throws IOException {
    String beside = Integer.toString(Math.max(0, (breadth - length) / 2));
    xml.start("w:p");
    xml.start("w:pPr");
    xml.empty("w:pStyle", "w:val", "Rule");
    xml.empty("w:ind", "w:left", beside, "w:right", beside);
    xml.end();
    xml.end();
  }

  /** An empty paragraph behind a table: without it, tables run together. */
  void gap() throws IOException {
    write("Gap", "");
  }

  /** The end of a stretch of pages that another one follows. */
  void pageBreak(Page page, boolean title) throws IOException {
    xml.start("w:p");
    xml.start("w:pPr");
    xml.empty("w:pStyle", "w:val", "Gap");
    page.write(xml, title);
    xml.end();
    xml.end();
  }

  private void run(String text, Tone tone, boolean filled) throws IOException {
    xml.start("w:r");
    if (tone != Tone.NONE) {
      xml.start("w:rPr");
      xml.empty("w:color", "w:val", tone.ink());
      if (filled) {
        xml.empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", tone.fill());
      }
      xml.end();
    }
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        xml.empty("w:br");
      }
      xml.start("w:t", "xml:space", "preserve");
      xml.text(lines[i]);
      xml.end();
    }
    xml.end();
  }
}

package vn.doichieu.narration;

import java.util.List;

/** What explanations are written on: headings, paragraphs that hang, and tables of numbers. */
interface Page {

  /** Holds a formula together where lines are broken; written as a plain space. */
  char JOINT = '\u00A0';

  void blank();

  /** A heading with a line of its own below. */
  void heading(String heading, char underline);

  /** A line that names the section below. */
  void section(String name);

  /** A paragraph. */
  default void paragraph(int indent, String paragraph) {
    paragraph(indent, 0, paragraph);
  }

  /** A paragraph whose later lines stand further in. */
  void paragraph(int indent, int hang, String paragraph);

  /**
   * A table: the first and the last column to the left, those between to the right. The last one
   * takes what width is left, and breaks.
   */
  void table(int indent, List<List<String>> rows);
}

package vn.doichieu.fence;

/**
 * A file of rules.
 *
 * @param name the file's name, as places name it
 * @param text all that it says
 */
public record DrlFile(String name, String text) {

  /** The text of a line, from 1; empty beyond the end. */
  String line(int number) {
    return text.lines().skip(Math.max(0, number - 1L)).findFirst().orElse("").strip();
  }
}

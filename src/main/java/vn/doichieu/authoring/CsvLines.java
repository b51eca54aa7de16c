package vn.doichieu.authoring;

import java.util.ArrayList;
import java.util.List;

/** Takes the text of a CSV file apart without losing a character of it. */
final class CsvLines {

  private final String text;
  private final char separator;
  private int at;
  private int number = 1;

  CsvLines(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  List<CsvLine> all() {
    List<CsvLine> lines = new ArrayList<>();
    while (at < text.length()) {
      lines.add(next());
    }
    return lines;
  }

  private CsvLine next() {
    int line = number;
    List<String> cells = new ArrayList<>();
    boolean comment = text.charAt(at) == '#';
    do {
      int start = at;
      if (comment) {
        toBreak();
      } else {
        toEndOfCell();
      }
      cells.add(text.substring(start, at));
    } while (separatorNext());
    int end = at;
    lineBreak();
    return new CsvLine(line, cells, text.substring(end, at));
  }

  private boolean separatorNext() {
    if (at < text.length() && text.charAt(at) == separator) {
      at++;
      return true;
    }
    return false;
  }

  private void toBreak() {
    while (at < text.length() && !isBreak(text.charAt(at))) {
      at++;
    }
  }

  private void toEndOfCell() {
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
      while (at < text.length() && !closes()) {
        count(text.charAt(at));
        at++;
      }
      at = Math.min(text.length(), at + 1);
    }
    while (at < text.length() && text.charAt(at) != separator && !isBreak(text.charAt(at))) {
      at++;
    }
  }

  /** Whether a quote ends the cell here; of two in a row the first is passed over. */
  private boolean closes() {
    if (text.charAt(at) != '"') {
      return false;
    }
    boolean twice = at + 1 < text.length() && text.charAt(at + 1) == '"';
    if (twice) {
      at++;
    }
    return !twice;
  }

  private void lineBreak() {
    if (at < text.length()) {
      boolean both = text.startsWith("\r\n", at);
      number++;
      at += both ? 2 : 1;
    }
  }

  private void count(char c) {
    boolean secondOfBoth = c == '\n' && at > 0 && text.charAt(at - 1) == '\r';
    if (isBreak(c) && !secondOfBoth) {
      number++;
    }
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}

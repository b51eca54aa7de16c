package vn.doichieu.web.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Figures that were typed into a page, as a file like any other. */
public final class Typed {

  /** The name of that file. */
  public static final String FILE = "nhap-tren-trang.csv";

  /** The row of its first line. */
  public static final int FIRST_ROW = 2;

  private Typed() {}

  /**
   * A figure as it was typed.
   *
   * @param value as it was typed, neither read nor rounded
   */
  public record Line(String unit, String item, String period, String value) {}

  /** The file; each line is a row of it. */
  public static Sent file(List<Line> lines) {
    StringBuilder text = new StringBuilder("unit,item,period,value\n");
    for (Line line : lines) {
      text.append(cell(line.unit()))
          .append(',')
          .append(cell(line.item()))
          .append(',')
          .append(cell(line.period()))
          .append(',')
          .append(cell(line.value()))
          .append('\n');
    }
    return new Sent(FILE, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Within quotes, on one line: a row of the file is then a row of the page. */
  private static String cell(String text) {
    return '"' + text.replaceAll("\\R", " ").replace("\"", "\"\"") + '"';
  }
}

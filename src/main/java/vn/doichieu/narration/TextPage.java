package vn.doichieu.narration;

import java.util.ArrayList;
import java.util.List;
import vn.doichieu.report.Printable;

/** Lines of text of a certain width, for screens and printers of text. */
final class TextPage implements Page {

  private static final int GAP = 2;

  private final int width;
  private final StringBuilder text = new StringBuilder();

  TextPage(int width) {
    this.width = width;
  }

  @Override
  public void blank() {
    text.append('\n');
  }

  @Override
  public void heading(String heading, char underline) {
    List<String> lines = Printable.wrap(Printable.clean(heading), width);
    lines.forEach(this::line);
    int widest = lines.stream().mapToInt(Printable::width).max().orElse(0);
    line(String.valueOf(underline).repeat(widest));
  }

  @Override
  public void section(String name) {
    blank();
    paragraph(0, 0, name);
  }

  @Override
  public void paragraph(int indent, int hang, String paragraph) {
    List<String> lines = Printable.wrap(Printable.clean(paragraph), width - indent - hang);
    for (int i = 0; i < lines.size(); i++) {
      line(" ".repeat(indent + (i == 0 ? 0 : hang)) + lines.get(i));
    }
  }

  @Override
  public void table(int indent, List<List<String>> rows) {
    int columns = rows.get(0).size();
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < columns - 1; column++) {
      int widest = 0;
      for (List<String> row : rows) {
        widest = Math.max(widest, Printable.width(Printable.clean(row.get(column))));
      }
      widths.add(column == 0 ? Math.min(widest, width / 3) : widest);
    }
    int taken = widths.stream().mapToInt(w -> w + GAP).sum();
    widths.add(Math.max(width - indent - taken, width / 4));
    rows.forEach(row -> row(indent, row, widths));
  }

  private void row(int indent, List<String> row, List<Integer> widths) {
    List<List<String>> cells = new ArrayList<>();
    int height = 0;
    for (int i = 0; i < row.size(); i++) {
      cells.add(Printable.wrap(Printable.clean(row.get(i)), widths.get(i)));
      height = Math.max(height, cells.get(i).size());
    }
    for (int l = 0; l < height; l++) {
      StringBuilder line = new StringBuilder(" ".repeat(indent));
      for (int i = 0; i < row.size(); i++) {
        String cell = l < cells.get(i).size() ? cells.get(i).get(l) : "";
        boolean number = i > 0 && i < row.size() - 1;
        String space = " ".repeat(Math.max(0, widths.get(i) - Printable.width(cell)));
        line.append(i == 0 ? "" : " ".repeat(GAP)).append(number ? space + cell : cell + space);
      }
      line(line.toString());
    }
  }

  private void line(String line) {
    text.append(line.replace(JOINT, ' ').stripTrailing()).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

package vn.doichieu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The one table: Markdown, with ratios to the plain loop and to the program of the same run. */
final class Table {

  /** How the plain loop and the program are named in every group. */
  static final String LOOP = "plain Java loop";

  static final String OURS = "Đối Chiếu";

  private final List<Measured> rows = new ArrayList<>();

  void add(Measured row) {
    rows.add(row);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("| what | who | units | findings | ns a finding | mean | × plain loop | × ours | B a finding |\n");
    text.append("|---|---|--:|--:|--:|--:|--:|--:|--:|\n");
    for (Measured row : rows) {
      text.append("| " + row.group() + " | " + row.who())
          .append(String.format(Locale.ROOT, " | %,d | %,d | ", row.units(), row.findings()))
          .append(number(row.perFinding()) + " | " + number(row.mean() / row.findings()))
          .append(" | " + number(ratio(row, LOOP)) + " | " + number(ratio(row, OURS)))
          .append(" | " + number(row.bytes() / row.findings()) + " |\n");
    }
    return text.toString();
  }

  /** How many times as long as another took for the same; NaN if it did not run. */
  private double ratio(Measured row, String other) {
    return rows.stream()
        .filter(r -> r.group().equals(row.group()) && r.units() == row.units())
        .filter(r -> r.who().equals(other))
        .mapToDouble(r -> row.perFinding() / r.perFinding())
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Three digits, or none where nothing was measured. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return String.format(Locale.ROOT, value < 10 ? "%,.2f" : value < 100 ? "%,.1f" : "%,.0f", value);
  }
}

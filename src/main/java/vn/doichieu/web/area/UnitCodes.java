package vn.doichieu.web.area;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.doichieu.tabular.Table;
import vn.doichieu.web.request.Refusal;

/** Codes of units that can stand in the address of a page. */
final class UnitCodes {

  /** What the column of the database holds. */
  private static final int LONGEST = 100;

  /** No server takes these in a part of a path, written one way or the other. */
  private static final Pattern NOT_IN_ADDRESSES =
      Pattern.compile("\\.{1,2}|.*[/\\\\;%\\p{Cntrl}\u2028\u2029].*", Pattern.DOTALL);

  private UnitCodes() {}

  /**
   * Stops units that could have no pages.
   *
   * @param units the columns of units.csv
   * @throws Refusal naming the code of every such row
   */
  static void mustFit(Table units) {
    List<String> wrong = new ArrayList<>();
    int column = units.column("code");
    units.forEach(
        row -> {
          String code = row.cell(column);
          if (code.length() > LONGEST || NOT_IN_ADDRESSES.matcher(code).matches()) {
            wrong.add(row.line() + ": " + code);
          }
        });
    if (!wrong.isEmpty()) {
      throw Refusal.invalid("unit_codes", String.join("; ", wrong), LONGEST);
    }
  }
}

package vn.doichieu.web.history;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import vn.doichieu.tabular.ListTable;
import vn.doichieu.tabular.Table;

/**
 * What a result rests on besides rules, units and submissions, of which none ever changes: waivers
 * and explanations as they stood.
 */
record Inputs(Rows waivers, Rows explanations) {

  private static final JsonMapper JSON = new JsonMapper();

  /** A table. */
  record Rows(String name, List<String> columns, List<Row> rows) {

    static Rows of(Table table) {
      List<Row> rows = new ArrayList<>();
      int columns = table.header().size();
      table.forEach(
          row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
              cells.add(row.cell(i));
            }
            rows.add(new Row(row.line(), cells));
          });
      return new Rows(table.name(), List.copyOf(table.header()), rows);
    }

    Table table() {
      return new ListTable(
          name,
          columns,
          rows.stream().map(row -> new ListTable.Line(row.line(), row.cells())).toList());
    }
  }

  /** One row, with the line that places name. */
  record Row(int line, List<String> cells) {}

  byte[] packed() {
    return Packed.pack(JSON.writeValueAsBytes(this));
  }

  static Inputs unpacked(byte[] packed) {
    return JSON.readValue(Packed.unpack(packed), Inputs.class);
  }
}

package vn.doichieu.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListTableTest {

  private final ListTable table =
      new ListTable(
          "cases/a.yaml",
          List.of("unit", "value"),
          List.of(
              new ListTable.Line(7, List.of("x1", "\u00A05 ")), new ListTable.Line(9, List.of())));

  @Test
  void aRowKeepsTheLineThatItWasMadeFrom() {
    List<Integer> lines = new ArrayList<>();
    table.forEach(row -> lines.add(row.line()));

    assertThat(lines).containsExactly(7, 9);
    assertThat(table.name()).isEqualTo("cases/a.yaml");
  }

  @Test
  void cellsAreCleanedAndThoseThatAreNotThereAreEmpty() {
    List<String> cells = new ArrayList<>();
    table.forEach(row -> cells.add(row.cell(table.column("value")) + row.cell(-1) + row.cell(5)));

    assertThat(cells).containsExactly("5", "");
  }
}

package vn.doichieu.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialectTest {

  private static final Map<String, String> NAMES = Map.of("Mã", "unit", "Giá trị", "value");
  private static final Dialect DIALECT = new Dialect(cell -> NAMES.getOrDefault(cell, cell), true);

  @TempDir private Path folder;

  private List<String> rows(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), text);
    List<String> rows = new ArrayList<>();
    try (CsvTable table = CsvTable.open(file, List.of("unit", "value"), DIALECT)) {
      table.forEach(
          row ->
              rows.add(
                  row.line()
                      + " "
                      + row.cell(table.column("unit"))
                      + "="
                      + row.cell(table.column("value"))));
    }
    return rows;
  }

  @Test
  void columnsGoByOtherNames() throws IOException {
    assertThat(rows("Giá trị,Mã\n1,a\n")).containsExactly("2 a=1");
  }

  @Test
  void linesOfCommentAreForPeopleOnlyWhereverTheyStand() throws IOException {
    assertThat(rows("# trước, \"tiêu đề\n\nunit,value\n#giữa\na,1\n\"# có, dấu\",x,,,\nb,2\n#,\n"))
        .containsExactly("5 a=1", "7 b=2");
  }

  @Test
  void aSignInAnotherCellIsNoComment() throws IOException {
    assertThat(rows("unit,value\na,# 1\n")).containsExactly("2 a=# 1");
  }

  @Test
  void commentsAndQuotedNamesDoNotDecideWhatSeparatesCells() throws IOException {
    assertThat(rows("# một, hai\nunit;\"ghi chú, riêng\";value\na;;1,5\n"))
        .containsExactly("3 a=1,5");
    assertThat(rows("# một; hai\nunit,value\na,1;5\n")).containsExactly("3 a=1;5");
  }

  @Test
  void withoutItASignIsAnUnitLikeAnyOther() throws IOException {
    Path file = Files.writeString(folder.resolve("b.csv"), "unit,value\n#a,1\n");
    List<String> units = new ArrayList<>();
    try (CsvTable table = CsvTable.open(file, List.of("unit", "value"))) {
      table.forEach(row -> units.add(row.cell(0)));
    }

    assertThat(units).containsExactly("#a");
  }
}

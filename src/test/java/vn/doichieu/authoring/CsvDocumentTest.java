package vn.doichieu.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.ruletable.RuleColumns;
import vn.doichieu.tabular.CsvTable;

class CsvDocumentTest {

  private static final String[] PIECES = {
    "a", "Đ", ",", ";", "\"\"", " ", "#", "=1+1", "\n", "\r\n", "20%", "'", "\t"
  };

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("targets.csv"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "target,kind\nA,ratio\n",
        "\uFEFFMã;Loại\r\nA;ratio\r\n",
        "# đầu, \"tệp\n\n target , \"kind\" ,,\n\n\n\"A\nB\",\"r\"\"x\"\n,,\n#,,\n\"# một\nhai\",x\nB",
        "target,kind\rA,ratio\r",
      })
  void givesBackEveryByteThatNobodyChanged(String text) throws IOException {
    assertThat(CsvDocument.read(file(text)).text()).isEqualTo(text);
  }

  @Test
  void seesTheSameCellsOnTheSameLinesAsTheReaderOfTables() throws IOException {
    Random random = new Random(4);
    for (int i = 0; i < 500; i++) {
      String text = randomTable(random);
      Path file = file(text);
      CsvDocument document = CsvDocument.read(file);
      List<String> expected = new ArrayList<>();
      try (CsvTable table = CsvTable.open(file, List.of("target"), RuleColumns.DIALECT)) {
        table.forEach(
            row -> expected.add(row.line() + " " + row.cell(0) + "|" + row.cell(1) + "|"));
        assertThat(document.columns()).as(text).isEqualTo(table.header());
      }
      List<String> actual = new ArrayList<>();
      for (int at = 0; at < document.lines().size(); at++) {
        CsvLine line = document.lines().get(at);
        if (document.isRow(at)) {
          actual.add(line.number() + " " + line.value(0) + "|" + line.value(1) + "|");
        }
      }

      assertThat(actual).as(text).isEqualTo(expected);
      assertThat(document.text()).isEqualTo(text);
    }
  }

  private static String randomTable(Random random) {
    String separator = random.nextBoolean() ? "," : ";";
    String end = random.nextBoolean() ? "\n" : "\r\n";
    StringBuilder text = new StringBuilder();
    int rows = random.nextInt(8);
    int header = random.nextInt(2);
    for (int i = 0; i <= rows; i++) {
      if (i < header) {
        text.append("# chú, thích; \"dở\n");
      } else if (i == header) {
        text.append("target").append(separator).append("kind").append(end);
      } else if (random.nextInt(6) == 0) {
        text.append(random.nextBoolean() ? "" : "# chú thích, \"dở").append(end);
      } else {
        text.append(cell(random)).append(separator).append(cell(random)).append(end);
      }
    }
    if (rows < header) {
      text.append("target").append(separator).append("kind").append(end);
    }
    return text.toString();
  }

  private static String cell(Random random) {
    StringBuilder cell = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      cell.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return '"' + cell.toString() + '"';
  }

  @Test
  void anEditedCellKeepsItsQuotesAndAllElse() throws IOException {
    CsvDocument document =
        CsvDocument.read(file("# x\r\nMã;Ngưỡng;Riêng\r\n\"A\";20%;\r\n\r\nB;\"30%\";a\"b"));
    CsvDocument edited =
        document.edited(
            (row, column, text) ->
                column.equals("threshold") ? "từ; " + row.apply("target") + " \"x\"" : text);

    assertThat(edited.text())
        .isEqualTo(
            "# x\r\nMã;Ngưỡng;Riêng\r\n\"A\";\"từ; A \"\"x\"\"\";\r\n\r\nB;\"từ; B \"\"x\"\"\";a\"b");
  }

  @Test
  void aNewFileBeginsWithAMarkForExcel() {
    assertThat(
            CsvDocument.of(List.of("# x"), List.of(List.of("a", "b,c"), List.of("1", ""))).text())
        .isEqualTo("\uFEFF# x\na,\"b,c\"\n1,\n");
  }
}

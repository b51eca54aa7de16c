package vn.doichieu.ruletable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.doichieu.testing.WorkbookFile.bool;
import static vn.doichieu.testing.WorkbookFile.error;
import static vn.doichieu.testing.WorkbookFile.formula;
import static vn.doichieu.testing.WorkbookFile.number;
import static vn.doichieu.testing.WorkbookFile.text;
import static vn.doichieu.testing.WorkbookFile.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.testing.WorkbookFile;

/** Where the tables of a plan stand, and how their cells are read. */
class RuleTablesTest {

  private static final int FIRST_ROW = 2;

  @TempDir private Path folder;
  private Path rules;
  private Plan fromCsv;
  private List<String> columns;
  private List<String> row;

  @BeforeEach
  void smallPlan() throws IOException {
    rules = new SmallPlan(folder.resolve("small")).target("T-1", "ratio").write();
    fromCsv = PlanReader.read(rules);
    RuleSheet sheet = RuleSheet.read(rules);
    columns = sheet.columns();
    row = columns.stream().map(column -> sheet.rows().get(0).cell(column)).toList();
  }

  /** The one row as cells of text, some of them otherwise. */
  private String[] row(Map<String, String> others) {
    String[] cells = texts(row.toArray(String[]::new));
    others.forEach((column, cell) -> cells[columns.indexOf(column)] = cell);
    return cells;
  }

  private void asWorkbook(String[] header, String[]... rows) throws IOException {
    WorkbookFile file = new WorkbookFile();
    WorkbookFile.Sheet sheet = file.sheet("targets").row(1, header);
    for (int i = 0; i < rows.length; i++) {
      sheet.row(FIRST_ROW + i, rows[i]);
    }
    Files.deleteIfExists(rules.resolve("targets.csv"));
    file.write(rules.resolve("targets.xlsx"));
  }

  private String[] header() {
    return texts(columns.toArray(String[]::new));
  }

  private List<String> problems() {
    return catchThrowableOfType(InvalidRules.class, () -> PlanReader.read(rules))
        .problems()
        .stream()
        .map(
            p ->
                p.kind()
                    + " "
                    + p.location().file()
                    + " "
                    + p.location().sheet()
                    + " "
                    + p.location().row()
                    + " "
                    + p.location().column()
                    + " “"
                    + p.read()
                    + "”")
        .toList();
  }

  @Test
  void aWorkbookSaysTheSameAsAFile() throws IOException {
    asWorkbook(header(), row(Map.of()));

    assertThat(PlanReader.read(rules).targets().get(0).criterion())
        .isEqualTo(fromCsv.targets().get(0).criterion());
  }

  @Test
  void itsColumnsMayHaveVietnameseNamesInAnyOrder() throws IOException {
    List<String> backwards = new ArrayList<>(columns);
    Collections.reverse(backwards);
    String[] cells =
        backwards.stream().map(column -> row.get(columns.indexOf(column))).toArray(String[]::new);
    asWorkbook(
        texts(backwards.stream().map(c -> RuleColumns.heading(c, true)).toArray(String[]::new)),
        texts(cells));

    assertThat(PlanReader.read(rules).targets().get(0).criterion())
        .isEqualTo(fromCsv.targets().get(0).criterion());
  }

  @Test
  void bothFilesAtOnceAreRefusedWithTheNamesOfBoth() throws IOException {
    String csv = Files.readString(rules.resolve("targets.csv"));
    asWorkbook(header(), row(Map.of()));
    Files.writeString(rules.resolve("targets.csv"), csv);

    assertThat(problems()).containsExactly("TWO_TABLES targets.csv null 0 null “targets.xlsx”");
  }

  @Test
  void readingsInTwoPlacesAreRefused() throws IOException {
    new SmallPlan(rules).target("T-1", "ratio").reading("T-1", "a").write();
    String readings = Files.readString(rules.resolve("readings.csv"));
    WorkbookFile file = new WorkbookFile();
    file.sheet("targets").row(1, header()).row(2, row(Map.of()));
    WorkbookFile.Sheet sheet = file.sheet("readings");
    String[] lines = readings.split("\n");
    for (int i = 0; i < lines.length; i++) {
      sheet.row(i + 1, texts(lines[i].replace("\"", "").split(",", -1)));
    }
    Files.delete(rules.resolve("targets.csv"));
    file.write(rules.resolve("targets.xlsx"));

    assertThat(problems()).containsExactly("TWO_TABLES readings.csv null 0 null “targets.xlsx”");
    Files.delete(rules.resolve("readings.csv"));
    assertThat(PlanReader.read(rules).readings()).extracting(r -> r.id()).containsExactly("T-1/a");
  }

  @Test
  void aWorkbookWithSeveralSheetsNeedsOneOfTheName() throws IOException {
    WorkbookFile file = new WorkbookFile();
    file.sheet("một").row(1, header()).row(2, row(Map.of()));
    file.sheet("hai");
    Files.delete(rules.resolve("targets.csv"));
    file.write(rules.resolve("targets.xlsx"));

    assertThat(problems())
        .containsExactly("RULE_SHEET_NOT_FOUND targets.xlsx null 0 null “một, hai”");
  }

  @Test
  void aCsvFileOfExcelIsReadWithItsMarkItsSemicolonsAndItsNames() throws IOException {
    String heading =
        String.join(";", columns.stream().map(c -> RuleColumns.heading(c, true)).toList());
    Files.writeString(
        rules.resolve("targets.csv"),
        "\uFEFF# một, hai;;\r\n" + heading + ";Riêng\r\n" + String.join(";", row) + ";tôi\r\n\r\n");

    assertThat(PlanReader.read(rules).targets().get(0).criterion())
        .isEqualTo(fromCsv.targets().get(0).criterion());
    assertThat(RuleSheet.read(rules).rows().get(0).cell("riêng")).isEqualTo("tôi");
  }

  @Test
  void placesInAFileWithVietnameseNamesNameThem() throws IOException {
    String heading =
        String.join(";", columns.stream().map(c -> RuleColumns.heading(c, true)).toList());
    Files.writeString(
        rules.resolve("targets.csv"), heading + "\n" + String.join(";", row).replace("20%", "2O%"));

    assertThat(problems()).containsExactly("RULE_CELL_INVALID targets.csv null 2 Ngưỡng “2O%”");
  }

  @Nested
  class Cells {

    private String threshold(String cell) throws IOException {
      asWorkbook(header(), row(Map.of("threshold", cell)));
      RuleSheet sheet = RuleSheet.read(rules);
      return sheet.rows().get(0).cell("threshold");
    }

    @Test
    void readAsTheirReaderSeesThem() throws IOException {
      Map<String, String> seen = new HashMap<>();
      seen.put("20%", number("0.2", WorkbookFile.PERCENT));
      seen.put("12,5%", number("0.125", WorkbookFile.PERCENT));
      seen.put("2024", number("2024"));
      seen.put("2024-05-10", number("45422", WorkbookFile.DATE));
      seen.put("2024-05", number("45413", WorkbookFile.MONTH));
      seen.put("5", formula("2+3", "5"));
      seen.put("true", bool(true));
      seen.put("= 1+1", text("= 1+1"));
      seen.put(">=", text(" >= "));
      for (Map.Entry<String, String> cell : seen.entrySet()) {
        assertThat(threshold(cell.getValue())).isEqualTo(cell.getKey());
      }
    }

    @Test
    void thatNobodyCanBeSureOfAreToldAllAtOnce() throws IOException {
      asWorkbook(
          header(),
          row(
              Map.of(
                  "threshold", number("0.19996", WorkbookFile.PERCENT),
                  "periods", number("45422", WorkbookFile.MONTH),
                  "binding", error("#REF!"),
                  "priority", formula("A1"))));

      String place = " targets.xlsx targets 2 ";
      assertThat(problems())
          .containsExactlyInAnyOrder(
              "RULE_CELL_SHOWN_IN_PART" + place + cell("threshold") + " “19,996%”",
              "RULE_CELL_SHOWN_IN_PART" + place + cell("periods") + " “2024-05-10”",
              "CELL_ERROR" + place + cell("binding") + " “#REF!”",
              "FORMULA_WITHOUT_VALUE" + place + cell("priority") + " “”");
    }

    @Test
    void mergedIntoOneBelongToNobody() throws IOException {
      int column = columns.indexOf("section");
      String letter = String.valueOf((char) ('A' + column));
      WorkbookFile file = new WorkbookFile();
      file.sheet("targets")
          .row(1, header())
          .row(2, row(Map.of()))
          .row(3, row(Map.of("target", text("T-2"), "section", "")))
          .merge(letter + "2:" + letter + "3");
      Files.delete(rules.resolve("targets.csv"));
      file.write(rules.resolve("targets.xlsx"));

      assertThat(problems())
          .containsExactly(
              "MERGED_CELLS targets.xlsx targets 2 " + cell("section") + " “”",
              "MERGED_CELLS targets.xlsx targets 3 " + cell("section") + " “”");
    }

    @Test
    void underNoNameAreTold() throws IOException {
      asWorkbook(
          header(),
          Stream.concat(Arrays.stream(row(Map.of())), Stream.of("", text("bên lề")))
              .toArray(String[]::new));

      assertThat(problems())
          .containsExactly(
              "RULE_CELL_UNNAMED targets.xlsx targets 2 "
                  + (char) ('A' + columns.size() + 1)
                  + " “bên lề”");
    }

    @Test
    void ofColumnsThatNobodyReadsMayHoldWhatTheyLike() throws IOException {
      String[] header =
          Stream.concat(Arrays.stream(header()), Stream.of(text("Riêng"))).toArray(String[]::new);
      String[] cells =
          Stream.concat(Arrays.stream(row(Map.of())), Stream.of(number("45422", 1)))
              .toArray(String[]::new);
      asWorkbook(header, cells);

      assertThat(RuleSheet.read(rules).rows().get(0).cell("riêng")).isEqualTo("2024-05-10");
    }

    private String cell(String column) {
      return (char) ('A' + columns.indexOf(column)) + " (" + column + ")";
    }
  }

  @Test
  void commentsAreLeftOut() throws IOException {
    WorkbookFile file = new WorkbookFile();
    file.sheet("Trang tính1")
        .row(1, texts("# trước"))
        .row(3, header())
        .row(4, texts("# giữa", "và"))
        .row(5, row(Map.of()));
    Files.delete(rules.resolve("targets.csv"));
    file.write(rules.resolve("targets.xlsx"));
    List<Problem> problems = new ArrayList<>();
    WorkbookRules read = RuleTables.targetSheet(rules.resolve("targets.xlsx"), problems);

    assertThat(problems).isEmpty();
    assertThat(read.headerRow()).isEqualTo(3);
    assertThat(read.comments())
        .containsExactly(Map.entry(1, "# trước"), Map.entry(4, "# giữa, và"));
    assertThat(read.sheet().rows()).extracting(r -> r.place().row()).containsExactly(5);
  }
}

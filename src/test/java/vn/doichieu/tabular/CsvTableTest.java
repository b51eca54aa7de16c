package vn.doichieu.tabular;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Problem.Kind;

class CsvTableTest {

  private static final List<String> REQUIRED = List.of("unit", "value");

  @TempDir private Path folder;

  @Nested
  class IsRead {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "unit,value\na,1\nb,2\n",
          "unit,value\na,1\nb,2",
          "unit,value\r\na,1\r\nb,2\r\n",
          "\uFEFFunit,value\na,1\nb,2\n",
          "unit;value\na;1\nb;2\n",
          "\"unit\",\"value\"\n\"a\",\"1\"\n\"b\",\"2\"\n",
          "\n\nunit,value\n\na,1\n\n\nb,2\n\n",
          "UNIT , Value\n a ,1\u00A0\nb, 2\n",
          "value,note,unit\n1,x,a\n2,,b\n",
          "unit,value\na,1\n,\n  ,  \nb,2\n",
          "unit,value\na,1\n\u00A0,\u00A0\nb,2\n",
          "unit,value\na,1,,\nb,2, \n"
        })
    void inEveryWayItIsCommonlyWritten(String text) throws IOException {
      try (CsvTable table = CsvTable.open(write(text), REQUIRED)) {
        assertThat(cells(table)).containsExactly("a=1", "b=2");
      }
    }

    @Test
    void withItsLinesNumberedAsInAnEditor() throws IOException {
      String text = "\nunit,value\na,\"one\ntwo\nthree\"\n\nb,2\r\nc,3\n";
      try (CsvTable table = CsvTable.open(write(text), REQUIRED)) {
        List<Integer> lines = new ArrayList<>();
        table.forEach(row -> lines.add(row.line()));

        assertThat(lines).containsExactly(3, 7, 8);
      }
    }

    @Test
    void withQuotesAndLineBreaksInsideACell() throws IOException {
      String text = "unit,value\n\"a \"\"b\"\", c\",\"1\r\n2\"\n";
      try (CsvTable table = CsvTable.open(write(text), REQUIRED)) {
        assertThat(cells(table)).containsExactly("a \"b\", c=1\r\n2");
      }
    }

    @Test
    void inOneUnicodeForm() throws IOException {
      String text = Normalizer.normalize("unit,value\nxã Đông,1\n", Normalizer.Form.NFD);
      try (CsvTable table = CsvTable.open(write(text), REQUIRED)) {
        assertThat(cells(table)).containsExactly("xã Đông=1");
      }
    }

    @Test
    void withColumnsThatNobodyAskedFor() throws IOException {
      try (CsvTable table = CsvTable.open(write("unit,ghi chú,value\na,b,1\n"), REQUIRED)) {
        assertThat(table.header()).containsExactly("unit", "ghi chú", "value");
        assertThat(table.column("ghi chú")).isEqualTo(1);
        assertThat(table.column("evidence")).isEqualTo(-1);
      }
    }

    @Test
    void withEmptyCellsWhereARowIsShort() throws IOException {
      try (CsvTable table = CsvTable.open(write("unit,value\na\n"), REQUIRED)) {
        assertThat(cells(table)).containsExactly("a=");
      }
    }

    @Test
    void asEmptyWhenItHasNothingButAHeader() throws IOException {
      try (CsvTable table = CsvTable.open(write("unit,value\n"), REQUIRED)) {
        assertThat(cells(table)).isEmpty();
      }
    }

    @Test
    void andSaysThatItIsSeparatedBySemicolons() throws IOException {
      try (CsvTable semicolons = CsvTable.open(write("unit;value\na;1,5\n"), REQUIRED)) {
        assertThat(semicolons.remarks())
            .extracting(p -> p.kind() + " " + p.location().row())
            .containsExactly("SEMICOLON_SEPARATOR 1");
        assertThat(cells(semicolons)).containsExactly("a=1,5");
      }
      try (CsvTable commas = CsvTable.open(write("unit,value\na;b,1\n"), REQUIRED)) {
        assertThat(commas.remarks()).isEmpty();
        assertThat(cells(commas)).containsExactly("a;b=1");
      }
    }

    @Test
    void andTellsOfTextToTheRightOfTheLastColumn() throws IOException {
      try (CsvTable table = CsvTable.open(write("unit,value\na,1,5\nb,2,,\n"), REQUIRED)) {
        List<Boolean> extra = new ArrayList<>();
        table.forEach(row -> extra.add(row.hasExtraCells()));

        assertThat(extra).containsExactly(true, false);
      }
    }
  }

  @Nested
  class IsRefused {

    @Test
    void whenTheFileIsNotThere() {
      assertThat(refused(folder.resolve("no.csv"))).containsExactly("FILE_NOT_FOUND no.csv:0");
    }

    @Test
    void whenAFolderStandsInItsPlace() throws IOException {
      Path directory = Files.createDirectory(folder.resolve("figures.csv"));

      assertThat(refused(directory)).containsExactly("NOT_A_FILE figures.csv:0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF"})
    void whenItIsEmpty(String text) throws IOException {
      assertThat(refused(write(text))).containsExactly("EMPTY_FILE t.csv:0");
    }

    @Test
    void withEveryMissingAndDoubledColumnAtOnce() throws IOException {
      Path file = write("note,Note,unit,UNIT \n1,2,3,4\n");

      List<Problem> problems = problems(file);

      assertThat(problems)
          .extracting(p -> p.kind() + " " + p.location().row() + " " + p.location().column())
          .containsExactlyInAnyOrder(
              "DUPLICATE_COLUMN 1 note", "DUPLICATE_COLUMN 1 unit", "MISSING_COLUMN 1 value");
      assertThat(problems)
          .filteredOn(p -> p.kind() == Kind.MISSING_COLUMN)
          .allSatisfy(p -> assertThat(p.read()).isEqualTo("note, note, unit, unit"));
    }

    @Test
    void onceWhereItsFirstLineNamesNoneOfTheColumns() throws IOException {
      assertThat(refused(write("BÁO CÁO NĂM 2024\nunit,value\na,1\n")))
          .containsExactly("HEADER_NOT_FOUND t.csv:1");
    }

    @Test
    void whenAQuoteIsNeverClosed() throws IOException {
      assertThat(refused(write("unit,value\na,1\nb,\"2\nc,3\n")))
          .containsExactly("MALFORMED_CSV t.csv:3");
    }

    @Test
    void whenTextFollowsAClosingQuote() throws IOException {
      assertThat(refused(write("unit,value\na,1\nb,\"2\"x\nc,3\n")))
          .containsExactly("MALFORMED_CSV t.csv:3");
    }

    @Test
    void inUtf16WithAndWithoutMark() throws IOException {
      String text = "unit,value\nxã,1\n";
      List<byte[]> forms =
          List.of(
              text.getBytes(UTF_16LE),
              text.getBytes(UTF_16BE),
              ("\uFEFF" + text).getBytes(UTF_16LE),
              ("\uFEFF" + text).getBytes(UTF_16BE));
      for (byte[] bytes : forms) {
        List<Problem> problems = problems(write(bytes));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).kind()).isEqualTo(Kind.NOT_UTF8);
        assertThat(problems.get(0).read()).isEqualTo("UTF-16");
      }
    }

    @Test
    void inWindows1258WithTheLineNamed() throws IOException {
      byte[] bytes = "unit,value\na,1\nb,2\nxã Đông,3\n".getBytes(Charset.forName("windows-1258"));

      assertThat(refused(write(bytes))).containsExactly("NOT_UTF8 t.csv:4");
    }

    @Test
    void whenABadByteStandsFarDown() throws IOException {
      byte[] bytes = ("unit,value\n" + "đơn vị,1\n".repeat(50_000) + "x,1\n").getBytes(UTF_8);
      bytes[bytes.length - 4] = (byte) 0xE3;

      assertThat(refused(write(bytes))).containsExactly("NOT_UTF8 t.csv:50002");
    }

    @Test
    void whenACharacterIsCutOffAtTheEnd() throws IOException {
      byte[] whole = "unit,value\na,1\nb,ế".getBytes(UTF_8);
      byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);

      assertThat(refused(write(cut))).containsExactly("NOT_UTF8 t.csv:3");
    }

    @Test
    void whenItIsNoTextAtAll() throws IOException {
      assertThat(refused(write(new byte[] {0, 0, 0, 0})))
          .singleElement()
          .asString()
          .startsWith("NOT_UTF8");
      assertThat(refused(write(new byte[] {'P', 'K', 3, 4, 20, 0, (byte) 0xFF, (byte) 0xD8})))
          .singleElement()
          .asString()
          .startsWith("NOT_UTF8");
    }
  }

  @Test
  void quotesARowAsItIsWrittenThoughItsCellsAreCleaned() throws IOException {
    try (CsvTable table = CsvTable.open(write("unit,value\na , 1,\u00A0x\nb,2,y\n"), REQUIRED)) {
      List<String> rows = new ArrayList<>();
      table.forEach(row -> rows.add(row.text() + "|" + row.cell(0) + "|" + row.cell(2)));

      assertThat(rows).containsExactly("a , 1,\u00A0x|a|x", "b,2,y|b|y");
    }
  }

  @Test
  void isRefusedWhenALineHasMoreCellsThanAnyList() throws IOException {
    assertThat(refused(write("unit,value\na,1" + ",".repeat(20_000) + "\n")))
        .containsExactly("MALFORMED_CSV t.csv:2");
  }

  @Test
  void keepsANulInsideACellSoThatItNeverPassesForANumber() throws IOException {
    try (CsvTable table = CsvTable.open(write("unit,value\na,1\0002\n"), REQUIRED)) {
      assertThat(cells(table)).containsExactly("a=1\0002");
    }
  }

  private static List<String> cells(CsvTable table) {
    List<String> cells = new ArrayList<>();
    table.forEach(
        row -> cells.add(row.cell(table.column("unit")) + "=" + row.cell(table.column("value"))));
    return cells;
  }

  private List<String> refused(Path file) {
    return problems(file).stream()
        .map(p -> p.kind() + " " + p.location().file() + ":" + p.location().row())
        .toList();
  }

  private static List<Problem> problems(Path file) {
    UnreadableInput refusal =
        catchThrowableOfType(
            UnreadableInput.class,
            () -> {
              try (CsvTable table = CsvTable.open(file, REQUIRED)) {
                table.forEach(row -> {});
              }
            });
    assertThat(refusal).as("%s is refused", file).isNotNull();
    return refusal.problems();
  }

  private Path write(String text) throws IOException {
    return write(text.getBytes(UTF_8));
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("t.csv"), bytes);
  }
}

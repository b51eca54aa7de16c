package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and codes that try to steer a terminal or a spreadsheet come out as plain text. */
class HostileTextTest {

  @TempDir private Path folder;
  private SmallCheck check;

  @BeforeEach
  void goodData() {
    check = new SmallCheck(folder);
  }

  static List<String> names() {
    return List.of(
        "Xã \u001B[31mđỏ\u001B[0m",
        "Xã \u001B]0;tiêu đề\u0007x",
        "Xã \u009B31mđỏ",
        "Xã\nhai dòng",
        "Xã\r\nhai dòng",
        "Xã \u202Eoẩđ",
        "Xã \u2066cách ly\u2069",
        "Xã \u2028dòng",
        "Xã \u0000không",
        "Xã \u0008\u0008\u0008lùi",
        "=HYPERLINK(\"http://x\",\"y\")",
        "+1+cmd",
        "-1-cmd",
        "@SUM(A1)",
        "{0} {1} {9} %s %n $1 \\u0041",
        "<script>alert(1)</script>",
        "Xã " + "rất ".repeat(125),
        "X" + "ã".repeat(500));
  }

  private void nameOfX1(String name) {
    check.data.units(
        "h,Huyện,district,,",
        "x1,\"" + name.replace("\"", "\"\"") + "\",commune,,h",
        "x2,Xã 2,commune,,h");
    check.with("x1,issued,2024,không");
  }

  private static void assertPlain(String text) {
    assertThat(text.codePoints().filter(HostileTextTest::steers).mapToObj("U+%04X"::formatted))
        .isEmpty();
    assertThat(text.lines()).noneMatch(line -> line.startsWith("hai dòng"));
  }

  /** Whether a terminal does anything else with a letter than show it. */
  private static boolean steers(int c) {
    return (Character.isISOControl(c) && c != '\n')
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x2028
        || c == 0x2029;
  }

  @ParameterizedTest
  @MethodSource("names")
  void inATable(String name) {
    nameOfX1(name);

    for (String view : List.of("--all", "--closed", "--unit=x1")) {
      Run run = check.run(view);

      assertThat(run.exit()).as(run.err()).isOne();
      assertPlain(run.out());
      assertThat(run.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void inJsonAsItStands(String name) {
    nameOfX1(name);

    Run run = check.run("--format=json");

    assertThat(Json.objects(Json.read(run.out()), "findings"))
        .filteredOn(f -> f.get("unit").equals("x1"))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.get("unit_name")).isEqualTo(name.strip()));
    assertThat(run.out().chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void inCsvWithoutFormulas(String name) {
    nameOfX1(name);

    Run run = check.run("--format=csv");

    List<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(run.out()).stream()
            .filter(row -> row.getField("unit").equals("x1"))
            .toList();
    assertThat(rows).isNotEmpty();
    for (NamedCsvRecord row : rows) {
      String cell = row.getField("unit_name");
      assertThat(cell).isIn(name.strip(), "'" + name.strip());
      assertThat(row.getFields()).noneMatch(field -> field.matches("(?s)[=+@\\t\\r].*"));
      assertThat(cell).doesNotStartWith("-");
    }
  }

  @Test
  void aFormulaAsACodeIsGuardedToo() {
    check.data.units("h,Huyện,district,,", "=1+1,Xã,commune,,h");

    assertThat(check.run("--format=csv").out()).contains(",'=1+1,").doesNotContain(",=1+1,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001B[31mđỏ", "a\u009B31m", "a\u202Eb", "a\u0007b", "a\nb"})
  void inProblemsOnStandardError(String text) {
    // Every problem is one line: none begins with what stood behind the line feed.
    String quoted = '"' + text + '"';
    check.data.units(
        "h,Huyện,district,,", "x1,Xã,commune,,h", "\"y" + text + "\",Cơ quan,agency,,h");
    check.with(
        quoted + ",done,2024,3",
        "x1," + quoted + ",2024,3",
        "x1,done," + quoted + ",3",
        "x1,total,2024," + quoted);
    check.data.waivers(
        quoted + ",T1,2024-12-31,lũ,UBND,QĐ 5,", quoted + ",T1," + quoted + ",lũ,UBND,,");

    Run run = check.run();

    assertThat(run.err().lines().skip(1)).allMatch(line -> line.matches("[0-9]+\\. .*"));
    assertThat(run.err()).contains("waivers.csv, dòng", "units.csv, dòng 4");
    assertPlain(run.err());
    assertPlain(run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001B[31mđỏ", "a\u009B31m", "a\u202Eb"})
  void inTheNamesOfColumns(String text) {
    check.data.file("figures.csv", "unit,item,period,value," + text + "," + text, "x1,done,2024,3");
    assertPlain(check.run().err());

    check.data.file("figures.csv", "unit,item,period," + text, "x1,done,2024,3");
    assertPlain(check.run().err());
  }
}

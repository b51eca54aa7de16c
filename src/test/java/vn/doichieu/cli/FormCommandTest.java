package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** {@code doichieu form}: what it says, and what it leaves alone. */
class FormCommandTest {

  @TempDir private Path folder;
  private Path rules;
  private DataFolder data;
  private Path units;
  private Path output;

  @BeforeEach
  void smallPlan() throws IOException {
    rules = new SmallPlan(folder.resolve("small")).target("A", "ratio").write();
    data = new DataFolder(folder.resolve("data"));
    units = data.path().resolve("units.csv");
    output = Files.createDirectory(folder.resolve("biểu")).resolve("biểu nhập.xlsx");
  }

  private Run form(String... more) {
    return Run.of(
        Stream.concat(Stream.of("form", rules.toString(), "--units=" + units), Stream.of(more))
            .toArray(String[]::new));
  }

  private String into() {
    return "--output=" + output;
  }

  private List<String> filesBesideTheForm() throws IOException {
    try (Stream<Path> files = Files.list(output.getParent())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sheets", "wide"})
  void writesTheFileAndNothingElse(String layout) throws IOException {
    assertThat(form(into(), "--layout", layout)).isEqualTo(new Run(0, "", ""));
    assertThat(filesBesideTheForm()).containsExactly("biểu nhập.xlsx");
  }

  @Test
  void tellsWhichUnitsAreAskedForNothing() {
    data.units("h,Huyện,district,,", "x1,Xã 1,commune,,h", "k,Kho bạc,agency,treasury,h");

    Run run = form(into());

    assertThat(run.exit()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "Không có biểu cho 1 đơn vị, vì kế hoạch không hỏi số liệu nào ở đó: Kho bạc (k).\n");
  }

  @Test
  void makesNoFormThatAsksForNothing() {
    data.units("h,Huyện,district,,", "k,Kho bạc,agency,treasury,h");

    Run run = form(into(), "--unit=k");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("không có biểu nào được tạo");
    assertThat(output).doesNotExist();
  }

  @Test
  void tellsWhatIsWrongWithTheUnits() {
    data.units("h,Huyện,district,,", "x1,Xã 1,commune,,khong_co", "x1,Xã 1,lang,,h");

    Run run = form(into());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("khong_co", "lang", "units.csv");
    assertThat(output).doesNotExist();
  }

  @Test
  void tellsWhatIsWrongWithTheRules() throws IOException {
    Files.writeString(rules.resolve("targets.csv"), "target\nA\n");

    assertThat(form(into()).exit()).isEqualTo(3);
    assertThat(output).doesNotExist();
  }

  @Test
  void knowsTheUnitsThatThereAre() {
    Run run = form(into(), "--unit=x1,x9");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--unit", "x9", "h, x1, x2");
  }

  @Test
  void refusesASheetForEachOfTooManyUnitsAndSaysWhatElse() {
    String[] rows =
        Stream.concat(
                Stream.of("h,Huyện,district,,"),
                IntStream.rangeClosed(1, 500).mapToObj(i -> "x" + i + ",Xã " + i + ",commune,,h"))
            .toArray(String[]::new);
    data.units(rows);

    Run sheets = form(into());
    assertThat(sheets.exit()).isEqualTo(2);
    assertThat(sheets.err()).contains("501", "500", "--layout wide", "--unit");
    assertThat(output).doesNotExist();
    assertThat(form(into(), "--unit=x1,x2").exit()).isZero();
    assertThat(form(into(), "--layout=wide").exit()).isZero();
  }

  @Test
  void replacesNothingThatItReads() throws IOException {
    Path disguised = Files.copy(units, folder.resolve("data/units.xlsx"));
    units = disguised;
    String before = Files.readString(disguised);

    Run run = form("--output=" + disguised);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(Files.readString(disguised)).isEqualTo(before);
  }

  @Test
  void wantsAnXlsxFile() {
    Run run = form("--output=" + folder.resolve("biểu.csv"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(".xlsx", "biểu.csv");
  }

  @Test
  void wantsItsOptions() {
    Run run = Run.of("form", rules.toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--units, --output", "doichieu form --help");
  }

  @Test
  void helpsInItsOwnWords() {
    assertThat(Run.of("form", "--help").out())
        .contains("tệp .xlsx sẽ ghi", "chỉ tạo biểu cho các đơn vị này", "0 đã tạo biểu");
    assertThat(Run.of("form", "--help", "--lang=en").out()).contains("the .xlsx file to write");
  }

  @Test
  void isOneOfTheCommands() {
    assertThat(Run.of("--help").out()).contains("form", "tạo biểu Excel");
  }
}

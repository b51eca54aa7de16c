package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --output}: the file is there whole, or as it was before. */
class OutputFileTest {

  @TempDir private Path folder;
  private SmallCheck check;
  private Path results;

  @BeforeEach
  void goodData() throws IOException {
    check = new SmallCheck(folder).with("x1,issued,2024,không", "x9,done,2024,1");
    results = Files.createDirectory(folder.resolve("kết quả"));
  }

  private List<String> filesInResults() throws IOException {
    try (Stream<Path> files = Files.list(results)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "csv"})
  void holdsTheBytesOfStandardOutputAndLeavesNoOtherFile(String format) throws IOException {
    Path file = results.resolve("huyện.txt");
    Run printed = check.run("--format", format);

    Run run = check.run("--format", format, "--output", file.toString());

    assertThat(run).isEqualTo(new Run(printed.exit(), "", printed.err()));
    assertThat(Files.readString(file)).isEqualTo(printed.out()).isNotEmpty();
    assertThat(filesInResults()).containsExactly("huyện.txt");
  }

  @Test
  void replacesAnOldFile() throws IOException {
    Path file = Files.writeString(results.resolve("a.csv"), "cũ ".repeat(100_000));

    check.run("--format=csv", "--output", file.toString());

    assertThat(Files.readString(file)).isEqualTo(check.run("--format=csv").out());
    assertThat(filesInResults()).containsExactly("a.csv");
  }

  @Test
  void writesThroughALink() throws IOException {
    Path file = Files.writeString(results.resolve("a.csv"), "cũ");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);

    check.run("--format=csv", "--output", link.toString());

    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(file)).startsWith("target,unit");
  }

  @Test
  void keepsTheOldFileWhereTheCheckIsRefused() throws IOException {
    Path file = Files.writeString(results.resolve("a.csv"), "cũ");

    List<Run> refused =
        List.of(
            check.run("--output", file.toString(), "--format=xml"),
            check.run("--output", file.toString(), "--unit=khong_co"),
            check.run("--output", file.toString(), "--target=khong_co"),
            check.without("units.csv").run("--output", file.toString()));

    assertThat(refused).extracting(Run::exit).containsOnly(2);
    assertThat(file).hasContent("cũ");
    assertThat(filesInResults()).containsExactly("a.csv");
  }

  @Test
  void makesNoFileWhereTheCheckIsRefused() throws IOException {
    check.without("figures.csv");

    assertThat(check.run("--output", results.resolve("a.csv").toString()).exit()).isEqualTo(2);
    assertThat(filesInResults()).isEmpty();
  }

  @Test
  void isRefusedInAFolderThatDoesNotExist() {
    Run run = check.run("--output", folder.resolve("chưa có/a.csv").toString());

    assertThat(run).returns(2, Run::exit).returns("", Run::out);
    assertThat(run.err()).contains("Thư mục", "chưa có” của --output chưa có", "tạo thư mục");
    assertThat(folder.resolve("chưa có")).doesNotExist();
  }

  @Test
  void isRefusedWhereAFolderStands() throws IOException {
    Run run = check.run("--output", results.toString());

    assertThat(run).returns(2, Run::exit).returns("", Run::out);
    assertThat(run.err()).contains("--output cần tên tệp", "kết quả” là thư mục");
    assertThat(filesInResults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"units.csv", "figures.csv", "waivers.csv"})
  void isRefusedWhereItWouldReplaceWhatTheCheckReads(String name) {
    check.data.waivers("x1,T1,2024-12-31,lũ,UBND,QĐ 5,");
    String before = check.read(name);

    Run run = check.run("--output", check.data.path().resolve(name).toString());

    assertThat(run).returns(2, Run::exit).returns("", Run::out);
    assertThat(run.err()).contains(name);
    assertThat(check.read(name)).isEqualTo(before);
  }

  @Test
  void isRefusedBelowAFile() {
    Run run = check.run("--output", check.data.path().resolve("units.csv/a.csv").toString());

    assertThat(run).returns(2, Run::exit).returns("", Run::out);
    assertThat(run.err()).contains("units.csv” của --output chưa có");
  }

  @Test
  void holdsNoColours() throws IOException {
    Path file = results.resolve("a.txt");

    check.run("--output", file.toString());

    assertThat(Files.readString(file)).doesNotContain("\u001B");
  }
}

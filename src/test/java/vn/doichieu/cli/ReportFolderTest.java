package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder of a list holds one list as a whole, and nothing that others put there is lost. */
class ReportFolderTest {

  private static final String HTML = "--format=html";

  @TempDir private Path folder;
  private SmallList list;

  @BeforeEach
  void aList() {
    list = new SmallList(folder);
  }

  private Path put(String name, String text) throws IOException {
    Path file = list.output.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void refusedWithoutAChange(String said, String... more) {
    Map<String, String> before = SmallList.bytes(list.output);

    Run run = list.run(more);

    assertThat(run).returns(2, Run::exit).returns("", Run::out);
    assertThat(run.err()).contains(said).doesNotContain("Exception");
    assertThat(SmallList.bytes(list.output)).isEqualTo(before);
    assertThat(list.names()).noneMatch(name -> name.startsWith("."));
  }

  @Test
  void otherFilesAreLeftAlone() throws IOException {
    put("ghi chú.txt", "của tôi");
    put("danh-sach.odt", "của tôi");
    put("khác/danh-sach.html", "của tôi");

    assertThat(list.run(HTML)).isEqualTo(new Run(0, "", ""));

    assertThat(list.names())
        .containsExactly("danh-sach.html", "danh-sach.odt", "ghi chú.txt", "ket-qua.json", "khác");
    assertThat(SmallList.bytes(list.output))
        .containsEntry("ghi chú.txt", "cá»§a tÃ´i")
        .containsEntry("khác/danh-sach.html", "cá»§a tÃ´i");
  }

  @Test
  void anEarlierListIsReplacedAndItsReadersStayTheSame() throws IOException {
    Path file = put("danh-sach.html", "cũ");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    list.run(HTML);

    assertThat(list.text("danh-sach.html")).startsWith("<!doctype html>");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aFileInThePlaceOfTheFolderIsRefused() throws IOException {
    Files.writeString(list.output, "cũ");

    Run run = list.run(HTML);

    assertThat(run).returns(2, Run::exit).returns("", Run::out);
    assertThat(run.err()).contains("--output cần một thư mục", "báo cáo");
    assertThat(list.output).hasContent("cũ");
  }

  @Test
  void aFileAboveTheFolderIsRefused() {
    Path below = list.check.data.path().resolve("units.csv/a");

    Run run = list.into(below, Stream.of(HTML, Run.AS_OF));

    assertThat(run).returns(2, Run::exit).returns("", Run::out);
    assertThat(run.err()).contains("Không ghi được", "units.csv").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"danh-sach.pdf", "ket-qua.json"})
  void aFolderInThePlaceOfAFileIsRefused(String name) throws IOException {
    put(name + "/a.txt", "của tôi");
    put("danh-sach.html", "cũ");

    refusedWithoutAChange(name + "” là thư mục");
  }

  @Test
  void aFileInThePlaceOfTheLettersIsRefused() throws IOException {
    put("don-vi", "của tôi");
    put("danh-sach.html", "cũ");

    refusedWithoutAChange("don-vi” là tệp", HTML, "--per-unit");
  }

  @Test
  void theDataFolderIsRefusedSinceItsWorkbooksAreRead() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("liên kết"), list.check.data.path());
    List<String> before = SmallList.names(list.check.data.path());

    for (Path data : List.of(list.check.data.path(), link)) {
      Run run = list.into(data, Stream.of(Run.AS_OF));

      assertThat(run).returns(2, Run::exit).returns("", Run::out);
      assertThat(run.err()).contains("là thư mục số liệu");
    }
    assertThat(SmallList.names(list.check.data.path())).isEqualTo(before);
  }

  @Test
  void noFileThatIsReadIsReplaced() throws IOException {
    Path issuer = put("danh-sach.html", "issuer: UBND\n");
    refusedWithoutAChange("là tệp mà lần đối chiếu này đọc", HTML, "--issuer=" + issuer);

    Files.delete(issuer);
    Files.createSymbolicLink(issuer, list.check.data.path().resolve("figures.csv"));
    refusedWithoutAChange("là tệp mà lần đối chiếu này đọc", HTML);
  }

  @Test
  void aPreviousResultUnderTheNameOfAListIsNotReplaced() throws IOException {
    list.run(HTML);
    Path disguised = put("danh-sach.html", list.text("ket-qua.json"));

    refusedWithoutAChange("là tệp mà lần đối chiếu này đọc", HTML, "--previous=" + disguised);
  }

  @Test
  void aMaskedListHasNoResult() {
    assertThat(list.run("--mask-small")).isEqualTo(new Run(0, "", ""));
    assertThat(list.names())
        .containsExactly("danh-sach.docx", "danh-sach.html", "danh-sach.pdf", "danh-sach.xlsx");
    assertThat(list.run("--mask-small")).isEqualTo(new Run(0, "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ket-qua.json", "ket-qua-2025-01-01.json", "ket-qua-2025-01-01-2.json"})
  void aMaskedListIsNotPutBesideTheNumbersThatItHides(String result) throws IOException {
    list.run(HTML);
    Files.move(list.output.resolve("ket-qua.json"), list.output.resolve(result));

    refusedWithoutAChange(result + "” giữ mọi con số", "--mask-small");
  }

  @Test
  void nothingIsLeftOfARunThatIsRefusedHalfway() throws IOException {
    put("danh-sach.html", "cũ");
    put("ket-qua.json", "không phải kết quả");

    refusedWithoutAChange("ket-qua.json", HTML, list.previous());
  }
}

package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as users start it: the launcher, a JVM of its own, real streams and files. */
class LauncherIT {

  private static final String CHECK = "check hoc_mon_2024 --as-of 2025-02-01 --data ";
  private static final String SAMPLE = Shell.quoted(Run.SAMPLE);
  private static final String WITHOUT_ROOT =
      "setpriv --bounding-set=-dac_override,-dac_read_search"
          + " --inh-caps=-dac_override,-dac_read_search -- ";

  @TempDir private Path folder;

  private Run doichieu(String arguments) {
    return Shell.run(folder, Shell.LAUNCHER + " " + arguments);
  }

  private Path copyOfTheSample(String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name));
    for (String file : new String[] {"units.csv", "figures.csv", "waivers.csv"}) {
      Files.copy(Run.SAMPLE.resolve(file), copy.resolve(file));
    }
    return copy;
  }

  @Test
  void worksFromAnyFolderAndSaysWhatItSaysInProcess() {
    Run here = Run.sample("--format=json");

    assertThat(doichieu(CHECK + SAMPLE + " --format=json")).isEqualTo(here);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "vi_VN.UTF-8", "xx_YY"})
  void keepsVietnameseWhateverTheLocale(String locale) throws IOException {
    Path data = copyOfTheSample("Số liệu xã Bà Điểm (quý 2)");

    Run run =
        Shell.run(
            folder,
            "LC_ALL=%s LANG=%s %s %s %s"
                .formatted(locale, locale, Shell.LAUNCHER, CHECK, Shell.quoted(data)));

    assertThat(run.exit()).as(run.err()).isOne();
    assertThat(run.out())
        .startsWith("ĐỐI CHIẾU KẾ HOẠCH\n")
        .contains("Xã Xuân Thới Thượng", "Số liệu xã Bà Điểm (quý 2)");
    assertThat(run.err()).contains("dòng 370, cột value");
  }

  @Test
  void readsAFolderNamedByARelativePathWithSpacesAndAccents() throws IOException {
    copyOfTheSample("Hóc Môn/năm 2024");

    Run run = doichieu(CHECK + "'Hóc Môn/năm 2024' --format=csv --output 'kết quả.csv'");

    assertThat(run).returns(1, Run::exit).returns("", Run::out);
    assertThat(folder.resolve("kết quả.csv")).hasContent(Run.sample("--format=csv").out());
  }

  @Test
  void isFoundThroughALink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("dc"), Run.HOME.resolve("doichieu"));

    assertThat(Shell.run(folder, Shell.quoted(link) + " --version").out()).startsWith("doichieu ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|--version",
        "0|check --help",
        "1|check hoc_mon_2024 --as-of 2025-02-01 --data SAMPLE --format json",
        "2|check hoc_mon_2024 --data SAMPLE --as-of never",
        "2|check hoc_mon_2024 --data /nowhere",
        "3|check BROKEN --data SAMPLE"
      })
  void exitsAsTheContractSays(int exit, String arguments) throws IOException {
    Path broken = Files.createDirectory(folder.resolve("broken"));
    Files.writeString(broken.resolve("plan.yaml"), "id: hỏng\n");

    Run run = doichieu(arguments.replace("SAMPLE", SAMPLE).replace("BROKEN", Shell.quoted(broken)));

    assertThat(run.exit()).as(run.err()).isEqualTo(exit);
    assertThat(run.out().isEmpty()).isEqualTo(exit >= 2);
    assertThat(run.err()).doesNotContain("\tat ", "Exception");
  }

  @Test
  void passesWhereNothingBindingFails() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.copy(Run.SAMPLE.resolve("units.csv"), data.resolve("units.csv"));
    Files.writeString(data.resolve("figures.csv"), "unit,item,period,value\n");

    Run run =
        doichieu("check hoc_mon_2024 --as-of 2024-03-01 --data " + Shell.quoted(data) + " --all");

    assertThat(run).returns(0, Run::exit).returns("", Run::err);
    assertThat(run.out()).contains("Đang thực hiện").doesNotContain("Không đạt");
  }

  @Test
  void endsQuietlyWhenTheReaderClosesThePipe() {
    Run run =
        Shell.run(
            folder,
            "set -o pipefail; %s %s %s --all | head -1; echo ${PIPESTATUS[0]}"
                .formatted(Shell.LAUNCHER, CHECK, SAMPLE));

    assertThat(run.out()).isEqualTo("ĐỐI CHIẾU KẾ HOẠCH\n1\n");
    assertThat(run.err()).isEqualTo(Run.sample().err()); // Nothing besides the problems.
  }

  @Test
  void saysWhenStandardOutputIsFull() {
    Run run = doichieu(CHECK + SAMPLE + " > /dev/full");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("No space left").doesNotContain("\tat ", "Exception");
  }

  @Test
  void saysWhenTheOutputFileIsFull() {
    Run run = doichieu(CHECK + SAMPLE + " --output /dev/full");

    assertThat(run).returns(2, Run::exit).returns("", Run::out);
    assertThat(run.err())
        .contains("Không ghi được “/dev/full”", "No space left")
        .doesNotContain("\tat ", "Exception");
  }

  @Test
  void leavesADeviceADevice() {
    Run run = doichieu(CHECK + SAMPLE + " --output /dev/null; test -c /dev/null && echo thiết bị");

    assertThat(run.out()).isEqualTo("thiết bị\n");
  }

  @Test
  void saysWhichFileItMayNotRead() throws IOException {
    Path data = copyOfTheSample("data");
    Files.setPosixFilePermissions(data.resolve("figures.csv"), Set.of());

    Run run = Shell.run(folder, unprivileged(Shell.LAUNCHER + " " + CHECK + Shell.quoted(data)));

    assertThat(run).returns(2, Run::exit).returns("", Run::out);
    assertThat(run.err()).contains("1. figures.csv: không đọc được tệp này", "quyền đọc");
  }

  @Test
  void saysWhichFolderItMayNotWriteTo() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.writeString(locked.resolve("a.csv"), "cũ");
    Shell.run(folder, "chmod 555 locked");

    Run run =
        Shell.run(
            folder, unprivileged(Shell.LAUNCHER + " " + CHECK + SAMPLE + " --output locked/a.csv"));

    Shell.run(folder, "chmod 755 locked");
    assertThat(run).returns(2, Run::exit).returns("", Run::out);
    assertThat(run.err()).contains("Không ghi được “locked/a.csv”").doesNotContain("Exception");
    assertThat(locked.resolve("a.csv")).hasContent("cũ");
    assertThat(locked).isDirectoryNotContaining("glob:**doichieu-tmp");
  }

  /** The command without root's right to read and write everything, where it runs as root. */
  private String unprivileged(String command) {
    boolean root = Shell.run(folder, "id -u").out().equals("0\n");
    return root ? WITHOUT_ROOT + command : command;
  }
}

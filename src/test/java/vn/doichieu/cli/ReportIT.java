package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list through the launcher: other zones and locales, terminals, and disks that fail. */
@Tag("once")
class ReportIT {

  private static final String WITHOUT_ROOT =
      "setpriv --bounding-set=-dac_override,-dac_read_search"
          + " --inh-caps=-dac_override,-dac_read_search -- ";

  @TempDir private Path folder;

  /** {@code doichieu report} of a small check into {@code out}, in this folder. */
  private String command(String options) {
    Path small = folder.resolve("small");
    if (Files.notExists(small)) {
      new SmallList(small);
    }
    return Shell.LAUNCHER
        + " report small/rules --data small/data --as-of 2025-02-01 --output out "
        + options;
  }

  private Map<String, String> bytes() {
    return SmallList.bytes(folder.resolve("out"));
  }

  @ParameterizedTest
  @CsvSource({"C,Asia/Ho_Chi_Minh", "POSIX,America/St_Johns", "tr_TR.UTF-8,Europe/Paris"})
  void writesTheSameBytesWhateverTheLocaleAndZone(String locale, String zone) {
    SmallList list = new SmallList(folder.resolve("small"));
    assertThat(list.run("--per-unit").exit()).isZero();

    Run run =
        Shell.run(
            folder,
            "LC_ALL=%s LANG=%s TZ=%s %s".formatted(locale, locale, zone, command("--per-unit")));

    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(bytes()).isEqualTo(SmallList.bytes(list.output));
  }

  @Test
  void tellsOnATerminalWhatItWroteAndNothingInAPipe() {
    Run watched =
        Shell.run(
            folder, "script -qec \"%s\" said > /dev/null".formatted(command("--format=html")));

    assertThat(watched.exit()).isZero();
    assertThat(Shell.run(folder, "cat said").out()).contains("Đã ghi out.");
    assertThat(Shell.run(folder, command("--format=html") + " 2>&1 | cat").out()).isEmpty();
  }

  @Test
  void leavesTheEarlierListWhereTheDiskIsFullHalfway() throws IOException {
    Run first = Shell.run(folder, command("--format=html --per-unit"));
    assertThat(first).isEqualTo(new Run(0, "", ""));
    Map<String, String> before = bytes();

    // Text and workbook are smaller than 30 blocks of 1,024 bytes, the PDF is larger.
    Run run = Shell.run(folder, "ulimit -f 30; " + command("--per-unit --lang=en"));

    assertThat(run).returns(2, Run::exit).returns("", Run::out);
    assertThat(run.err()).contains("out").doesNotContain("Exception", "\tat ");
    assertThat(bytes()).isEqualTo(before);
    assertThat(Shell.run(folder, "ls -A out").out())
        .isEqualTo("danh-sach.html\ndon-vi\nket-qua.json\n");
  }

  @Test
  void leavesNoFolderWhereTheDiskIsFull() {
    Run run = Shell.run(folder, "ulimit -f 30; " + command(""));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void saysWhichFolderItMayNotWriteTo() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("out"));
    Files.writeString(locked.resolve("danh-sach.html"), "cũ");
    Shell.run(folder, "chmod 555 out");
    boolean root = Shell.run(folder, "id -u").out().equals("0\n");

    Run run = Shell.run(folder, (root ? WITHOUT_ROOT : "") + command("--format=html"));

    Shell.run(folder, "chmod 755 out");
    assertThat(run).returns(2, Run::exit).returns("", Run::out);
    assertThat(run.err()).contains("Không ghi được “out", "permission denied");
    assertThat(bytes()).containsOnlyKeys("danh-sach.html");
    assertThat(locked.resolve("danh-sach.html")).hasContent("cũ");
  }
}

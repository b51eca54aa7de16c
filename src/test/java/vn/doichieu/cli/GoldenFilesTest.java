package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the sample data gives, word for word, on a screen of 100 columns. After a change that is
 * meant, renew the files and read the difference:
 *
 * <pre>./mvnw test -Dtest=GoldenFilesTest -Dgolden.renew=true</pre>
 */
class GoldenFilesTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final String RENEW = "golden.renew";

  private static final String SAMPLE = "hoc_mon_2024 --data=sample-data/hoc_mon_2024 ";
  private static final String AFTER = SAMPLE + "--as-of=2025-02-01 ";

  /** A golden file, the exit code and the command line. */
  private static final List<Arguments> GOLDEN =
      List.of(
          of("hoc_mon_2024.table.vi.txt", 1, "check " + AFTER + "--lang=vi"),
          of("hoc_mon_2024.table.en.txt", 1, "check " + AFTER + "--lang=en"),
          of("hoc_mon_2024.json", 1, "check " + AFTER + "--format=json"),
          of("hoc_mon_2024.csv", 1, "check " + AFTER + "--format=csv"),
          of(
              "hoc_mon_2024.2024-06-20.table.vi.txt",
              1,
              "check " + SAMPLE + "--as-of=2024-06-20 --lang=vi"),
          of("hoc_mon_2024.coverage.vi.txt", 0, "coverage hoc_mon_2024"),
          of("hoc_mon_2024.waivers.vi.txt", 0, "waivers " + AFTER),
          of("hoc_mon_2024.coverage.en.txt", 0, "coverage hoc_mon_2024 --lang=en"),
          of("hoc_mon_2024.coverage.json", 0, "coverage hoc_mon_2024 --format=json"),
          of("hoc_mon_2024.coverage.csv", 0, "coverage hoc_mon_2024 --format=csv"),
          of(
              "hoc_mon_2024.verify.vi.txt",
              0,
              "verify " + FOLDER + "/hoc_mon_2024.json --data=sample-data/hoc_mon_2024"),
          of(
              "hoc_mon_2024.verify.en.txt",
              0,
              "verify " + FOLDER + "/hoc_mon_2024.json --data=sample-data/hoc_mon_2024 --lang=en"));

  static List<Arguments> golden() {
    return GOLDEN;
  }

  private static Arguments of(String file, int exit, String command) {
    return Arguments.of(file, exit, command);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("golden")
  void areWhatTheProgramWrites(String file, int exit, String command) throws IOException {
    // Files as a user at the project's root would name them: the names stand in the output.
    Run run = Run.of(command.split(" +"));
    Path golden = FOLDER.resolve(file);
    if (Boolean.getBoolean(RENEW)) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, run.out());
    }

    assertThat(run.exit()).isEqualTo(exit);
    assertThat(run.out())
        .as("%s; if the change is meant: ./mvnw test -Dtest=GoldenFilesTest -D%s=true", file, RENEW)
        .isEqualTo(Files.readString(golden));
  }

  @Test
  void areAllCompared() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              GOLDEN.stream().map(golden -> (String) golden.get()[0]).toList());
    }
  }
}

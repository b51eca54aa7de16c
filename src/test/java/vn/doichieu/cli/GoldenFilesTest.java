package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the sample data gives, word for word, on a screen of 100 columns. After a change that is
 * meant, renew the files and read the difference:
 *
 * <pre>./mvnw test -Dtest=GoldenFilesTest -Dgolden.renew=true</pre>
 */
class GoldenFilesTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final String RENEW = "golden.renew";

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "hoc_mon_2024.table.vi.txt, 2025-02-01, --lang=vi",
    "hoc_mon_2024.table.en.txt, 2025-02-01, --lang=en",
    "hoc_mon_2024.json, 2025-02-01, --format=json",
    "hoc_mon_2024.csv, 2025-02-01, --format=csv",
    "hoc_mon_2024.2024-06-20.table.vi.txt, 2024-06-20, --lang=vi"
  })
  void areWhatTheProgramWrites(String file, String asOf, String option) throws IOException {
    // The folder as a user at the project's root would name it: it stands in the table.
    Run run =
        Run.of(
            "check", "hoc_mon_2024", "--data=sample-data/hoc_mon_2024", "--as-of=" + asOf, option);
    Path golden = FOLDER.resolve(file);
    if (Boolean.getBoolean(RENEW)) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, run.out());
    }

    assertThat(run.exit()).isOne();
    assertThat(run.out())
        .as("%s; if the change is meant: ./mvnw test -Dtest=GoldenFilesTest -D%s=true", file, RENEW)
        .isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @CsvSource({"hoc_mon_2024"})
  void areAllCompared(String plan) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.asList(
                  plan + ".table.vi.txt",
                  plan + ".table.en.txt",
                  plan + ".json",
                  plan + ".csv",
                  plan + ".2024-06-20.table.vi.txt"));
    }
  }
}

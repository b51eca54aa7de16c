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
import vn.doichieu.testing.EditedPlan;

/**
 * What raising Hóc Môn's inspections (HM-N6) from 20% to 30% does to the sample data, word for
 * word. After a change that is meant, renew the files and read the difference:
 *
 * <pre>./mvnw test -Dtest=ImpactGoldenTest -Dgolden.renew=true</pre>
 */
class ImpactGoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden/impact");
  private static final Path EDITED = Path.of("target/edited/hoc_mon_2024");
  private static final String RENEW = "golden.renew";

  private static final String VERSIONS = EDITED + " --against=hoc_mon_2024 ";
  private static final String IMPACT =
      "rules impact " + VERSIONS + "--data=sample-data/hoc_mon_2024 --as-of=2025-02-01 ";

  static List<Arguments> golden() {
    return List.of(
        Arguments.of("impact.table.vi.txt", IMPACT),
        Arguments.of("impact.table.en.txt", IMPACT + "--lang=en"),
        Arguments.of("impact.json", IMPACT + "--format=json"),
        Arguments.of("impact.html", IMPACT + "--format=html"),
        Arguments.of("impact.en.html", IMPACT + "--format=html --lang=en"),
        Arguments.of("diff.table.vi.txt", "rules diff " + VERSIONS),
        Arguments.of("diff.json", "rules diff " + VERSIONS + "--format=json"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("golden")
  void isWhatTheProgramWrites(String file, String command) throws IOException {
    EditedPlan edited = EditedPlan.of(Path.of("rules/hoc_mon_2024"), EDITED);
    String row = edited.row("HM-N6");
    edited.replace("targets.csv", row, row.replace(",20%,", ",30%,"));
    Run run = Run.of(command.split(" +"));
    Path golden = FOLDER.resolve(file);
    if (Boolean.getBoolean(RENEW)) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, run.out());
    }

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .as(
            "%s; if the change is meant: ./mvnw test -Dtest=ImpactGoldenTest -D%s=true",
            file, RENEW)
        .isEqualTo(Files.readString(golden));
  }

  @Test
  void allAreCompared() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              golden().stream().map(golden -> (String) golden.get()[0]).toList());
    }
  }
}

package vn.doichieu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.doichieu.cli.Run;
import vn.doichieu.oracle.NaiveList;
import vn.doichieu.oracle.RandomFolder;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.RegisterRules;
import vn.doichieu.testing.SmallPlan;

/** The list and the JSON of the same check, as a user gets both, never disagree. */
class ListAgreesWithJsonTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "hoc_mon_2024, 2024-04-15",
    "hoc_mon_2024, 2024-07-20",
    "hoc_mon_2024, 2025-02-01",
    "buon_ma_thuot_2024, 2024-06-30",
    "buon_ma_thuot_2024, 2024-11-11",
    "buon_ma_thuot_2024, 2025-02-01",
    "duy_tien_2026, 2026-05-05",
    "duy_tien_2026, 2027-02-01",
    "dong_nai_2023, 2023-10-10",
    "dong_nai_2023, 2024-02-01",
    "soc_trang_2011, 2011-07-15",
    "soc_trang_2011, 2012-02-01"
  })
  void forTheSampleDataOfEveryPlan(String plan, LocalDate asOf) {
    Path data = Path.of("sample-data", plan).toAbsolutePath();
    for (boolean closed : new boolean[] {false, true}) {
      List<String> arguments =
          new ArrayList<>(
              List.of("check", plan, "--data=" + data, "--as-of=" + asOf, "--format=json"));
      if (closed) {
        arguments.add("--closed");
      }
      Run check = Run.of(arguments.toArray(String[]::new));
      NaiveList naive = new NaiveList(check.out(), data.resolve("units.csv"));

      MadeList made = MadeList.of(MadeList.rules(plan), data, asOf, closed);

      new ListClaims(made.document(), naive).all();
      assertThat(check.exit() == 0).isEqualTo(naive.parts().get("open").isEmpty());
    }
  }

  static Stream<Path> cases() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String plan : RegisterRules.ALL_PLANS) {
      try (Stream<Path> ofPlan = Files.list(CASES.resolve(plan))) {
        folders.addAll(ofPlan.sorted().toList());
      }
    }
    assertThat(folders).hasSize(66);
    return folders.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void forEveryWorkedCase(Path data) throws IOException {
    String plan = data.getParent().getFileName().toString();
    LocalDate asOf = LocalDate.parse(Files.readString(data.resolve("as_of")).strip());
    boolean closed = Files.exists(data.resolve("closed"));

    MadeList made = MadeList.of(MadeList.rules(plan), data, asOf, closed);

    new ListClaims(made.document(), made.naive()).all();
  }

  @ParameterizedTest
  @CsvSource({
    "hoc_mon_2024, 25",
    "buon_ma_thuot_2024, 12",
    "duy_tien_2026, 12",
    "dong_nai_2023, 8",
    "soc_trang_2011, 12"
  })
  void forRandomFolders(String plan, int folders) {
    for (long seed = 0; seed < folders; seed++) {
      RegisterRules.writeRandomFolder(folder, plan, seed);
      LocalDate asOf = RandomFolder.asOf(seed, RegisterRules.year(plan));

      MadeList made =
          MadeList.of(RegisterRules.folder(plan), folder, asOf, RandomFolder.closed(seed));

      try {
        new ListClaims(made.document(), made.naive()).all();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(plan + ", seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  /** The same words with a threshold for each half: both are missed, and both are told. */
  @Test
  void forATargetWithAThresholdForEachPeriod() {
    Path rules =
        new SmallPlan(folder.resolve("rules"))
            .target(
                "P",
                "ratio",
                "threshold",
                "2024-H1: 40%; 2024: 60%",
                "periods",
                "2024-H1; 2024",
                "closes_on",
                "2024-H1: 2024-07-01; 2024: 2025-01-01",
                "scope",
                "each")
            .write();
    Path data =
        new DataFolder(folder.resolve("data"))
            .figures(
                "x1,done,2024-H1,3", "x1,total,2024-H1,10", "x1,done,2024,5", "x1,total,2024,10")
            .path();

    MadeList made = MadeList.of(rules, data, LocalDate.of(2025, 2, 1), false);

    assertThat(made.naive().parts().get("open")).hasSize(4);
    new ListClaims(made.document(), made.naive()).all();
  }
}

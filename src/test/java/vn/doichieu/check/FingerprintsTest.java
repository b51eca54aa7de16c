package vn.doichieu.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

class FingerprintsTest {

  @TempDir private Path folder;
  private Path rules;
  private Path data;

  @BeforeEach
  void files() {
    rules = new SmallPlan(folder.resolve("rules")).target("T1", "ratio").write();
    data = new DataFolder(folder.resolve("data")).path();
  }

  @Test
  void areThoseOfTheBytesThatWereRead() {
    Fingerprints fingerprints = Fingerprints.begin(rules, List.of(), data);

    assertThatCode(fingerprints::provenance).doesNotThrowAnyException();
  }

  @Test
  void coverTheTablesOfRulesInWhateverFileTheyStand() throws IOException {
    Files.move(rules.resolve("targets.csv"), rules.resolve("targets.xlsx"));
    Files.writeString(rules.resolve("to-confirm.csv"), "row\n");

    assertThat(Fingerprints.begin(rules, List.of(), null).provenance().rules().files())
        .extracting(file -> file.name())
        .containsExactly("plan.yaml", "targets.xlsx", "to-confirm.csv");
  }

  @Test
  void areNotGivenForAFileThatGrewMeanwhile() throws IOException {
    Fingerprints fingerprints = Fingerprints.begin(rules, List.of(), data);
    Path figures = data.resolve("figures.csv");
    Files.writeString(figures, Files.readString(figures) + "x1,done,2024,1\n");

    assertThat(refused(fingerprints)).containsExactly("FILE_CHANGED figures.csv");
  }

  @Test
  void areNotGivenForFilesThatCameOrWent() throws IOException {
    Fingerprints fingerprints = Fingerprints.begin(rules, List.of(), data);
    Files.writeString(data.resolve("waivers.csv"), "unit\n");
    Files.writeString(rules.resolve("plan.yaml"), "");

    assertThat(refused(fingerprints))
        .containsExactly("FILE_CHANGED plan.yaml", "FILE_CHANGED waivers.csv");
  }

  private static Iterable<String> refused(Fingerprints fingerprints) {
    return catchThrowableOfType(UnreadableInput.class, fingerprints::provenance).problems().stream()
        .map(problem -> problem.kind() + " " + problem.location().file())
        .toList();
  }
}

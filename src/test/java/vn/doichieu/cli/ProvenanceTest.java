package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every output says what it comes from: program, rules, data, and the date. */
class ProvenanceTest {

  @TempDir private Path folder;
  private SmallCheck check;

  @BeforeEach
  void aSmallCheck() {
    check = new SmallCheck(folder);
  }

  private Map<String, Object> provenance() {
    return Json.map(Json.read(check.run("--format=json").out()).get("provenance"));
  }

  private static List<String> files(Map<String, Object> provenance, String set) {
    return Json.objects(Json.map(provenance.get(set)), "files").stream()
        .map(file -> file.get("sha256") + "  " + file.get("name"))
        .toList();
  }

  private static Object hash(Map<String, Object> provenance, String set) {
    return Json.map(provenance.get(set)).get("sha256");
  }

  @Test
  void namesTheProgramAsItNamesItself() {
    assertThat("doichieu " + provenance().get("version") + "\n")
        .isEqualTo(Run.of("--version").out());
  }

  @Test
  void canBeMadeAgainWithSha256sum() throws IOException {
    Map<String, Object> provenance = provenance();
    Path common = Files.createDirectories(check.rules.resolveSibling("common"));
    Files.copy(Run.HOME.resolve("rules/common/consistency.drl"), common.resolve("consistency.drl"));

    String sums = "sha256sum ../common/consistency.drl plan.yaml targets.csv";
    assertThat(files(provenance, "rules"))
        .containsExactlyElementsOf(Shell.run(check.rules, sums).out().lines().toList());
    assertThat(Shell.run(check.rules, sums + " | sha256sum").out())
        .startsWith(hash(provenance, "rules") + " ");
    sums = "sha256sum figures.csv units.csv";
    assertThat(files(provenance, "data"))
        .containsExactlyElementsOf(Shell.run(check.data.path(), sums).out().lines().toList());
    assertThat(Shell.run(check.data.path(), sums + " | sha256sum").out())
        .startsWith(hash(provenance, "data") + " ");
  }

  @Test
  void holdsNoPathAndNoTime() {
    String first = check.run("--format=json").out();

    assertThat(first).doesNotContain(folder.toString());
    assertThat(check.run("--format=json").out()).isEqualTo(first);
  }

  @Test
  void listsAFileOnceItIsThere() {
    Map<String, Object> before = provenance();
    check.data.waivers("x1,T2,2024-12-31,lý do,UBND,QĐ 1,");

    Map<String, Object> after = provenance();

    assertThat(files(before, "data")).hasSize(2);
    assertThat(files(after, "data")).hasSize(3).anyMatch(file -> file.endsWith("  waivers.csv"));
    assertThat(hash(after, "data")).isNotEqualTo(hash(before, "data"));
    assertThat(hash(after, "rules")).isEqualTo(hash(before, "rules"));
  }

  @Test
  void changesWithASpaceThatChangesNothingElse() {
    Run before = check.run("--format=json");
    check.text("figures.csv", check.read("figures.csv") + "\n");

    Run after = check.run("--format=json");

    assertThat(after).isNotEqualTo(before);
    assertThat(after.whateverTheBytes()).isEqualTo(before.whateverTheBytes());
  }

  @Test
  void saysWhichFindingsWereAskedFor() {
    Run run = check.run("--format=json", "--unit=x2,x1", "--target=T2", "--result=met");

    assertThat(run.out())
        .contains("\"filter\":{\"unit\":[\"x1\",\"x2\"],\"target\":[\"T2\"],\"result\":[\"met\"]}");
    assertThat(check.run("--format=json").out())
        .contains("\"filter\":{\"unit\":[],\"target\":[],\"result\":[]}");
  }

  @ParameterizedTest
  @CsvSource({
    "vi, CĂN CỨ, Phiên bản quy tắc, Tệp số liệu, Ngày đối chiếu, 01/02/2025 · coi như",
    "en, WHAT THIS RESTS ON, Version of the rules, Data files, As of, 2025-02-01 · as if"
  })
  void endsTheTable(String lang, String title, String rules, String data, String asOf, String day) {
    Map<String, Object> provenance = provenance();
    String table = check.run("--lang=" + lang, "--closed").out();

    String end = table.substring(table.indexOf("\n" + title + "\n"));
    assertThat(end.lines())
        .anyMatch(line -> line.matches(rules + " +" + shortly(provenance, "rules") + " \\(.*"))
        .anyMatch(line -> line.matches(data + " +" + shortly(provenance, "data") + " \\(.*"))
        .anyMatch(line -> line.matches(asOf + " +" + day + ".*"));
    assertThat(end.strip()).endsWith("doichieu " + provenance.get("version"));
  }

  private static String shortly(Map<String, Object> provenance, String set) {
    return ((String) hash(provenance, set)).substring(0, 12);
  }
}

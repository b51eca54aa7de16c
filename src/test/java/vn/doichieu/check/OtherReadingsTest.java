package vn.doichieu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.OtherReading.Verdict;
import vn.doichieu.domain.OtherReading.Way;
import vn.doichieu.oracle.NaiveEvaluation;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.testing.RegisterRules;

/**
 * The verdict under another reading is what the same figures come to with that reading written into
 * {@code targets.csv} as the chosen one.
 */
class OtherReadingsTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir private Path temporary;

  static List<String> plans() {
    return RegisterRules.ALL_PLANS;
  }

  @ParameterizedTest
  @MethodSource("plans")
  void areWhatTheSameFiguresComeToWithTheReadingChosen(String plan) throws IOException {
    int compared = 0;
    for (List<Map<String, String>> chosen : byLetter(plan)) {
      Path rewritten = rewritten(plan, chosen);
      for (Path data : dataOf(plan)) {
        LocalDate asOf = asOf(plan, data);
        boolean closed = Files.exists(data.resolve("closed"));
        Evaluation found = new Check(Path.of(""), Path.of("rules", plan), data, asOf, closed).run();
        Map<String, List<Finding>> expected = new LinkedHashMap<>();
        for (Finding finding :
            new Check(Path.of(""), rewritten, data, asOf, closed).run().findings()) {
          expected.computeIfAbsent(line(finding), l -> new ArrayList<>()).add(finding);
        }
        for (Map<String, String> row : chosen) {
          compared += compare(found, row.get("target"), row.get("reading"), expected);
        }
      }
    }

    assertThat(compared).isPositive();
  }

  private static int compare(
      Evaluation found, String target, String letter, Map<String, List<Finding>> expected) {
    int compared = 0;
    for (Finding finding : found.findings()) {
      if (!finding.target().id().equals(target)) {
        continue;
      }
      List<Finding> otherwise = expected.getOrDefault(line(finding), List.of());
      List<Verdict> verdicts =
          found.otherReadings().apply(finding).stream()
              .filter(verdict -> verdict.reading().letter().equals(letter))
              .toList();
      assertThat(verdicts).as(line(finding)).hasSize(otherwise.isEmpty() ? 0 : 1);
      for (Verdict verdict : verdicts) {
        Finding other = ofPeriod(otherwise, finding);
        assertThat(verdict.result()).as(verdict.reading().id()).isEqualTo(other.result());
        assertThat(verdict.finding())
            .returns(other.reason(), Finding::reason)
            .returns(other.numerator(), Finding::numerator)
            .returns(other.denominator(), Finding::denominator)
            .returns(other.shortfall(), Finding::shortfall);
        compared++;
      }
    }
    return compared;
  }

  private static Finding ofPeriod(List<Finding> lines, Finding finding) {
    return lines.stream()
        .filter(line -> line.period().equals(finding.period()))
        .findFirst()
        .orElseGet(() -> lines.get(0));
  }

  private static String line(Finding finding) {
    return finding.target().id() + " " + finding.unit().code();
  }

  /** The rows of readings.csv with cells of their own, by their letters. */
  private static List<List<Map<String, String>>> byLetter(String plan) {
    Path folder = Path.of("rules", plan);
    List<String> judged =
        PlanReader.read(folder).readings().stream()
            .filter(reading -> reading.way() instanceof Way.Judged)
            .map(reading -> reading.id())
            .toList();
    return List.copyOf(
        NaiveEvaluation.readCsv(folder.resolve("readings.csv")).stream()
            .filter(row -> judged.contains(row.get("target") + "/" + row.get("reading")))
            .collect(
                Collectors.groupingBy(
                    row -> row.get("reading"), LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  /** The plan's rules with the cells of readings written over those of their targets. */
  private Path rewritten(String plan, List<Map<String, String>> readings) throws IOException {
    Path folder = Files.createTempDirectory(temporary, plan);
    Files.copy(Path.of("rules", plan, "plan.yaml"), folder.resolve("plan.yaml"));
    List<Map<String, String>> rows = NaiveEvaluation.readCsv(Path.of("rules", plan, "targets.csv"));
    for (Map<String, String> row : rows) {
      for (Map<String, String> reading : readings) {
        if (reading.get("target").equals(row.get("target"))) {
          reading.forEach(
              (column, cell) -> {
                boolean about = List.of("target", "reading", "note").contains(column);
                if (!about && row.containsKey(column) && !cell.isEmpty()) {
                  row.put(column, cell.equals("-") ? "" : cell);
                }
              });
        }
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", rows.get(0).keySet()));
    rows.forEach(
        row ->
            lines.add(
                row.values().stream()
                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(","))));
    Files.write(folder.resolve("targets.csv"), lines);
    return folder;
  }

  /** The worked cases and the sample year. */
  private static List<Path> dataOf(String plan) throws IOException {
    try (Stream<Path> cases = Files.list(CASES.resolve(plan))) {
      return Stream.concat(cases.sorted(), Stream.of(Path.of("sample-data", plan))).toList();
    }
  }

  private static LocalDate asOf(String plan, Path data) throws IOException {
    Path file = data.resolve("as_of");
    return Files.exists(file)
        ? LocalDate.parse(Files.readString(file).strip())
        : LocalDate.of(RegisterRules.year(plan) + 1, 2, 1);
  }
}

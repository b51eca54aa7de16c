package vn.doichieu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.oracle.NaiveEvaluation;
import vn.doichieu.testing.RegisterRules;

/** Every worked case says, row by row, what a check must find. */
class WorkedCasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

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
  void agreesWithEveryRow(Path folder) throws IOException {
    String plan = folder.getParent().getFileName().toString();
    LocalDate asOf = LocalDate.parse(Files.readString(folder.resolve("as_of")).strip());
    boolean closed = Files.exists(folder.resolve("closed"));

    Evaluation found = new Check(Path.of(""), rules(plan), folder, asOf, closed).run();

    List<String> expected =
        NaiveEvaluation.readCsv(folder.resolve("expected.csv")).stream()
            .map(WorkedCasesTest::line)
            .sorted()
            .toList();
    assertThat(found.findings().stream().map(WorkedCasesTest::line).sorted().toList())
        .containsExactlyElementsOf(expected);
  }

  /** The plan's own rules where it has them; else its rows of the register. */
  private static Path rules(String plan) {
    Path own = Path.of("rules", plan);
    return Files.isDirectory(own) ? own : RegisterRules.folder(plan);
  }

  private static String line(Map<String, String> row) {
    return line(
        row.get("target"),
        row.get("unit"),
        row.get("period"),
        row.get("result"),
        row.get("reason"),
        row.get("numerator"),
        row.get("denominator"),
        row.get("shortfall"),
        row.get("binding"),
        row.get("flags"));
  }

  private static String line(Finding finding) {
    return line(
        finding.target().id(),
        finding.unit().code(),
        finding.period().text(),
        finding.result().code(),
        finding.reason().code(),
        text(finding.numerator()),
        text(finding.denominator()),
        text(finding.shortfall()),
        Boolean.toString(finding.binding()),
        finding.flags().stream().map(Finding.Flag::code).sorted().collect(Collectors.joining(" ")));
  }

  /** Numerator and denominator are compared where the result is met or not_met. */
  private static String line(
      String target,
      String unit,
      String period,
      String result,
      String reason,
      String numerator,
      String denominator,
      String shortfall,
      String binding,
      String flags) {
    boolean compared = result.equals("met") || result.equals("not_met");
    String ratio = compared ? numerator + "/" + denominator : "";
    return String.join(",", target, unit, period, result, reason, ratio, shortfall, binding, flags);
  }

  private static String text(Long number) {
    return number == null ? "" : number.toString();
  }
}

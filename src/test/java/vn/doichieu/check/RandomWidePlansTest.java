package vn.doichieu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.oracle.NaiveEvaluation;
import vn.doichieu.oracle.RandomWideFolder;
import vn.doichieu.oracle.RandomWidePlan;
import vn.doichieu.oracle.WideEvaluation;
import vn.doichieu.testing.SmallPlan;

/**
 * Random plans of the whole vocabulary with random figures, evaluated by the rules and by a second
 * reading of the rows' cells that shares no line with them.
 */
class RandomWidePlansTest {

  private static final Set<String> COMPARED = Set.of("met", "not_met");

  @TempDir private Path folder;

  @Test
  void agreeWithTheNaiveEvaluation() {
    for (long seed = 0; seed < 300; seed++) {
      List<Map<String, String>> rows = RandomWidePlan.rows(seed);
      LocalDate asOf = RandomWideFolder.asOf(rows, seed);
      boolean closed = RandomWideFolder.closed(seed);
      Path rules = write(folder.resolve("rules"), rows);
      Path data = folder.resolve("data");
      RandomWideFolder.write(data, rows, seed);

      Evaluation evaluation = new Check(Path.of(""), rules, data, asOf, closed).run();
      List<NaiveEvaluation.Line> naive =
          WideEvaluation.evaluate(
              rows,
              RandomWidePlan.itemTypes(),
              RandomWidePlan.OPTIONAL,
              RandomWidePlan.YEAR,
              data,
              asOf,
              closed);

      assertThat(evaluation.findings().stream().map(RandomWidePlansTest::line).toList())
          .as("seed %d", seed)
          .containsExactlyElementsOf(naive.stream().map(RandomWidePlansTest::line).toList());
    }
  }

  private static Path write(Path folder, List<Map<String, String>> rows) {
    SmallPlan plan = new SmallPlan(folder);
    RandomWidePlan.itemTypes()
        .forEach(
            (item, type) -> {
              if (!RandomWidePlan.OPTIONAL.contains(item)) {
                plan.item(item, type);
              }
            });
    for (Map<String, String> row : rows) {
      plan.target(
          row.get("target"),
          row.get("kind"),
          row.entrySet().stream()
              .flatMap(cell -> List.of(cell.getKey(), cell.getValue()).stream())
              .toArray(String[]::new));
    }
    return plan.write();
  }

  private static String line(NaiveEvaluation.Line line) {
    boolean compared = COMPARED.contains(line.result());
    return String.join(
        ",",
        line.target(),
        line.unit(),
        line.period(),
        line.result(),
        line.reason(),
        compared ? line.numerator() + "/" + line.denominator() : "",
        line.shortfall(),
        Boolean.toString(line.binding()),
        line.flags());
  }

  private static String line(Finding finding) {
    boolean compared = COMPARED.contains(finding.result().code());
    return String.join(
        ",",
        finding.target().id(),
        finding.unit().code(),
        finding.period().text(),
        finding.result().code(),
        finding.reason().code(),
        compared ? text(finding.numerator()) + "/" + text(finding.denominator()) : "",
        text(finding.shortfall()),
        Boolean.toString(finding.binding()),
        finding.flags().stream().map(Finding.Flag::code).sorted().collect(Collectors.joining(" ")));
  }

  private static String text(Long number) {
    return number == null ? "" : number.toString();
  }
}

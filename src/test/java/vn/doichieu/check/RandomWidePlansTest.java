package vn.doichieu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.oracle.NaiveEvaluation.Line;
import vn.doichieu.oracle.RandomWideFolder;
import vn.doichieu.oracle.RandomWidePlan;
import vn.doichieu.oracle.WideEvaluation;
import vn.doichieu.testing.SmallPlan;

/**
 * Random plans of the whole vocabulary with random figures, evaluated by the rules and by a second
 * reading of the rows' cells that shares no line with them.
 */
class RandomWidePlansTest {

  private static final Set<String> WITH_NUMBERS = Set.of("met", "not_met");

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
      List<Line> naive =
          WideEvaluation.evaluate(
              rows,
              RandomWidePlan.itemTypes(),
              RandomWidePlan.OPTIONAL,
              RandomWidePlan.YEAR,
              data,
              asOf,
              closed);

      List<Line> found = evaluation.findings().stream().map(RandomWidePlansTest::line).toList();
      assertThat(found.stream().map(RandomWidePlansTest::key).toList())
          .as("exactly one finding each, seed %d", seed)
          .doesNotHaveDuplicates()
          .containsExactlyElementsOf(naive.stream().map(RandomWidePlansTest::key).toList());
      assertThat(compared(rows, found, naive))
          .as("seed %d as of %s%s", seed, asOf, closed ? ", closed" : "")
          .containsExactlyElementsOf(compared(rows, naive, naive));
    }
  }

  /** The lines that are compared, with what of them is. */
  private static List<String> compared(
      List<Map<String, String>> rows, List<Line> lines, List<Line> naive) {
    List<String> compared = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Line expected = naive.get(i);
      boolean area = expected.unit().equals(RandomWideFolder.AREA);
      Map<String, String> row =
          rows.stream().filter(r -> r.get("target").equals(expected.target())).findFirst().get();
      if (!Disagreements.leaveOut(row) && !Disagreements.leaveOut(row, expected, area)) {
        compared.add(text(row, line, expected));
      }
    }
    return compared;
  }

  private static String text(Map<String, String> row, Line line, Line expected) {
    boolean numbers = WITH_NUMBERS.contains(line.result()) && !Disagreements.pointsTakenOff(row);
    boolean way = !expected.shortfall().equals(WideEvaluation.NO_WAY);
    return String.join(
        ",",
        key(line),
        line.result(),
        way ? line.reason() : "",
        numbers ? line.numerator() + "/" + line.denominator() : "",
        way ? line.shortfall() : "",
        Boolean.toString(line.binding()),
        line.flags());
  }

  private static String key(Line line) {
    return line.target() + "," + line.unit() + "," + line.period();
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

  private static Line line(Finding finding) {
    return new Line(
        finding.target().id(),
        finding.unit().code(),
        finding.period().text(),
        finding.result().code(),
        finding.reason().code(),
        text(finding.numerator()),
        text(finding.denominator()),
        text(finding.shortfall()),
        finding.binding(),
        finding.flags().stream().map(Finding.Flag::code).sorted().collect(Collectors.joining(" ")));
  }

  private static String text(Long number) {
    return number == null ? "" : number.toString();
  }
}

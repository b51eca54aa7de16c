package vn.doichieu.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.oracle.RandomWideFolder;
import vn.doichieu.oracle.RandomWidePlan;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.testing.SmallPlan;

/** The steps on paper come to what the rules found, for every form that the vocabulary has. */
class WideFormsAgreeTest {

  private static final int FOLDERS = Integer.getInteger("wide.folders", 80);

  @TempDir private Path folder;

  @Test
  void withEveryFindingOfRandomPlans() {
    for (long seed = 0; seed < FOLDERS; seed++) {
      List<Map<String, String>> rows = RandomWidePlan.rows(seed);
      Path rules = write(folder.resolve("rules"), rows);
      Path data = folder.resolve("data");
      RandomWideFolder.write(data, rows, seed);
      LocalDate asOf = RandomWideFolder.asOf(rows, seed);
      Explainer explainer =
          new Check(Path.of(""), rules, data, asOf, RandomWideFolder.closed(seed)).explained();
      for (Finding finding : explainer.evaluation().findings()) {
        assertAgrees(explainer.explain(finding), seed);
      }
    }
  }

  private static void assertAgrees(Explanation explanation, long seed) {
    assertThat(explanation.disagreements()).as("seed %d: %s", seed, told(explanation)).isEmpty();
  }

  private static String told(Explanation explanation) {
    Finding finding = explanation.finding();
    return String.join(" ", finding.target().id(), finding.unit().code(), finding.period().text());
  }

  @Test
  void withEveryFindingOfRandomFolders() {
    Path rules = WidePlan.write(folder.resolve("rules"));
    Plan plan = PlanReader.read(rules);
    Map<String, Set<Reason>> reasons = new TreeMap<>();
    Map<Result, Integer> results = new EnumMap<>(Result.class);
    for (long seed = 1; seed <= FOLDERS; seed++) {
      Path data = WidePlan.write(folder.resolve("data"), plan, seed);
      Explainer explainer =
          new Check(Path.of(""), rules, data, WidePlan.asOf(seed), seed % 5 == 0).explained();
      for (Finding finding : explainer.evaluation().findings()) {
        Explanation explanation = explainer.explain(finding);
        assertAgrees(explanation, seed);
        reasons
            .computeIfAbsent(finding.target().id(), id -> EnumSet.noneOf(Reason.class))
            .add(explanation.byFigures().reason());
        results.merge(finding.result(), 1, Integer::sum);
      }
    }

    assertThat(reasons).hasSize((int) plan.targets().stream().map(t -> t.id()).distinct().count());
    assertThat(reasons)
        .allSatisfy((target, seen) -> assertThat(seen).as(target).contains(Reason.FIGURE_INVALID));
    assertThat(results.keySet()).isEqualTo(EnumSet.allOf(Result.class));
  }

  static Path write(Path folder, List<Map<String, String>> rows) {
    SmallPlan plan = new SmallPlan(folder);
    RandomWidePlan.itemTypes()
        .forEach(
            (item, type) -> {
              if (!RandomWidePlan.OPTIONAL.contains(item)) {
                plan.item(item, type);
              }
            });
    for (Map<String, String> row : rows) {
      List<String> cells = new ArrayList<>();
      row.forEach((column, cell) -> cells.addAll(List.of(column, cell)));
      plan.target(row.get("target"), row.get("kind"), cells.toArray(String[]::new));
    }
    return plan.write();
  }
}

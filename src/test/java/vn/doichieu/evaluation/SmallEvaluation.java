package vn.doichieu.evaluation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Plan;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** Small plans evaluated over a few figures, after closing, and told in short lines. */
final class SmallEvaluation {

  private static final LocalDate AFTER_CLOSING = LocalDate.of(2025, 2, 1);

  private final Path folder;

  SmallEvaluation(Path folder) {
    this.folder = folder;
  }

  SmallPlan plan() {
    return new SmallPlan(folder.resolve("rules"));
  }

  Evaluation of(Plan plan, String... figures) {
    return of(plan, new DataFolder(folder.resolve("data")).figures(figures));
  }

  Evaluation of(Plan plan, DataFolder data) {
    return Evaluator.evaluate(plan, RuleBase.of(plan), data.read(plan), AFTER_CLOSING, false);
  }

  /** The area's lines: target, result, reason, n/d and shortfall. */
  List<String> area(Plan plan, String... figures) {
    return area(of(plan, figures));
  }

  static List<String> area(Evaluation found) {
    return found.findings().stream()
        .filter(f -> f.unit().code().equals("h"))
        .map(
            f ->
                "%s %s %s %s/%s %s"
                    .formatted(
                        f.target().id(),
                        f.result().code(),
                        f.reason().code(),
                        text(f.numerator()),
                        text(f.denominator()),
                        text(f.shortfall())))
        .toList();
  }

  private static String text(Long number) {
    return number == null ? "-" : number.toString();
  }
}

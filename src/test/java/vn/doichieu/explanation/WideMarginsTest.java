package vn.doichieu.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.explanation.Explanation.ByFigures;
import vn.doichieu.explanation.Margin.Of;
import vn.doichieu.rules.PlanReader;

/** What is said to change a result is held against the rules' own arithmetic, number by number. */
class WideMarginsTest {

  @TempDir private Path folder;

  /** Whether a number in place of the one that a margin is about would be met. */
  private interface Holds {
    boolean at(long number);
  }

  @Test
  void theNumbersThatAreSaidToBeMetAreThoseThatAre() {
    Path rules = WidePlan.write(folder.resolve("rules"));
    Plan plan = PlanReader.read(rules);
    Set<Of> seen = EnumSet.noneOf(Of.class);
    int looked = 0;
    for (long seed = 1000; seed < 1060; seed++) {
      Path data = WidePlan.write(folder.resolve("data"), plan, seed);
      Explainer explainer =
          new Check(Path.of(""), rules, data, WidePlan.asOf(seed), true).explained();
      for (Finding finding : explainer.evaluation().findings()) {
        Explanation explanation = explainer.explain(finding);
        Holds holds = holds(explanation);
        if (explanation.margin() instanceof Margin.Allowed allowed && holds != null) {
          seen.add(allowed.of());
          looked++;
          assertEdges(allowed, holds, finding.target().id() + ", seed " + seed);
        }
      }
    }

    assertThat(looked).isGreaterThan(1000);
    assertThat(seen).contains(Of.PART, Of.NOW, Of.COUNT, Of.UNITS);
  }

  private static void assertEdges(Margin.Allowed allowed, Holds holds, String where) {
    BigInteger least = allowed.least();
    BigInteger most = allowed.most();
    long from = least == null ? 0 : least.longValueExact() - 2;
    long to = most == null ? from + 50 : most.longValueExact() + 2;
    for (long number = Math.max(0, from); number <= to; number++) {
      boolean within =
          (least == null || number >= least.longValueExact())
              && (most == null || number <= most.longValueExact());
      assertThat(holds.at(number))
          .as("%s: %d of %s", where, number, allowed)
          .isEqualTo(within || (allowed.orNone() && number == 0));
    }
  }

  /** What the rules say of other numbers in the same place; null where one more is not known. */
  private static @Nullable Holds holds(Explanation explanation) {
    ByFigures figures = explanation.byFigures();
    Criterion criterion = explanation.finding().target().criterion();
    BigInteger d = figures.denominator();
    if (criterion instanceof Criterion.Count count) {
      return number -> count.range().holds(number, 1);
    } else if (criterion instanceof Criterion.Score score) {
      return number -> score.range().holds(number, 1);
    } else if (d == null || d.signum() <= 0) {
      return null;
    }
    long whole = d.longValueExact();
    if (criterion instanceof Criterion.Change change) {
      return number -> change.holds(number * change.years(), whole);
    } else if (criterion instanceof Criterion.Reduction reduction) {
      return number -> reduction.holds(number * reduction.years(), whole);
    }
    if (criterion instanceof Criterion.Ratio ratio) {
      return number -> ratio.range().holds(number, whole);
    }
    return criterion instanceof Criterion.ShareOfUnits share
        ? number -> share.range().holds(number, whole)
        : null;
  }
}

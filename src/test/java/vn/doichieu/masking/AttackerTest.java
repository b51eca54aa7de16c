package vn.doichieu.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Plan;
import vn.doichieu.evaluation.Evaluator;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** Random small lists against a reader who tries every figure. */
@Tag("once")
class AttackerTest {

  private static final String PEOPLE = "count, people: true";
  private static final List<String> LIMITS = List.of("20%", "50%", "70%", "80%", "100%");
  private static final int SEEDS = 400;
  private static final int LARGEST = 7;
  private static final int TRIED = 10;

  @TempDir private Path folder;

  @Test
  void neverWorksOutASmallCount() {
    int secrets = 0;
    int shown = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Evaluation list = list(new Random(seed));
      Masking masking = Masking.small(list);
      Attacker attacker = new Attacker(list, masking, TRIED);
      secrets += attacker.secrets().size();
      shown += (int) list.findings().stream().filter(masking::shows).count();

      assertThat(attacker.workedOut()).as("seed %d: %s", seed, told(list, masking)).isEmpty();
    }
    assertThat(secrets).isGreaterThan(SEEDS);
    assertThat(shown).isGreaterThan(SEEDS / 2);
  }

  @Test
  void worksSomeOutWhereOnlyTheyThemselvesAreHidden() {
    int found = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Evaluation list = list(new Random(seed));
      found += new Attacker(list, Masking.small(list, false), TRIED).workedOut().size();
    }

    assertThat(found).isGreaterThan(SEEDS / 10);
  }

  @Test
  void readsThemAllWhereNothingIsHidden() {
    Evaluation list = list(new Random(1));
    Attacker attacker = new Attacker(list, Masking.none(), TRIED);

    assertThat(attacker.workedOut()).hasSameSizeAs(attacker.secrets()).isNotEmpty();
  }

  /** One or two ratios of the same people, two to four communes, the district's own or not. */
  private Evaluation list(Random random) {
    SmallPlan made = new SmallPlan(folder.resolve("rules"));
    made.item("done", PEOPLE).item("total", PEOPLE);
    for (int i = 0; i <= random.nextInt(2); i++) {
      made.target(
          "T" + i,
          "ratio",
          "scope",
          random.nextBoolean() ? "each+area" : "area",
          "comparator",
          i == 0 ? ">=" : ">",
          "threshold",
          LIMITS.get(random.nextInt(LIMITS.size() - i))); // Over 100% cannot be asked for.
    }
    Plan plan = made.read();
    List<String> units = new ArrayList<>(List.of("h,Huyện,district,,"));
    List<String> figures = new ArrayList<>();
    long n = 0;
    long d = 0;
    int members = 2 + random.nextInt(3);
    for (int i = 1; i <= members; i++) {
      units.add("x" + i + ",Xã,commune,,h");
      long total = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextInt(LARGEST + 1);
      long done = random.nextInt(3) == 0 ? total : total - random.nextInt((int) total + 1);
      add(figures, "x" + i, done, total);
      n += done;
      d += total;
    }
    if (random.nextInt(3) == 0) {
      boolean more = random.nextInt(3) == 0;
      add(figures, "h", n, d + (more ? 1 + random.nextInt(3) : 0));
    }
    DataFolder data =
        new DataFolder(folder.resolve("data"))
            .units(units.toArray(String[]::new))
            .figures(figures.toArray(String[]::new));
    return Evaluator.evaluate(
        plan, RuleBase.of(plan), data.read(plan), LocalDate.of(2025, 2, 1), false);
  }

  private static void add(List<String> figures, String unit, long done, long total) {
    figures.add(unit + ",done,2024," + done);
    figures.add(unit + ",total,2024," + total);
  }

  private static List<String> told(Evaluation list, Masking masking) {
    return list.findings().stream()
        .map(
            f ->
                "%s %s %s %s %s%d/%d"
                    .formatted(
                        f.target().id(),
                        f.unit().code(),
                        f.result(),
                        f.flags(),
                        masking.shows(f) ? "" : "hidden ",
                        f.numerator(),
                        f.denominator()))
        .toList();
  }
}

package vn.doichieu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.consistency.OwnRules;
import vn.doichieu.domain.Plan;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.rules.PlanReader;

/**
 * Changes a rule file and builds the plan's rules again, many times in one JVM: how long it takes,
 * and whether anything of the old rules stays behind. The rules built last are held, as a server
 * would hold them.
 */
final class Reload {

  /** Classes that the JVM makes by itself now and then; a leak is at least one a reload. */
  private static final int NOISE = 10;

  /** What is changed. */
  enum Change {
    ROW("hoc_mon_2024", "a threshold in targets.csv", "targets.csv", "HM-N6,", "20%"),
    ROW_BESIDE_DRL(
        "buon_ma_thuot_2024",
        "a threshold in targets.csv; the plan's DRL, unchanged, is loaded as it was kept",
        "targets.csv",
        "BMT-N7,",
        "30%"),
    DRL(
        "buon_ma_thuot_2024",
        "a number in checks.drl, which is compiled anew",
        "checks.drl",
        "$establishments :",
        "value > 0");

    private final String plan;
    private final String what;
    private final String file;

    /** What the line to be changed begins with, and what is changed in it. */
    private final String line;

    private final String number;

    Change(String plan, String what, String file, String line, String number) {
      this.plan = plan;
      this.what = what;
      this.file = file;
      this.line = line;
      this.number = number;
    }

    String plan() {
      return plan;
    }

    String what() {
      return what;
    }
  }

  /**
   * What reloads came to.
   *
   * @param nanos of each
   * @param before what was held after the reloads that warm up; then after a tenth, and after all
   */
  record Outcome(Change change, long[] nanos, Held before, Held tenth, Held after) {

    boolean grows() {
      return after.classes() > before.classes() + NOISE;
    }

    double least() {
      return Arrays.stream(nanos).min().orElseThrow() / 1e6;
    }

    double median() {
      return Arrays.stream(nanos).sorted().toArray()[nanos.length / 2] / 1e6;
    }
  }

  /** What is built from a folder of rules. */
  private record Built(Plan plan, RuleBase rules, OwnRules own) {}

  private final Change change;
  private final Path home = HocMon.WORK.resolve("reload");
  private final Path folder;
  private final List<String> lines;
  private final int at;
  private int turn;
  private @Nullable Built built;

  private Reload(Change change) throws IOException {
    this.change = change;
    folder = home.resolve("rules").resolve(change.plan);
    HocMon.forget(home);
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(Path.of("rules", change.plan))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    lines = Files.readAllLines(folder.resolve(change.file));
    at =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).strip().startsWith(change.line))
            .filter(i -> lines.get(i).contains(change.number))
            .findFirst()
            .orElseThrow();
  }

  /** Reloads so often, after so many that are not counted. */
  static Outcome run(Change change, int warm, int times) throws IOException {
    Reload reload = new Reload(change);
    for (int i = 0; i < warm; i++) {
      reload.next();
    }
    long[] nanos = new long[times];
    Held before = Held.now();
    Held tenth = before;
    for (int i = 0; i < times; i++) {
      nanos[i] = reload.next();
      if (i == times / 10 - 1) {
        tenth = Held.now();
      }
    }
    Outcome outcome = new Outcome(change, nanos, before, tenth, Held.now());
    Objects.requireNonNull(reload.built); // Held until here.
    HocMon.forget(reload.home);
    return outcome;
  }

  private long next() throws IOException {
    turn++;
    String number = change.number.replaceFirst("[0-9]+", Integer.toString(1 + turn % 90));
    List<String> changed = new ArrayList<>(lines);
    changed.set(at, lines.get(at).replace(change.number, number));
    Files.write(folder.resolve(change.file), changed);
    Plan last = built == null ? null : built.plan;
    long before = System.nanoTime();
    Plan plan = PlanReader.read(folder);
    built = new Built(plan, RuleBase.of(plan), OwnRules.of(home, folder, plan));
    long nanos = System.nanoTime() - before;
    if (change != Change.DRL && plan.equals(last)) {
      throw new IllegalStateException("the change was not read");
    }
    return nanos;
  }
}

package vn.doichieu.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.doichieu.bench.Reload.Change;

/** Compares findings before anything is timed, and, run by itself, shows that all parts still run. */
final class Smoke {

  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2024, 4, 9),
          LocalDate.of(2024, 8, 9),
          LocalDate.of(2024, 11, 10),
          HocMon.AS_OF);

  private static final int UNITS = 100;
  private static final int RELOADS = 20;

  private Smoke() {}

  /** Runs every part on a few units, and says what agrees. */
  static void run() throws Exception {
    Optional<String> leftOut = NodeRuns.install();
    say(hocMon(UNITS) + " findings of Hóc Môn agree with the plain loop.");
    List<RatioFinding> limit = ratios(UNITS);
    int contenders = Contender.Kind.values().length;
    if (leftOut.isPresent()) {
      say("Node.js engines are left out: " + leftOut.get());
    } else {
      for (NodeRuns.Engine engine : NodeRuns.Engine.values()) {
        NodeRuns.agree(engine, RatioTargets.figures(UNITS), limit);
        contenders++;
      }
    }
    say(limit.size() + " findings of ratios agree in " + contenders + " contenders.");
    say(Pipeline.agree(2 * UNITS) + " findings of a generated folder agree in files and here.");
    for (Change change : List.of(Change.ROW, Change.ROW_BESIDE_DRL)) {
      Reload.Outcome outcome = Reload.run(change, RELOADS, RELOADS);
      if (outcome.grows()) {
        throw new IllegalStateException(
            "classes grow: " + outcome.before().classes() + " to " + outcome.after().classes());
      }
    }
    say(RELOADS + " reloads leave no classes behind, of rows and of DRL.");
    Optional<String> office = Calc.agree(UNITS / 2);
    say(
        office.isPresent()
            ? "LibreOffice Calc is left out: " + office.get()
            : UNITS / 2 * RatioTargets.COUNT + " cells of LibreOffice Calc agree with check.");
  }

  private static void say(String text) {
    System.out.println(text);
  }

  /** The plain loop and the program on the plan of Hóc Môn, on several days of the year. */
  static int hocMon(int communes) {
    int findings = 0;
    for (boolean sound : new boolean[] {true, false}) {
      HocMon plan = HocMon.of(communes, sound);
      for (LocalDate day : DAYS) {
        findings += plan.agree(day, false) + plan.agree(day, true);
      }
    }
    return findings;
  }

  /**
   * All contenders of this process on the ratio targets.
   *
   * @return the findings, which are the same of all
   */
  static List<RatioFinding> ratios(int units) {
    List<RatioFinding> limit = new PlainRatios(RatioTargets.figures(units)).judge();
    for (Contender.Kind kind : Contender.Kind.values()) {
      List<RatioFinding> told = kind.of(RatioTargets.figures(units)).told();
      if (told.size() != limit.size()) {
        throw new IllegalStateException(kind + " gives " + told.size() + " findings");
      }
      for (int i = 0; i < limit.size(); i++) {
        if (!told.get(i).equals(limit.get(i))) {
          throw new IllegalStateException(kind + ": " + told.get(i) + ", not " + limit.get(i));
        }
      }
    }
    return limit;
  }
}

package vn.doichieu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.evaluation.Evaluator;
import vn.doichieu.gauge.DrlTargets;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.submission.Submission;
import vn.doichieu.submission.SubmissionReader;

/** The plan of Hóc Môn with the figures of made-up communes, read and ready to be evaluated. */
record HocMon(Plan plan, RuleBase rules, Submission submission) {

  /** The day after the year's last report was due: every target is judged. */
  static final LocalDate AS_OF = LocalDate.of(2025, 2, 1);

  static final Path PLAN = Path.of("rules/hoc_mon_2024");
  static final Path WORK = Path.of("target/bench/data");

  static HocMon of(int communes) {
    return of(communes, false);
  }

  /** Reads the folder with so many communes; it is written if it is not there. */
  static HocMon of(int communes, boolean sound) {
    Path folder = WORK.resolve("hoc_mon_" + communes + (sound ? "_sound" : ""));
    if (!Files.exists(folder.resolve("figures.csv"))) {
      HocMonFolder.write(
          folder, communes, sound ? HocMonFolder.Quality.SOUND : HocMonFolder.Quality.SPOILT);
    }
    Plan plan = PlanReader.read(PLAN);
    return new HocMon(plan, RuleBase.of(plan), SubmissionReader.read(folder, plan));
  }

  /** Removes the folders of an earlier run. */
  static void forget() throws IOException {
    forget(WORK);
  }

  /** Removes a folder, if it is there. */
  static void forget(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** As {@code check} evaluates, on one thread: the other readings of the plan's sentences, too. */
  Evaluation ours(LocalDate asOf, boolean closed) {
    return Evaluator.evaluateAlone(plan, rules, submission, asOf, closed, DrlTargets.NONE);
  }

  /** On every processor, if there are units enough. */
  Evaluation oursOnAll(LocalDate asOf, boolean closed) {
    return Evaluator.evaluate(plan, rules, submission, asOf, closed);
  }

  /** Without the other readings. */
  Evaluation chosen(LocalDate asOf, boolean closed) {
    return Evaluator.evaluateAlone(
        plan.withTargets(plan.targets()), rules, submission, asOf, closed, DrlTargets.NONE);
  }

  HocMonLoop loop(LocalDate asOf, boolean closed) {
    return new HocMonLoop(plan, submission, asOf, closed);
  }

  /**
   * Holds the loop's findings against the program's.
   *
   * @return how many findings there are
   * @throws IllegalStateException naming the first that differs
   */
  int agree(LocalDate asOf, boolean closed) {
    List<Finding> ours = ours(asOf, closed).findings();
    List<Line> theirs = loop(asOf, closed).run();
    if (ours.size() != theirs.size()) {
      throw new IllegalStateException(
          "findings: " + ours.size() + ", of the plain loop: " + theirs.size());
    }
    for (int i = 0; i < ours.size(); i++) {
      if (!theirs.get(i).says(ours.get(i))) {
        throw new IllegalStateException(
            "finding " + i + " differs: " + told(ours.get(i)) + " / " + theirs.get(i));
      }
    }
    return ours.size();
  }

  private static String told(Finding finding) {
    return String.join(
        " ",
        finding.target().id(),
        finding.unit().code(),
        finding.period().text(),
        finding.result().toString(),
        finding.reason().toString(),
        finding.flags().toString(),
        finding.numerator() + "/" + finding.denominator() + " " + finding.shortfall());
  }
}

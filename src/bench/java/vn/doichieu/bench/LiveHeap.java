package vn.doichieu.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.Reference;
import java.nio.file.Path;
import vn.doichieu.consistency.ConsistencyChecks;
import vn.doichieu.consistency.OwnRules;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Plan;
import vn.doichieu.evaluation.Evaluator;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.submission.Submission;
import vn.doichieu.submission.SubmissionReader;

/** The steps of a check, and what is still reachable after each. */
final class LiveHeap {

  private LiveHeap() {}

  /**
   * Takes the plan's folder and the data folder. Prints bytes: the heap in use after reading, after
   * evaluation, and the most that the old generation held while all findings were read.
   */
  public static void main(String[] folders) {
    Path home = Path.of(System.getProperty("doichieu.home"));
    Path rules = Path.of(folders[0]);
    Plan plan = PlanReader.read(rules);
    RuleBase ruleBase = RuleBase.of(plan);
    OwnRules own = OwnRules.of(home, rules, plan);
    ConsistencyChecks checks = ConsistencyChecks.of(home);
    Submission submission = SubmissionReader.read(Path.of(folders[1]), plan);
    long read = used();
    Evaluation evaluation =
        checks.run(
            submission,
            Evaluator.evaluate(plan, ruleBase, submission, HocMon.AS_OF, true, own),
            own);
    long evaluated = used();
    MemoryPoolMXBean old = oldGeneration();
    old.resetPeakUsage();
    Traversal traversal = Traversal.of(evaluation);
    long peak = old.getPeakUsage().getUsed();
    Reference.reachabilityFence(submission);
    Reference.reachabilityFence(evaluation);
    System.out.println(read + " " + evaluated + " " + peak + " " + traversal.findings());
  }

  /** The heap in use after a collection. */
  static long used() {
    System.gc();
    System.gc(); // The first may leave what was only just found to be unreachable.
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static MemoryPoolMXBean oldGeneration() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
        .findFirst()
        .orElseThrow();
  }
}

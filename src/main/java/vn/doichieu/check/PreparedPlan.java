package vn.doichieu.check;

import java.nio.file.Path;
import java.time.LocalDate;
import vn.doichieu.consistency.ConsistencyChecks;
import vn.doichieu.consistency.OwnRules;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Provenance;
import vn.doichieu.domain.Provenance.FileSet;
import vn.doichieu.evaluation.Evaluator;
import vn.doichieu.explanation.Explainer;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.submission.Submission;
import vn.doichieu.waiver.WaiverAccounts;

/**
 * One version of a plan's rules, compiled once, to judge any number of submissions. Safe for
 * several threads at once: the rules never change, and each evaluation has its sessions to itself.
 */
public final class PreparedPlan {

  private final Plan plan;
  private final RuleBase rules;
  private final OwnRules own;
  private final ConsistencyChecks checks;
  private final Provenance provenance;

  /**
   * Rules that compile.
   *
   * @param provenance the program and the rule files, as far as they are known yet
   */
  PreparedPlan(
      Plan plan, RuleBase rules, OwnRules own, ConsistencyChecks checks, Provenance provenance) {
    this.plan = plan;
    this.rules = rules;
    this.own = own;
    this.checks = checks;
    this.provenance = provenance;
  }

  /**
   * Reads a plan and compiles all its rules. The files may change or go afterwards.
   *
   * @param home the program's folder, with the checks that all plans share
   * @param folder the plan's folder of rule files
   * @throws vn.doichieu.rules.InvalidRules if they do not compile
   * @throws vn.doichieu.tabular.UnreadableInput if a file changes while it is read
   */
  public static PreparedPlan read(Path home, Path folder) {
    Fingerprints fingerprints = Fingerprints.begin(folder, ConsistencyChecks.files(home), null);
    Plan plan = PlanReader.read(folder);
    RuleBase rules = RuleBase.of(plan);
    OwnRules own = OwnRules.of(home, folder, plan);
    ConsistencyChecks checks = ConsistencyChecks.of(home).prepared();
    return new PreparedPlan(plan, rules, own, checks, fingerprints.provenance());
  }

  /** The plan: what submissions to be judged by it are read against. */
  public Plan plan() {
    return plan;
  }

  /** The program and the rule files that it was read from; no data. */
  public Provenance provenance() {
    return provenance;
  }

  /**
   * Judges a submission, with its warnings.
   *
   * @param data the files that the figures were read from
   * @param asOf the day as of which is judged
   * @param closed whether to judge as if every period were over
   * @throws vn.doichieu.rules.InvalidRules if DRL rules run beyond limits
   */
  public Evaluation run(Submission submission, FileSet data, LocalDate asOf, boolean closed) {
    return judged(submission, asOf, closed)
        .from(new Provenance(provenance.version(), provenance.rules(), data));
  }

  /** Judges a submission, and keeps what it takes to explain its findings. Otherwise as above. */
  public Explainer explained(Submission submission, FileSet data, LocalDate asOf, boolean closed) {
    return explainer(run(submission, data, asOf, closed), submission);
  }

  /** Judges a submission, and tells what became of its waivers. Otherwise as above. */
  public WaiverAccounts waivers(
      Submission submission, FileSet data, LocalDate asOf, boolean closed) {
    return accounts(run(submission, data, asOf, closed), submission);
  }

  /** The findings and warnings, from files not yet named. */
  Evaluation judged(Submission submission, LocalDate asOf, boolean closed) {
    Evaluation evaluation = Evaluator.evaluate(plan, rules, submission, asOf, closed, own);
    return checks.run(submission, evaluation, own);
  }

  Explainer explainer(Evaluation evaluation, Submission submission) {
    return new Explainer(evaluation, submission, own.targetRules());
  }

  WaiverAccounts accounts(Evaluation evaluation, Submission submission) {
    Evaluation without =
        Evaluator.evaluate(
            plan, rules, submission.withoutWaivers(), evaluation.asOf(), evaluation.closed(), own);
    return WaiverAccounts.of(evaluation, without, submission.waiverRows());
  }
}

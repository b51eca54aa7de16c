package vn.doichieu.check;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.doichieu.consistency.ConsistencyChecks;
import vn.doichieu.consistency.OwnRules;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Provenance;
import vn.doichieu.explanation.Explainer;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.submission.Submission;
import vn.doichieu.submission.SubmissionReader;
import vn.doichieu.waiver.WaiverAccounts;

/**
 * Checks the figures of a data folder against a plan.
 *
 * @param home the program's folder, with the checks that all plans share
 * @param rules the plan's folder of rule files
 * @param data the data folder
 * @param asOf the day as of which is judged
 * @param closed whether to judge as if every period were over
 */
public record Check(Path home, Path rules, Path data, LocalDate asOf, boolean closed) {

  /** The files that are read: none of them may be written to. */
  public List<Path> inputs() {
    return Stream.of(
            PlanReader.files(rules),
            OwnRules.files(rules),
            ConsistencyChecks.files(home),
            SubmissionReader.files(data))
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Runs the check.
   *
   * @throws vn.doichieu.rules.InvalidRules if the rule files do not compile
   * @throws vn.doichieu.tabular.UnreadableInput if the data folder cannot be read
   */
  public Evaluation run() {
    return done((prepared, evaluation, submission) -> evaluation);
  }

  /** Runs the check, and keeps what it takes to explain its findings. Throws as above. */
  public Explainer explained() {
    return done(PreparedPlan::explainer);
  }

  /** Runs the check, and tells what became of the waivers. Throws as above. */
  public WaiverAccounts waivers() {
    return done(PreparedPlan::accounts);
  }

  /** What is made of an evaluation. */
  private interface Then<T> {
    T of(PreparedPlan prepared, Evaluation evaluation, Submission submission);
  }

  private <T> T done(Then<T> then) {
    Fingerprints fingerprints = Fingerprints.begin(rules, ConsistencyChecks.files(home), data);
    Ahead<ConsistencyChecks> shared =
        Ahead.begin("checks", () -> ConsistencyChecks.of(home).prepared());
    Plan plan = PlanReader.read(rules);
    Ahead<Submission> figures = Ahead.begin("figures", () -> SubmissionReader.read(data, plan));
    shared.await(); // Two threads must not meet in Drools' static initialisers.
    RuleBase ruleBase = RuleBase.of(plan);
    OwnRules own = OwnRules.of(home, rules, plan);
    PreparedPlan prepared =
        new PreparedPlan(plan, ruleBase, own, shared.get(), Provenance.NONE); // Told in the end.
    Submission submission = figures.get();
    Evaluation judged = prepared.judged(submission, asOf, closed);
    return then.of(prepared, judged.from(fingerprints.provenance()), submission);
  }
}

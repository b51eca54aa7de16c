package vn.doichieu.check;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.doichieu.consistency.ConsistencyChecks;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Plan;
import vn.doichieu.evaluation.Evaluator;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.rules.RuleBase;
import vn.doichieu.submission.Submission;
import vn.doichieu.submission.SubmissionReader;

/**
 * Checks the figures of a data folder against a plan.
 *
 * @param rules the plan's folder of rule files
 * @param shared the checks that all plans share
 * @param data the data folder
 * @param asOf the day as of which is judged
 * @param closed whether to judge as if every period were over
 */
public record Check(Path rules, Shared shared, Path data, LocalDate asOf, boolean closed) {

  /**
   * Where the checks that all plans share come from.
   *
   * @param rules the folder of their rule files
   * @param compiled the folder that they are kept in once they are compiled
   */
  public record Shared(Path rules, Path compiled) {

    /** Those of the program's own folder. */
    public static Shared of(Path home) {
      return new Shared(home.resolve("rules/common"), home.resolve("target/compiled-rules"));
    }
  }

  /** The files that are read: none of them may be written to. */
  public List<Path> inputs() {
    return Stream.of(
            PlanReader.files(rules),
            ConsistencyChecks.files(shared.rules()),
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
    Fingerprints fingerprints =
        Fingerprints.begin(rules, ConsistencyChecks.files(shared.rules()), data);
    Plan plan = PlanReader.read(rules);
    RuleBase ruleBase = RuleBase.of(plan);
    ConsistencyChecks checks =
        ConsistencyChecks.of(shared.rules(), shared.compiled(), ProgramVersion.text());
    Submission submission = SubmissionReader.read(data, plan);
    Evaluation evaluation = Evaluator.evaluate(plan, ruleBase, submission, asOf, closed);
    return checks.run(submission, evaluation).from(fingerprints.provenance());
  }
}

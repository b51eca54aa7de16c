package vn.doichieu.check;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.doichieu.consistency.ConsistencyChecks;
import vn.doichieu.consistency.OwnRules;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Provenance;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.rules.PlanReader;

/**
 * A plan whose rules compile, without any figures.
 *
 * @param provenance the program and the rule files
 */
public record CompiledPlan(Plan plan, Provenance provenance) {

  /**
   * The files that are read: none of them may be written to.
   *
   * @param home the program's folder, with the checks that all plans share
   * @param rules the plan's folder of rule files
   */
  public static List<Path> inputs(Path home, Path rules) {
    return Stream.of(PlanReader.files(rules), OwnRules.files(rules), ConsistencyChecks.files(home))
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Reads a plan and compiles all its rules.
   *
   * @throws vn.doichieu.rules.InvalidRules if they do not compile
   */
  public static CompiledPlan read(Path home, Path rules) {
    Fingerprints fingerprints = Fingerprints.begin(rules, ConsistencyChecks.files(home), null);
    Plan plan = PlanReader.read(rules);
    RuleBase.of(plan);
    OwnRules.of(home, rules, plan);
    ConsistencyChecks.of(home);
    return new CompiledPlan(plan, fingerprints.provenance());
  }
}

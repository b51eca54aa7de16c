package vn.doichieu.edits;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.doichieu.drl.DrlRules;
import vn.doichieu.rules.WrittenPlan;

/** One version of a plan, as far as what is written in it can matter. */
public final class RuleFiles {

  private final WrittenPlan written;
  private final Map<String, RuleTexts.Rule> rules;
  private final Map<String, RuleTexts.Rule> sharedRules;

  private RuleFiles(
      WrittenPlan written,
      Map<String, RuleTexts.Rule> rules,
      Map<String, RuleTexts.Rule> sharedRules) {
    this.written = written;
    this.rules = rules;
    this.sharedRules = sharedRules;
  }

  /**
   * Reads a version.
   *
   * @param folder the plan's folder
   * @param shared the files of the rules that all plans share
   * @throws vn.doichieu.rules.InvalidRules naming every cell and key that cannot be understood
   */
  public static RuleFiles read(Path folder, List<Path> shared) {
    return new RuleFiles(
        WrittenPlan.read(folder), RuleTexts.read(DrlRules.files(folder)), RuleTexts.read(shared));
  }

  public WrittenPlan written() {
    return written;
  }

  Map<String, RuleTexts.Rule> rules() {
    return rules;
  }

  Map<String, RuleTexts.Rule> sharedRules() {
    return sharedRules;
  }
}

package vn.doichieu.web.proposal;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Plan;
import vn.doichieu.validation.Validation;
import vn.doichieu.web.draft.Checks;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.rulebook.RulesVersions;

/** What the files of a draft have to be before it may be proposed. */
@Component
class Soundness {

  private final Checks checks;
  private final RulesVersions versions;

  Soundness(Checks checks, RulesVersions versions) {
    this.checks = checks;
    this.versions = versions;
  }

  /**
   * Stops files that do not differ, do not compile, or fail confirmed cases of a target that the
   * note does not name.
   *
   * @throws Refusal saying which
   */
  void mustBe(Draft draft, RuleFileSet files, String note) {
    if (files.hash().equals(versions.version(draft.basedOn()).hash())) {
      throw Refusal.conflict("draft_same");
    }
    Validation validation = checks.validation(draft.planId(), files);
    if (!validation.errors().isEmpty()) {
      throw Refusal.of("draft_has_errors", validation.errors());
    }
    Plan plan = validation.plan();
    if (!plan.id().equals(draft.planId())) {
      throw Refusal.conflict("draft_other_plan", draft.planId());
    }
    Checks.Cases cases = checks.cases(draft.planId(), files);
    if (!cases.problems().isEmpty()) {
      throw Refusal.of("draft_cases", cases.problems());
    }
    List<String> unnamed =
        cases.failed().stream()
            .map(outcome -> outcome.of().target())
            .distinct()
            .filter(target -> !names(note, target))
            .toList();
    if (!unnamed.isEmpty()) {
      throw Refusal.conflict("cases_unnamed", String.join(", ", unnamed));
    }
  }

  /** Whether a target is named: "HM-N1" is not where only "HM-N10" is. */
  private static boolean names(String note, String target) {
    int at = note.indexOf(target);
    while (at >= 0) {
      int end = at + target.length();
      boolean starts = at == 0 || !Character.isLetterOrDigit(note.charAt(at - 1));
      boolean ends = end == note.length() || !Character.isLetterOrDigit(note.charAt(end));
      if (starts && ends) {
        return true;
      }
      at = note.indexOf(target, at + 1);
    }
    return false;
  }
}

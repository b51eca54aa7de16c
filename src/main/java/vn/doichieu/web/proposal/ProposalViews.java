package vn.doichieu.web.proposal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.consistency.ConsistencyChecks;
import vn.doichieu.edits.RuleEdits;
import vn.doichieu.edits.RuleFiles;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.draft.Checks;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.draft.Tables;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.rulebook.EditWords;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.rulebook.RulesVersion;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.WorkFolder;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;

/** What the page of a proposal shows. */
@Component
class ProposalViews {

  private final Drafts drafts;
  private final Tables tables;
  private final Checks checks;
  private final Impacts impacts;
  private final RulesVersions versions;
  private final Accounts accounts;
  private final WorkFolder work;
  private final PageText texts;
  private final Times times;

  ProposalViews(
      Drafts drafts,
      Tables tables,
      Checks checks,
      Impacts impacts,
      RulesVersions versions,
      Accounts accounts,
      WorkFolder work,
      PageText texts,
      Times times) {
    this.drafts = drafts;
    this.tables = tables;
    this.checks = checks;
    this.impacts = impacts;
    this.versions = versions;
    this.accounts = accounts;
    this.work = work;
    this.texts = texts;
    this.times = times;
  }

  /** Everything about a draft that its proposal needs. */
  Map<String, Object> of(Viewer viewer, Draft draft, Locale locale) {
    Messages messages = texts.messages(locale);
    RuleFileSet files = drafts.files(draft);
    RulesVersion base = versions.version(draft.basedOn());
    boolean overtaken = !draft.isOver() && versions.current(draft.planId()).id() != base.id();
    int errors = checks.validation(draft.planId(), files).errors().size();
    Checks.Cases cases = checks.cases(draft.planId(), files);
    List<String> failed =
        cases.failed().stream().map(outcome -> outcome.of().target()).distinct().toList();
    Map<String, Object> model = new HashMap<>();
    model.put("draft", draft);
    model.put("base", base);
    model.put("overtaken", overtaken);
    model.put("errors", errors);
    model.put("failed", String.join(", ", failed));
    model.put("caseProblems", cases.problems().size());
    model.put("edits", errors > 0 ? List.of() : edits(draft, files, base, messages));
    model.put("proposer", office(draft.proposedBy()));
    model.put("decider", office(draft.decidedBy()));
    model.put("today", times.today());
    model.put("problems", List.of());
    boolean author = drafts.authors(draft).contains(viewer.id());
    model.put("author", author);
    model.put("mayDecide", viewer.is(Role.APPROVER) && draft.state() == Draft.State.PROPOSED);
    model.put("mayPropose", viewer.is(Role.AUDITOR) && draft.isEditable() && !overtaken);
    model.put("mayWithdraw", viewer.is(Role.AUDITOR) && draft.state() == Draft.State.PROPOSED);
    model.putAll(impact(draft, files, messages));
    return model;
  }

  private List<EditWords> edits(
      Draft draft, RuleFileSet files, RulesVersion base, Messages messages) {
    var shared = ConsistencyChecks.files(work.home());
    try {
      RuleEdits edits =
          tables.unpacked(
              draft.planId(),
              files,
              folder ->
                  RuleEdits.between(
                      RuleFiles.read(versions.folder(base), shared),
                      RuleFiles.read(folder, shared)));
      return EditWords.of(edits, messages);
    } catch (InvalidRules e) {
      return List.of(); // What is wrong is told by the validation.
    }
  }

  /** The impact as it is being worked out, or as it is recorded with the proposal. */
  private Map<String, Object> impact(Draft draft, RuleFileSet files, Messages messages) {
    Map<String, Object> model = new HashMap<>();
    model.put("running", false);
    model.put("failedImpact", false);
    model.put("impactProblems", List.of());
    model.put("old", false);
    model.put("otherDay", false);
    Optional<Impacts.State> state = impacts.state(draft, files);
    if (state.isPresent() && state.get() instanceof Impacts.State.Running running) {
      model.put("running", true);
      model.put("done", running.done());
      model.put("all", running.all());
    } else if (state.isPresent() && state.get() instanceof Impacts.State.Failed failed) {
      ProblemText text = new ProblemText(messages);
      model.put("failedImpact", true);
      model.put("impactProblems", failed.problems().stream().map(text::sentence).toList());
    }
    impacts
        .known(draft, files)
        .ifPresent(
            record -> {
              model.put("impact", record);
              model.put("words", record.words(messages.language()));
              model.put("old", !draft.isOver() && !impacts.isOfNow(record, draft.planId()));
              model.put("otherDay", !draft.isOver() && !record.isOf(times.today()));
            });
    return model;
  }

  private String office(@Nullable Long account) {
    return account == null ? "" : accounts.find(account).map(Account::title).orElse("");
  }
}

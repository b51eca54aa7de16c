package vn.doichieu.web.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.consistency.ConsistencyChecks;
import vn.doichieu.consistency.OwnRules;
import vn.doichieu.display.DrlText;
import vn.doichieu.display.RuleSentence;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.WrittenRule;
import vn.doichieu.edits.RuleEdits;
import vn.doichieu.edits.RuleFiles;
import vn.doichieu.rules.PlanSource;
import vn.doichieu.ruletable.RuleColumns;
import vn.doichieu.ruletable.RuleSheet;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.Accounts;
import vn.doichieu.web.store.WorkFolder;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** Versions for people to read. */
@Component
public class VersionViews {

  private final RulesVersions versions;
  private final Accounts accounts;
  private final WorkFolder work;

  VersionViews(RulesVersions versions, Accounts accounts, WorkFolder work) {
    this.versions = versions;
    this.accounts = accounts;
    this.work = work;
  }

  /**
   * A version in a list.
   *
   * @param counts whether it is the one that counts
   * @param draftedBy the office; empty where it came with the program
   * @param approvedBy likewise
   */
  public record Listed(RulesVersion version, boolean counts, String draftedBy, String approvedBy) {}

  /**
   * A row of targets.
   *
   * @param cells what stands in it, by what its columns are called
   * @param drl the rules that it stands for
   */
  public record Row(
      String id,
      String sentence,
      String section,
      String quote,
      Map<String, String> cells,
      String drl) {}

  /** A DRL file. */
  public record DrlFile(String name, String text) {}

  /** All versions of a plan, the newest first. */
  public List<Listed> listed(String planId) {
    long current = versions.current(planId).id();
    return versions.all(planId).stream().map(v -> listed(v, current)).toList();
  }

  /** A version as it is listed. */
  public Listed listed(RulesVersion version) {
    return listed(version, versions.current(version.planId()).id());
  }

  private Listed listed(RulesVersion version, long current) {
    return new Listed(
        version,
        version.id() == current,
        office(version.draftedBy()),
        office(version.approvedBy()));
  }

  private String office(@Nullable Long account) {
    return account == null ? "" : accounts.find(account).map(Account::title).orElse("");
  }

  /** Every row of a version, in the order of the file. */
  public List<Row> rows(RulesVersion version, Messages messages) {
    PlanSource source = PlanSource.read(versions.folder(version));
    Map<String, WrittenRule> own =
        OwnRules.of(work.home(), versions.folder(version), source.plan()).targetRules();
    RuleSentence sentence = new RuleSentence(messages);
    boolean vietnamese = messages.language() == Language.VI;
    List<Row> rows = new ArrayList<>();
    for (RuleSheet.Row row : source.sheet().rows()) {
      List<Target> targets =
          source.plan().targets().stream().filter(t -> t.id().equals(row.id())).toList();
      if (targets.isEmpty()) {
        continue; // Every row of a version became a target, or it would not be one.
      }
      Map<String, String> cells = new LinkedHashMap<>();
      for (String column : source.sheet().columns()) {
        if (!row.cell(column).isEmpty()) {
          cells.put(RuleColumns.heading(column, vietnamese), row.cell(column));
        }
      }
      Target first = targets.get(0);
      rows.add(
          new Row(
              row.id(),
              sentence.of(targets),
              first.citation().section(),
              first.citation().quote(),
              cells,
              first.evaluated() ? DrlText.of(source.plan().withTargets(targets), own) : ""));
    }
    return rows;
  }

  /** The DRL files of rule files. */
  public static List<DrlFile> drl(RuleFileSet files) {
    return files.files().keySet().stream()
        .filter(RuleFileSet::isDrl)
        .map(name -> new DrlFile(name, files.text(name)))
        .toList();
  }

  /** What was edited from one version to another. */
  public RuleEdits edits(RulesVersion before, RulesVersion after) {
    var shared = ConsistencyChecks.files(work.home());
    return RuleEdits.between(
        RuleFiles.read(versions.folder(before), shared),
        RuleFiles.read(versions.folder(after), shared));
  }

  /** A short word for a hash, to tell it from others by eye. */
  public static String inShort(String hash) {
    return hash.substring(0, 12).toLowerCase(Locale.ROOT);
  }
}

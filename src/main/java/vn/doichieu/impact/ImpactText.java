package vn.doichieu.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Provenance;
import vn.doichieu.edits.VersionsText;
import vn.doichieu.impact.FindingChange.Kind;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlainText;
import vn.doichieu.wording.Wording;

/** The sentences about an impact as a whole, the same on a screen and on a page. */
public final class ImpactText {

  private final Impact impact;
  private final Messages messages;

  public ImpactText(Impact impact, Messages messages) {
    this.impact = impact;
    this.messages = messages;
  }

  /** What is compared with what: the plan, both versions, the shared rules and the day. */
  List<String> about() {
    Evaluation after = impact.folders().get(0).after();
    List<String> about = new ArrayList<>();
    about.add(PlainText.of(new Wording(messages).title(after.plan())));
    about.addAll(new VersionsText(messages).of(impact.before(), impact.after()));
    about.add(
        messages.text(
            "impact.as_of",
            messages.language().date(after.asOf())
                + (after.closed() ? messages.text("table.closed") : "")));
    return about;
  }

  /** What the findings of a folder come from, so that two prints can be told apart. */
  String provenance(FolderImpact folder) {
    Provenance before = folder.before().provenance();
    Provenance after = folder.after().provenance();
    return messages.text(
        "impact.provenance",
        Provenance.inShort(before.rules().sha256()),
        Provenance.inShort(after.rules().sha256()),
        Provenance.inShort(after.data().sha256()),
        after.version());
  }

  /** What it comes to, in one sentence. */
  public String verdict() {
    long flips = impact.flips();
    long details = impact.folders().stream().mapToLong(f -> f.count(Kind.DETAIL)).sum();
    if (flips == 0) {
      return details == 0
          ? messages.text("impact.verdict.same")
          : messages.text("impact.verdict.details", details);
    }
    long lost = impact.folders().stream().mapToLong(f -> f.count(Kind.LOST)).sum();
    long binding =
        impact.folders().stream()
            .flatMap(folder -> folder.changes().stream())
            .filter(change -> change.kind().flips() && change.binding())
            .count();
    return messages.text("impact.verdict.flips", flips, binding, lost);
  }

  /** How much the verdict should worry a reader. */
  ImpactMarkup.Style verdictStyle() {
    boolean worse =
        impact.folders().stream().anyMatch(f -> f.count(Kind.LOST) + f.count(Kind.WORSE) > 0);
    return worse
        ? ImpactMarkup.Style.BAD
        : impact.flips() > 0 ? ImpactMarkup.Style.DOUBTFUL : ImpactMarkup.Style.GOOD;
  }

  /** That nothing is left out: both totals, and what they are made of. */
  public List<String> reconciliation(FolderImpact folder) {
    if (!folder.addsUp()) {
      throw new IllegalStateException("findings unaccounted for in " + folder.data());
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        messages.text(
            "impact.total.before",
            number(folder.before().findings().size()),
            number(folder.same()),
            number(folder.changed()),
            number(folder.count(Kind.GONE))));
    lines.add(
        messages.text(
            "impact.total.after",
            number(folder.after().findings().size()),
            number(folder.same()),
            number(folder.changed()),
            number(folder.count(Kind.COME))));
    String kinds =
        String.join(
            "; ",
            Arrays.stream(Kind.values())
                .filter(kind -> folder.count(kind) > 0)
                .map(kind -> messages.text("impact.count." + kind.code(), folder.count(kind)))
                .toList());
    if (!kinds.isEmpty()) {
      lines.add(messages.text("impact.kinds", kinds));
    }
    return lines;
  }

  private String number(int number) {
    return messages.language().number(number);
  }

  /** What a group of changes is about: "HM-N6 Kiểm tra cơ sở (ràng buộc): 3". */
  public String heading(ChangeGroup group, ChangeText changes) {
    FindingChange first = group.first();
    return messages.text(
        group.binding() ? "impact.group.binding" : "impact.group",
        first.shown().target().id(),
        changes.title(first),
        group.changes().size());
  }
}

package vn.doichieu.publication;

import java.time.LocalDate;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.wording.Messages;

/** What is to be done about a finding, in plain words. */
final class ActionText {

  private final Messages messages;
  private final FindingText text;
  private final LocalDate asOf;

  ActionText(Messages messages, FindingText text, LocalDate asOf) {
    this.messages = messages;
    this.asOf = asOf;
    this.text = text;
  }

  /** One or two sentences. */
  String of(Finding finding) {
    if (finding.flags().contains(Flag.ASKED)) {
      return asked(finding);
    } else if (finding.result() == Result.IN_PROGRESS) {
      return underway(finding);
    } else if (finding.result() == Result.WAIVED) {
      return waived(finding);
    }
    return switch (finding.reason()) {
      case JUDGEMENT -> messages.text("list.do.judgement");
      case ON_DEADLINE_DAY -> messages.text("list.do.on_day");
      case FIGURE_MISSING, BASELINE_MISSING, CONDITION_UNKNOWN, UNDETERMINED -> missing(finding);
      case FIGURE_INVALID -> invalid(finding);
      case TOTAL_MISMATCH -> messages.text("list.do.total", finding.unit().name());
      case LATE -> messages.text(isReport(finding) ? "list.do.late.report" : "list.do.late");
      case NOT_SUBMITTED -> messages.text("list.do.submit");
      case NOT_DONE, CONDITION_FAILED -> messages.text("list.do.carry_out");
      case MONTHS_MISSED ->
          messages.text(isQuarterly(finding) ? "list.do.quarters" : "list.do.months");
      case ABOVE_THRESHOLD -> above(finding);
      default -> below(finding);
    };
  }

  /** Nobody presses a body that did what it was asked, if later than asked. */
  private String asked(Finding finding) {
    return switch (finding.reason()) {
      case LATE -> messages.text("list.do.asked.late");
      case NOT_DONE -> messages.text("list.do.asked.not_done");
      case BEFORE_DUE ->
          messages.text(
              "list.do.asked.underway", messages.language().date(FindingText.lastChance(finding)));
      case JUDGEMENT -> messages.text("list.do.judgement");
      case ON_DEADLINE_DAY -> messages.text("list.do.on_day");
      case FIGURE_INVALID -> invalid(finding);
      default -> messages.text("list.do.asked");
    };
  }

  /** What was given up to a day that has passed asks for nothing more once it is done. */
  private String waived(Finding finding) {
    Finding.Waiver waiver = finding.waiver();
    if (waiver == null || !waiver.until().isBefore(asOf)) {
      return messages.text("list.do.waived");
    }
    return messages.text("list.do.waived.over");
  }

  /** Whether a finding tells whether one member counts for a share of units. */
  static boolean isMemberOfShare(Finding finding) {
    return finding.target().criterion() instanceof Criterion.ShareOfUnits
        && finding.basis() == Finding.Basis.OWN;
  }

  private static boolean isReport(Finding finding) {
    return finding.target().criterion() instanceof Criterion.Deadline deadline
        && deadline.isReport();
  }

  private static boolean isQuarterly(Finding finding) {
    return finding.target().criterion() instanceof Criterion.MonthlyCount count
        && count.quarterly();
  }

  /** Nobody answers for what only adds to the area's figures, or what a person has to judge. */
  private String above(Finding finding) {
    if (finding.flags().contains(Flag.CONTRIBUTION)) {
      return messages.text("list.do.contribution.above");
    }
    return messages.text(
        finding.result() == Result.NEEDS_REVIEW ? "list.do.review.plain" : "list.do.above");
  }

  /** The period is over: what lacked cannot be made up by a later figure. */
  private String below(Finding finding) {
    String key = finding.result() == Result.NEEDS_REVIEW ? "list.do.review" : "list.do.below";
    if (finding.flags().contains(Flag.CONTRIBUTION)) {
      key = "list.do.contribution";
    }
    String needed = text.toldNeeded(finding);
    return needed.isEmpty() ? messages.text(key + ".plain") : messages.text(key, needed);
  }

  private String missing(Finding finding) {
    if (finding.basis() == Finding.Basis.MEMBERS) {
      String units = text.unitsUnknown(finding);
      return units.isEmpty()
          ? messages.text("list.do.send.members.plain")
          : messages.text("list.do.send.members", units);
    }
    String absent = text.absent(finding);
    boolean duty = finding.target().criterion() instanceof Criterion.Duty;
    if (absent.isEmpty() || (duty && finding.reason() != Reason.CONDITION_UNKNOWN)) {
      return messages.text("list.do.tell");
    }
    String key =
        finding.reason() == Reason.BASELINE_MISSING ? "list.do.send.baseline" : "list.do.send";
    return messages.text(key, absent);
  }

  private String invalid(Finding finding) {
    if (finding.basis() == Finding.Basis.MEMBERS) {
      String units = text.unitsUnsound(finding);
      return units.isEmpty()
          ? messages.text("list.do.mend.plain")
          : messages.text("list.do.mend.members", units);
    }
    String figures = text.invalid(finding);
    return figures.isEmpty()
        ? messages.text("list.do.mend.plain")
        : messages.text("list.do.mend", figures);
  }

  private String underway(Finding finding) {
    String needed = text.toldNeeded(finding);
    String before = messages.language().date(FindingText.lastChance(finding));
    if (!needed.isEmpty() && !isMemberOfShare(finding)) {
      String key = finding.isAbove() ? "list.do.underway.less" : "list.do.underway.more";
      return messages.text(key, needed, before);
    } else if (finding.target().criterion() instanceof Criterion.Deadline) {
      return messages.text(
          isReport(finding) ? "list.do.underway.report" : "list.do.underway.day", before);
    } else if (finding.shortfall() != null && finding.shortfall() > 0) {
      return messages.text("list.do.underway.duty", before);
    }
    return messages.text("list.do.underway.figures", before);
  }
}

package vn.doichieu.wording;

import java.util.List;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target;

/** The sentences of changes and reductions against a baseline, and of plain counts. */
final class DifferenceSentences {

  private final Messages messages;
  private final Language language;
  private final Wording wording;
  private final FigureText figures;

  DifferenceSentences(Messages messages, Wording wording, FigureText figures) {
    this.messages = messages;
    this.language = messages.language();
    this.wording = wording;
    this.figures = figures;
  }

  String change(Finding finding, Criterion.Change change) {
    Long now = finding.numerator();
    Long base = finding.denominator();
    if (now == null || base == null) {
      return unknown(finding, wording.label(change.item()), change.baseline());
    }
    String low = language.percent(change.low());
    String high = language.percent(change.high());
    String text = changeNow(finding, change, now, base);
    return change.capped() && change.exceeded(now, base)
        ? messages.text("change.above", text, high)
        : compared(finding, "change", text, low, high);
  }

  private String changeNow(Finding finding, Criterion.Change change, long now, long base) {
    Target target = finding.target();
    String rate = language.rate(Math.abs(now - base), base, List.of(change.low(), change.high()));
    String how =
        now == base
            ? messages.text("change.same")
            : messages.text(now > base ? "change.up" : "change.down", rate);
    String thisPeriod = language.period(finding.period());
    String thatPeriod = language.period(change.baseline());
    return wording.hasOwnWords(target)
        ? messages.text(
            "change.now",
            target.wording().action(),
            language.number(now),
            target.wording().counted(),
            thisPeriod,
            language.number(base),
            thatPeriod,
            how)
        : messages.text(
            "change.now.plain",
            language.number(now),
            thisPeriod,
            language.number(base),
            thatPeriod,
            how);
  }

  String reduction(Finding finding, Criterion.Reduction reduction) {
    Long now = finding.numerator();
    Long base = finding.denominator();
    if (now == null || base == null) {
      return unknown(finding, wording.label(reduction.item()), reduction.baseline());
    }
    String text =
        messages.text(
            "reduction.now",
            language.number(now),
            language.period(finding.period()),
            language.number(base),
            language.period(reduction.baseline()),
            messages.text(
                now > base ? "change.up" : "change.down", language.number(Math.abs(base - now))));
    if (now == 0 && base < reduction.low()) {
      return messages.text("reduction.nothing_left", text);
    }
    String high = language.number(reduction.high());
    if (reduction.capped() && now > 0 && reduction.exceeded(now, base)) {
      return messages.text("reduction.above", text, high);
    }
    return compared(finding, "reduction", text, language.number(reduction.low()), high);
  }

  String count(Finding finding, Criterion.Count count) {
    Long now = finding.numerator();
    if (now == null) {
      return missing(finding);
    }
    String text =
        messages.text("count.now", language.number(now), language.period(finding.period()));
    return compared(finding, "count", text, language.number(count.atLeast()), "");
  }

  private String compared(Finding finding, String kind, String text, String low, String high) {
    Long shortfall = finding.shortfall();
    if (finding.flags().contains(Flag.EXCEEDED)) {
      return messages.text(kind + ".exceeded", text, low, high);
    } else if (finding.result() == Result.MET) {
      return messages.text(kind + ".met", text, low, high);
    }
    String more = shortfall == null ? "?" : language.number(shortfall) + counted(finding);
    return finding.result() == Result.IN_PROGRESS
        ? messages.text(
            kind + ".in_progress", text, more, low, language.date(finding.target().closesOn()))
        : messages.text(kind + ".not_met", text, low, more);
  }

  private String counted(Finding finding) {
    return wording.hasOwnWords(finding.target()) ? " " + finding.target().wording().counted() : "";
  }

  private String unknown(Finding finding, String label, ReportingPeriod baseline) {
    if (finding.reason() == Reason.BASELINE_ZERO) {
      return messages.text("baseline.zero", "“" + label + "”", language.period(baseline));
    } else if (finding.reason() == Reason.BASELINE_MISSING) {
      return messages.text("baseline.missing", language.period(baseline), "“" + label + "”");
    }
    return missing(finding);
  }

  private String missing(Finding finding) {
    return finding.result() == Result.IN_PROGRESS
        ? messages.text(
            "figure.missing.in_progress",
            figures.absent(finding),
            language.date(finding.target().closesOn()))
        : messages.text("figure.missing", figures.absent(finding));
  }
}

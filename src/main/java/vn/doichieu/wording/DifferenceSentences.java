package vn.doichieu.wording;

import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Range;
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
    String high = change.high() == null ? "" : language.percent(change.high());
    String text = changeNow(finding, change, now, base);
    if (change.capped() && change.exceeded(now, base)) {
      return messages.text("change.above", text, high);
    }
    boolean oneSided = change.high() == null || change.low().numerator() < 0;
    return oneSided && finding.result() == Result.MET
        ? messages.text("count.met", text, wording.required(finding.target()))
        : compared(finding, "change", text, low, high);
  }

  private String changeNow(Finding finding, Criterion.Change change, long now, long base) {
    Target target = finding.target();
    String rate = language.rate(Math.abs(now - base), base, Wording.limits(change));
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
            now(now, change.years()),
            target.wording().counted(),
            thisPeriod,
            base(base, change.years()),
            thatPeriod,
            how)
        : messages.text(
            "change.now.plain",
            now(now, change.years()),
            thisPeriod,
            base(base, change.years()),
            thatPeriod,
            how);
  }

  /** The figure itself: with an average as baseline, what is compared is a multiple of it. */
  private String now(long now, int years) {
    return language.number(now / years);
  }

  private String base(long base, int years) {
    return years == 1
        ? language.number(base)
        : messages.text("baseline.average", wording.average(base, years));
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
            now(now, reduction.years()),
            language.period(finding.period()),
            base(base, reduction.years()),
            language.period(reduction.baseline()),
            messages.text(
                now > base ? "change.up" : "change.down", difference(reduction, now, base)));
    Range range = reduction.range();
    if (now == 0 && range.isBelow(base, range.absolute() ? reduction.years() : base)) {
      return messages.text("reduction.nothing_left", text);
    }
    String high = wording.limit(range.ceiling(), range);
    if (range.capped() && now > 0 && reduction.exceeded(now, base)) {
      return messages.text("reduction.above", text, high);
    }
    return range.ceiling() == null && finding.result() == Result.MET
        ? messages.text("count.met", text, wording.required(finding.target()))
        : compared(finding, "reduction", text, wording.limit(range.floor(), range), high);
  }

  /** By how much it went up or down: in per cent where that is asked. */
  private String difference(Criterion.Reduction reduction, long now, long base) {
    long by = Math.abs(base - now);
    return reduction.range().absolute()
        ? wording.average(by, reduction.years())
        : wording.rate(by, base, reduction.range());
  }

  String count(Finding finding, Criterion.Count count) {
    Long now = finding.numerator();
    if (now == null) {
      return missing(finding);
    }
    String text =
        messages.text("count.now", language.number(now), language.period(finding.period()));
    Range range = count.range();
    if (finding.result() == Result.MET) {
      String key = finding.flags().contains(Flag.EXCEEDED) ? "ratio.exceeded" : "count.met";
      return despite(finding, messages.text(key, text, wording.required(range)));
    }
    if (finding.shortfall() != null && range.capped() && range.isAbove(now, 1)) {
      return wording.above(text, range, language.number(finding.shortfall()));
    }
    if (finding.shortfall() == null) {
      return missing(finding);
    }
    return compared(finding, "count", text, wording.limit(range.floor(), range), "");
  }

  private String despite(Finding finding, String message) {
    return finding.flags().contains(Flag.DECIDED_DESPITE_MISSING)
        ? message + " " + messages.text("decided.met", figures.unitsUnknown(finding))
        : message;
  }

  String score(Finding finding, Criterion.Score score) {
    Long points = finding.numerator();
    Long most = finding.denominator();
    if (points == null || most == null || finding.shortfall() == null) {
      return missing(finding);
    }
    String band = score.band(points).map(name -> messages.text("score.band", name)).orElse("");
    String text = messages.text("score.now", language.number(points), language.number(most), band);
    String low =
        finding.result() == Result.MET
            ? wording.required(score.range())
            : wording.limit(score.range().floor(), score.range());
    String message = compared(finding, "score", text, low, "");
    return finding.flags().contains(Flag.DECIDED_DESPITE_MISSING)
        ? message + " " + messages.text("score.despite", figures.absent(finding))
        : message;
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
    if (finding.basis() == Finding.Basis.MEMBERS) {
      String suffix = finding.result() == Result.IN_PROGRESS ? ".in_progress" : "";
      return messages.text(
          "figure.missing.members" + suffix,
          figures.unitsUnknown(finding),
          language.date(finding.target().closesOn()));
    }
    return finding.result() == Result.IN_PROGRESS
        ? messages.text(
            "figure.missing.in_progress",
            figures.absent(finding),
            language.date(finding.target().closesOn()))
        : messages.text("figure.missing", figures.absent(finding));
  }
}

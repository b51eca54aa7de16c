package vn.doichieu.wording;

import java.math.BigInteger;
import java.util.List;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target;

/** The sentences of ratios and of shares of units. */
final class RatioSentences {

  private final Messages messages;
  private final Language language;
  private final Wording wording;
  private final FigureText figures;

  RatioSentences(Messages messages, Wording wording, FigureText figures) {
    this.messages = messages;
    this.language = messages.language();
    this.wording = wording;
    this.figures = figures;
  }

  String ratio(Finding finding, Criterion.Ratio ratio) {
    Target target = finding.target();
    if (finding.reason() == Reason.NO_DENOMINATOR) {
      return messages.text("no_denominator", whole(ratio));
    }
    String more =
        wording.hasOwnWords(target)
            ? messages.text(
                "ratio.more",
                target.wording().action(),
                shortfall(finding),
                target.wording().counted())
            : messages.text("ratio.more.plain", shortfall(finding));
    return compared(finding, ratio.range(), achieved(finding, ratio.range()), more);
  }

  /** The whole in words: "“received” less “pending”". */
  private String whole(Criterion.Ratio ratio) {
    StringBuilder words = new StringBuilder();
    for (Criterion.Term term : ratio.denominator().terms()) {
      String part =
          term.item()
              .map(item -> "“" + wording.label(item) + "”")
              .orElse(language.number(term.number()));
      String joint = messages.text(term.sign() < 0 ? "sum.minus" : "sum.plus");
      words.append(words.isEmpty() ? "" : " " + joint + " ").append(part);
    }
    return words.toString();
  }

  private String achieved(Finding finding, Range range) {
    Long n = finding.numerator();
    Long d = finding.denominator();
    if (n == null || d == null || d <= 0 || n < 0) {
      return "";
    }
    Target target = finding.target();
    String rate = wording.rate(n, d, range);
    return wording.hasOwnWords(target)
        ? messages.text(
            "ratio.achieved",
            target.wording().action(),
            language.number(n),
            language.number(d),
            target.wording().counted(),
            rate)
        : messages.text("ratio.achieved.plain", language.number(n), language.number(d), rate);
  }

  /** The area's line of a share of units. */
  String share(Finding finding, Criterion.ShareOfUnits share) {
    Long n = finding.numerator();
    Long d = finding.denominator();
    if (finding.reason() == Reason.NO_DENOMINATOR || n == null || d == null) {
      return messages.text("no_denominator.units");
    }
    Target target = finding.target();
    String rate = wording.rate(n, d, share.range());
    String achieved =
        wording.hasOwnWords(target)
            ? messages.text(
                "share.achieved",
                language.number(n),
                language.number(d),
                target.wording().counted(),
                target.wording().action(),
                rate)
            : messages.text("share.achieved.plain", language.number(n), language.number(d), rate);
    String more = messages.text("share.more", shortfall(finding), wording.counted(target));
    String message = compared(finding, share.range(), achieved, more);
    String failing = figures.unitsFailing(finding);
    boolean missed = finding.shortfall() != null && finding.shortfall() > 0;
    if (missed && !failing.isEmpty()) {
      message += " " + messages.text("share.failing", failing);
    }
    return finding.flags().contains(Flag.MEMBER_WAIVED)
        ? message + " " + messages.text("share.waived")
        : message;
  }

  private String compared(Finding finding, Range range, String achieved, String more) {
    String message;
    boolean missed = finding.shortfall() != null && finding.shortfall() > 0;
    if (finding.result() == Result.MET) {
      message =
          messages.text(
              finding.flags().contains(Flag.EXCEEDED) ? "ratio.exceeded" : "ratio.met",
              achieved,
              wording.required(range));
    } else if (missed && finding.isAbove()) {
      message = wording.above(achieved, range, shortfall(finding));
    } else if (missed && finding.result() == Result.IN_PROGRESS) {
      String closes = language.date(finding.target().closesOn());
      message = messages.text("ratio.in_progress", achieved, more, wording.required(range), closes);
    } else if (missed) {
      Bound floor = range.floor();
      String key = floor != null && floor.strict() ? "ratio.not_met.strict" : "ratio.not_met";
      message = messages.text(key, achieved, wording.limit(floor, range), more);
    } else {
      return unknown(finding, achieved);
    }
    return finding.flags().contains(Flag.DECIDED_DESPITE_MISSING)
        ? message
            + " "
            + messages.text(
                finding.result() == Result.MET ? "decided.met" : "decided.not_met",
                figures.unitsUnknown(finding))
        : message;
  }

  private String unknown(Finding finding, String achieved) {
    String suffix = finding.result() == Result.IN_PROGRESS ? ".in_progress" : "";
    String closes = language.date(finding.target().closesOn());
    if (finding.basis() == Basis.OWN) {
      return messages.text("figure.missing" + suffix, figures.absent(finding), closes);
    }
    String units = figures.unitsUnknown(finding);
    return finding.reason() == Reason.UNDETERMINED && !achieved.isEmpty()
        ? messages.text("undetermined", achieved, units)
        : messages.text("figure.missing.members" + suffix, units, closes);
  }

  /** Figures that are each valid and cannot be right together, or whose sum no body has. */
  String impossible(Finding finding) {
    List<Figure> given = figures.all(finding);
    Criterion.Ratio ratio = (Criterion.Ratio) finding.target().criterion();
    BigInteger part = sum(given, ratio.numerator());
    BigInteger whole = sum(given, ratio.denominator());
    if (whole.signum() < 0) {
      return messages.text("figure.negative", values(given, ratio.denominator()));
    } else if (part.compareTo(whole) <= 0) {
      return messages.text("figure.too_large");
    }
    return messages.text(
        "figure.impossible", values(given, ratio.numerator()), values(given, ratio.denominator()));
  }

  private static BigInteger sum(List<Figure> given, Criterion.Expression expression) {
    BigInteger sum = BigInteger.ZERO;
    for (Criterion.Term term : expression.terms()) {
      long value =
          term.item()
              .map(item -> given.stream().filter(f -> f.item().equals(item)).toList())
              .map(found -> found.isEmpty() ? 0 : found.get(0).value())
              .orElse(term.number());
      sum = sum.add(BigInteger.valueOf(value).multiply(BigInteger.valueOf(term.sign())));
    }
    return sum;
  }

  private String values(List<Figure> given, Criterion.Expression expression) {
    if (expression.items().isEmpty()) { // The plan itself gives the number.
      return language.number(
          expression.terms().stream().mapToLong(term -> term.sign() * term.number()).sum());
    }
    return String.join(
        ", ",
        given.stream()
            .filter(f -> f.state() == Figure.State.VALID && expression.items().contains(f.item()))
            .map(f -> "“" + wording.label(f.item()) + "” = " + figures.value(f))
            .toList());
  }

  private String shortfall(Finding finding) {
    Long shortfall = finding.shortfall();
    return shortfall == null ? "?" : language.number(shortfall);
  }
}

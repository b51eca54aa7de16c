package vn.doichieu.narration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.explanation.Step;
import vn.doichieu.explanation.Step.Products;

/** Changes and reductions against a baseline, in words. */
final class DifferenceText {

  private final Words words;

  DifferenceText(Words words) {
    this.words = words;
  }

  List<String> changed(Step.Changed changed, Criterion.Change change) {
    List<String> lines = new ArrayList<>();
    List<Bound> bounds = new ArrayList<>();
    Products low = changed.low();
    Products high = changed.high();
    if (low != null) {
      bounds.add(change.low());
      lines.add(
          words.text(
              low.sign() >= 0 ? "explain.step.low.met" : "explain.step.low.not_met",
              words.products(low),
              words.percent(change.low())));
    }
    Bound most = change.high();
    if (high != null && most != null) {
      bounds.add(most);
      lines.add(
          words.text(
              high.sign() > 0
                  ? change.capped() ? "explain.step.high.ceiling" : "explain.step.high.exceeded"
                  : "explain.step.high.within",
              words.products(high),
              words.percent(most)));
    }
    BigInteger by = changed.now().subtract(changed.base());
    lines.add(
        words.text(
            "explain.step.change.rate",
            Words.joined(
                "("
                    + difference(changed.now(), changed.base())
                    + ")/"
                    + words.number(changed.base())
                    + " = "
                    + words.number(by)
                    + "/"
                    + words.number(changed.base())),
            words.rate(by, changed.base(), bounds)));
    return lines;
  }

  private String difference(BigInteger from, BigInteger less) {
    return words.number(from) + " - " + words.number(less);
  }

  /** What now is compared with, where the baseline is the average of years. */
  String averaged(Step.Averaged averaged) {
    List<String> parts = new ArrayList<>();
    averaged.baseline().forEach(figure -> parts.add(words.number(figure.value())));
    String sum = String.join(" + ", parts) + " = " + words.number(averaged.sum());
    String times =
        words.number(averaged.now())
            + " × "
            + parts.size()
            + " = "
            + words.number(averaged.times());
    return words.text(
        "explain.step.averaged", parts.size(), Words.joined(sum), Words.joined(times));
  }

  /** What was taken away; nothing left is enough. */
  List<String> lowered(Step.Lowered lowered) {
    String difference =
        Words.joined(
            difference(lowered.base(), lowered.now()) + " = " + words.number(lowered.by()));
    List<String> lines = new ArrayList<>(List.of(words.text("explain.step.reduced", difference)));
    if (lowered.now().signum() == 0) {
      lines.add(words.text("explain.step.nothing_left"));
    }
    return lines;
  }

  List<String> reduced(Step.Reduced reduced, boolean capped) {
    List<String> lines = new ArrayList<>();
    String difference =
        Words.joined(
            difference(reduced.base(), reduced.now()) + " = " + words.number(reduced.by()));
    lines.add(words.text("explain.step.reduced", difference));
    if (reduced.now().signum() == 0) {
      lines.add(words.text("explain.step.nothing_left"));
      if (reduced.by().compareTo(reduced.high()) <= 0) {
        return lines;
      }
    }
    String key =
        reduced.by().compareTo(reduced.low()) < 0
            ? "explain.step.reduced.not_met"
            : reduced.by().compareTo(reduced.high()) <= 0
                ? "explain.step.reduced.met"
                : capped ? "explain.step.reduced.ceiling" : "explain.step.reduced.exceeded";
    lines.add(
        words.text(
            key,
            words.number(reduced.by()),
            words.number(reduced.low()),
            words.number(reduced.high())));
    return lines;
  }
}

package vn.doichieu.narration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.doichieu.domain.Criterion;
import vn.doichieu.explanation.Step;

/** Changes and reductions against a baseline, in words. */
final class DifferenceText {

  private final Words words;

  DifferenceText(Words words) {
    this.words = words;
  }

  List<String> changed(Step.Changed changed, Criterion.Change change) {
    boolean enough = changed.low().sign() >= 0;
    boolean above = changed.high().sign() > 0;
    BigInteger by = changed.now().subtract(changed.base());
    return List.of(
        words.text(
            enough ? "explain.step.low.met" : "explain.step.low.not_met",
            words.products(changed.low()),
            words.percent(change.low())),
        words.text(
            above
                ? change.capped() ? "explain.step.high.ceiling" : "explain.step.high.exceeded"
                : "explain.step.high.within",
            words.products(changed.high()),
            words.percent(Objects.requireNonNull(change.high()))),
        words.text(
            "explain.step.change.rate",
            Words.joined(
                "("
                    + words.number(changed.now())
                    + " - "
                    + words.number(changed.base())
                    + ")/"
                    + words.number(changed.base())
                    + " = "
                    + words.number(by)
                    + "/"
                    + words.number(changed.base())),
            words.rate(
                by, changed.base(), List.of(change.low(), Objects.requireNonNull(change.high())))));
  }

  List<String> reduced(Step.Reduced reduced, boolean capped) {
    List<String> lines = new ArrayList<>();
    String difference =
        Words.joined(
            words.number(reduced.base())
                + " - "
                + words.number(reduced.now())
                + " = "
                + words.number(reduced.by()));
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

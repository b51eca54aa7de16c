package vn.doichieu.narration;

import java.util.ArrayList;
import java.util.List;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Target;
import vn.doichieu.explanation.AreaStep;
import vn.doichieu.explanation.Step;
import vn.doichieu.explanation.Step.Addend;
import vn.doichieu.explanation.Step.Side;
import vn.doichieu.wording.Sentences;

/** The steps of a calculation in words: the first line of a step says what it does. */
final class StepText {

  private static final int INDENT = 3;
  private static final int HANG = 2;

  private final Words words;
  private final Finding finding;
  private final TimeText times;
  private final AreaStepText area;
  private final DifferenceText differences;
  private final TestedText conditions;
  private final RangeSteps ranges;

  StepText(Words words, Sentences sentences, Finding finding) {
    this.words = words;
    this.finding = finding;
    times = new TimeText(words);
    area = new AreaStepText(words, sentences, finding.unit().name());
    differences = new DifferenceText(words);
    conditions = new TestedText(words);
    Target target = finding.target();
    ranges = new RangeSteps(words, target.criterion(), words.required(target));
  }

  /** Writes steps, numbered from 1. */
  void write(Page page, List<Step> steps) {
    int number = 1;
    for (Step step : steps) {
      List<String> lines = lines(step);
      page.paragraph(INDENT, HANG, words.text("explain.step", number, lines.get(0)));
      lines.subList(1, lines.size()).forEach(line -> page.paragraph(INDENT + HANG, HANG, line));
      number++;
    }
  }

  /** The lines of a step. */
  List<String> lines(Step step) {
    Criterion criterion = finding.target().criterion();
    if (step instanceof Step.Months months) {
      return times.months(months);
    } else if (step instanceof Step.Dates dates) {
      return times.dates(dates);
    } else if (step instanceof Step.Compared compared) {
      return ranges.compared(compared);
    } else if (step instanceof Step.Held held) {
      return ranges.held(held);
    } else if (step instanceof Step.Changed changed) {
      return differences.changed(changed, (Criterion.Change) criterion);
    } else if (step instanceof Step.Reduced reduced) {
      boolean capped = criterion instanceof Criterion.Reduction r && r.range().capped();
      return differences.reduced(reduced, capped);
    } else if (step instanceof Step.Lowered lowered) {
      return differences.lowered(lowered);
    } else if (step instanceof AreaStep.Totals totals) {
      return area.totals(totals);
    } else if (step instanceof Step.Clauses clauses) {
      return clauses.parts().stream()
          .flatMap(part -> conditions.lines("explain.clause.", part).stream())
          .toList();
    } else if (step instanceof Step.Condition condition) {
      return conditions.lines("explain.condition.", condition.tested());
    } else if (step instanceof Step.Done done) {
      return conditions.lines("explain.done.", done.tested());
    } else if (step instanceof Step.Points points) {
      return conditions.points(points);
    } else if (step instanceof Step.ByDrl drl) {
      return drl(drl);
    }
    return List.of(step instanceof AreaStep ofArea ? line(ofArea) : line(step));
  }

  private String line(AreaStep step) {
    if (step instanceof AreaStep.Chosen chosen) {
      return area.chosen(chosen);
    } else if (step instanceof AreaStep.Pooled pooled) {
      return area.pooled(pooled, finding.target().criterion() instanceof Criterion.Count);
    } else if (step instanceof AreaStep.BothWays both) {
      return area.bothWays(both);
    }
    return area.counted((AreaStep.Counted) step);
  }

  /** What the rule said, that nothing was worked out again, and the rule. */
  private List<String> drl(Step.ByDrl drl) {
    List<String> lines = new ArrayList<>();
    lines.add(
        words.text(
            switch (drl.said()) {
              case HOLDS -> "explain.step.drl.holds";
              case FAILS -> "explain.step.drl.fails";
              case NOT_ASKED -> "explain.step.drl.not_asked";
            }));
    if (drl.said() != Step.ByDrl.Said.NOT_ASKED) {
      lines.add(words.text("explain.step.drl.taken"));
    }
    if (!drl.rule().isEmpty()) {
      lines.add(words.text("explain.step.drl.rule", drl.file(), drl.row()));
      drl.rule().lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
    }
    return lines;
  }

  private String line(Step step) {
    if (step instanceof Step.Sum sum) {
      return sum(sum);
    } else if (step instanceof Step.Impossible impossible) {
      return words.text(
          impossible.d().signum() < 0
              ? "explain.step.negative"
              : impossible.n().signum() < 0 ? "explain.step.below_zero" : "explain.step.impossible",
          words.number(impossible.n()),
          words.number(impossible.d()));
    } else if (step instanceof Step.NowAndBase given) {
      return words.text(
          "explain.step.now_and_base",
          words.period(given.period()),
          quantity(given.now()),
          words.period(given.baseline()),
          quantity(given.base()));
    } else if (step instanceof Step.Averaged averaged) {
      return differences.averaged(averaged);
    } else if (step instanceof Step.OneFigure figure) {
      return words.text("explain.step.one", counted(), quantity(figure.quantity()));
    } else if (step instanceof Step.Scored scored) {
      return scored(scored);
    }
    return words.text(
        step instanceof Step.NothingArose
            ? finding.target().criterion() instanceof Criterion.Ratio
                ? "explain.step.nothing"
                : "explain.step.nothing.units"
            : "explain.step.person");
  }

  /** What a number is of. */
  private String counted() {
    return finding.target().criterion() instanceof Criterion.Count count
        ? words.formula(count.sum())
        : "n";
  }

  private String scored(Step.Scored scored) {
    String points =
        scored.least().equals(scored.most())
            ? words.text("explain.step.scored", words.number(scored.least()))
            : words.text(
                "explain.step.scored.between",
                words.number(scored.least()),
                words.number(scored.most()));
    return scored.band().isEmpty()
        ? points
        : points + " " + words.text("explain.step.scored.band", scored.band());
  }

  private String quantity(Step.Quantity quantity) {
    return switch (quantity.state()) {
      case VALID -> words.number(quantity.value());
      case ABSENT -> words.text("explain.value.absent");
      case INVALID -> words.text("explain.value.invalid");
    };
  }

  /** "Tử số: n = a - b = 80 - 2 = 78." */
  private String sum(Step.Sum sum) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        words.text(
            switch (sum.side()) {
              case PART -> "explain.step.part";
              case WHOLE -> "explain.step.whole";
              case NUMBER -> "explain.step.number";
            },
            formula(sum)));
    for (Addend addend : sum.addends()) {
      Figure figure = addend.figure();
      if (addend.countsAsZero() && figure != null) {
        sentences.add(words.text("explain.step.zero", words.symbol(figure)));
      }
    }
    if (sum.tooLarge()) {
      sentences.add(words.text("explain.step.too_large"));
    } else if (!sum.total().known()) {
      sentences.add(
          words.text(
              sum.total().invalid() ? "explain.step.unusable" : "explain.step.unknown", name(sum)));
    }
    return String.join(" ", sentences);
  }

  private static String name(Step.Sum sum) {
    return sum.side() == Side.WHOLE ? "d" : "n";
  }

  /** The side in letters, in numbers, and what they come to; each only where it says more. */
  private String formula(Step.Sum sum) {
    StringBuilder letters = new StringBuilder();
    StringBuilder numbers = new StringBuilder();
    for (Addend addend : sum.addends()) {
      Figure figure = addend.figure();
      String sign = Words.sign(addend.sign(), letters.isEmpty());
      letters
          .append(sign)
          .append(figure == null ? words.number(addend.number()) : words.symbol(figure));
      numbers.append(sign).append(number(addend));
    }
    List<String> sides = new ArrayList<>(List.of(name(sum), letters.toString()));
    sides.add(numbers.toString());
    if (sum.total().known()) {
      sides.add(words.number(sum.total().value()));
    }
    return String.join(Words.joined(" = "), sides.stream().distinct().toList());
  }

  private String number(Addend addend) {
    Figure figure = addend.figure();
    boolean known = figure == null || figure.state() == Figure.State.VALID || addend.countsAsZero();
    return known ? words.number(addend.number()) : "?";
  }
}

package vn.doichieu.narration;

import java.util.ArrayList;
import java.util.List;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.explanation.Step;
import vn.doichieu.explanation.Step.Addend;
import vn.doichieu.explanation.Step.ClauseRead;
import vn.doichieu.explanation.Step.Side;
import vn.doichieu.wording.Sentences;

/** The steps of a calculation in words: the first line of a step says what it does. */
final class StepText {

  private final Words words;
  private final Sentences sentences;
  private final Finding finding;
  private final TimeText times;
  private final AreaStepText area;

  StepText(Words words, Sentences sentences, Finding finding) {
    this.words = words;
    this.sentences = sentences;
    this.finding = finding;
    times = new TimeText(words);
    area = new AreaStepText(words, sentences, finding.unit().name());
  }

  /** The lines of a step. */
  List<String> lines(Step step) {
    if (step instanceof Step.Months months) {
      return times.months(months);
    } else if (step instanceof Step.Dates dates) {
      return times.dates(dates);
    } else if (step instanceof Step.Compared compared) {
      return compared(compared);
    } else if (step instanceof Step.Changed changed) {
      return new DifferenceText(words)
          .changed(changed, (Criterion.Change) finding.target().criterion());
    } else if (step instanceof Step.Reduced reduced) {
      return new DifferenceText(words)
          .reduced(
              reduced, finding.target().criterion() instanceof Criterion.Reduction r && r.capped());
    } else if (step instanceof Step.Totals totals) {
      return area.totals(totals);
    } else if (step instanceof Step.Clauses clauses) {
      return clauses.read().stream().map(read -> clause("explain.clause.", read)).toList();
    } else if (step instanceof Step.ByDrl drl) {
      return drl(drl);
    }
    return List.of(line(step));
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
    if (step instanceof Step.Condition condition) {
      return clause("explain.condition.", condition.read());
    } else if (step instanceof Step.Done done) {
      return clause("explain.done.", done.read());
    } else if (step instanceof Step.Sum sum) {
      return sum(sum);
    } else if (step instanceof Step.Impossible impossible) {
      return words.text(
          impossible.d().signum() < 0 ? "explain.step.negative" : "explain.step.impossible",
          words.number(impossible.n()),
          words.number(impossible.d()));
    } else if (step instanceof Step.Chosen chosen) {
      return area.chosen(chosen);
    } else if (step instanceof Step.Pooled pooled) {
      return area.pooled(pooled);
    } else if (step instanceof Step.BothWays both) {
      return area.bothWays(both);
    } else if (step instanceof Step.Counted counted) {
      return area.counted(counted);
    } else if (step instanceof Step.NowAndBase given) {
      return words.text(
          "explain.step.now_and_base",
          words.period(given.period()),
          quantity(given.now()),
          words.period(given.baseline()),
          quantity(given.base()));
    } else if (step instanceof Step.OneFigure figure) {
      return words.text(
          "explain.step.one",
          String.join(", ", words.items().stream().map(words::letter).toList()),
          quantity(figure.quantity()));
    } else if (step instanceof Step.AtLeast atLeast) {
      boolean met = atLeast.number().compareTo(atLeast.least()) >= 0;
      return words.text(
          met ? "explain.step.count.met" : "explain.step.count.not_met",
          words.number(atLeast.number()),
          words.number(atLeast.least()));
    }
    return words.text(
        step instanceof Step.NothingArose
            ? finding.target().criterion() instanceof Criterion.Ratio
                ? "explain.step.nothing"
                : "explain.step.nothing.units"
            : "explain.step.person");
  }

  private String clause(String key, ClauseRead read) {
    String letter = words.letter(read.figure().item());
    String asked = words.asked(read.clause());
    return switch (read.truth()) {
      case HOLDS -> words.text(key + "holds", letter, words.value(read.figure()), asked);
      case FAILS -> words.text(key + "fails", letter, words.value(read.figure()), asked);
      case UNKNOWN -> words.text(key + "unknown", letter, "", asked);
      case INVALID -> words.text(key + "invalid", letter, "", asked);
    };
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
            sum.side() == Side.PART ? "explain.step.part" : "explain.step.whole", formula(sum)));
    for (Addend addend : sum.addends()) {
      Figure figure = addend.figure();
      if (addend.countsAsZero() && figure != null) {
        sentences.add(words.text("explain.step.zero", words.letter(figure.item())));
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
    return sum.side() == Side.PART ? "n" : "d";
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
          .append(figure == null ? words.number(addend.number()) : words.letter(figure.item()));
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

  private List<String> compared(Step.Compared compared) {
    Bound bound = compared.bound();
    boolean units = finding.target().criterion() instanceof Criterion.ShareOfUnits;
    List<String> lines = new ArrayList<>();
    lines.add(
        words.text(
            switch (compared.of()) {
              case PLAIN -> "explain.step.compare";
              case WORST -> units ? "explain.step.worst.units" : "explain.step.worst";
              case BEST -> units ? "explain.step.best.units" : "explain.step.best";
            },
            Words.joined("n × " + words.number(bound.denominator())),
            Words.joined("d × " + words.number(bound.numerator())),
            Words.joined("n = " + words.number(compared.n()))));
    boolean equal = compared.products().sign() == 0;
    lines.add(
        words.text(
            compared.holds()
                ? "explain.step.compared.holds"
                : equal ? "explain.step.compared.equal" : "explain.step.compared.fails",
            words.products(compared.products()),
            sentences.required(finding.target())));
    if (compared.n().signum() >= 0) {
      lines.add(
          words.text(
              "explain.step.rate",
              Words.joined(words.number(compared.n()) + "/" + words.number(compared.d())),
              words.rate(compared.n(), compared.d(), List.of(bound))));
    }
    return lines;
  }
}

package vn.doichieu.narration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan.Item;
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

  StepText(Words words, Sentences sentences, Finding finding) {
    this.words = words;
    this.sentences = sentences;
    this.finding = finding;
    times = new TimeText(words);
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
      return changed(changed);
    } else if (step instanceof Step.Reduced reduced) {
      return reduced(reduced);
    } else if (step instanceof Step.Totals totals) {
      return totals(totals);
    } else if (step instanceof Step.Clauses clauses) {
      return clauses.read().stream().map(read -> clause("explain.clause.", read)).toList();
    }
    return List.of(line(step));
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
      return chosen(chosen);
    } else if (step instanceof Step.Pooled pooled) {
      return pooled(pooled);
    } else if (step instanceof Step.BothWays both) {
      return words.text(
          both.own() == both.members() ? "explain.step.both.same" : "explain.step.both.differ",
          finding.unit().name(),
          sentences.result(both.own()),
          sentences.result(both.members()));
    } else if (step instanceof Step.Counted counted) {
      return counted(counted);
    } else if (step instanceof Step.NowAndBase given) {
      return words.text(
          "explain.step.now_and_base",
          words.period(given.period()),
          quantity(given.now()),
          words.period(given.baseline()),
          quantity(given.base()));
    } else if (step instanceof Step.OneFigure figure) {
      return words.text("explain.step.one", quantity(figure.quantity()));
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

  /** "Tử số: n = a - b = 80 - 2 = 78". */
  private String sum(Step.Sum sum) {
    StringBuilder letters = new StringBuilder();
    StringBuilder numbers = new StringBuilder();
    List<String> zeros = new ArrayList<>();
    for (Addend addend : sum.addends()) {
      Figure figure = addend.figure();
      boolean first = letters.isEmpty();
      letters
          .append(Words.sign(addend.sign(), first))
          .append(figure == null ? words.number(addend.number()) : words.letter(figure.item()));
      numbers.append(Words.sign(addend.sign(), first)).append(number(addend));
      if (addend.countsAsZero() && figure != null) {
        zeros.add(words.text("explain.step.zero", words.letter(figure.item())));
      }
    }
    String name = sum.side() == Side.PART ? "n" : "d";
    String formula = Words.joined(name + " = ") + letters;
    boolean constant = letters.toString().contentEquals(numbers);
    String value =
        sum.total().known() ? Words.joined(" = ") + words.number(sum.total().value()) : "";
    boolean single = sum.addends().size() == 1;
    String middle = single && sum.total().known() ? "" : Words.joined(" = ") + numbers;
    String all = constant ? formula : formula + middle + value;
    String text =
        words.text(sum.side() == Side.PART ? "explain.step.part" : "explain.step.whole", all);
    String why =
        sum.tooLarge()
            ? words.text("explain.step.too_large")
            : sum.total().known()
                ? ""
                : words.text(
                    sum.total().invalid() ? "explain.step.unusable" : "explain.step.unknown", name);
    return String.join(
        " ",
        java.util.stream.Stream.of(
                List.of(text), zeros, why.isEmpty() ? List.<String>of() : List.of(why))
            .flatMap(List::stream)
            .toList());
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

  private String chosen(Step.Chosen chosen) {
    String area = finding.unit().name();
    return switch (chosen.source()) {
      case OWN -> words.text("explain.step.own", area, chosen.members());
      case OWN_FOR_LACK_OF_MEMBERS -> words.text("explain.step.own_only", area);
      case MEMBERS ->
          words.text("explain.step.members", area, letters(chosen.absent()), chosen.members());
    };
  }

  private String letters(List<Item> items) {
    return String.join(", ", items.stream().map(words::letter).toList());
  }

  private String pooled(Step.Pooled pooled) {
    StringBuilder text =
        new StringBuilder(
            words.text(
                "explain.step.pooled",
                pooled.members(),
                words.number(pooled.n()),
                words.number(pooled.d())));
    if (pooled.tooLarge()) {
      return text + " " + words.text("explain.step.too_large");
    }
    if (pooled.unknownParts() > 0) {
      text.append(' ')
          .append(
              words.text(
                  "explain.step.unknown_parts",
                  pooled.unknownParts(),
                  words.number(pooled.unknown())));
    }
    if (pooled.open() > 0) {
      text.append(' ').append(words.text("explain.step.open", pooled.open()));
    }
    return text.toString();
  }

  private List<String> totals(Step.Totals totals) {
    List<String> lines = new ArrayList<>(List.of(words.text("explain.step.totals")));
    for (Step.ItemTotal total : totals.items()) {
      int sign = total.members().compareTo(total.own());
      lines.add(
          words.text(
              sign > 0
                  ? "explain.step.total.above"
                  : sign < 0 ? "explain.step.total.below" : "explain.step.total.equal",
              words.letter(total.item()),
              words.number(total.own()),
              words.number(total.members()),
              total.membersWithout() == 0
                  ? ""
                  : " " + words.text("explain.step.total.without", total.membersWithout())));
    }
    lines.add(
        switch (totals.agreement()) {
          case AGREE -> words.text("explain.step.totals.agree");
          case ABOVE_MEMBERS -> words.text("explain.step.totals.above");
          case BELOW_MEMBERS -> words.text("explain.step.totals.below");
        });
    return lines;
  }

  private String counted(Step.Counted counted) {
    String left =
        counted.waived() + counted.notAsked() == 0
            ? ""
            : " "
                + words.text(
                    "explain.step.counted.left",
                    counted.waived() + counted.notAsked(),
                    counted.waived(),
                    counted.notAsked());
    String unknown =
        counted.unknown() == 0
            ? ""
            : words.text(
                "explain.step.counted.unknown",
                counted.unknown(),
                counted.missing(),
                counted.invalid());
    return words.text(
        "explain.step.counted",
        counted.members(),
        left,
        counted.counted(),
        counted.met(),
        counted.failed(),
        unknown);
  }

  private List<String> changed(Step.Changed changed) {
    Criterion.Change change = (Criterion.Change) finding.target().criterion();
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
            words.percent(change.high())),
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
            words.rate(by, changed.base(), List.of(change.low(), change.high()))));
  }

  private List<String> reduced(Step.Reduced reduced) {
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
      return lines;
    }
    boolean capped =
        finding.target().criterion() instanceof Criterion.Reduction reduction && reduction.capped();
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

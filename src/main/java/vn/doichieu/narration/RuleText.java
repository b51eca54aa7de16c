package vn.doichieu.narration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.ReportingUnit.Kind;
import vn.doichieu.domain.Target;
import vn.doichieu.wording.Sentences;

/** A row of {@code targets.csv} in words: one line for each thing that it says. */
final class RuleText {

  private final Words words;
  private final Sentences sentences;
  private final ReportingUnit area;

  RuleText(Words words, Sentences sentences, ReportingUnit area) {
    this.words = words;
    this.sentences = sentences;
    this.area = area;
  }

  /**
   * The lines of a rule.
   *
   * @param members the units below the area that get a line of the target
   */
  List<String> lines(Target target, List<ReportingUnit> members) {
    Criterion criterion = target.criterion();
    List<String> lines = new ArrayList<>();
    lines.add(words.text("explain.kind." + Words.kind(criterion)));
    if (!target.evaluated()) {
      return lines;
    }
    for (Item item : words.items()) {
      lines.add(
          words.text(
              item.optional() ? "explain.rule.item.optional" : "explain.rule.item",
              words.letter(item),
              words.labelWithin(item),
              item.code()));
    }
    formula(criterion, lines);
    if (!(criterion instanceof Criterion.Judgement
        || criterion instanceof Criterion.Drl
        || criterion instanceof Criterion.Duty)) {
      lines.add(words.text("explain.rule.required", sentences.required(target)));
    }
    inWholeNumbers(criterion, lines);
    lines.add(words.text("explain.rule.periods", periods(target)));
    ownDatesOrClosing(target, lines);
    Clause condition = target.condition();
    if (condition != null) {
      lines.add(words.text("explain.rule.condition", clause(condition)));
    }
    lines.add(words.text("explain.rule.answers", answers(target, members)));
    lines.add(words.text(binding(target, members)));
    if (target.reviewOnMiss()) {
      lines.add(words.text("explain.rule.on_miss"));
    }
    return lines;
  }

  private void formula(Criterion criterion, List<String> lines) {
    if (criterion instanceof Criterion.Ratio ratio) {
      lines.add(
          words.text(
              "explain.rule.ratio",
              words.formula(ratio.numerator()),
              words.formula(ratio.denominator())));
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      lines.add(words.text("explain.rule.share", clauses(share.clauses())));
    } else if (criterion instanceof Criterion.Change change) {
      lines.add(words.text("explain.rule.against", words.period(change.baseline())));
    } else if (criterion instanceof Criterion.Reduction reduction) {
      lines.add(words.text("explain.rule.against", words.period(reduction.baseline())));
    } else if (criterion instanceof Criterion.Drl) {
      lines.add(words.text("explain.rule.drl"));
    } else if (criterion instanceof Criterion.Duty duty) {
      lines.add(words.text("explain.rule.duty", clause(duty.done())));
    }
  }

  private String clauses(List<Clause> clauses) {
    return String.join(
        " " + words.text("explain.and") + " ", clauses.stream().map(this::clause).toList());
  }

  private String clause(Clause clause) {
    return Words.joined(words.letter(clause.item()) + " " + words.asked(clause));
  }

  /** How the comparison is made, in whole numbers. */
  private void inWholeNumbers(Criterion criterion, List<String> lines) {
    if (criterion instanceof Criterion.Ratio ratio) {
      lines.add(words.text("explain.rule.whole", whole(ratio.bound())));
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      lines.add(words.text("explain.rule.whole", whole(share.bound())));
    } else if (criterion instanceof Criterion.Change change) {
      lines.add(
          words.text(
              change.capped() ? "explain.rule.growth.capped" : "explain.rule.growth",
              words.number(change.low().denominator()),
              grown(change.low()),
              words.number(change.high().denominator()),
              grown(change.high())));
    } else if (criterion instanceof Criterion.Reduction reduction) {
      lines.add(words.text("explain.rule.nothing_left"));
      if (reduction.capped()) {
        lines.add(words.text("explain.rule.ceiling"));
      }
    }
  }

  private String whole(Bound bound) {
    return Words.joined(
        "n × "
            + words.number(bound.denominator())
            + (bound.strict() ? " > " : " ≥ ")
            + "d × "
            + words.number(bound.numerator()));
  }

  private String grown(Bound rate) {
    return words.number(
        BigInteger.valueOf(rate.denominator()).add(BigInteger.valueOf(rate.numerator())));
  }

  private String periods(Target target) {
    List<ReportingPeriod> periods = target.periods();
    return periods.size() == 1
        ? words.period(periods.get(0))
        : words.text(
            "explain.rule.periods.many",
            words.period(periods.get(0)),
            words.period(periods.get(periods.size() - 1)),
            periods.size());
  }

  private void ownDatesOrClosing(Target target, List<String> lines) {
    if (target.criterion() instanceof Criterion.MonthlyCount) {
      lines.add(words.text("explain.rule.months"));
    } else if (!(target.criterion() instanceof Criterion.Deadline)
        && !(target.criterion() instanceof Criterion.Judgement)) {
      lines.add(words.text("explain.rule.closes", words.date(target.closesOn())));
    }
  }

  private String answers(Target target, List<ReportingUnit> members) {
    List<String> parts = new ArrayList<>();
    if (target.scope().area()) {
      parts.add(area.name());
    }
    Map<Kind, Integer> kinds = new TreeMap<>();
    target.scope().members().forEach(kind -> kinds.put(kind, 0));
    List<String> agencies = new ArrayList<>();
    for (ReportingUnit unit : members) {
      if (unit.kind() == Kind.AGENCY) {
        agencies.add(unit.name());
      } else {
        kinds.merge(unit.kind(), 1, Integer::sum);
      }
    }
    kinds.forEach(
        (kind, count) ->
            parts.add(
                words.text(
                    "explain.rule.members", count, words.text("explain.units." + kind.code()))));
    parts.addAll(agencies);
    return String.join("; ", parts);
  }

  private static String binding(Target target, List<ReportingUnit> members) {
    if (!target.binding()) {
      return target.criterion() instanceof Criterion.Ratio
          ? "explain.rule.binding.other_reading"
          : "explain.rule.binding.none";
    } else if (target.scope().area() && !members.isEmpty() && !target.scope().membersBind()) {
      return "explain.rule.binding.area";
    }
    return "explain.rule.binding.all";
  }
}

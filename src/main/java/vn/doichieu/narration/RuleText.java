package vn.doichieu.narration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.ReportingUnit.Kind;
import vn.doichieu.domain.Target;

/** A row of {@code targets.csv} in words: one line for each thing that it says. */
final class RuleText {

  private final Words words;
  private final ReportingUnit area;

  RuleText(Words words, ReportingUnit area) {
    this.words = words;
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
    formula(target, lines);
    if (!(criterion instanceof Criterion.Judgement
        || criterion instanceof Criterion.Drl
        || criterion instanceof Criterion.Duty)) {
      lines.add(words.text("explain.rule.required", words.required(target)));
    }
    inWholeNumbers(criterion, lines);
    lines.add(words.text("explain.rule.periods", periods(target)));
    ownDatesOrClosing(target, lines);
    Condition condition = target.condition();
    if (condition != null) {
      lines.add(words.text("explain.rule.condition", words.condition(condition)));
    }
    lines.add(words.text("explain.rule.answers", answers(target, members)));
    lines.add(words.text(binding(target, members)));
    if (target.reviewOnMiss()) {
      lines.add(words.text("explain.rule.on_miss"));
    }
    return lines;
  }

  private void formula(Target target, List<String> lines) {
    Criterion criterion = target.criterion();
    if (criterion instanceof Criterion.Ratio ratio) {
      lines.add(
          words.text(
              "explain.rule.ratio",
              words.formula(ratio.numerator()),
              words.formula(ratio.denominator())));
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      lines.add(words.text("explain.rule.share", words.condition(share.condition())));
    } else if (criterion instanceof Criterion.Change change) {
      against(change.baseline(), lines);
    } else if (criterion instanceof Criterion.Reduction reduction) {
      against(reduction.baseline(), lines);
    } else if (criterion instanceof Criterion.Drl) {
      lines.add(words.text("explain.rule.drl"));
    } else if (criterion instanceof Criterion.Duty duty) {
      lines.add(words.text("explain.rule.duty", words.condition(duty.done())));
    } else if (criterion instanceof Criterion.Score score) {
      points(score, lines);
    } else if (criterion instanceof Criterion.Count count && count.sum().terms().size() > 1) {
      lines.add(words.text("explain.rule.count", words.formula(count.sum())));
    }
    if (words.dated()) {
      lines.add(words.text("explain.rule.pooled", words.periods(target.periods())));
    }
    if (target.scope().summed()) {
      lines.add(words.text("explain.rule.summed", area.name()));
    }
  }

  private void against(ReportingPeriod baseline, List<String> lines) {
    int years = baseline.parts().size();
    lines.add(
        years == 1
            ? words.text("explain.rule.against", words.period(baseline))
            : words.text("explain.rule.average", words.period(baseline), years));
  }

  private void points(Criterion.Score score, List<String> lines) {
    for (Criterion.Points part : score.points()) {
      lines.add(
          words.text(
              part.points() < 0 ? "explain.rule.points.off" : "explain.rule.points",
              words.number(Math.abs(part.points())),
              words.condition(part.condition())));
    }
    for (Criterion.Band band : score.bands()) {
      lines.add(words.text("explain.rule.band", words.number(band.from()), band.name()));
    }
  }

  /** How the comparison is made, in whole numbers. */
  private void inWholeNumbers(Criterion criterion, List<String> lines) {
    if (criterion instanceof Criterion.Ratio ratio) {
      lines.add(range(ratio.range(), "n", "d"));
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      lines.add(range(share.range(), "n", "d"));
    } else if (criterion instanceof Criterion.Change change) {
      lines.add(growth(change));
    } else if (criterion instanceof Criterion.Reduction reduction) {
      Range range = reduction.range();
      if (!range.absolute()) {
        lines.add(range(range, words.text("explain.of.by"), words.text("explain.of.base")));
      }
      lines.add(words.text("explain.rule.nothing_left"));
      if (range.capped()) {
        lines.add(words.text("explain.rule.ceiling"));
      }
    }
  }

  private String range(Range range, String n, String d) {
    Bound floor = range.floor();
    Bound ceiling = range.ceiling();
    String least = floor == null ? "" : side(range, floor, n, d, floor.strict() ? ">" : "≥");
    if (ceiling == null) {
      return words.text("explain.rule.whole", least);
    } else if (!range.capped()) {
      String more = side(range, ceiling, n, d, ">");
      return words.text("explain.rule.whole.exceeded", least, more);
    } else if (ceiling.equals(floor)) {
      return words.text("explain.rule.whole", side(range, ceiling, n, d, "="));
    }
    String most = side(range, ceiling, n, d, ceiling.strict() ? "<" : "≤");
    String both = least + " " + words.text("explain.and") + " " + most;
    return words.text("explain.rule.whole", floor == null ? most : both);
  }

  private String side(Range range, Bound bound, String n, String d, String sign) {
    String number = words.number(bound.numerator());
    return Words.joined(
        range.absolute()
            ? n + " " + sign + " " + number
            : n
                + " × "
                + words.number(bound.denominator())
                + " "
                + sign
                + " "
                + d
                + " × "
                + number);
  }

  private String growth(Criterion.Change change) {
    Bound low = change.low();
    Bound high = change.high();
    String least = words.number(low.denominator());
    if (high == null) {
      return words.text("explain.rule.growth.least", least, grown(low));
    }
    String most = words.number(high.denominator());
    if (low.numerator() == -low.denominator()) { // Any growth will do.
      return words.text("explain.rule.growth.most", most, grown(high));
    }
    String key = change.capped() ? "explain.rule.growth.capped" : "explain.rule.growth";
    return words.text(key, least, grown(low), most, grown(high));
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
    if (target.criterion() instanceof Criterion.MonthlyCount monthly) {
      lines.add(words.text(monthly.quarterly() ? "explain.rule.quarters" : "explain.rule.months"));
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
                        "explain.rule.members", count, words.text("explain.units." + kind.code()))
                    + groups(target)));
    parts.addAll(agencies);
    return String.join("; ", parts);
  }

  /** " (nhóm “mountain”)", where only units of a group are asked. */
  private String groups(Target target) {
    List<String> groups = target.scope().groups().stream().sorted().toList();
    return groups.isEmpty()
        ? ""
        : " "
            + words.text(
                "explain.rule.groups",
                String.join(", ", groups.stream().map(group -> "“" + group + "”").toList()));
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

package vn.doichieu.wording;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target;

/** The short words of a target and a finding: title, requirement, what was achieved, what lacks. */
public final class Wording {

  private final Messages messages;
  private final Language language;
  private final RangeText ranges;

  public Wording(Messages messages) {
    this.messages = messages;
    this.language = messages.language();
    ranges = new RangeText(messages);
  }

  /** The plan's title in the reader's language. */
  public String title(Plan plan) {
    return language == Language.EN && !plan.titleEn().isEmpty() ? plan.titleEn() : plan.title();
  }

  /** A target's title in the reader's language. */
  public String title(Target target) {
    return language == Language.EN && !target.wording().titleEn().isEmpty()
        ? target.wording().titleEn()
        : target.wording().title();
  }

  /** Another reading of a sentence, in the reader's language. */
  public String says(OtherReading reading) {
    return language == Language.EN && !reading.saysEn().isEmpty()
        ? reading.saysEn()
        : reading.says();
  }

  /** An item's label; without the words that only make sense in a form below its whole. */
  public String label(Item item) {
    return language == Language.EN && !item.labelEn().isEmpty()
        ? item.labelEn()
        : item.label().replace("Trong đó: ", "");
  }

  /**
   * The verb phrase of a target; in English, which rule files do not hold, the title.
   *
   * @param general the key of the general phrase for a target without one
   */
  String action(Target target, String general) {
    if (language == Language.EN) {
      return "“" + title(target) + "”";
    }
    return target.wording().action().isEmpty() ? messages.text(general) : target.wording().action();
  }

  /** Whether a target's own words make its sentences; only Vietnamese ones do. */
  boolean hasOwnWords(Target target) {
    return language == Language.VI
        && !target.wording().action().isEmpty()
        && !target.wording().counted().isEmpty();
  }

  String counted(Target target) {
    return hasOwnWords(target) ? target.wording().counted() : messages.text("share.units");
  }

  /** The word for a result, with the finer words that offices use. */
  public String result(Finding finding) {
    if (finding.flags().contains(Flag.ASKED)) {
      String word = askedResult(finding);
      if (!word.isEmpty()) {
        return word;
      }
    }
    if (finding.flags().contains(Flag.EXCEEDED) && finding.result() == Result.MET) {
      return messages.text("result.met.exceeded");
    } else if (finding.reason() == Reason.NO_DENOMINATOR) {
      return messages.text("result.not_applicable.no_denominator");
    } else if (finding.reason() == Reason.LATE) {
      return messages.text(isReport(finding) ? "result.not_met.late" : "result.not_met.late.other");
    } else if (finding.reason() == Reason.NOT_SUBMITTED) {
      return messages.text("result.not_met.not_submitted");
    } else if (finding.result() == Result.MISSING && finding.basis() == Finding.Basis.MEMBERS) {
      return messages.text("result.missing.members");
    } else if (finding.result() == Result.NOT_MET && finding.flags().contains(Flag.CONTRIBUTION)) {
      boolean ratio = finding.target().criterion() instanceof Criterion.Ratio;
      boolean above = finding.reason() == Reason.ABOVE_THRESHOLD;
      return messages.text(
          above
              ? "result.contribution.above"
              : ratio ? "result.contribution.ratio" : "result.contribution.share");
    }
    return result(finding.result());
  }

  private static boolean isReport(Finding finding) {
    return finding.target().criterion() instanceof Criterion.Deadline deadline
        && deadline.isReport();
  }

  /** A body that is only asked has never missed anything: it has not been heard from. */
  private String askedResult(Finding finding) {
    return switch (finding.reason()) {
      case NOT_SUBMITTED, FIGURE_MISSING, CONDITION_UNKNOWN -> messages.text("result.asked.none");
      case LATE -> messages.text("result.asked.late");
      case NOT_DONE -> messages.text("result.asked.not_done");
      default -> "";
    };
  }

  /** The general word for a result. */
  public String result(Result result) {
    return messages.text("result." + result.code());
  }

  /** What a range asks for, in few words. */
  public String required(Range range) {
    return ranges.required(range);
  }

  /** One limit in what it is counted in: "20%". */
  public String limit(@Nullable Bound bound, Range range) {
    return ranges.limit(bound, range);
  }

  /** A rate in what its limits are counted in; empty where these are plain numbers. */
  public String rate(long n, long d, Range range) {
    return ranges.rate(n, d, range);
  }

  /** A number above its ceiling. */
  String above(String achieved, Range range, String tooMany) {
    Bound ceiling = Objects.requireNonNull(range.ceiling());
    return messages.text(
        ceiling.strict() ? "ratio.above.strict" : "ratio.above",
        achieved,
        limit(ceiling, range),
        tooMany);
  }

  /** A condition in words. */
  public String condition(Condition condition) {
    return new ConditionText(messages, this).of(condition);
  }

  /** What a target asks for, in few words: "ít nhất 20%", and which threshold of its row it is. */
  public String required(Target target) {
    return target.part().isEmpty()
        ? limits(target)
        : messages.text("required.part", limits(target), part(target));
  }

  /** Which threshold of its row a target is: "6 tháng đầu năm 2024", "đơn vị cấp xã". */
  public String part(Target target) {
    for (ReportingUnit.Kind kind : ReportingUnit.Kind.values()) {
      if (kind.code().equals(target.part())) {
        return messages.text("explain.units." + kind.code());
      }
    }
    return ReportingPeriod.parse(target.part())
        .or(() -> ReportingPeriod.range(target.part()))
        .map(language::period)
        .orElseGet(() -> messages.text("show.group", target.part()));
  }

  /** What a target asks for, in few words, whichever threshold of its row it is. */
  public String limits(Target target) {
    Criterion criterion = target.criterion();
    if (criterion instanceof Criterion.Ratio ratio) {
      return required(ratio.range());
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      String required = required(share.range());
      return share.range().absolute() ? required + " " + messages.text("share.units") : required;
    } else if (criterion instanceof Criterion.Change change) {
      return required(change);
    } else if (criterion instanceof Criterion.Reduction reduction) {
      Range range = reduction.range();
      String low = limit(range.floor(), range);
      return range.ceiling() == null
          ? messages.text("required.reduction.least", low)
          : messages.text("required.reduction", low, limit(range.ceiling(), range));
    } else if (criterion instanceof Criterion.Count count) {
      return required(count.range());
    } else if (criterion instanceof Criterion.Score score) {
      return messages.text(
          "required.score", required(score.range()), language.number(score.most()));
    } else if (criterion instanceof Criterion.MonthlyCount monthly) {
      return messages.text(
          monthly.quarterly() ? "required.quarterly" : "required.monthly",
          language.number(monthly.perMonth()));
    } else if (criterion instanceof Criterion.Deadline deadline) {
      return due(deadline.due());
    }
    if (criterion instanceof Criterion.Drl) {
      return messages.text("required.drl");
    }
    return messages.text(criterion instanceof Criterion.Duty ? "required.done" : "required.person");
  }

  private String required(Criterion.Change change) {
    Bound high = change.high();
    if (high == null) {
      return messages.text("required.growth.least", language.percent(change.low()));
    }
    return change.low().numerator() < 0
        ? messages.text("required.growth.most", language.percent(high))
        : messages.text("required.range", language.percent(change.low()), language.percent(high));
  }

  private String due(Criterion.Due due) {
    if (due instanceof Criterion.Due.DayOfMonth monthly) {
      return messages.text(
          monthly.months() == 0 ? "required.month_itself" : "required.month_after", monthly.day());
    }
    return due instanceof Criterion.Due.Day day
        ? messages.text("required.before", language.date(day.date()))
        : "";
  }

  String achieved(Finding finding, FigureText figures) {
    String counts = counts(finding, figures);
    String rate = rate(finding);
    return rate.isEmpty() ? counts : counts + " (" + rate + ")";
  }

  /** What was achieved, in the numbers that were counted: "78/398"; empty where there is none. */
  public String counts(Finding finding, FigureText figures) {
    Long n = finding.numerator();
    Long d = finding.denominator();
    Criterion criterion = finding.target().criterion();
    if (criterion instanceof Criterion.Deadline) {
      // A day that is still to come has not been achieved.
      return finding.shortfall() == null ? "" : figures.day(finding);
    }
    boolean unknown = finding.shortfall() == null && n != null && n == 0;
    if (n == null || unknown) {
      return ""; // A 0 would read as a figure where there is none yet.
    }
    if (d == null || d <= 0) {
      return d == null && !(criterion instanceof Criterion.Count) ? "" : language.number(n);
    }
    String ratio = language.number(n) + "/" + language.number(d);
    if (isPartly(finding)) {
      return messages.text("achieved.partly", ratio);
    } else if (criterion instanceof Criterion.Change c) {
      return times(c.years(), n, d);
    } else if (criterion instanceof Criterion.Reduction r) {
      return times(r.years(), n, d);
    }
    return ratio;
  }

  /** The rate of what was achieved: "19,6%", "+2,86%"; empty where there is none. */
  public String rate(Finding finding) {
    Long n = finding.numerator();
    Long d = finding.denominator();
    if (n == null || n < 0 || d == null || d <= 0 || isPartly(finding)) {
      return "";
    } else if (n == 0 && finding.shortfall() == null) {
      return ""; // A 0 would read as a figure where there is none yet.
    }
    Criterion criterion = finding.target().criterion();
    if (criterion instanceof Criterion.Ratio ratio) {
      return rate(n, d, ratio.range());
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      return rate(n, d, share.range());
    }
    return criterion instanceof Criterion.Change change ? signedRate(n - d, d, limits(change)) : "";
  }

  /** Whether some of the members' figures lack, so that its numbers are not all there is. */
  private static boolean isPartly(Finding finding) {
    return finding.basis() == Finding.Basis.MEMBERS && finding.shortfall() == null;
  }

  /** A figure and its baseline, which may be the average of several years. */
  private String times(int years, long now, long base) {
    return years == 1
        ? language.number(now) + "/" + language.number(base)
        : language.number(now / years) + "/" + average(base, years);
  }

  /** The average of several years, rounded for the eye. */
  String average(long sum, int years) {
    return language.rate(sum, years, List.of(), 1);
  }

  /** The limits of a change. */
  static List<Bound> limits(Criterion.Change change) {
    return Stream.of(change.low(), change.high()).filter(Objects::nonNull).toList();
  }

  private String signedRate(long change, long base, List<Bound> bounds) {
    return (change > 0 ? "+" : "") + language.rate(change, base, bounds);
  }

  /** What is still needed, in few words: "2 cơ sở"; empty where nothing can be said. */
  public String stillNeeded(Finding finding) {
    Long shortfall = finding.shortfall();
    if (shortfall == null || shortfall == 0) {
      return "";
    }
    String number = language.number(shortfall);
    if (finding.isAbove()) {
      return messages.text("needed.less", number);
    }
    Criterion criterion = finding.target().criterion();
    if (criterion instanceof Criterion.Duty || criterion instanceof Criterion.Deadline) {
      return "";
    } else if (criterion instanceof Criterion.MonthlyCount) {
      boolean quarterly = ((Criterion.MonthlyCount) criterion).quarterly();
      return messages.text(quarterly ? "quarterly.number" : "months", number);
    } else if (criterion instanceof Criterion.Score) {
      return messages.text("score.points", number);
    } else if (criterion instanceof Criterion.Change) {
      return number;
    }
    boolean membersLine =
        criterion instanceof Criterion.ShareOfUnits && finding.basis() == Finding.Basis.OWN;
    return membersLine || !hasOwnWords(finding.target())
        ? number
        : number + " " + finding.target().wording().counted();
  }
}

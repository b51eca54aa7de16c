package vn.doichieu.wording;

import java.util.List;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target;

/** The short words of a target and a finding: title, requirement, what was achieved, what lacks. */
public final class Wording {

  private final Messages messages;
  private final Language language;

  public Wording(Messages messages) {
    this.messages = messages;
    this.language = messages.language();
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
  String label(Item item) {
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
  String result(Finding finding) {
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
      return messages.text(ratio ? "result.contribution.ratio" : "result.contribution.share");
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

  String result(Result result) {
    return messages.text("result." + result.code());
  }

  String bound(Bound bound) {
    String key = bound.strict() ? "bound.above" : bound.all() ? "bound.all" : "bound.at_least";
    return messages.text(key, language.percent(bound));
  }

  /** What a target asks for, in few words: "ít nhất 20%". */
  public String required(Target target) {
    Criterion criterion = target.criterion();
    if (criterion instanceof Criterion.Ratio ratio) {
      return bound(ratio.bound());
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      return bound(share.bound());
    } else if (criterion instanceof Criterion.Change change) {
      return messages.text(
          "required.range", language.percent(change.low()), language.percent(change.high()));
    } else if (criterion instanceof Criterion.Reduction reduction) {
      return messages.text(
          "required.reduction",
          language.number(reduction.low()),
          language.number(reduction.high()));
    } else if (criterion instanceof Criterion.Count count) {
      return messages.text("required.count", language.number(count.atLeast()));
    } else if (criterion instanceof Criterion.MonthlyCount monthly) {
      return messages.text("required.monthly", language.number(monthly.perMonth()));
    } else if (criterion instanceof Criterion.Deadline deadline) {
      return due(deadline.due());
    }
    if (criterion instanceof Criterion.Drl) {
      return messages.text("required.drl");
    }
    return messages.text(criterion instanceof Criterion.Duty ? "required.done" : "required.person");
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
    if (finding.basis() == Finding.Basis.MEMBERS && finding.shortfall() == null) {
      return messages.text("achieved.partly", ratio);
    }
    if (criterion instanceof Criterion.Ratio r) {
      return withRate(ratio, n, d, r.bound());
    } else if (criterion instanceof Criterion.ShareOfUnits s) {
      return withRate(ratio, n, d, s.bound());
    } else if (criterion instanceof Criterion.Change c) {
      return ratio + " (" + signedRate(n - d, d, List.of(c.low(), c.high())) + ")";
    }
    return ratio;
  }

  private String withRate(String ratio, long n, long d, Bound bound) {
    return n < 0 ? ratio : ratio + " (" + language.rate(n, d, bound) + ")";
  }

  private String signedRate(long change, long base, List<Bound> bounds) {
    return (change > 0 ? "+" : "") + language.rate(change, base, bounds);
  }

  String stillNeeded(Finding finding) {
    Long shortfall = finding.shortfall();
    if (shortfall == null || shortfall == 0) {
      return "";
    }
    String number = language.number(shortfall);
    Criterion criterion = finding.target().criterion();
    if (criterion instanceof Criterion.Duty || criterion instanceof Criterion.Deadline) {
      return "";
    } else if (criterion instanceof Criterion.MonthlyCount) {
      return messages.text("months", number);
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

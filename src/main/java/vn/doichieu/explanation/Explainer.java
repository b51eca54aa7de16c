package vn.doichieu.explanation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.WrittenRule;
import vn.doichieu.explanation.Explanation.ByFigures;
import vn.doichieu.explanation.Explanation.Clock;
import vn.doichieu.explanation.Explanation.Disagreement;
import vn.doichieu.explanation.Explanation.Member;
import vn.doichieu.explanation.Explanation.Part;
import vn.doichieu.explanation.Explanation.Settled;
import vn.doichieu.explanation.Explanation.WaiverHeld;
import vn.doichieu.submission.Submission;

/**
 * Explains findings: works each one out again from the submitted figures, and tells where the rules
 * found something else.
 */
public final class Explainer {

  private final Evaluation evaluation;
  private final Submission submission;
  private final Settlement settlement;
  private final Map<String, WrittenRule> rules;

  public Explainer(Evaluation evaluation, Submission submission) {
    this(evaluation, submission, Map.of());
  }

  /**
   * Explains an evaluation.
   *
   * @param rules the DRL rules of targets by their ids
   */
  public Explainer(Evaluation evaluation, Submission submission, Map<String, WrittenRule> rules) {
    this.evaluation = evaluation;
    this.submission = submission;
    this.rules = rules;
    settlement = new Settlement(submission, evaluation.asOf(), evaluation.closed());
  }

  /** The evaluation whose findings are explained. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** All units of the submission. */
  public List<ReportingUnit> units() {
    return submission.units().all();
  }

  /** The units below the area that get a line of a target. */
  public List<ReportingUnit> members(Target target) {
    return submission.units().coveredBy(target.scope());
  }

  /** Explains one finding of the evaluation. */
  public Explanation explain(Finding finding) {
    // Only a rule in DRL is believed: that it held leaves nothing lacking.
    Long shortfall = finding.shortfall();
    boolean held = shortfall != null && shortfall == 0;
    Worked worked = work(finding.target(), finding.unit(), finding.period(), held);
    Settled settled =
        settlement.settle(finding.target(), finding.unit(), finding.period(), worked.byFigures());
    return new Explanation(
        finding,
        worked.figures(),
        problems(worked.figures(), finding.unit().code() + " " + finding.target().id()),
        worked.steps(),
        worked.byFigures(),
        settled,
        worked.margin(),
        worked.members(),
        evaluation.otherReadings().apply(finding),
        disagreements(finding, worked.byFigures(), settled));
  }

  /**
   * Works out a line.
   *
   * @param held whether its rule held; asked where the rule is DRL and nowhere else
   */
  private Worked work(Target target, ReportingUnit unit, ReportingPeriod period, boolean held) {
    Condition condition = target.condition();
    Tested tested = condition == null ? null : Tested.of(condition, unit, period, submission);
    Criterion criterion = target.criterion();
    if (criterion instanceof Criterion.Duty duty) {
      return DutySteps.duty(duty, tested, period, unit, submission);
    } else if (tested == null) {
      return unconditioned(target, unit, period, held);
    }
    Reason unmet = DutySteps.unmet(tested);
    Step step = new Step.Condition(tested);
    if (unmet == null) {
      return unconditioned(target, unit, period, held).after(step, tested.figures());
    }
    ByFigures byFigures = Worked.own(unmet, null);
    if (criterion instanceof Criterion.Ratio ratio) {
      byFigures = RatioSteps.at(unit, Quotient.of(ratio), period, submission).byFigures(unmet);
    } else if (criterion instanceof Criterion.MonthlyCount
        || criterion instanceof Criterion.Deadline) {
      byFigures = unconditioned(target, unit, period, held).byFigures().because(unmet);
    }
    return Worked.of(tested.figures(), List.of(step), byFigures, new Margin.ConditionFirst(tested));
  }

  private Worked unconditioned(
      Target target, ReportingUnit unit, ReportingPeriod period, boolean held) {
    Criterion criterion = target.criterion();
    boolean area = unit.equals(submission.units().area());
    if (criterion instanceof Criterion.Ratio ratio) {
      return quotient(target, Quotient.of(ratio), unit, period, area);
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      return area
          ? ShareSteps.area(share.range(), shareMembers(target, period))
          : ShareSteps.member(share, unit, period, submission);
    } else if (criterion instanceof Criterion.Change change) {
      return DifferenceSteps.change(change, period, unit, submission);
    } else if (criterion instanceof Criterion.Reduction reduction) {
      return DifferenceSteps.reduction(reduction, period, unit, submission);
    } else if (criterion instanceof Criterion.Count count) {
      boolean summed = area && target.scope().summed();
      return quotient(target, Quotient.of(count), unit, period, summed);
    } else if (criterion instanceof Criterion.Score score) {
      return ScoreSteps.of(score, period, unit, submission);
    } else if (criterion instanceof Criterion.MonthlyCount monthly) {
      return DateSteps.months(monthly, period, unit, evaluation.asOf(), submission);
    } else if (criterion instanceof Criterion.Deadline deadline) {
      return DateSteps.deadline(deadline, period, unit, evaluation.asOf(), submission);
    } else if (criterion instanceof Criterion.Drl drl) {
      return DrlSteps.drl(drl, period, unit, held, rules.get(target.id()), submission);
    }
    return DutySteps.judgement();
  }

  private Worked quotient(
      Target target,
      Quotient quotient,
      ReportingUnit unit,
      ReportingPeriod period,
      boolean ofMembers) {
    if (!ofMembers) {
      return RatioSteps.at(unit, quotient, period, submission).work();
    }
    boolean over = settlement.clock(target) != Clock.RUNNING;
    return new AreaRatioSteps(quotient, period, members(target), submission, over).work();
  }

  private List<Member> shareMembers(Target target, ReportingPeriod period) {
    List<Member> members = new ArrayList<>();
    for (ReportingUnit unit : members(target)) {
      Worked line = work(target, unit, period, false);
      Settled settled = settlement.settle(target, unit, period, line.byFigures());
      Waiver waiver =
          settled.waivers().stream()
              .filter(WaiverHeld::applied)
              .map(WaiverHeld::waiver)
              .findFirst()
              .orElse(null);
      members.add(ShareSteps.part(unit, line, waiver));
    }
    return members;
  }

  /** What was read where figures cannot be used, and waivers that have no effect. */
  private List<Problem> problems(List<Figure> figures, String line) {
    Set<SourceLocation> places = new HashSet<>();
    for (Figure figure : figures) {
      SourceLocation place = figure.location();
      if (figure.state() == State.INVALID && place != null) {
        places.add(place);
      }
    }
    return evaluation.problems().stream()
        .filter(
            problem ->
                isWaiver(problem, line)
                    || places.stream().anyMatch(place -> concerns(problem, place)))
        .toList();
  }

  /** Whether a problem is about a waiver of a line, which it names by unit and target. */
  private static boolean isWaiver(Problem problem, String line) {
    return switch (problem.kind()) {
      case WAIVER_INCOMPLETE, WAIVER_UNTIL_INVALID, WAIVER_UNMATCHED ->
          Stream.concat(Stream.ofNullable(problem.read()), problem.arguments().stream())
              .anyMatch(text -> (text + " ").startsWith(line + " "));
      default -> false;
    };
  }

  /** Whether a problem is about a cell, or about another one that contradicts it. */
  private static boolean concerns(Problem problem, SourceLocation place) {
    SourceLocation of = problem.location();
    boolean sameColumn =
        of.file().equals(place.file())
            && Objects.equals(of.sheet(), place.sheet())
            && Objects.equals(of.column(), place.column());
    return place.equals(problem.other())
        || (sameColumn && (of.row() == place.row() || problem.alsoAt().contains(place.row())));
  }

  private static List<Disagreement> disagreements(
      Finding finding, ByFigures byFigures, Settled settled) {
    List<Disagreement> all = new ArrayList<>();
    compare(all, Part.RESULT, finding.result(), settled.result(), Result::code);
    compare(all, Part.REASON, finding.reason(), settled.reason(), Reason::code);
    // Sums that no real body has are not carried on; there is no number to compare.
    if (byFigures.basis() == Basis.OWN || byFigures.reason() != Reason.FIGURE_INVALID) {
      compare(all, Part.NUMERATOR, finding.numerator(), byFigures.numerator());
      compare(all, Part.DENOMINATOR, finding.denominator(), byFigures.denominator());
    }
    compare(all, Part.SHORTFALL, finding.shortfall(), byFigures.shortfall());
    compare(all, Part.BINDING, finding.binding(), settled.binding(), String::valueOf);
    compare(all, Part.FLAGS, codes(finding.flags()), codes(settled.flags()), String::valueOf);
    return all;
  }

  private static Set<String> codes(Set<Flag> flags) {
    Set<String> codes = new TreeSet<>();
    flags.forEach(flag -> codes.add(flag.code()));
    return codes;
  }

  private static <T> void compare(
      List<Disagreement> all, Part part, T found, T calculated, Function<T, String> text) {
    if (!found.equals(calculated)) {
      all.add(new Disagreement(part, text.apply(found), text.apply(calculated)));
    }
  }

  private static void compare(
      List<Disagreement> all, Part part, @Nullable Long found, @Nullable BigInteger calculated) {
    // What passes 63 bits is told as the largest number there is.
    Long own =
        calculated == null
            ? null
            : (Long) calculated.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    if (!Objects.equals(found, own)) {
      all.add(new Disagreement(part, String.valueOf(found), String.valueOf(own)));
    }
  }
}

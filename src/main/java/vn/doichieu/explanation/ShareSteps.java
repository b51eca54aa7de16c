package vn.doichieu.explanation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.explanation.Explanation.ByFigures;
import vn.doichieu.explanation.Explanation.Member;
import vn.doichieu.explanation.Margin.Of;
import vn.doichieu.explanation.Step.Case;
import vn.doichieu.explanation.Step.ClauseRead;
import vn.doichieu.explanation.Step.Quantity;
import vn.doichieu.explanation.Step.Truth;
import vn.doichieu.submission.Submission;

/** A share of units: one member's clauses, and all members counted (contract 4.2). */
final class ShareSteps {

  private ShareSteps() {}

  /** A clause with its figure. */
  static ClauseRead read(
      Clause clause, ReportingUnit unit, ReportingPeriod period, Submission submission) {
    Figure figure = submission.figure(unit, new Input(clause.item(), period));
    Truth truth =
        switch (figure.state()) {
          case ABSENT -> Truth.UNKNOWN;
          case INVALID -> Truth.INVALID;
          case VALID -> holds(clause, figure.value()) ? Truth.HOLDS : Truth.FAILS;
        };
    return new ClauseRead(clause, figure, truth);
  }

  private static boolean holds(Clause clause, long value) {
    int comparison = Long.compare(value, clause.value());
    return switch (clause.comparison()) {
      case EQUAL -> comparison == 0;
      case NOT_EQUAL -> comparison != 0;
      case AT_MOST -> comparison <= 0;
      case BELOW -> comparison < 0;
      case AT_LEAST -> comparison >= 0;
      case ABOVE -> comparison > 0;
    };
  }

  /** One member's own line. */
  static Worked member(
      Criterion.ShareOfUnits share,
      ReportingUnit unit,
      ReportingPeriod period,
      Submission submission) {
    List<ClauseRead> read =
        Plain.clauses(share).stream()
            .map(clause -> read(clause, unit, period, submission))
            .toList();
    Reason reason =
        any(read, Truth.FAILS)
            ? Reason.CONDITION_FAILED
            : any(read, Truth.INVALID)
                ? Reason.FIGURE_INVALID
                : any(read, Truth.UNKNOWN) ? Reason.FIGURE_MISSING : Reason.MET;
    Long shortfall =
        switch (reason) {
          case MET -> 0L;
          case CONDITION_FAILED -> 1L;
          default -> null;
        };
    List<ClauseRead> lacking = read.stream().filter(r -> r.truth() != Truth.HOLDS).toList();
    return Worked.of(
        read.stream().map(ClauseRead::figure).distinct().toList(),
        List.of(new Step.Clauses(read)),
        Worked.own(reason, shortfall),
        new Margin.NeedsClauses(lacking));
  }

  private static boolean any(List<ClauseRead> read, Truth truth) {
    return read.stream().anyMatch(r -> r.truth() == truth);
  }

  /** The area's line, from its members' lines. */
  static Worked area(Bound bound, List<Member> members) {
    Step.Counted counted = count(members);
    List<Step> steps = new ArrayList<>(List.of(counted));
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (counted.waived() > 0) {
      flags.add(Flag.MEMBER_WAIVED);
    }
    BigInteger met = BigInteger.valueOf(counted.met());
    BigInteger all = BigInteger.valueOf(counted.counted());
    BigInteger unknown = BigInteger.valueOf(counted.unknown());
    BigInteger shortfall = null;
    Reason reason;
    Margin margin;
    if (all.signum() == 0) {
      steps.add(new Step.NothingArose());
      reason = Reason.NO_DENOMINATOR;
      margin = new Margin.NoBase(Of.UNITS);
    } else {
      boolean certain = unknown.signum() == 0;
      Step.Compared worst = RatioSteps.compared(certain ? Case.PLAIN : Case.WORST, met, all, bound);
      Step.Compared best = RatioSteps.compared(Case.BEST, met.add(unknown), all, bound);
      steps.add(worst);
      if (!worst.holds() && !certain) {
        steps.add(best);
      }
      if (worst.holds()) {
        reason = Reason.MET;
        shortfall = BigInteger.ZERO;
        margin = RatioSteps.spare(Of.UNITS, met, all, bound);
      } else if (!best.holds()) {
        reason = Reason.BELOW_THRESHOLD;
        shortfall = Limits.leastPart(all, bound).subtract(best.n());
        margin = RatioSteps.lacking(Of.UNITS, best.n(), all, bound);
      } else {
        reason = counted.invalid() > 0 ? Reason.FIGURE_INVALID : Reason.UNDETERMINED;
        margin = new Margin.HangsOn(Of.UNITS, Limits.leastPart(all, bound).subtract(met), unknown);
      }
      if (shortfall != null && !certain) {
        flags.add(Flag.DECIDED_DESPITE_MISSING);
      }
    }
    ByFigures byFigures = Worked.fromMembers(reason, met, all, shortfall, flags);
    List<Figure> figures = members.stream().flatMap(m -> m.figures().stream()).toList();
    return new Worked(figures, steps, byFigures, margin, members);
  }

  private static Step.Counted count(List<Member> members) {
    int waived = 0;
    int notAsked = 0;
    int met = 0;
    int failed = 0;
    int missing = 0;
    int invalid = 0;
    for (Member member : members) {
      if (member.waiver() != null) {
        waived++;
        continue;
      }
      switch (member.byFigures().reason()) {
        case CONDITION_NOT_MET -> notAsked++;
        case MET -> met++;
        case CONDITION_FAILED -> failed++;
        case FIGURE_INVALID -> invalid++;
        default -> missing++;
      }
    }
    return new Step.Counted(
        members.size(),
        waived,
        notAsked,
        met + failed + missing + invalid,
        met,
        failed,
        missing,
        invalid);
  }

  /** A member's part: 1 where every clause holds, of 1 where it is counted. */
  static Member part(ReportingUnit unit, Worked line, @Nullable Waiver waiver) {
    boolean counted = waiver == null && line.byFigures().reason() != Reason.CONDITION_NOT_MET;
    Quantity n =
        switch (line.byFigures().reason()) {
          case MET -> Quantity.of(BigInteger.ONE);
          case CONDITION_FAILED, CONDITION_NOT_MET -> Quantity.of(BigInteger.ZERO);
          case FIGURE_INVALID -> Quantity.INVALID;
          default -> Quantity.ABSENT;
        };
    List<ClauseRead> clauses =
        line.steps().stream()
            .flatMap(
                step -> step instanceof Step.Clauses read ? read.read().stream() : Stream.empty())
            .toList();
    return new Member(
        unit,
        line.figures(),
        clauses,
        counted ? n : Quantity.of(BigInteger.ZERO),
        Quantity.of(counted ? BigInteger.ONE : BigInteger.ZERO),
        false,
        waiver,
        line.byFigures());
  }
}

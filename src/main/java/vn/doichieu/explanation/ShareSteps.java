package vn.doichieu.explanation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.explanation.Explanation.ByFigures;
import vn.doichieu.explanation.Explanation.Member;
import vn.doichieu.explanation.Margin.Of;
import vn.doichieu.explanation.Step.Quantity;
import vn.doichieu.explanation.Tested.ClauseRead;
import vn.doichieu.explanation.Tested.Truth;
import vn.doichieu.submission.Submission;

/** A share of units: one member's clauses, and all members counted (contract 4.2). */
final class ShareSteps {

  private ShareSteps() {}

  /** One member's own line. */
  static Worked member(
      Criterion.ShareOfUnits share,
      ReportingUnit unit,
      ReportingPeriod period,
      Submission submission) {
    List<Tested> parts =
        share.conditions().stream()
            .map(condition -> Tested.of(condition, unit, period, submission))
            .toList();
    Reason reason =
        any(parts, Truth.FAILS)
            ? Reason.CONDITION_FAILED
            : any(parts, Truth.INVALID)
                ? Reason.FIGURE_INVALID
                : any(parts, Truth.UNKNOWN) ? Reason.FIGURE_MISSING : Reason.MET;
    Long shortfall =
        switch (reason) {
          case MET -> 0L;
          case CONDITION_FAILED -> 1L;
          default -> null;
        };
    List<Tested> lacking = parts.stream().filter(p -> p.truth() != Truth.HOLDS).toList();
    return Worked.of(
        parts.stream().flatMap(part -> part.figures().stream()).distinct().toList(),
        List.of(new Step.Clauses(parts)),
        Worked.own(reason, shortfall),
        new Margin.NeedsClauses(lacking));
  }

  private static boolean any(List<Tested> parts, Truth truth) {
    return parts.stream().anyMatch(part -> part.truth() == truth);
  }

  /** The area's line, from its members' lines. */
  static Worked area(Range range, List<Member> members) {
    AreaStep.Counted counted = count(members);
    List<Step> steps = new ArrayList<>(List.of(counted));
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (counted.waived() > 0) {
      flags.add(Flag.MEMBER_WAIVED);
    }
    BigInteger met = BigInteger.valueOf(counted.met());
    BigInteger all = BigInteger.valueOf(counted.counted());
    BigInteger shortfall = null;
    Reason reason;
    Margin margin;
    if (all.signum() == 0) {
      steps.add(new Step.NothingArose());
      reason = Reason.NO_DENOMINATOR;
      margin = new Margin.NoBase(Of.UNITS);
    } else {
      BigInteger most = met.add(BigInteger.valueOf(counted.unknown()));
      Comparison comparison = new Comparison(Of.UNITS, range, all, met, most);
      steps.addAll(comparison.steps());
      Reason decided = comparison.reason();
      reason =
          decided != null
              ? decided
              : counted.invalid() > 0 ? Reason.FIGURE_INVALID : Reason.UNDETERMINED;
      shortfall = comparison.shortfall();
      margin = comparison.margin();
      if (decided != null && counted.unknown() > 0) {
        flags.add(Flag.DECIDED_DESPITE_MISSING);
      }
    }
    ByFigures byFigures = Worked.fromMembers(reason, met, all, shortfall, flags);
    List<Figure> figures = members.stream().flatMap(m -> m.figures().stream()).toList();
    return new Worked(figures, steps, byFigures, margin, members);
  }

  private static AreaStep.Counted count(List<Member> members) {
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
    return new AreaStep.Counted(
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
                step ->
                    step instanceof Step.Clauses read
                        ? read.parts().stream().flatMap(part -> part.read().stream())
                        : Stream.empty())
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

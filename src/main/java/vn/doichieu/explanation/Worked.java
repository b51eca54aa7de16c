package vn.doichieu.explanation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.explanation.Explanation.ByFigures;
import vn.doichieu.explanation.Explanation.Member;

/** A calculation from the figures of a line to what they come to. */
record Worked(
    List<Figure> figures,
    List<Step> steps,
    ByFigures byFigures,
    Margin margin,
    List<Member> members) {

  /** A calculation without members. */
  static Worked of(List<Figure> figures, List<Step> steps, ByFigures byFigures, Margin margin) {
    return new Worked(figures, steps, byFigures, margin, List.of());
  }

  /** The same with a step and its figures before it. */
  Worked after(Step step, List<Figure> ofStep) {
    return new Worked(
        Stream.concat(ofStep.stream(), figures.stream()).distinct().toList(),
        Stream.concat(Stream.of(step), steps.stream()).toList(),
        byFigures,
        margin,
        members);
  }

  /** What a unit's own figures come to, without numbers. */
  static ByFigures own(Reason reason, @Nullable Long shortfall) {
    return numbers(reason, null, null, shortfall == null ? null : BigInteger.valueOf(shortfall));
  }

  /** What a unit's own figures come to. */
  static ByFigures numbers(
      Reason reason,
      @Nullable BigInteger n,
      @Nullable BigInteger d,
      @Nullable BigInteger shortfall) {
    Set<Flag> flags =
        switch (reason) {
          case EXCEEDED -> EnumSet.of(Flag.EXCEEDED);
          case ON_DEADLINE_DAY -> EnumSet.of(Flag.ON_DEADLINE_DAY);
          default -> EnumSet.noneOf(Flag.class);
        };
    return new ByFigures(reason, Basis.OWN, n, d, shortfall, null, flags);
  }

  /** What the figures of an area's members come to. */
  static ByFigures fromMembers(
      Reason reason,
      @Nullable BigInteger n,
      @Nullable BigInteger d,
      @Nullable BigInteger shortfall,
      Set<Flag> flags) {
    ByFigures figures = new ByFigures(reason, Basis.MEMBERS, n, d, shortfall, null, flags);
    return reason == Reason.EXCEEDED ? with(figures, Flag.EXCEEDED) : figures;
  }

  /** The same with a flag. */
  static ByFigures with(ByFigures figures, Flag flag) {
    Set<Flag> flags = EnumSet.of(flag);
    flags.addAll(figures.flags());
    return new ByFigures(
        figures.reason(),
        figures.basis(),
        figures.numerator(),
        figures.denominator(),
        figures.shortfall(),
        figures.day(),
        flags);
  }

  /** Steps one behind the other, those left out that there are none of. */
  static List<Step> steps(@Nullable Step... steps) {
    List<Step> all = new ArrayList<>();
    for (Step step : steps) {
      if (step != null) {
        all.add(step);
      }
    }
    return all;
  }
}

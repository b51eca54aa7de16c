package vn.doichieu.impact;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.OtherReading.Verdict;
import vn.doichieu.domain.Result;
import vn.doichieu.impact.FindingChange.Aspect;

/** Pairs up the findings of two evaluations, line by line, and tells in what each pair differs. */
final class Pairs {

  private final Evaluation before;
  private final Evaluation after;
  private final Causes causes;
  private final List<FindingChange> changes = new ArrayList<>();
  private int same;

  /** A verdict under another reading, apart from the words of the reading. */
  private record Otherwise(
      String reading, @Nullable Result result, @Nullable Object reason, @Nullable Long shortfall) {}

  Pairs(Evaluation before, Evaluation after, Causes causes) {
    this.before = before;
    this.after = after;
    this.causes = causes;
  }

  /** Adds the findings of one line: those that are the same meet first, the rest in their order. */
  void add(List<Finding> then, List<Finding> now) {
    List<Finding> left = new ArrayList<>(now);
    List<Finding> open = new ArrayList<>();
    for (Finding finding : then) {
      Finding twin =
          left.stream().filter(f -> aspects(finding, f).isEmpty()).findFirst().orElse(null);
      if (twin == null) {
        open.add(finding);
      } else {
        left.remove(indexOf(twin, left));
        same++;
      }
    }
    for (int i = 0; i < Math.max(open.size(), left.size()); i++) {
      Finding was = i < open.size() ? open.get(i) : null;
      Finding is = i < left.size() ? left.get(i) : null;
      Set<Aspect> aspects =
          was == null || is == null ? EnumSet.of(Aspect.PRESENCE) : aspects(was, is);
      changes.add(causes.explained(was, is, aspects));
    }
  }

  private static int indexOf(Finding finding, List<Finding> findings) {
    int at = 0;
    while (findings.get(at) != finding) {
      at++;
    }
    return at;
  }

  int same() {
    return same;
  }

  List<FindingChange> changes() {
    return changes;
  }

  private Set<Aspect> aspects(Finding was, Finding is) {
    Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
    tell(aspects, Aspect.RESULT, was.result(), is.result());
    tell(aspects, Aspect.REASON, was.reason(), is.reason());
    tell(aspects, Aspect.BINDING, was.binding(), is.binding());
    tell(aspects, Aspect.FLAGS, was.flags(), is.flags());
    tell(aspects, Aspect.NUMBERS, was.numerator(), is.numerator());
    tell(aspects, Aspect.NUMBERS, was.denominator(), is.denominator());
    tell(aspects, Aspect.SHORTFALL, was.shortfall(), is.shortfall());
    tell(aspects, Aspect.WAIVER, was.waiver(), is.waiver());
    tell(aspects, Aspect.PRIORITY, was.target().priority(), is.target().priority());
    tell(aspects, Aspect.BASIS, was.basis(), is.basis());
    tell(
        aspects,
        Aspect.FIGURES,
        new HashSet<>(before.evidence().apply(was)),
        new HashSet<>(after.evidence().apply(is)));
    tell(aspects, Aspect.READINGS, otherwise(before, was), otherwise(after, is));
    return aspects;
  }

  private static void tell(
      Set<Aspect> aspects, Aspect aspect, @Nullable Object was, @Nullable Object is) {
    if (!Objects.equals(was, is)) {
      aspects.add(aspect);
    }
  }

  private static Set<Otherwise> otherwise(Evaluation evaluation, Finding finding) {
    Set<Otherwise> all = new HashSet<>();
    for (Verdict verdict : evaluation.otherReadings().apply(finding)) {
      Finding other = verdict.finding();
      all.add(
          new Otherwise(
              verdict.reading().id(),
              verdict.result(),
              other == null ? null : other.reason(),
              other == null ? null : other.shortfall()));
    }
    return all;
  }
}

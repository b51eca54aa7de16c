package vn.doichieu.masking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Expression;
import vn.doichieu.domain.Criterion.Term;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;

/** Takes the numbers of a finding apart into the figures that they are made of. */
final class Numbers {

  private final Finding finding;
  private final List<Figure> figures;
  private final Set<ReportingUnit> closed = new HashSet<>();
  private final Set<ReportingUnit> units = new HashSet<>();

  /**
   * Numbers.
   *
   * @param evidence the figures that the finding used or missed
   */
  Numbers(Finding finding, List<Figure> evidence) {
    this.finding = finding;
    boolean own = finding.basis() == Basis.OWN;
    figures = evidence.stream().filter(f -> f.unit().equals(finding.unit()) == own).toList();
    Set<Target.Input> inputs =
        Set.copyOf(new HashSet<>(finding.target().criterion().inputs(finding.period())));
    for (Figure figure : figures) {
      units.add(figure.unit());
      boolean usable =
          figure.state() == State.VALID
              || (figure.state() == State.ABSENT && figure.item().optional());
      if (!usable && inputs.contains(new Target.Input(figure.item(), figure.period()))) {
        closed.add(figure.unit());
      }
    }
  }

  /** What the finding tells. */
  Statement statement() {
    Criterion criterion = finding.target().criterion();
    boolean mismatch = finding.flags().contains(Flag.TOTAL_MISMATCH);
    boolean open = finding.basis() == Basis.MEMBERS && !closed.isEmpty();
    if (criterion instanceof Criterion.Ratio ratio) {
      return statement(
          known(sum(ratio.numerator()), finding.numerator()),
          known(sum(ratio.denominator()), finding.denominator()),
          mismatch || open);
    } else if (criterion instanceof Criterion.Count count) {
      return statement(known(sum(count.sum()), finding.numerator()), null, mismatch || open);
    } else if (criterion instanceof Criterion.Change change) {
      return statement(
          sum(change.item(), finding.period()), sum(change.item(), change.baseline()), open);
    } else if (criterion instanceof Criterion.Reduction reduction) {
      return statement(
          sum(reduction.item(), finding.period()),
          sum(reduction.item(), reduction.baseline()),
          open);
    }
    return statement(null, null, true);
  }

  private Statement statement(@Nullable Sum n, @Nullable Sum d, boolean rigid) {
    return new Statement(
        finding.unit(), finding.target().criterion(), n, d, rigid, Set.copyOf(closed));
  }

  /** Of members that are not all known, the finding says what it counted. */
  private Sum known(Sum sum, @Nullable Long said) {
    return closed.isEmpty() || said == null ? sum : new Sum(sum.factors(), said);
  }

  private Sum sum(Item item, ReportingPeriod period) {
    return sum(Map.of(item, 1L), period.parts(), 0);
  }

  private Sum sum(Expression expression) {
    Map<Item, Long> factors = new HashMap<>();
    long constant = 0;
    for (Term term : expression.terms()) {
      if (term.item().isPresent()) {
        factors.merge(term.item().get(), (long) term.sign(), Sum::plus);
      } else {
        constant += term.sign() * term.number();
      }
    }
    List<ReportingPeriod> parts = finding.period().parts();
    return sum(factors, parts, constant * parts.size() * units.size());
  }

  private Sum sum(Map<Item, Long> factors, List<ReportingPeriod> parts, long constant) {
    Map<Entry, Long> of = new HashMap<>();
    long value = constant;
    for (Figure figure : figures) {
      long factor = factors.getOrDefault(figure.item(), 0L);
      if (factor != 0 && figure.state() == State.VALID && parts.contains(figure.period())) {
        of.put(Entry.of(figure), factor);
        value += factor * figure.value();
      }
    }
    return new Sum(of, value);
  }
}

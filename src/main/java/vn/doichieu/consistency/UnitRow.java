package vn.doichieu.consistency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.consistency.Sources.Source;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.fence.Fact;
import vn.doichieu.submission.FigureColumn;

/**
 * The figures of one unit side by side, with the facts that rules see of them. Before it is about a
 * unit, its facts know what is so of every unit and throw {@link Fact.NotKnown} for the rest. A row
 * can go on to another unit: the facts are then that unit's.
 */
final class UnitRow {

  private final Sources sources;
  private final List<Source> all;
  private final @Nullable Fact[] facts;
  private @Nullable ReportingUnit unit;
  private boolean zeros;

  /** A row about no unit yet. */
  UnitRow(Sources sources) {
    this.sources = sources;
    all = sources.all();
    facts = new Fact[all.size()];
  }

  UnitRow(Sources sources, ReportingUnit unit) {
    this(sources);
    this.unit = unit;
  }

  /** Goes on to a unit. */
  void of(ReportingUnit next) {
    unit = next;
  }

  /** How many facts there are. */
  int count() {
    int count = 0;
    for (int place = 0; place < facts.length; place++) {
      count += has(place) ? 1 : 0;
    }
    return count;
  }

  /** All facts: the figures, then the reports. */
  List<Fact> facts() {
    List<Fact> there = new ArrayList<>();
    for (int place = 0; place < facts.length; place++) {
      if (has(place)) {
        there.add(fact(place));
      }
    }
    return there;
  }

  /** Whether there is a fact at a place: a figure that can be compared, a report that has come. */
  boolean has(int place) {
    Source source = all.get(place);
    int index = unit().index();
    FigureColumn column = source.of(index);
    return !zeros
        && column != null
        && column.state(index) == State.VALID
        && (source.isReport() ? column.value(index) <= sources.asOf() : source.compared());
  }

  /** What is at a place if anything is. */
  Fact fact(int place) {
    Fact fact = facts[place];
    if (fact == null) {
      Source source = all.get(place);
      fact =
          source.isReport() ? new SubmittedReport(this, source) : new SubmittedFigure(this, source);
      facts[place] = fact;
    }
    return fact;
  }

  /** Figures of 0 for counts that the unit did not give. */
  List<Fact> zeros(Collection<Input> inputs) {
    UnitRow nothing = new UnitRow(sources, unit());
    nothing.zeros = true;
    return all.stream()
        .filter(source -> source.of(unit().index()) == null && inputs.contains(source.input()))
        .map(source -> nothing.fact(source.place()))
        .toList();
  }

  ReportingUnit unit() {
    ReportingUnit known = unit;
    if (known == null) {
      throw new Fact.NotKnown();
    }
    return known;
  }

  /** The code of the area that the unit belongs to; empty for the area itself. */
  String area() {
    return unit().equals(sources.area()) ? "" : sources.area().code();
  }

  long value(int place) {
    int index = unit().index();
    FigureColumn column = all.get(place).of(index);
    return column == null ? 0 : column.value(index);
  }

  /** The figure at a place; null if there is none that can be compared. */
  @Nullable SubmittedFigure figure(int place) {
    return has(place) ? (SubmittedFigure) fact(place) : null;
  }

  /** How many figures targets ask with a report. */
  int asked(Source report) {
    return sources.asked(unit())[report.place()];
  }

  /** How many figures came with a report. */
  int given(Source report) {
    int index = unit().index();
    int figures = 0;
    for (int place : report.counted()) {
      figures += all.get(place).of(index) == null ? 0 : 1;
    }
    return figures;
  }
}

package vn.doichieu.masking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;

/** The figures of one family of items, and everything that findings tell of them. */
final class Ledger {

  private static final Comparator<ReportingUnit> BY_CODE =
      Comparator.comparing(ReportingUnit::code);

  private final Set<Item> items;
  private final ReportingUnit area;
  private final Map<Entry, Long> values = new LinkedHashMap<>();
  private final Map<ReportingUnit, Set<Entry>> byUnit = new TreeMap<>(BY_CODE);
  private final Map<Entry, List<Statement>> byEntry = new HashMap<>();
  private final Map<ReportingUnit, List<Sum>> small = new TreeMap<>(BY_CODE);
  private final List<Told> told = new ArrayList<>();

  private record Told(Finding finding, Statement statement) {}

  /** Numbers made of the same items, at one unit and in one year. */
  private record Series(ReportingUnit unit, int year, Set<Item> items) {}

  Ledger(Set<Item> items, ReportingUnit area) {
    this.items = items;
    this.area = area;
  }

  /** Takes a finding, and what it would be under other readings. */
  void add(Finding finding, Evaluation evaluation) {
    take(finding, evaluation);
    for (OtherReading.Verdict verdict : evaluation.otherReadings().apply(finding)) {
      Finding other = verdict.finding();
      if (other != null && Kinship.itemOf(other.target()) != null) {
        take(other, evaluation);
      }
    }
  }

  private void take(Finding finding, Evaluation evaluation) {
    List<Figure> figures = evaluation.evidence().apply(finding);
    for (Figure figure : figures) {
      if (figure.state() == State.VALID && items.contains(figure.item())) {
        Entry entry = Entry.of(figure);
        if (values.put(entry, figure.value()) == null) {
          byUnit.computeIfAbsent(entry.unit(), unit -> new HashSet<>()).add(entry);
        }
      }
    }
    told.add(new Told(finding, new Numbers(finding, figures).statement()));
  }

  /** Once everything is taken: what is small, and what hangs together. */
  void close() {
    values.forEach(
        (entry, value) -> {
          if (entry.item().people() && SmallCounts.isSmall(value)) {
            addSmall(entry.unit(), Sum.of(entry, value));
          }
        });
    for (Told each : told) {
      index(each.statement());
      SmallCounts.of(each.statement(), values).forEach(sum -> addSmall(each.finding().unit(), sum));
      if (each.finding().unit().equals(area) && each.finding().basis() == Basis.OWN) {
        ownAgainstMembers(each).forEach(this::index);
      }
    }
    addGrowth();
  }

  /** Readers know whether the area's own figures are its members' sums, or how they lie to them. */
  private List<Statement> ownAgainstMembers(Told each) {
    List<Statement> differences = new ArrayList<>();
    for (Entry entry : each.statement().entries()) {
      Sum difference = Sum.of(entry, 0);
      for (ReportingUnit unit : byUnit.keySet()) {
        if (!unit.equals(area)
            && each.finding().target().scope().covers(unit)
            && values.containsKey(entry.at(unit))) {
          difference = difference.minus(Sum.of(entry.at(unit), 0));
        }
      }
      if (difference.factors().size() > 1) {
        differences.add(
            new Statement(area, each.statement().criterion(), difference, null, true, Set.of()));
      }
    }
    return differences;
  }

  private void index(Statement statement) {
    statement
        .entries()
        .forEach(entry -> byEntry.computeIfAbsent(entry, e -> new ArrayList<>()).add(statement));
  }

  private void addSmall(ReportingUnit unit, Sum sum) {
    List<Sum> sums = small.computeIfAbsent(unit, u -> new ArrayList<>());
    if (!sums.contains(sum)) {
      sums.add(sum);
    }
  }

  /** Counts of one year's periods are cumulative: their differences are counts, too. */
  private void addGrowth() {
    Map<Series, Map<ReportingPeriod, Sum>> series = new LinkedHashMap<>();
    for (Told each : told) {
      ReportingPeriod period = each.finding().period();
      Statement statement = each.statement();
      for (Sum sum : Arrays.asList(statement.n(), statement.d())) {
        if (sum != null && period.cumulativeOrder() > 0) {
          Set<Item> items =
              sum.factors().keySet().stream().map(Entry::item).collect(Collectors.toSet());
          series
              .computeIfAbsent(
                  new Series(each.finding().unit(), period.year(), items),
                  key -> new LinkedHashMap<>())
              .put(period, sum);
        }
      }
    }
    series.forEach((key, counts) -> addGrowth(key.unit(), counts));
  }

  private void addGrowth(ReportingUnit unit, Map<ReportingPeriod, Sum> counts) {
    counts.forEach(
        (earlier, before) ->
            counts.forEach(
                (later, after) -> {
                  if (earlier.cumulativeOrder() < later.cumulativeOrder()) {
                    SmallCounts.growth(before, after).forEach(sum -> addSmall(unit, sum));
                  }
                }));
  }

  Set<Item> items() {
    return items;
  }

  /** Every figure that is known to the evaluation. */
  Map<Entry, Long> values() {
    return values;
  }

  /** The figures of a unit. */
  Set<Entry> of(ReportingUnit unit) {
    return byUnit.getOrDefault(unit, Set.of());
  }

  /** What findings tell of a figure. */
  List<Statement> about(Entry entry) {
    return byEntry.getOrDefault(entry, List.of());
  }

  /** What must not be known, by the unit whose finding would tell it. */
  Map<ReportingUnit, List<Sum>> small() {
    return small;
  }

  /** Every unit that has a figure: those with the smallest ones, which tell the least, first. */
  List<ReportingUnit> units() {
    return byUnit.keySet().stream()
        .sorted(Comparator.comparingLong((ReportingUnit u) -> total(u)).thenComparing(BY_CODE))
        .toList();
  }

  private long total(ReportingUnit unit) {
    return of(unit).stream().mapToLong(entry -> values.getOrDefault(entry, 0L)).sum();
  }

  ReportingUnit area() {
    return area;
  }
}

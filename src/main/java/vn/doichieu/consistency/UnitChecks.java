package vn.doichieu.consistency;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.drl.DrlRules;
import vn.doichieu.drl.Emission;
import vn.doichieu.drl.Screen;
import vn.doichieu.fence.Fact;

/**
 * Fires rules over the figures and reports of units. Facts are made and sessions held for those
 * units alone in which some rule could hold: the others cost little more than looking at their
 * figures.
 */
final class UnitChecks {

  /** Units a session: whole units, since rules compare the facts of one unit only. */
  private static final int BATCH = 500;

  private final DrlRules rules;
  private final Screen screen;
  private final Screen.Group found;
  private final Sources sources;

  /** The places that some pattern could match, and by place the patterns that could. */
  private final int[] places;

  private final int[][] patterns;

  /** Goes from unit to unit where facts are only looked at. */
  private final UnitRow row;

  UnitChecks(DrlRules rules, Sources sources) {
    this.rules = rules;
    this.sources = sources;
    screen = rules.screen();
    found = screen.group();
    row = new UnitRow(sources); // Of no unit yet: what is so of every unit is asked once.
    List<Integer> matched = new ArrayList<>();
    patterns = new int[sources.all().size()][];
    for (int place = 0; place < patterns.length; place++) {
      patterns[place] = screen.patterns(row.fact(place));
      if (patterns[place].length > 0) {
        matched.add(place);
      }
    }
    places = matched.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Units in the order given, so many that a session stays small. */
  static List<List<ReportingUnit>> batches(List<ReportingUnit> units) {
    List<List<ReportingUnit>> batches = new ArrayList<>();
    for (int from = 0; from < units.size(); from += BATCH) {
      batches.add(units.subList(from, Math.min(from + BATCH, units.size())));
    }
    return batches;
  }

  /**
   * Fires the rules.
   *
   * @param together whether rules set the facts of different units beside one another
   * @throws vn.doichieu.rules.InvalidRules if rules join or emit more than any honest ones
   */
  void fire(List<ReportingUnit> units, boolean together, Consumer<Emission> taken) {
    for (List<ReportingUnit> session : together ? List.of(units) : batches(units)) {
      List<Fact> facts = new ArrayList<>();
      if (together) {
        addTo(facts, session);
      } else {
        session.forEach(unit -> addTo(facts, List.of(unit)));
      }
      if (!facts.isEmpty()) {
        rules.fire(facts, offered(session)).forEach(taken);
      }
    }
  }

  private int offered(List<ReportingUnit> units) {
    return units.stream().mapToInt(unit -> new UnitRow(sources, unit).count()).sum();
  }

  /** Adds the facts that can take part in some rule together with others of the same units. */
  private void addTo(List<Fact> facts, List<ReportingUnit> units) {
    found.clear();
    for (ReportingUnit unit : units) {
      row.of(unit);
      look();
    }
    if (found.isPossible()) {
      for (ReportingUnit unit : units) {
        UnitRow own = new UnitRow(sources, unit);
        for (int place : places) {
          if (own.has(place) && isWanted(place, own.fact(place))) {
            facts.add(own.fact(place));
          }
        }
      }
    }
  }

  private void look() {
    for (int place : places) {
      if (row.has(place)) {
        for (int pattern : patterns[place]) {
          if (!found.has(pattern) && screen.admits(pattern, row.fact(place))) {
            found.add(pattern);
          }
        }
      }
    }
  }

  private boolean isWanted(int place, Fact fact) {
    for (int pattern : patterns[place]) {
      if (found.wants(pattern) && screen.admits(pattern, fact)) {
        return true;
      }
    }
    return false;
  }
}

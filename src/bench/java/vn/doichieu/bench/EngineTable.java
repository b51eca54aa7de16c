package vn.doichieu.bench;

import java.util.List;
import java.util.Optional;

/** Compares the findings of all contenders, then times them: the one table of engines. */
final class EngineTable {

  /** Above so many units only the program and the plain loop are timed: the others take minutes. */
  private static final int MOST_FOR_ALL = 10_000;

  private final Table table = new Table();
  private final JmhRuns runs = new JmhRuns(table);

  private EngineTable() {}

  /** Prints the table for so many units each. */
  static void print(List<Integer> sizes) throws Exception {
    Optional<String> leftOut = NodeRuns.install();
    EngineTable engines = new EngineTable();
    for (int units : sizes) {
      engines.hocMon(units);
    }
    for (int units : sizes) {
      engines.ratios(units, leftOut.isEmpty());
    }
    System.out.println(engines.table.text());
    leftOut.ifPresent(why -> System.out.println("Node.js engines are left out: " + why));
  }

  private void hocMon(int units) throws Exception {
    int findings = HocMon.of(units).agree(HocMon.AS_OF, true);
    System.gc(); // Gives the memory back before the benchmarks' own JVMs start.
    runs.hocMon("loop", Table.LOOP, units, findings);
    runs.hocMon("ours", Table.OURS, units, findings);
    runs.hocMon("chosenReadings", Table.OURS + ", without other readings", units, findings);
    runs.hocMonAtOnce("ours", Table.OURS + ", two evaluations at once", units, findings, 2);
    runs.hocMon("oursOnAll", Table.OURS + ", every processor", units, findings);
  }

  private void ratios(int units, boolean node) throws Exception {
    List<RatioFinding> limit = Smoke.ratios(Math.min(units, MOST_FOR_ALL));
    for (Contender.Kind kind : Contender.Kind.values()) {
      if (units <= MOST_FOR_ALL || kind == Contender.Kind.LOOP || kind == Contender.Kind.OURS) {
        runs.ratios(kind, units);
      }
    }
    if (node && units == MOST_FOR_ALL) {
      for (NodeRuns.Engine engine : NodeRuns.Engine.values()) {
        List<UnitFigures> figures = RatioTargets.figures(units);
        NodeRuns.agree(engine, figures, limit);
        table.add(NodeRuns.measure(engine, figures));
      }
    }
  }
}

package vn.doichieu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the findings of all contenders, then times them and prints one table. Arguments: the
 * numbers of units (100 and 10,000 unless told), or {@code smoke}, which only compares, or {@code profile N}, which
 * says where the program's own time goes.
 */
public final class Bench {

  static final String RATIOS = "12 ratio targets";

  /** Above so many units only the program and the plain loop are timed: the others take minutes. */
  private static final int MOST_FOR_ALL = 10_000;

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    HocMon.forget();
    if (List.of(arguments).equals(List.of("smoke"))) {
      smoke();
      return;
    }
    if (arguments.length == 2 && arguments[0].equals("profile")) {
      Profile.run(Integer.parseInt(arguments[1]));
      return;
    }
    List<Integer> sizes = new ArrayList<>();
    for (String argument : arguments) {
      sizes.add(Integer.parseInt(argument));
    }
    time(sizes.isEmpty() ? List.of(100, 10_000) : sizes);
  }

  private static void smoke() throws Exception {
    Optional<String> leftOut = NodeRuns.install();
    System.out.println(Smoke.hocMon(100) + " findings of Hóc Môn agree with the plain loop.");
    List<RatioFinding> limit = Smoke.ratios(100);
    int contenders = Contender.Kind.values().length;
    if (leftOut.isPresent()) {
      System.out.println("Node.js engines are left out: " + leftOut.get());
    } else {
      for (NodeRuns.Engine engine : NodeRuns.Engine.values()) {
        NodeRuns.agree(engine, RatioTargets.figures(100), limit);
        contenders++;
      }
    }
    System.out.println(limit.size() + " findings of ratios agree in " + contenders + " contenders.");
  }

  private static void time(List<Integer> sizes) throws Exception {
    System.out.println(Machine.text());
    Optional<String> leftOut = NodeRuns.install();
    Table table = new Table();
    JmhRuns runs = new JmhRuns(table);
    for (int units : sizes) {
      int findings = HocMon.of(units).agree(HocMon.AS_OF, true);
      System.gc(); // Gives the memory back before the benchmarks' own JVMs start.
      runs.hocMon("loop", Table.LOOP, units, findings);
      runs.hocMon("ours", Table.OURS, units, findings);
      runs.hocMon("chosenReadings", Table.OURS + ", without other readings", units, findings);
    }
    for (int units : sizes) {
      List<RatioFinding> limit = Smoke.ratios(Math.min(units, MOST_FOR_ALL));
      for (Contender.Kind kind : Contender.Kind.values()) {
        if (units <= MOST_FOR_ALL || kind == Contender.Kind.LOOP || kind == Contender.Kind.OURS) {
          runs.ratios(kind, units);
        }
      }
      if (leftOut.isEmpty() && units == MOST_FOR_ALL) {
        for (NodeRuns.Engine engine : NodeRuns.Engine.values()) {
          List<UnitFigures> figures = RatioTargets.figures(units);
          NodeRuns.agree(engine, figures, limit);
          table.add(NodeRuns.measure(engine, figures));
        }
      }
    }
    System.out.println(table.text());
    System.out.println("Load average at the end: " + Machine.load());
    leftOut.ifPresent(why -> System.out.println("Node.js engines are left out: " + why));
  }
}

package vn.doichieu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.doichieu.bench.Processes.Took;

/** The live heap by units, and a formula for it from two sizes that is held against a third. */
final class MemoryTable {

  private static final double MEBI = 1 << 20;

  /** What {@link LiveHeap} told of a folder; bytes. */
  private record Live(int units, double read, double evaluated, double old) {}

  private MemoryTable() {}

  /** Fits the formula to the first size and a tenth of it, and checks it on the largest or a half. */
  static String measure(List<Integer> sizes) throws IOException, InterruptedException {
    int first = sizes.get(0);
    int third = sizes.size() > 1 ? sizes.get(sizes.size() - 1) : first / 2;
    StringBuilder text = new StringBuilder();
    text.append("| live heap, MiB | units | after reading | after evaluation | beyond the figures")
        .append(" | old generation at most while findings are read |\n|---|--:|--:|--:|--:|--:|\n");
    List<Live> all = new ArrayList<>();
    for (int units : List.of(first / 10, first, third)) {
      System.err.printf(Locale.ROOT, "live heap, %,d units%n", units);
      Path folder = Pipeline.folder(units);
      try {
        Took took =
            Processes.run(
                Program.command(
                    LiveHeap.class.getName(), HocMon.PLAN.toString(), folder.toString()));
        if (took.exit() == 0) {
          String[] told = took.text().strip().split(" ");
          Live live =
              new Live(units, number(told[0]), number(told[1]), number(told[2]));
          all.add(live);
          text.append(String.format(Locale.ROOT, "| | %,d | ", units))
              .append(
                  PipelineTable.row(
                      live.read / MEBI,
                      live.evaluated / MEBI,
                      (live.evaluated - live.read) / MEBI,
                      live.old / MEBI));
        } else {
          text.append(
              String.format(Locale.ROOT, "| | %,d | not done, exit code %d | | | |%n", units, took.exit()));
        }
      } finally {
        HocMon.forget(folder);
      }
    }
    if (all.size() == 3) {
      text.append('\n').append(formula("after reading", all, all.stream().map(Live::read).toList()));
      text.append(formula("after evaluation", all, all.stream().map(Live::evaluated).toList()));
    }
    return text.toString();
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  private static String formula(String when, List<Live> at, List<Double> bytes) {
    double slope = (bytes.get(1) - bytes.get(0)) / (at.get(1).units - at.get(0).units);
    double constant = bytes.get(1) - slope * at.get(1).units;
    double foretold = constant + slope * at.get(2).units;
    return String.format(
        Locale.ROOT,
        "Live heap %s: %,.0f bytes a unit + %.1f MiB (from %,d and %,d units); for %,d units that"
            + " is %,.0f MiB, measured %,.0f MiB (%+.1f%%).%n",
        when,
        slope,
        constant / MEBI,
        at.get(0).units,
        at.get(1).units,
        at.get(2).units,
        foretold / MEBI,
        bytes.get(2) / MEBI,
        100 * (bytes.get(2) / foretold - 1));
  }
}

package vn.doichieu.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.doichieu.bench.Pipeline.Way;

/** The pipeline's numbers as Markdown: for each size beside the bare parse, then how they grow. */
final class PipelineTable {

  private static final Timings NONE = new Timings();

  private PipelineTable() {}

  static String text(
      List<Integer> sizes,
      Map<Integer, Map<Way, Timings>> timings,
      Map<Integer, Map<Way, Long>> written) {
    StringBuilder text = new StringBuilder("Heap of each process: at most " + Program.heap());
    text.append(" MiB\n\n| what | units | least s | median s | user s | peak MiB | written MB")
        .append(" | × bare parse | user × bare parse |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
    for (int units : sizes) {
      Map<Way, Timings> of = timings.getOrDefault(units, Map.of());
      Timings parse = of.getOrDefault(Way.PARSE, NONE);
      of.forEach(
          (way, runs) -> {
            Long bytes = written.getOrDefault(units, Map.of()).get(way);
            text.append(String.format(Locale.ROOT, "| %s | %,d | ", way.label(), units))
                .append(
                    row(
                        runs.least(),
                        runs.median(),
                        runs.cpu(),
                        runs.mebibytes(),
                        bytes == null ? Double.NaN : bytes / 1e6,
                        runs.least() / parse.least(),
                        runs.cpu() / parse.cpu()));
          });
    }
    for (int i = 1; i < sizes.size(); i++) {
      grow(text, sizes.get(0), sizes.get(i), timings);
    }
    return text.append('\n').toString();
  }

  private static void grow(
      StringBuilder text, int small, int large, Map<Integer, Map<Way, Timings>> timings) {
    text.append(
        String.format(
            Locale.ROOT,
            "%n| %,d units beside %,d | time × | user × | peak memory × |%n|---|--:|--:|--:|%n",
            large,
            small));
    Map<Way, Timings> before = timings.getOrDefault(small, Map.of());
    timings
        .getOrDefault(large, Map.of())
        .forEach(
            (way, runs) -> {
              Timings of = before.getOrDefault(way, NONE);
              text.append("| " + way.label() + " | ")
                  .append(
                      row(
                          runs.least() / of.least(),
                          runs.cpu() / of.cpu(),
                          runs.mebibytes() / of.mebibytes()));
            });
  }

  /** The rest of a row. */
  static String row(double... numbers) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < numbers.length; i++) {
      row.append(i == 0 ? "" : " | ").append(Table.number(numbers[i]));
    }
    return row.append(" |\n").toString();
  }
}

package vn.doichieu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import vn.doichieu.bench.Processes.Took;

/** Several runs of the same command. */
final class Timings {

  private final List<Took> runs = new ArrayList<>();

  void add(Took run) {
    runs.add(run);
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  double least() {
    return seconds().min().orElse(Double.NaN);
  }

  double median() {
    double[] sorted = seconds().sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length == 0
        ? Double.NaN
        : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The least user time, in seconds. */
  double cpu() {
    return runs.stream().mapToDouble(Took::cpu).min().orElse(Double.NaN);
  }

  /** The most memory of all runs, in MiB. */
  double mebibytes() {
    return runs.stream().mapToDouble(Took::mebibytes).max().orElse(Double.NaN);
  }

  private DoubleStream seconds() {
    return runs.stream().mapToDouble(Took::seconds);
  }
}

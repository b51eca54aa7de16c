package vn.doichieu.bench;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs one benchmark at a time by JMH, each in a JVM of its own. */
final class JmhRuns {

  /** From here on an evaluation takes so long that fewer of them have to do. */
  private static final int MANY = 100_000;

  private static final String LOG = "target/bench/jmh.log";

  private final Table table;

  JmhRuns(Table table) {
    this.table = table;
  }

  void hocMon(String method, String who, int units, long findings) throws RunnerException {
    run("Hóc Môn, all kinds", HocMonBenchmark.class, method, who, units, findings, 1, null);
  }

  /**
   * As many evaluations at once as there are threads, over one rule base and one submission; what is
   * told is the time until one more of them is done.
   */
  void hocMonAtOnce(String method, String who, int units, long findings, int threads)
      throws RunnerException {
    run("Hóc Môn, all kinds", HocMonBenchmark.class, method, who, units, findings, threads, null);
  }

  void ratios(Contender.Kind kind, int units) throws RunnerException {
    run(
        Bench.RATIOS,
        RatioBenchmark.class,
        "judge",
        kind.label(),
        units,
        (long) units * RatioTargets.COUNT,
        1,
        kind);
  }

  private void run(
      String group,
      Class<?> type,
      String method,
      String who,
      int units,
      long findings,
      int threads,
      Contender.@org.jspecify.annotations.Nullable Kind kind)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(type.getName().replace(".", "\\.") + "\\." + method + "$")
            .param("units", Integer.toString(units))
            .forks(1)
            .threads(threads)
            .warmupIterations(units < MANY ? 5 : 2)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(units < MANY ? 10 : 3)
            .measurementTime(TimeValue.milliseconds(500))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .output(LOG);
    if (kind != null) {
      options.param("contender", kind.name());
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    RunResult result = results.iterator().next();
    Result<?> time = result.getPrimaryResult();
    double bytes =
        result.getSecondaryResults().entrySet().stream()
            .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
            .mapToDouble(entry -> entry.getValue().getScore())
            .findFirst()
            .orElse(Double.NaN);
    double least = time.getStatistics().getMin() / threads;
    double mean = time.getScore() / threads;
    table.add(new Measured(group, who, units, findings, least, mean, bytes));
    System.err.println(group + ", " + units + " units: " + who);
  }
}

package vn.doichieu.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Whole evaluations of the plan of Hóc Môn. Of ours every finding is made and read; the loop makes
 * the list of its own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HocMonBenchmark {

  /** How many communes. */
  @Param({"100"})
  public int units;

  private HocMon plan;
  private HocMonLoop loop;

  @Setup
  public void read() {
    plan = HocMon.of(units);
    loop = plan.loop(HocMon.AS_OF, true);
  }

  @Benchmark
  public Object ours() {
    return Traversal.of(plan.ours(HocMon.AS_OF, true));
  }

  @Benchmark
  public Object chosenReadings() {
    return Traversal.of(plan.chosen(HocMon.AS_OF, true));
  }

  /** One evaluation on every processor; its findings are made and read on every one, too. */
  @Benchmark
  public Object oursOnAll() {
    return Traversal.onAll(plan.oursOnAll(HocMon.AS_OF, true));
  }

  @Benchmark
  public Object loop() {
    return loop.run();
  }
}

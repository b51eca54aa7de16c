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

/** All units against the {@link RatioTargets}, one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RatioBenchmark {

  /** How many units. */
  @Param({"100"})
  public int units;

  /** Who judges. */
  @Param({"LOOP"})
  public Contender.Kind contender;

  private Contender built;

  @Setup
  public void build() {
    built = contender.of(RatioTargets.figures(units));
  }

  @Benchmark
  public Object judge() {
    return built.judgeAndRead();
  }
}

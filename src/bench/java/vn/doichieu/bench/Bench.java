package vn.doichieu.bench;

/** Runs the benchmarks and prints one table; {@code smoke} only compares findings. */
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println(Smoke.hocMon(100));
    System.out.println(Smoke.ratios(100).size());
  }
}

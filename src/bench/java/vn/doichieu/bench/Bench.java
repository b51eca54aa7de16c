package vn.doichieu.bench;

import java.time.LocalDate;
import java.util.List;

/** Runs the benchmarks and prints one table; {@code --smoke} only compares findings. */
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    List<LocalDate> days =
        List.of(
            LocalDate.of(2024, 4, 9),
            LocalDate.of(2024, 8, 9),
            LocalDate.of(2024, 11, 10),
            HocMon.AS_OF);
    for (boolean sound : new boolean[] {true, false}) {
      for (LocalDate day : days) {
        for (boolean closed : new boolean[] {false, true}) {
          System.out.println(HocMon.of(100, sound).agree(day, closed));
        }
      }
    }
  }
}

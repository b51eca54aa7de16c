package vn.doichieu.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * The benchmarks. Arguments: the numbers of units for the table of engines (100 and 10,000 unless
 * told); or a part and its own numbers, {@code pipeline 100000 1000000}, {@code calc 10000}, {@code
 * reload}, {@code profile 10000}; or {@code all} of these; or {@code smoke}, which compares and
 * times nothing.
 */
public final class Bench {

  static final String RATIOS = "12 ratio targets";

  private static final int MANY = 10_000;

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    HocMon.forget();
    String part = arguments.length > 0 && !isNumber(arguments[0]) ? arguments[0] : "table";
    List<Integer> numbers =
        Stream.of(arguments).filter(Bench::isNumber).map(Integer::parseInt).toList();
    if (part.equals("smoke")) {
      Smoke.run();
      return;
    }
    System.out.println(Machine.text());
    boolean grows = false;
    if (part.equals("all")) {
      for (String each : List.of("table", "pipeline", "calc", "reload", "profile")) {
        grows |= run(each, List.of());
      }
    } else {
      grows = run(part, numbers);
    }
    HocMon.forget();
    if (grows) {
      System.exit(1);
    }
  }

  /** Prints one part. Returns whether something grows that must not. */
  private static boolean run(String part, List<Integer> numbers) throws Exception {
    System.out.println("\n## " + part + "\n\nLoad average: " + Machine.load() + "\n");
    boolean grows = false;
    switch (part) {
      case "table" -> EngineTable.print(numbers.isEmpty() ? List.of(100, MANY) : numbers);
      case "pipeline" ->
          System.out.println(
              Pipeline.measure(numbers.isEmpty() ? List.of(100_000, 1_000_000) : numbers));
      case "calc" -> System.out.println(Calc.measure(numbers.isEmpty() ? MANY : numbers.get(0)));
      case "reload" -> grows = ReloadTable.print();
      case "profile" -> Profile.run(numbers.isEmpty() ? MANY : numbers.get(0));
      default -> throw new IllegalArgumentException(part);
    }
    System.out.println("Load average at the end: " + Machine.load());
    return grows;
  }

  private static boolean isNumber(String text) {
    return text.matches("[0-9]+");
  }
}

package vn.doichieu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Says where the program's own evaluation spends its time and its memory, by Flight Recorder. */
final class Profile {

  private static final long WARM = 8_000_000_000L;
  private static final long RECORDED = 20_000_000_000L;
  private static final int SHOWN = 15;
  private static final String OURS = "vn.doichieu.";
  private static final String BENCH = "vn.doichieu.bench.";
  private static final String TRAVERSAL = BENCH + "Traversal";
  private static final String EVALUATOR = "vn.doichieu.evaluation.Evaluator";

  private final Map<String, Map<String, Double>> shares = new HashMap<>();

  private Profile() {}

  /** Evaluates the plan of Hóc Môn for a while, and prints what was recorded. */
  static void run(int units) throws IOException, ParseException {
    HocMon plan = HocMon.of(units);
    repeat(plan, WARM);
    Path file = Path.of("target/bench/profile.jfr");
    try (Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
      recording.start();
      repeat(plan, RECORDED);
      recording.stop();
      recording.dump(file);
    }
    Profile profile = new Profile();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      profile.add(event);
    }
    profile.print();
  }

  private static void repeat(HocMon plan, long nanos) {
    for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
      if (Traversal.of(plan.ours(HocMon.AS_OF, true)).findings() == 0) {
        throw new IllegalStateException("no findings");
      }
    }
  }

  private void add(RecordedEvent event) {
    RecordedStackTrace stack = event.getStackTrace();
    String name = event.getEventType().getName();
    boolean time = name.equals("jdk.ExecutionSample");
    if (stack == null || !time && !name.equals("jdk.ObjectAllocationSample")) {
      return;
    }
    double weight = time ? 1 : event.getLong("weight");
    String what = time ? "CPU" : "allocation";
    List<RecordedFrame> frames = stack.getFrames();
    if (frames.stream().noneMatch(frame -> isOurs(type(frame)))) {
      return; // The recorder itself, and the compiler.
    }
    put(what + " by step of the evaluator", step(frames), weight);
    put(what + " by method of ours", ours(frames), weight);
    put(
        time ? "CPU by method" : "allocation by class",
        time ? method(frames.get(0)) : event.getClass("objectClass").getName(),
        weight);
  }

  private void put(String kind, String key, double weight) {
    shares.computeIfAbsent(kind, k -> new HashMap<>()).merge(key, weight, Double::sum);
  }

  /** What the evaluator itself called: the innermost of its frames. */
  private static String step(List<RecordedFrame> frames) {
    boolean other =
        frames.stream().anyMatch(f -> type(f).endsWith("OtherReadings"));
    for (RecordedFrame frame : frames) {
      if (type(frame).equals(EVALUATOR)) {
        return frame.getMethod().getName() + (other ? ", other readings" : "");
      }
    }
    return other ? "other readings" : "making and reading findings";
  }

  private static String ours(List<RecordedFrame> frames) {
    for (RecordedFrame frame : frames) {
      if (isOurs(type(frame)) && !type(frame).contains("$$Lambda")) {
        return method(frame);
      }
    }
    return "outside";
  }

  private static boolean isOurs(String type) {
    return type.startsWith(OURS) && !type.startsWith(BENCH) || type.equals(TRAVERSAL);
  }

  private static String type(RecordedFrame frame) {
    return frame.getMethod().getType().getName();
  }

  private static String method(RecordedFrame frame) {
    String type = type(frame);
    return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethod().getName();
  }

  private void print() {
    shares.keySet().stream().sorted().forEach(this::print);
  }

  private void print(String kind) {
    Map<String, Double> of = shares.get(kind);
    double all = of.values().stream().mapToDouble(Double::doubleValue).sum();
    System.out.println("\n" + kind);
    of.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(SHOWN)
        .forEach(
            entry ->
                System.out.printf(
                    Locale.ROOT, "%5.1f%%  %s%n", 100 * entry.getValue() / all, entry.getKey()));
  }
}

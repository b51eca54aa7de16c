package vn.doichieu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.doichieu.bench.Processes.Took;

/**
 * The whole way from a national folder of figures to a file of findings, as processes: {@code wc},
 * a bare parse, and the program with each of its outputs. What each says is held against the others
 * before its time counts.
 */
final class Pipeline {

  private static final int ROUNDS = 3;

  /** Files above this are not written: they would measure the disk, and fill it. */
  private static final long LARGEST = 8L << 30;

  /** So many communes tell how large each output becomes; the run also makes what is kept compiled. */
  private static final int SAMPLE = 1000;

  /** What is run. */
  enum Way {
    LINES("wc -l", ""),
    PARSE("bare parse by FastCSV", ""),
    NOTHING("check, every finding read, nothing written", ""),
    CSV("check --format csv", ".csv", "--format", "csv"),
    JSON("check --format json", ".json", "--format", "json"),
    TABLE("check --format table --result not_met", ".txt", "--result", "not_met");

    private final String label;
    private final String suffix;
    private final String[] options;

    Way(String label, String suffix, String... options) {
      this.label = label;
      this.suffix = suffix;
      this.options = options;
    }

    String label() {
      return label;
    }

    boolean writes() {
      return !suffix.isEmpty();
    }

    private List<String> command(Path folder) throws IOException {
      String figures = folder.resolve("figures.csv").toString();
      return switch (this) {
        case LINES -> List.of("wc", "-l", figures);
        case PARSE -> Program.command(PlainParse.class.getName(), figures);
        case NOTHING ->
            Program.command(Traverse.class.getName(), HocMon.PLAN.toString(), folder.toString());
        default -> {
          List<String> check = Program.check(HocMon.PLAN, folder, options);
          check.addAll(List.of("--output", output().toString()));
          yield check;
        }
      };
    }

    /** 1 is an answer of check: some binding finding is not met. */
    private int mostExit() {
      return writes() ? 1 : 0;
    }

    private Path output() {
      return HocMon.WORK.resolve("findings" + suffix);
    }
  }

  private final Map<Integer, Map<Way, Timings>> timings = new LinkedHashMap<>();
  private final Map<Integer, Map<Way, Long>> written = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();

  /** Measures folders with so many communes, and gives the tables. */
  static String measure(List<Integer> sizes) throws IOException, InterruptedException {
    Pipeline pipeline = new Pipeline();
    pipeline.run(SAMPLE, 1);
    for (int units : sizes) {
      pipeline.run(units, ROUNDS);
    }
    String tables =
        PipelineTable.text(sizes, pipeline.timings, pipeline.written)
            + String.join("", pipeline.remarks);
    return tables + "\n" + MemoryTable.measure(sizes);
  }

  /**
   * A tiny folder, nothing timed: all ways say the same.
   *
   * @return how many findings there are
   */
  static long agree(int communes) throws IOException, InterruptedException {
    Pipeline pipeline = new Pipeline();
    pipeline.run(communes, 1);
    if (!pipeline.remarks.isEmpty()) {
      throw new IllegalStateException(String.join("", pipeline.remarks));
    }
    Path folder = folder(communes);
    try {
      return CsvFindings.agree(folder, Way.CSV.output(), Way.CSV.command(folder));
    } finally {
      HocMon.forget(folder);
      Files.deleteIfExists(Way.CSV.output());
    }
  }

  /** The folder with so many communes; it is written if it is not there. */
  static Path folder(int communes) {
    Path folder = HocMon.WORK.resolve("exported_" + communes);
    if (!Files.exists(folder)) {
      HocMonFolder.write(folder, communes, HocMonFolder.Quality.EXPORTED);
    }
    return folder;
  }

  private void run(int units, int rounds) throws IOException, InterruptedException {
    Path folder = folder(units);
    try {
      List<Way> ways = new ArrayList<>(List.of(Way.values()));
      ways.removeIf(way -> isTooLarge(way, units));
      Facts facts = new Facts();
      for (int round = 0; round < rounds; round++) {
        for (Way way : List.copyOf(ways)) {
          Took took = Processes.run(way.command(folder));
          System.err.printf(
              Locale.ROOT, "pipeline, %,d units, %s: %.1f s%n", units, way.label, took.seconds());
          if (took.exit() > way.mostExit()) {
            remarks.add(failed(way, units, took));
            ways.remove(way);
          } else {
            facts.check(way, took);
            of(timings, units).computeIfAbsent(way, w -> new Timings()).add(took);
          }
          if (way.writes() && Files.exists(way.output())) {
            of(written, units).put(way, Files.size(way.output()));
            Files.delete(way.output());
          }
        }
      }
    } finally {
      HocMon.forget(folder);
    }
  }

  private static <T> Map<Way, T> of(Map<Integer, Map<Way, T>> map, int units) {
    return map.computeIfAbsent(units, u -> new EnumMap<>(Way.class));
  }

  private static String failed(Way way, int units, Took took) throws IOException {
    List<String> errors = Files.readAllLines(Processes.errors());
    int telling = way.writes() ? errors.size() - 1 : 0; // A trace begins with what happened.
    String why = errors.isEmpty() ? "" : ": " + errors.get(telling);
    return String.format(
        Locale.ROOT,
        "- %,d units, %s: not done, exit code %d after %.0f s%s%n",
        units, way.label, took.exit(), took.seconds(), why);
  }

  /** By the size of the sample's output; half of the free disk is left to others. */
  private boolean isTooLarge(Way way, int units) {
    Long sample = of(written, SAMPLE).get(way);
    if (sample == null) {
      return false;
    }
    long bytes = sample / SAMPLE * units;
    long free = HocMon.WORK.toFile().getUsableSpace();
    boolean tooLarge = bytes > Math.min(LARGEST, free / 2);
    if (tooLarge) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "- %,d units, %s: left out, it would write some %.1f GB (at most %.1f GB are written,"
                  + " and half of the %.1f GB that are free)%n",
              units, way.label, bytes / 1e9, LARGEST / 1e9, free / 1e9));
    }
    return tooLarge;
  }

  /** What has to be the same in all ways and rounds. */
  private static final class Facts {

    private long lines = -1;
    private long findings = -1;

    void check(Way way, Took took) throws IOException {
      switch (way) {
        case LINES -> lines = same(way, lines, first(took));
        case PARSE -> lines = same(way, lines, first(took));
        case NOTHING -> findings = same(way, findings, first(took));
        case CSV -> findings = same(way, findings, lines(way.output()) - 1);
        default -> {
          if (Files.size(way.output()) == 0) {
            throw new IllegalStateException(way.label + " writes nothing");
          }
        }
      }
    }

    private static long first(Took took) throws IOException {
      return Long.parseLong(took.text().strip().split(" ")[0]);
    }

    private static long same(Way way, long before, long now) {
      if (before >= 0 && before != now) {
        throw new IllegalStateException(way.label + ": " + now + ", not " + before);
      }
      return now;
    }

    private static long lines(Path file) throws IOException {
      byte[] buffer = new byte[1 << 16];
      long lines = 0;
      try (InputStream in = Files.newInputStream(file)) {
        for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
          for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n') {
              lines++;
            }
          }
        }
      }
      return lines;
    }
  }
}

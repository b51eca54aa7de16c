package vn.doichieu.bench;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.doichieu.domain.Result;

/**
 * The engines for Node.js, as whole processes. A process that only loads its engine, rules and
 * figures is taken off.
 */
final class NodeRuns {

  /** A process is run so often; the shortest counts. */
  private static final int TIMES = 3;

  private static final Path SOURCES = Path.of("src/bench/node");
  private static final Path WORK = Path.of("target/bench/node");

  /** An engine's script, and its name in the table. */
  enum Engine {
    ZEN("zen.cjs", "GoRules zen 0.54.0, 100 in flight"),
    JSON_RULES("json-rules.cjs", "json-rules-engine 7.3.1, 48 rules");

    private final String script;
    private final String label;

    Engine(String script, String label) {
      this.script = script;
      this.label = label;
    }
  }

  private NodeRuns() {}

  /** Installs the engines. Tells why they have to be left out, if they do. */
  static Optional<String> install() throws IOException, InterruptedException {
    Files.createDirectories(WORK);
    for (String name : List.of("package.json", "shared.cjs", "zen.cjs", "json-rules.cjs")) {
      Files.copy(SOURCES.resolve(name), WORK.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    try {
      String[] npm = {"npm", "install", "--no-audit", "--no-fund", "--loglevel=error"};
      int exit = start(Path.of("install.txt"), npm);
      return exit == 0 ? Optional.empty() : Optional.of("npm install ends with exit code " + exit);
    } catch (IOException e) {
      return Optional.of("there is no npm: " + e.getMessage());
    }
  }

  /**
   * Holds an engine's findings against the plain loop's.
   *
   * @throws IllegalStateException if they differ
   */
  static void agree(Engine engine, List<UnitFigures> units, List<RatioFinding> limit)
      throws IOException, InterruptedException {
    String input = input(units);
    process(engine, input, 1);
    String told = Files.readString(WORK.resolve("out.txt"));
    StringBuilder expected = new StringBuilder();
    for (RatioFinding finding : limit) {
      expected.append(letter(finding.result()));
    }
    if (!told.contentEquals(expected)) {
      throw new IllegalStateException(engine + " finds " + told + ", not " + expected);
    }
  }

  static Measured measure(Engine engine, List<UnitFigures> units)
      throws IOException, InterruptedException {
    String input = input(units);
    long load = Long.MAX_VALUE;
    long whole = Long.MAX_VALUE;
    for (int i = 0; i < TIMES; i++) {
      load = Math.min(load, process(engine, input, 0));
      whole = Math.min(whole, process(engine, input, 1));
    }
    long findings = (long) units.size() * RatioTargets.COUNT;
    return new Measured(
        Bench.RATIOS,
        engine.label,
        units.size(),
        findings,
        whole - load,
        Double.NaN,
        Double.NaN);
  }

  private static char letter(Result result) {
    return switch (result) {
      case MET -> 'M';
      case NOT_MET -> 'X';
      case NOT_APPLICABLE -> '0';
      default -> '?';
    };
  }

  private static String input(List<UnitFigures> units) throws IOException {
    String name = "input_" + units.size() + ".json";
    try (BufferedWriter out = Files.newBufferedWriter(WORK.resolve(name))) {
      List<String> targets = new ArrayList<>();
      for (int i = 0; i < RatioTargets.COUNT; i++) {
        targets.add(
            "{\"percent\":"
                + RatioTargets.percent(i)
                + ",\"comparator\":\""
                + RatioTargets.comparator(i)
                + "\"}");
      }
      out.write("{\"targets\":[" + String.join(",", targets) + "],\"units\":[\n");
      for (int at = 0; at < units.size(); at++) {
        List<String> figures = new ArrayList<>();
        for (int i = 0; i < RatioTargets.COUNT; i++) {
          if (units.get(at).n(i) >= 0) {
            figures.add("\"n" + (i + 1) + "\":" + units.get(at).n(i));
          }
          if (units.get(at).d(i) >= 0) {
            figures.add("\"d" + (i + 1) + "\":" + units.get(at).d(i));
          }
        }
        out.write("{" + String.join(",", figures) + "}" + (at < units.size() - 1 ? ",\n" : "\n"));
      }
      out.write("]}\n");
    }
    return name;
  }

  private static long process(Engine engine, String input, int passes)
      throws IOException, InterruptedException {
    long before = System.nanoTime();
    int exit =
        start(Path.of("out.txt"), "node", engine.script, input, Integer.toString(passes));
    if (exit != 0) {
      throw new IllegalStateException(engine + " ends with exit code " + exit);
    }
    return System.nanoTime() - before;
  }

  private static int start(Path output, String... command)
      throws IOException, InterruptedException {
    File out = WORK.resolve(output).toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(WORK.toFile())
            .redirectOutput(out)
            .redirectError(WORK.resolve("errors.txt").toFile())
            .start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(String.join(" ", command) + " does not end");
    }
    return process.exitValue();
  }
}

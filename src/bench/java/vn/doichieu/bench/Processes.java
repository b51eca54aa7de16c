package vn.doichieu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs whole processes one at a time, and measures them. */
final class Processes {

  private static final Path WORK = Path.of("target/bench/processes");
  private static final Path GNU_TIME = Path.of("/usr/bin/time");

  /** No process of the suite takes so long on a machine that is worth measuring. */
  private static final int MINUTES = 60;

  /** As of the program timeout. */
  private static final int TOO_LONG = 124;

  /**
   * What one process took.
   *
   * @param exit its exit code; {@link #TOO_LONG} if it had to be ended
   * @param seconds of wall time
   * @param cpu seconds of user time; NaN where GNU time is not there
   * @param mebibytes the most memory ever resident; NaN likewise
   * @param output what it wrote to standard output
   */
  record Took(int exit, double seconds, double cpu, double mebibytes, Path output) {

    String text() throws IOException {
      return Files.readString(output);
    }
  }

  private Processes() {}

  /** Whether user time and memory are measured. */
  static boolean measured() {
    return Files.isExecutable(GNU_TIME);
  }

  /**
   * Runs a command; its standard output and standard error go to files.
   *
   * @throws IOException if there is no such program
   */
  static Took run(List<String> command) throws IOException, InterruptedException {
    Files.createDirectories(WORK);
    Path output = WORK.resolve("out.txt");
    Path numbers = WORK.resolve("time.txt");
    List<String> timed = new ArrayList<>();
    if (measured()) {
      // -q: nothing but the numbers, whatever the exit code is.
      timed.addAll(
          List.of(GNU_TIME.toString(), "-q", "-f", "%U %M", "-o", numbers.toString()));
    }
    timed.addAll(command);
    long before = System.nanoTime();
    Process process =
        new ProcessBuilder(timed)
            .redirectOutput(output.toFile())
            .redirectError(errors().toFile())
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return new Took(TOO_LONG, MINUTES * 60, Double.NaN, Double.NaN, output);
    }
    double seconds = (System.nanoTime() - before) / 1e9;
    String[] told =
        measured() ? Files.readString(numbers).strip().split(" ") : new String[] {"NaN", "NaN"};
    return new Took(
        process.exitValue(),
        seconds,
        Double.parseDouble(told[0]),
        Double.parseDouble(told[1]) / 1024,
        output);
  }

  /** Where standard error of the last process stands. */
  static Path errors() {
    return WORK.resolve("errors.txt");
  }
}

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
  private static final String TIME = "/usr/bin/time";

  /** User time and the most memory resident; -q: nothing else, whatever the exit code is. */
  private static final List<String> MEASURE = List.of(TIME, "-q", "-f", "%U %M", "-o");

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

  /** Whether there is a time program, and whether it is GNU's. */
  private static boolean hasTime() {
    try {
      Process process =
          new ProcessBuilder(TIME, "--version")
              .redirectErrorStream(true)
              .redirectOutput(WORK.resolve("time-version.txt").toFile())
              .start();
      return process.waitFor() == 0
          && Files.readString(WORK.resolve("time-version.txt")).contains("GNU");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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
    boolean measured = hasTime();
    if (measured) {
      timed.addAll(MEASURE);
      timed.add(numbers.toString());
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
        measured ? Files.readString(numbers).strip().split(" ") : new String[] {"NaN", "NaN"};
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

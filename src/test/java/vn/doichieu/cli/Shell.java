package vn.doichieu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs a line of bash and keeps what it wrote. */
final class Shell {

  static final String LAUNCHER = quoted(Run.HOME.resolve("doichieu"));
  private static final int MOST_SECONDS = 60;

  private Shell() {}

  /** Runs a line in a folder; its streams go through files, so that no full pipe can stop it. */
  static Run run(Path folder, String line) {
    try {
      Path out = Files.createTempFile("doichieu-out", "");
      Path err = Files.createTempFile("doichieu-err", "");
      Process process =
          new ProcessBuilder("bash", "-c", line)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running after " + MOST_SECONDS + " s: " + line);
      }
      Run run =
          new Run(
              process.exitValue(),
              Files.readString(out, StandardCharsets.UTF_8),
              Files.readString(err, StandardCharsets.UTF_8));
      Files.delete(out);
      Files.delete(err);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}

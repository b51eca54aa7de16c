package vn.doichieu.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** LibreOffice, as another program through whose hands a file goes on its way. */
public final class LibreOffice {

  private static final String PROGRAM = "soffice";
  private static final long MOST_MINUTES = 5;

  private LibreOffice() {}

  /** Leaves a test out where there is no LibreOffice; in CI that is a failure. */
  public static void require() {
    require(program().isPresent(), "LibreOffice (soffice)");
  }

  /** The same for the part that opens texts, which Debian packs apart. */
  public static void requireWriter() throws IOException {
    Optional<Path> program = program();
    boolean there =
        program.isPresent()
            && Files.exists(program.get().toRealPath().resolveSibling("libswlo.so"));
    require(there, "LibreOffice with its writer");
  }

  private static void require(boolean there, String what) {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("%s is installed", what).isTrue();
    }
    assumeTrue(there, what + " is not installed");
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Opens files and saves each under its name in another format.
   *
   * @param format the ending of the new names, such as {@code xlsx}
   */
  public static void save(List<Path> files, String format, Path folder)
      throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("libreoffice");
    List<String> command =
        new ArrayList<>(
            List.of(
                PROGRAM,
                "-env:UserInstallation=" + home.toUri(),
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                folder.toString()));
    files.forEach(file -> command.add(file.toString()));
    Path said = home.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("LibreOffice ended; it said: %s", Files.readString(said)).isTrue();
  }
}

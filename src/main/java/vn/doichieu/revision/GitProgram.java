package vn.doichieu.revision;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.doichieu.revision.RefusedRevision.Why;
import vn.doichieu.wording.PlainText;

/**
 * The git program, asked for objects only: no command that it is given looks at an index or a work
 * tree, so that no hook, filter, textconv, external diff or file system monitor has a reason to
 * run. Where a repository's own configuration could still start a program (fetching an object that
 * a partial clone lacks), that is turned off as well.
 */
final class GitProgram {

  private static final long PATIENCE_SECONDS = 60;
  private static final int MOST_SAID = 300;

  private static final List<String> SAFELY =
      List.of(
          "--no-pager",
          "--no-replace-objects",
          "--literal-pathspecs",
          "--no-optional-locks",
          "-c",
          "protocol.allow=never",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "safe.bareRepository=explicit");

  private final Path program;
  private final Path scratch;

  /**
   * What git answered.
   *
   * @param exit its exit code
   * @param said its standard error, cut
   */
  record Answer(int exit, String text, String said) {

    boolean isYes() {
      return exit == 0;
    }

    String line() {
      return text.strip();
    }
  }

  private GitProgram(Path program, Path scratch) {
    this.program = program;
    this.scratch = scratch;
  }

  /**
   * The program on the search path.
   *
   * @param scratch a folder of our own for what git writes, and for its hooks, of which there are
   *     none
   * @throws RefusedRevision if there is none
   */
  static GitProgram find(Path scratch) {
    return find(scratch, String.valueOf(System.getenv("PATH")));
  }

  static GitProgram find(Path scratch, String searchPath) {
    for (String folder : searchPath.split(File.pathSeparator, -1)) {
      Optional<Path> program = program(folder);
      if (program.isPresent()) {
        return new GitProgram(program.get(), scratch);
      }
    }
    throw new RefusedRevision(Why.NO_GIT, "git");
  }

  /** Looked up by ourselves: Windows would try the present folder before the search path. */
  private static Optional<Path> program(String folder) {
    try {
      Path path = Path.of(folder);
      return path.isAbsolute()
          ? List.of("git.exe", "git").stream()
              .filter(name -> isWindows() == name.endsWith(".exe"))
              .map(path::resolve)
              .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
              .findFirst()
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty(); // Not a folder that anything could be found in.
    }
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
  }

  /** Asks for a text. */
  Answer ask(Path folder, String... words) {
    Path out = scratch.resolve("answer");
    Answer answer = run(folder, out, words);
    try {
      String text = Files.readString(out, StandardCharsets.UTF_8);
      return new Answer(answer.exit(), text, answer.said());
    } catch (IOException e) { // A file name that is not UTF-8 is none of a plan's files.
      throw new RefusedRevision(Why.GIT_FAILED, e.toString());
    }
  }

  /** Has what git answers written to a file. */
  Answer run(Path folder, Path out, String... words) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(SAFELY);
    command.addAll(List.of("-c", "core.hooksPath=" + scratch.resolve("no-hooks")));
    command.addAll(List.of(words));
    Path said = scratch.resolve("said");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    environment(builder.environment());
    builder.redirectOutput(out.toFile()).redirectError(said.toFile());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new RefusedRevision(Why.GIT_FAILED, "git " + words[0]);
      }
      byte[] bytes = Files.readAllBytes(said);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return new Answer(
          process.exitValue(),
          "",
          PlainText.of(text.substring(0, Math.min(text.length(), MOST_SAID))));
    } catch (IOException e) {
      throw new RefusedRevision(Why.GIT_FAILED, PlainText.of(e.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedRevision(Why.GIT_FAILED, "git " + words[0]);
    }
  }

  /** Nothing of what surrounds us points git to another repository or program. */
  private static void environment(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.toUpperCase(Locale.ROOT).startsWith("GIT_"));
    environment.put("GIT_NO_LAZY_FETCH", "1");
    environment.put("GIT_ALLOW_PROTOCOL", "none");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("LC_ALL", "C.UTF-8");
  }
}

package vn.doichieu.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A git work tree made for one test, apart from the settings of whoever runs it. */
public final class GitFolder {

  private final Path top;

  public GitFolder(Path top) {
    this.top = top;
    git("init", "-q", "-b", "main");
  }

  /** Commits everything that is there. */
  public GitFolder commit(String message) {
    git("add", "-A");
    return git(
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@t.invalid",
        "commit",
        "-q",
        "--no-verify",
        "-m",
        message);
  }

  public GitFolder git(String... words) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(top.toFile()).inheritIO();
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    try {
      int exit = builder.start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("git " + String.join(" ", words) + ": " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** Replaces words of a file. */
  public GitFolder edit(Path file, String old, String text) {
    try {
      String before = Files.readString(file);
      if (!before.contains(old)) {
        throw new IllegalStateException(old + " is not in " + file);
      }
      Files.writeString(file, before.replace(old, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}

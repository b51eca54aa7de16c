package vn.doichieu.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlainText;

/** Finds a plan's folder of rule files: by its id under {@code rules/}, or by path. */
public final class RulesFolders {

  private static final String PLAN_FILE = "plan.yaml";

  private final Path root;
  private final Messages messages;

  public RulesFolders(Path home, Messages messages) {
    this.root = home.resolve("rules");
    this.messages = messages;
  }

  /**
   * The folder of a plan.
   *
   * @throws UsageProblem naming the plans there are, if there is no such folder
   */
  public Path find(String plan) {
    try {
      for (Path folder : List.of(root.resolve(plan), Path.of(plan))) {
        if (!plan.isBlank() && Files.exists(folder.resolve(PLAN_FILE))) {
          return folder;
        }
      }
      if (!plan.isBlank() && Files.isDirectory(Path.of(plan))) {
        return Path.of(plan); // What it lacks is told when it is read.
      }
    } catch (InvalidPathException e) {
      throw new UsageProblem(messages.text("cli.not_a_path", plan));
    }
    throw unknown(plan);
  }

  /**
   * The folder of a plan of the program's own, by its id: what a file says is never taken for a
   * path.
   *
   * @throws UsageProblem naming the plans there are, if there is none of this id
   */
  public Path known(String plan) {
    if (!known().contains(plan)) {
      throw unknown(plan);
    }
    return root.resolve(plan);
  }

  private UsageProblem unknown(String plan) {
    return new UsageProblem(
        PlainText.of(messages.text("cli.no_plan", plan, String.join(", ", known()))));
  }

  private List<String> known() {
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(PLAN_FILE)))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of(); // Without a rules folder there is none to name.
    }
  }
}

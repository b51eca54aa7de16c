package vn.doichieu.revision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.revision.GitProgram.Answer;
import vn.doichieu.revision.PlanVersion.Shared;
import vn.doichieu.revision.RefusedRevision.Why;
import vn.doichieu.wording.PlainText;

/** Copies rule files out of a commit: by their objects, never by a checkout. */
final class Commit {

  /** Larger than any rule file, small enough for a temporary folder. */
  private static final long MOST_BYTES = 32L << 20;

  private static final int MOST_FILES = 200;

  /** Mode, type and object, the size, the name: what {@code ls-tree -z --long} tells of a file. */
  private static final Pattern ENTRY =
      Pattern.compile("([0-7]{6}) ([a-z]+) ([0-9a-f]{40,64}) +(\\S+)\t(.*)", Pattern.DOTALL);

  /** A rule file's name on every system: no folder, no device, nothing that hides. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N} _.-]{0,100}\\.(?:yaml|csv|xlsx|drl)");

  private static final String PLAN_FILE = "plan.yaml";

  private final String revision;
  private final Path folder;
  private final Path home;
  private final Path temporary;
  private final GitProgram git;

  /** A blob of the commit. */
  private record Blob(String object, long size) {}

  Commit(String revision, Path folder, Path home, Path temporary) throws IOException {
    this.revision = revision;
    this.folder = folder.toAbsolutePath();
    this.home = home.toAbsolutePath();
    this.temporary = temporary;
    if (revision.isBlank()
        || revision.startsWith("-")
        || !revision.equals(PlainText.of(revision))
        || revision.length() > 250) {
      throw new RefusedRevision(Why.NOT_A_NAME, PlainText.of(revision));
    }
    git = GitProgram.find(Files.createDirectory(temporary.resolve("git")));
  }

  PlanVersion version() throws IOException {
    String workTree = workTree(folder);
    if (workTree.isEmpty()) {
      throw new RefusedRevision(Why.NOT_UNDER_GIT, folder.toString());
    }
    String commit = commit();
    Map<String, Blob> files = files(folder, commit);
    if (!files.containsKey(PLAN_FILE)) {
      throw new RefusedRevision(Why.NO_PLAN, revision);
    }
    Path rules = Files.createDirectory(temporary.resolve("rules"));
    String name = String.valueOf(folder.normalize().getFileName());
    Path copy = Files.createDirectory(rules.resolve(name.equals("common") ? "plan" : name));
    copy(files, folder, copy);
    Shared shared = shared(workTree, commit, rules);
    return new PlanVersion(
        revision, commit, copy, shared == Shared.OF_COMMIT ? temporary : home, shared, temporary);
  }

  /** The top of the work tree that a folder stands in; empty if it stands in none. */
  private String workTree(Path inside) {
    Answer answer = git.ask(inside, "rev-parse", "--show-toplevel");
    if (!answer.isYes() && answer.said().contains("dubious ownership")) {
      throw new RefusedRevision(Why.GIT_FAILED, answer.said());
    }
    return answer.isYes() ? answer.line() : "";
  }

  private String commit() {
    Answer answer = git.ask(folder, "rev-parse", "--verify", "--quiet", revision + "^{commit}");
    if (!answer.isYes() || !answer.line().matches("[0-9a-f]{40,64}")) {
      throw new RefusedRevision(Why.NO_COMMIT, revision);
    }
    return answer.line();
  }

  /** The rule files that a folder has in the commit, by name. */
  private Map<String, Blob> files(Path inside, String commit) {
    Answer answer = git.ask(inside, "ls-tree", "-z", "--long", commit);
    if (!answer.isYes()) {
      throw new RefusedRevision(Why.GIT_FAILED, answer.said());
    }
    Map<String, Blob> files = new TreeMap<>();
    for (String entry : answer.text().split("\0", -1)) {
      Matcher matcher = ENTRY.matcher(entry);
      if (!matcher.matches() && !entry.isEmpty()) {
        throw new RefusedRevision(Why.GIT_FAILED, PlainText.of(entry));
      } else if (!entry.isEmpty() && NAME.matcher(matcher.group(5)).matches()) {
        files.put(matcher.group(5), blob(matcher));
      }
    }
    if (files.size() > MOST_FILES) {
      throw new RefusedRevision(Why.FILE_REFUSED, revision);
    }
    return files;
  }

  private static Blob blob(Matcher entry) {
    String name = entry.group(5);
    boolean file = entry.group(2).equals("blob") && entry.group(1).startsWith("100");
    String size = entry.group(4); // No number, where the object is not in the repository.
    if (!file || !size.matches("[0-9]{1,18}") || Long.parseLong(size) > MOST_BYTES) {
      throw new RefusedRevision(Why.FILE_REFUSED, name);
    }
    return new Blob(entry.group(3), Long.parseLong(size));
  }

  private void copy(Map<String, Blob> files, Path inside, Path to) throws IOException {
    for (Map.Entry<String, Blob> file : files.entrySet()) {
      Path copy = Files.createFile(to.resolve(file.getKey()));
      Answer answer = git.run(inside, copy, "cat-file", "blob", file.getValue().object());
      if (!answer.isYes() || Files.size(copy) != file.getValue().size()) {
        throw new RefusedRevision(Why.GIT_FAILED, answer.said());
      }
    }
  }

  /** Takes the shared rules of the commit, too, where they are the same repository's and others. */
  private Shared shared(String workTree, String commit, Path rules) throws IOException {
    Path present = home.resolve("rules").resolve("common");
    if (!Files.isDirectory(present) || !workTree(present).equals(workTree)) {
      return Shared.PRESENT;
    }
    Map<String, Blob> files = files(present, commit);
    files.keySet().removeIf(name -> !name.endsWith(".drl"));
    if (files.isEmpty()) {
      return Shared.PRESENT; // The commit is older than they are.
    }
    Path copy = Files.createDirectory(rules.resolve("common"));
    copy(files, present, copy);
    return texts(copy).equals(texts(present)) ? Shared.UNCHANGED : Shared.OF_COMMIT;
  }

  private static List<String> texts(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".drl")).sorted().toList()) {
        texts.add(file.getFileName() + "\n" + Files.readString(file).replace("\r\n", "\n"));
      }
    }
    return texts;
  }
}

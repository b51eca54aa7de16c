package vn.doichieu.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.revision.PlanVersion.Shared;
import vn.doichieu.revision.RefusedRevision.Why;

/** Earlier versions of a plan out of git, and everything that git must not do on the way. */
class PlanVersionTest {

  @TempDir private Path folder;
  private Path home;
  private Path plan;
  private GitFolder git;

  @BeforeEach
  void aPlanUnderGit() throws IOException {
    home = Files.createDirectories(folder.resolve("nơi làm việc"));
    plan = Files.createDirectories(home.resolve("rules/nhỏ"));
    Path common = Files.createDirectories(home.resolve("rules/common"));
    Files.writeString(plan.resolve("plan.yaml"), "id: nho\n");
    Files.writeString(plan.resolve("targets.csv"), "target\nT1\n");
    Files.writeString(plan.resolve("quy tắc.drl"), "package x;\n");
    Files.writeString(common.resolve("shared.drl"), "package y;\n");
    git = new GitFolder(home).commit("first");
  }

  private PlanVersion at(String revision) {
    return PlanVersion.ofCommit(revision, plan, home);
  }

  private Why refusal(String revision) {
    try (PlanVersion version = at(revision)) {
      return null;
    } catch (RefusedRevision e) {
      return e.why();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theFilesOfACommitAreCopiedAndTakenAwayAgain() throws IOException {
    git.edit(plan.resolve("targets.csv"), "T1", "T2");
    Path copy;
    try (PlanVersion version = at("HEAD")) {
      copy = version.folder();
      assertThat(names(copy)).containsExactly("plan.yaml", "quy tắc.drl", "targets.csv");
      assertThat(copy.resolve("targets.csv")).hasContent("target\nT1\n");
      assertThat(copy.getFileName()).hasToString("nhỏ");
      assertThat(version.commit()).matches("[0-9a-f]{40,64}");
    }
    assertThat(copy).doesNotExist();
    assertThat(copy.getParent().getParent()).doesNotExist();
    assertThat(plan.resolve("targets.csv")).hasContent("target\nT2\n");
  }

  @Test
  void whatTheCommitLacksIsNotThere() throws IOException {
    Files.writeString(plan.resolve("readings.csv"), "target\n");
    git.commit("second");
    try (PlanVersion version = at("HEAD~1")) {
      assertThat(names(version.folder())).doesNotContain("readings.csv");
    }
    try (PlanVersion version = at("main")) {
      assertThat(names(version.folder())).contains("readings.csv");
    }
  }

  @Test
  void sharedRulesAreTheCommitsOnlyWhereTheyHaveChanged() throws IOException {
    try (PlanVersion version = at("HEAD")) {
      assertThat(version.shared()).isEqualTo(Shared.UNCHANGED);
      assertThat(version.home()).isEqualTo(home.toAbsolutePath());
    }
    git.edit(home.resolve("rules/common/shared.drl"), "y", "z");
    try (PlanVersion version = at("HEAD")) {
      assertThat(version.shared()).isEqualTo(Shared.OF_COMMIT);
      assertThat(version.home().resolve("rules/common/shared.drl")).hasContent("package y;\n");
    }
  }

  @Test
  void sharedRulesOfAnotherRepositoryAreThePresentOnes() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("program"));
    Files.createDirectories(elsewhere.resolve("rules/common"));
    Files.writeString(elsewhere.resolve("rules/common/shared.drl"), "package other;\n");

    try (PlanVersion version = PlanVersion.ofCommit("HEAD", plan, elsewhere)) {
      assertThat(version.shared()).isEqualTo(Shared.PRESENT);
      assertThat(version.home()).isEqualTo(elsewhere);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-p", "--output=canary", "--git-dir=/", "", "   ", "HEAD\n--all", "HEAD\u202Ex"})
  void whatIsNoNameIsNeverHandedToGit(String revision) {
    assertThat(refusal(revision)).isEqualTo(Why.NOT_A_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nowhere",
        "HEAD~9",
        "HEAD:rules",
        "HEAD..HEAD",
        "^HEAD",
        "HEAD HEAD",
        "HEAD^{tree}",
        "$(touch canary)",
        "; touch canary",
        "main --all"
      })
  void whatNamesNoCommitIsRefused(String revision) {
    assertThat(refusal(revision)).isEqualTo(Why.NO_COMMIT);
    assertThat(home.resolve("canary")).doesNotExist();
    assertThat(plan.resolve("canary")).doesNotExist();
  }

  @Test
  void aCommitWithoutThePlanIsRefused() throws IOException {
    Path young = Files.createDirectories(home.resolve("rules/young"));
    Files.writeString(young.resolve("plan.yaml"), "id: young\n");

    assertThatThrownBy(() -> PlanVersion.ofCommit("HEAD", young, home))
        .isInstanceOfSatisfying(
            RefusedRevision.class, e -> assertThat(e.why()).isEqualTo(Why.NO_PLAN));
  }

  @Test
  void aFolderThatIsNotUnderGitIsRefused() throws IOException {
    Path alone = Files.createDirectories(folder.resolve("alone"));

    assertThatThrownBy(() -> PlanVersion.ofCommit("HEAD", alone, home))
        .isInstanceOfSatisfying(
            RefusedRevision.class, e -> assertThat(e.why()).isEqualTo(Why.NOT_UNDER_GIT));
  }

  @Test
  void withoutAGitProgramThatIsSaid() {
    assertThatThrownBy(() -> GitProgram.find(folder, ""))
        .isInstanceOfSatisfying(
            RefusedRevision.class, e -> assertThat(e.why()).isEqualTo(Why.NO_GIT));
  }

  @Test
  void aProgramCalledGitInThePresentFolderIsNotTaken() {
    assertThatThrownBy(() -> GitProgram.find(folder, "." + java.io.File.pathSeparator + "bin"))
        .isInstanceOf(RefusedRevision.class);
  }

  @Test
  void aLinkInTheCommitIsRefused() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "secret");
    Files.delete(plan.resolve("targets.csv"));
    Files.createSymbolicLink(plan.resolve("targets.csv"), secret);
    git.commit("linked");

    assertThat(refusal("HEAD")).isEqualTo(Why.FILE_REFUSED);
  }

  @Test
  void namesThatLeadElsewhereAreLeftBehind() throws IOException {
    Files.writeString(plan.resolve("..csv"), "x");
    Files.writeString(plan.resolve("con:x.csv"), "x");
    Files.writeString(plan.resolve("-x.csv"), "x");
    Files.writeString(plan.resolve("a\nb.csv"), "x");
    Files.createDirectories(plan.resolve("cases.csv"));
    Files.writeString(plan.resolve("cases.csv/x.csv"), "x");
    git.commit("strange names");
    Files.delete(plan.resolve("cases.csv/x.csv"));

    assertThat(refusal("HEAD")).isEqualTo(Why.FILE_REFUSED); // The folder that is called a file.
    git.git("rm", "-q", "-r", "--cached", "rules/nhỏ/cases.csv").commit("without it");
    try (PlanVersion version = at("HEAD")) {
      assertThat(names(version.folder()))
          .containsExactly("plan.yaml", "quy tắc.drl", "targets.csv");
    }
  }

  /** Whatever a repository that came from elsewhere is set up to run, it does not run. */
  @Nested
  class NothingRuns {

    private Path canary;

    private String touching() throws IOException {
      canary = folder.resolve("canary");
      Path script = folder.resolve("touch.sh");
      Files.writeString(script, "#!/bin/sh\ntouch '" + canary + "'\ncat\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
      return script.toString();
    }

    @Test
    void neitherHooksNorFiltersNorMonitorsNorPagers() throws IOException {
      String script = touching();
      Files.writeString(
          home.resolve(".gitattributes"),
          "*.csv diff=own filter=own\n*.yaml diff=own filter=own\n");
      git.commit("attributes");
      for (String setting :
          List.of(
              "core.fsmonitor",
              "core.pager",
              "core.sshCommand",
              "core.editor",
              "core.askPass",
              "diff.external",
              "diff.own.textconv",
              "diff.own.command",
              "filter.own.smudge",
              "filter.own.clean",
              "filter.own.process",
              "credential.helper",
              "gpg.program",
              "uploadpack.packObjectsHook")) {
        git.git("config", setting, script);
      }
      git.git("config", "alias.rev-parse", "!" + script);
      git.git("config", "alias.cat-file", "!" + script);
      Path hooks = home.resolve(".git/hooks");
      Files.createDirectories(hooks);
      for (String hook :
          List.of("post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc")) {
        Files.copy(Path.of(script), hooks.resolve(hook));
        assertThat(hooks.resolve(hook).toFile().setExecutable(true)).isTrue();
      }
      Files.deleteIfExists(canary); // Setting up may have run some.
      Files.writeString(plan.resolve("targets.csv"), "target\nT9\n");

      try (PlanVersion version = at("HEAD")) {
        assertThat(version.folder().resolve("targets.csv")).hasContent("target\nT1\n");
      }
      assertThat(canary).doesNotExist();
    }

    @Test
    void noObjectIsFetchedThatAPartialCloneLacks() throws IOException {
      String script = touching();
      git.git("config", "extensions.partialClone", "origin");
      git.git("config", "core.repositoryformatversion", "1");
      git.git("config", "remote.origin.promisor", "true");
      git.git("config", "remote.origin.url", "ext::" + script);
      git.git("config", "protocol.ext.allow", "always");
      git.git("config", "protocol.allow", "always");
      Process hash =
          new ProcessBuilder("git", "rev-parse", "HEAD:rules/nhỏ/targets.csv")
              .directory(home.toFile())
              .start();
      String object = new String(hash.getInputStream().readAllBytes()).strip();
      Path blob =
          home.resolve(".git/objects").resolve(object.substring(0, 2)).resolve(object.substring(2));
      Files.delete(blob);

      assertThat(refusal("HEAD")).isIn(Why.GIT_FAILED, Why.FILE_REFUSED);
      assertThat(canary).doesNotExist();
    }
  }
}

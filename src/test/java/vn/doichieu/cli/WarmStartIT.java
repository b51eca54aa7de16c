package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program loads once the shared checks have been compiled. */
class WarmStartIT {

  private static final String COMPILERS =
      ".*(org\\.drools\\.model\\.codegen|org\\.drools\\.drl\\.|org\\.drools\\.mvel|org\\.mvel"
          + "|org\\.eclipse\\.jdt|com\\.github\\.javaparser|org\\.antlr|vn\\.doichieu\\.drl\\."
          + "(RuleCompiler|FileFence|RuleFence|Expression)).*";

  @TempDir private Path folder;

  private List<String> loaded() throws IOException {
    Path log = folder.resolve("loaded.txt");
    Run run =
        Shell.run(
            folder,
            "%s -Xlog:class+load:file=%s -Ddoichieu.home=%s -jar %s check hoc_mon_2024 --data %s --as-of 2025-02-01"
                .formatted(
                    Shell.quoted(Path.of(System.getProperty("java.home"), "bin", "java")),
                    Shell.quoted(log),
                    Shell.quoted(Run.HOME),
                    Shell.quoted(Run.HOME.resolve("target/app/doichieu.jar")),
                    Shell.quoted(Run.SAMPLE)));
    assertThat(run.exit()).as(run.err()).isOne();
    return Files.readAllLines(log);
  }

  @Test
  void isNoCompiler() throws IOException {
    loaded(); // Compiles, where that is still to be done.

    assertThat(loaded())
        .anyMatch(line -> line.contains("vn.doichieu.checks.Rules"))
        .noneMatch(line -> line.matches(COMPILERS));
  }
}

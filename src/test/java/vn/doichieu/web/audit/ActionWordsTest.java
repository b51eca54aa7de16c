package vn.doichieu.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads the log reads words, in both languages, for everything that is written to it. */
class ActionWordsTest {

  private static final Path TEXTS = Path.of("src/main/resources/vn/doichieu/web/text");
  private static final Pattern WRITTEN = Pattern.compile("log\\.add\\(\\s*\"([a-z_.]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyActionHasWords(String language) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(TEXTS)) {
      for (Path file :
          files.filter(f -> f.toString().endsWith("_" + language + ".properties")).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    Set<String> actions = actions();

    assertThat(actions).hasSizeGreaterThan(30);
    assertThat(actions)
        .allSatisfy(
            action ->
                assertThat(lines)
                    .anyMatch(line -> line.startsWith("audit.action." + action + "=")));
  }

  private static Set<String> actions() throws IOException {
    Set<String> actions = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/vn/doichieu/web"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher written = WRITTEN.matcher(Files.readString(file));
        while (written.find()) {
          actions.add(written.group(1));
        }
      }
    }
    return actions;
  }
}

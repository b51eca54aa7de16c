package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The README and the pages that it points to do what they say. Every line {@code ./doichieu …} in a
 * fenced block {@code sh} is run at the project's root and has to exit with 0 or 1. Where the next
 * fenced block is {@code text}, it shows a part of what the last command of the block before it
 * writes: each of its lines that is not blank and not an ellipsis occurs in the output, in this
 * order.
 */
@Tag("once")
class ReadmeIT {

  private static final List<Path> PAGES =
      Stream.of(
              "README.md",
              "docs/so-lieu.md",
              "docs/danh-sach.md",
              "rules/README.md",
              "rules/README.en.md")
          .map(Run.HOME::resolve)
          .toList();

  /** A fenced block: the word behind its fence, and its lines. */
  private record Block(String language, List<String> lines) {

    List<String> commands() {
      return language.equals("sh")
          ? lines.stream().map(String::strip).filter(l -> l.startsWith("./doichieu ")).toList()
          : List.of();
    }
  }

  private record Example(String command, List<String> shown) {}

  private static List<Block> blocks(String markdown) {
    List<Block> blocks = new ArrayList<>();
    Block open = null;
    for (String line : markdown.lines().toList()) {
      if (!line.startsWith("```")) {
        if (open != null) {
          open.lines().add(line);
        }
      } else if (open == null) {
        open = new Block(line.substring("```".length()).strip(), new ArrayList<>());
      } else {
        blocks.add(open);
        open = null;
      }
    }
    return blocks;
  }

  private static List<Example> examples(String markdown) {
    List<Block> blocks = blocks(markdown);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      List<String> commands = blocks.get(i).commands();
      boolean shown = i + 1 < blocks.size() && blocks.get(i + 1).language().equals("text");
      for (int c = 0; c < commands.size(); c++) {
        boolean last = c == commands.size() - 1;
        List<String> lines = shown && last ? blocks.get(i + 1).lines() : List.of();
        examples.add(new Example(commands.get(c), lines));
      }
    }
    return examples;
  }

  @TestFactory
  Stream<DynamicTest> commandsWork() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Path page : PAGES) {
      List<Example> ofPage = examples(Files.readString(page));
      assertThat(ofPage).as("commands in %s", page).isNotEmpty();
      examples.addAll(ofPage);
    }
    return examples.stream().map(e -> dynamicTest(e.command(), () -> assertWorks(e)));
  }

  private static void assertWorks(Example example) {
    Run run = Shell.run(Run.HOME, example.command());

    assertThat(run.exit()).as(run.err()).isBetween(0, 1);
    assertShown(run.out() + run.err(), example.shown());
  }

  private static void assertShown(String output, List<String> shown) {
    List<String> lines = output.lines().map(String::strip).toList();
    int at = 0;
    for (String line : shown) {
      String words = line.strip();
      if (words.isEmpty() || words.equals("…") || words.equals("...")) {
        continue;
      }
      int found = lines.subList(at, lines.size()).indexOf(words);
      assertThat(found)
          .as("“%s” is not in the output, or not in this order", words)
          .isNotNegative();
      at += found + 1;
    }
  }

  @Test
  void commandsAreFoundInTheirBlocks() {
    String markdown =
        """
        ```sh
        ./doichieu check a --data x
        # a remark
        ./doichieu check b --data y
        ```
        Which gives:
        ```text
        Một dòng
        …
        ```
        ```
        ./doichieu check c
        ```
        """;

    assertThat(examples(markdown))
        .containsExactly(
            new Example("./doichieu check a --data x", List.of()),
            new Example("./doichieu check b --data y", List.of("Một dòng", "…")));
  }

  @Test
  void linesThatAreNotShownAreNoticed() {
    assertShown("a\n  b\nc\n", List.of("a", "", "…", "b"));

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> assertShown("a\nb\n", List.of("b", "a")))
        .hasMessageContaining("“a” is not in the output");
  }
}

package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A check of a small plan, and the file that its result was recorded in: T1 misses its 20%, T2 was
 * not done at x1, and one figure is of a unit that there is not.
 */
final class RecordedCheck {

  final SmallCheck check;
  final Path result;

  RecordedCheck(Path folder) {
    check = new SmallCheck(folder).with("x2,done,2024,0", "x1,issued,2024,không", "x9,done,2024,1");
    result = folder.resolve("result.json");
    record();
  }

  /** Records the check as it comes out now. */
  void record(String... more) {
    String[] json =
        Stream.concat(Stream.of("--format=json"), Stream.of(more)).toArray(String[]::new);
    write(check.run(json).out());
  }

  void write(String text) {
    try {
      Files.writeString(result, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the file holds. */
  String text() {
    try {
      return Files.readString(result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a part of the file, which has to be there. */
  void edit(String before, String after) {
    assertThat(text()).contains(before);
    write(text().replace(before, after));
  }

  /** {@code doichieu verify RESULT --data DATA --rules RULES MORE}. */
  Run verify(String... more) {
    Stream<String> words =
        Stream.of(
            "verify", result.toString(), "--data=" + check.data.path(), "--rules=" + check.rules);
    Run run = Run.of(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    assertThat(run.out().isEmpty() || run.err().isEmpty())
        .as("only standard output gets the verdict")
        .isTrue();
    return run;
  }
}

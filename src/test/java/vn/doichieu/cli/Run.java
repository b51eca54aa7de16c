package vn.doichieu.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.testing.DataFolder;

/**
 * What one run of the command line left behind, inside this process.
 *
 * @param exit the exit code
 * @param out standard output
 * @param err standard error
 */
public record Run(int exit, String out, String err) {

  static final Path HOME = Path.of("").toAbsolutePath();
  static final Path SAMPLE = HOME.resolve("sample-data/hoc_mon_2024");
  static final String AS_OF = "--as-of=2025-02-01";

  /** {@code doichieu ARGUMENTS}, on a screen of 100 columns. */
  public static Run of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(out, err, false, 100);
    int exit = new Main(console, HOME, Arguments.language(List.of(arguments))).run(arguments);
    console.flush();
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** {@code doichieu check RULES --data DATA --as-of=2025-02-01 MORE}. */
  static Run check(Path rules, Path data, String... more) {
    return of(
        Stream.concat(
                Stream.of("check", rules.toString(), "--data", data.toString(), AS_OF),
                Stream.of(more))
            .toArray(String[]::new));
  }

  static Run check(Path rules, DataFolder data, String... more) {
    return check(rules, data.path(), more);
  }

  /** A check of the sample data. */
  static Run sample(String... more) {
    return check(HOME.resolve("rules/hoc_mon_2024"), SAMPLE, more);
  }

  /** The same without the hashes of what was read: other bytes may well say the same. */
  Run whateverTheBytes() {
    return new Run(exit, out.replaceAll("[0-9a-f]{64}|sha256:[0-9a-f]{12}", "#"), err);
  }
}

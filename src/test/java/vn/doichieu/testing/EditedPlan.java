package vn.doichieu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.doichieu.ruletable.RuleSheet;

/** A copy of a plan's folder, edited by a test. */
public final class EditedPlan {

  private final Path folder;

  private EditedPlan(Path folder) {
    this.folder = folder;
  }

  /** Copies the files of a plan's folder. */
  public static EditedPlan of(Path plan, Path copy) {
    try (Stream<Path> files = Files.list(plan)) {
      Files.createDirectories(copy);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.write(copy.resolve(file.getFileName()), Files.readAllBytes(file));
      }
      return new EditedPlan(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return folder;
  }

  /** Puts other words in the place of some that stand in a file exactly once. */
  public EditedPlan replace(String file, String old, String text) {
    try {
      String before = Files.readString(folder.resolve(file));
      if (before.split(Pattern.quote(old), -1).length != 2) {
        throw new IllegalArgumentException(old + " does not stand once in " + file);
      }
      Files.writeString(folder.resolve(file), before.replace(old, text));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line of a target in the file, as {@link SmallPlan} writes it or as the plans have it. */
  public String row(String id) {
    try (Stream<String> lines = Files.lines(folder.resolve("targets.csv"))) {
      return lines
          .filter(line -> line.startsWith("\"" + id + "\",") || line.startsWith(id + ","))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes other rows of targets. */
  public EditedPlan targets(List<String> columns, List<RuleSheet.Row> rows) {
    StringBuilder csv = new StringBuilder(String.join(",", columns)).append('\n');
    for (RuleSheet.Row row : rows) {
      csv.append(
              columns.stream()
                  .map(column -> '"' + row.cell(column).replace("\"", "\"\"") + '"')
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    try {
      Files.writeString(folder.resolve("targets.csv"), csv.toString());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package vn.doichieu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/**
 * A small plan with a data folder in which nothing is wrong: T1 asks for 20% of the totals at the
 * area, T2 for a yes and T3 for a report before 10 May 2024 at each of the communes x1 and x2.
 */
final class SmallCheck {

  static final String UNITS_HEADER = "code,name,kind,role,parent";
  static final String FIGURES_HEADER = "unit,item,period,value";
  static final String[] GOOD_FIGURES = {
    "x1,done,2024,3",
    "x1,total,2024,10",
    "x1,issued,2024,có",
    "x1,report_submitted_on,2024-H1,2024-05-02",
    "x2,done,2024,4",
    "x2,total,2024,10",
    "x2,issued,2024,x",
    "x2,report_submitted_on,2024-H1,3/5/2024"
  };

  final Path rules;
  final DataFolder data;

  SmallCheck(Path folder) {
    rules =
        new SmallPlan(folder.resolve("rules"))
            .target("T1", "ratio")
            .target("T2", "duty")
            .target("T3", "deadline", "priority", "deadline")
            .write();
    data = new DataFolder(folder.resolve("data")).figures(GOOD_FIGURES);
  }

  Run run(String... more) {
    return Run.check(rules, data, more);
  }

  /** The good figures with some others in place of those of the same unit, item and period. */
  SmallCheck with(String... rows) {
    StringBuilder text = new StringBuilder();
    for (String good : GOOD_FIGURES) {
      boolean replaced = false;
      for (String row : rows) {
        replaced |= key(row).equals(key(good));
      }
      text.append(replaced ? "" : good + "\n");
    }
    data.file("figures.csv", FIGURES_HEADER, text + String.join("\n", rows));
    return this;
  }

  private static String key(String row) {
    return row.substring(0, row.indexOf(',', row.indexOf(',', row.indexOf(',') + 1) + 1));
  }

  /** Puts any bytes in the place of a file. */
  SmallCheck bytes(String file, String text, Charset charset) {
    return bytes(file, text.getBytes(charset));
  }

  SmallCheck bytes(String file, byte[] bytes) {
    try {
      Files.write(data.path().resolve(file), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  SmallCheck text(String file, String text) {
    return bytes(file, text, StandardCharsets.UTF_8);
  }

  SmallCheck without(String file) {
    try {
      Files.delete(data.path().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** What the file holds at present. */
  String read(String file) {
    try {
      return Files.readString(data.path().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

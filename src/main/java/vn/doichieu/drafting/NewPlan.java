package vn.doichieu.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A folder of rule files to begin with: it compiles, and every line of it says what to put there.
 */
public final class NewPlan {

  private static final List<String> FILES =
      List.of("plan.yaml", "targets.csv", "readings.csv", "plan.txt");
  private static final String CASES = "cases";
  private static final String CASES_GUIDE = "README.md";

  private NewPlan() {}

  /**
   * Makes the folder.
   *
   * @param folder the folder to make; its name is the plan's id
   * @param year the year that the plan is for
   * @throws UncheckedIOException if it exists already, or cannot be written
   */
  public static void make(Path folder, int year) {
    String id = String.valueOf(folder.getFileName());
    DraftFolder.make(
        folder,
        beside -> {
          for (String file : FILES) {
            Files.writeString(beside.resolve(file), text(file, id, year));
          }
          Files.createDirectory(beside.resolve(CASES));
          Files.writeString(beside.resolve(CASES).resolve(CASES_GUIDE), text("cases.md", id, year));
        });
  }

  private static String text(String file, String id, int year) throws IOException {
    try (InputStream in = NewPlan.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .replace("{id}", id)
          .replace("{year}", String.valueOf(year))
          .replace("{next}", String.valueOf(year + 1))
          .replace("{last}", String.valueOf(year - 1));
    }
  }
}

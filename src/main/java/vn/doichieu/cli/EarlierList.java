package vn.doichieu.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import vn.doichieu.edition.ListFiles;
import vn.doichieu.history.PreviousResult;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.wording.Messages;

/** What an earlier run left in the folder that a list is written to. */
record EarlierList(Path folder) {

  private static final String UNKNOWN_DAY = "cu";

  /**
   * The names under which the earlier result and letters are kept where they are replaced: with
   * their day, so that the next list can still be compared with any list before it.
   */
  Map<String, String> keptAs() {
    String day =
        PreviousResult.day(folder.resolve(ListFiles.RESULT))
            .map(LocalDate::toString)
            .orElse(UNKNOWN_DAY);
    return Map.of(
        ListFiles.RESULT,
        ListFiles.RESULT.replace(".", "-" + day + "."),
        ListFiles.LETTERS,
        ListFiles.LETTERS + "-" + day);
  }

  /**
   * Sees to it that a list for wider circulation never stands beside the numbers that it hides.
   *
   * @throws UsageProblem if a result is in the folder, which holds every number
   */
  void requireNoResult(Messages messages) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> results =
        Files.newDirectoryStream(folder, ListFiles.RESULT.replace(".", "*."))) {
      for (Path result : results) {
        throw new UsageProblem(messages.text("cli.report.unmasked", result));
      }
    } catch (IOException e) {
      throw new UsageProblem(
          messages.text("cli.output.failed", folder, String.valueOf(e.getMessage())));
    }
  }
}

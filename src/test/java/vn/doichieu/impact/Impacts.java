package vn.doichieu.impact;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.edits.RuleEdits;
import vn.doichieu.edits.RuleFiles;
import vn.doichieu.revision.PlanVersion;

/** Impacts as the command makes them, between two folders. */
final class Impacts {

  private static final Path HOME = Path.of("").toAbsolutePath();

  private Impacts() {}

  static FolderImpact of(Path before, Path after, Path data, LocalDate asOf) {
    return FolderImpact.of(
        "data", edits(before, after), run(before, data, asOf), run(after, data, asOf));
  }

  static Impact whole(Path before, Path after, Path data, LocalDate asOf) {
    return new Impact(
        PlanVersion.ofFolder("before", before, HOME),
        PlanVersion.ofFolder("after", after, HOME),
        edits(before, after),
        List.of(of(before, after, data, asOf)));
  }

  private static RuleEdits edits(Path before, Path after) {
    return RuleEdits.between(RuleFiles.read(before, List.of()), RuleFiles.read(after, List.of()));
  }

  private static Evaluation run(Path rules, Path data, LocalDate asOf) {
    return new Check(HOME, rules, data, asOf, false).run();
  }
}

package vn.doichieu.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.ListEntry;
import vn.doichieu.domain.Plan;
import vn.doichieu.evaluation.Evaluator;
import vn.doichieu.report.FindingFilter;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** Lists made one after the other over a small plan: a duty of each commune, and a ratio of it. */
final class Lists {

  static final FindingFilter ALL = new FindingFilter(Set.of(), Set.of(), Set.of());

  private final Path folder;
  final Plan plan;
  private final RuleBase rules;

  Lists(Path folder) {
    this.folder = folder;
    plan =
        new SmallPlan(folder.resolve("rules"))
            .target("T1", "duty")
            .target("T2", "ratio", "scope", "each+area")
            .read();
    rules = RuleBase.of(plan);
  }

  /** The folder of figures: the district h with the communes x1 and x2, unless it says. */
  DataFolder data() {
    return new DataFolder(folder.resolve("data"));
  }

  Evaluation on(String day, DataFolder data) {
    return Evaluator.evaluate(plan, rules, data.read(plan), LocalDate.parse(day), false);
  }

  /** The figures of both communes: whether T1 is done; those of T2 are missing. */
  Evaluation on(String day, String done1, String done2) {
    return on(day, data().figures("x1,issued,2024," + done1, "x2,issued,2024," + done2));
  }

  static Changes changes(Evaluation now, @Nullable PreviousResult before) {
    return Changes.of(now, before);
  }

  static String json(Evaluation evaluation, @Nullable List<ListEntry> list) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonWriter(evaluation, ALL, new Messages(Language.VI)).write(out, list);
    return out.toString(StandardCharsets.UTF_8);
  }

  Path file(String json) {
    try {
      return Files.writeString(folder.resolve("ket-qua.json"), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the next list reads of this one. */
  PreviousResult next(Evaluation evaluation, @Nullable List<ListEntry> list) {
    return PreviousResult.read(file(json(evaluation, list)), plan, LocalDate.of(2030, 1, 1));
  }

  /** Makes a list after another, and what the next one reads of it. */
  PreviousResult list(Evaluation evaluation, @Nullable PreviousResult before) {
    return next(evaluation, changes(evaluation, before).entries());
  }
}

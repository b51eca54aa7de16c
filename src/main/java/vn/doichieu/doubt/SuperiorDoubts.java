package vn.doichieu.doubt;

import static vn.doichieu.doubt.Remark.Kind.SUPERIOR_BROKEN;
import static vn.doichieu.doubt.Remark.Kind.SUPERIOR_UNKNOWN;
import static vn.doichieu.doubt.Remark.Kind.WEAKER_THAN_SUPERIOR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.doichieu.domain.Target;
import vn.doichieu.ruletable.RuleSheet;
import vn.doichieu.tabular.NearestWord;

/**
 * Doubts about thresholds below those of the plan above: the plan whose id stands under {@code
 * superior}. A text that is no id ("Kế hoạch 91/KH-UBND …") names a document that is not among the
 * rules; there is nothing to compare with then.
 */
final class SuperiorDoubts {

  private static final String KEY = "superior";

  private SuperiorDoubts() {}

  /**
   * Looks at the plans that are named.
   *
   * @param root the folder of all plans
   */
  static void look(Reviewed reviewed, Path root, Consumer<Remark> told) {
    for (String part : reviewed.draft().key(KEY).split(";", -1)) {
      String id = part.strip();
      if (id.matches("[a-z][a-z0-9]*(?:_[a-z0-9]+)+")) {
        look(reviewed, id, root, told);
      }
    }
  }

  private static void look(Reviewed reviewed, String id, Path root, Consumer<Remark> told) {
    Optional<Path> folder = find(reviewed.folder(), id, root);
    if (folder.isEmpty() || id.equals(reviewed.plan().id())) {
      List<String> known = plans(root);
      told.accept(
          new Remark(
              SUPERIOR_UNKNOWN,
              reviewed.keyPlace(KEY),
              KEY,
              id,
              String.join(", ", known),
              NearestWord.of(id, known)));
      return;
    }
    Reviewed above = Reviewed.read(folder.get());
    if (!above.whole()) {
      told.accept(new Remark(SUPERIOR_BROKEN, reviewed.keyPlace(KEY), KEY, id));
    }
    for (Target target : reviewed.judged()) {
      reviewed.row(target).ifPresent(row -> compare(target, row, id, above, told));
    }
  }

  private static void compare(
      Target target, RuleSheet.Row row, String id, Reviewed above, Consumer<Remark> told) {
    weaker(row, above)
        .ifPresent(
            other ->
                told.accept(
                    new Remark(
                        WEAKER_THAN_SUPERIOR,
                        Reviewed.place(target, "threshold"),
                        target.id(),
                        demand(row),
                        id,
                        other.id(),
                        demand(other))));
  }

  /** The row of the plan above that asks for more. */
  private static Optional<RuleSheet.Row> weaker(RuleSheet.Row row, Reviewed above) {
    return above.rows().values().stream()
        .filter(other -> question(other).equals(question(row)))
        .filter(
            other ->
                Threshold.of(row.cell("threshold")).stream()
                    .anyMatch(
                        own ->
                            Threshold.of(other.cell("threshold")).stream()
                                .anyMatch(
                                    wanted ->
                                        own.isWeaker(
                                            row.cell("comparator"),
                                            wanted,
                                            other.cell("comparator")))))
        .findFirst();
  }

  /** What is measured: kind and inputs, in a part of the year. */
  private static String question(RuleSheet.Row row) {
    return String.join(
        "|",
        row.cell("kind"),
        RowDoubts.sorted(row.cell("inputs")),
        row.cell("periods").replaceAll("[12][0-9]{3}", "year"));
  }

  private static String demand(RuleSheet.Row row) {
    return (row.cell("comparator") + " " + row.cell("threshold")).strip();
  }

  private static Optional<Path> find(Path folder, String id, Path root) {
    Path parent = folder.toAbsolutePath().normalize().getParent();
    return Stream.of(parent == null ? root : parent, root)
        .map(place -> place.resolve(id))
        .filter(place -> Files.exists(place.resolve("plan.yaml")))
        .findFirst();
  }

  private static List<String> plans(Path root) {
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("plan.yaml")))
          .map(folder -> String.valueOf(folder.getFileName()))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of(); // Without a folder of rules there is none to name.
    }
  }
}

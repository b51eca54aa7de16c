package vn.doichieu.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.impact.FindingChange.Kind;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.rules.PlanSource;
import vn.doichieu.ruletable.RuleSheet;
import vn.doichieu.testing.EditedPlan;

/**
 * Random edits of the five plans: everything is accounted for and explained, and the way back is
 * the mirror image of the way there.
 */
class RandomEditsTest {

  private static final int TRIALS = 8;
  private static final List<String> COLUMNS =
      List.of(
          "kind",
          "scope",
          "applies_to",
          "inputs",
          "comparator",
          "threshold",
          "periods",
          "closes_on",
          "condition",
          "binding",
          "on_miss",
          "priority",
          "confidence",
          "note");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "hoc_mon_2024,2025-02-01",
    "buon_ma_thuot_2024,2025-02-01",
    "duy_tien_2026,2026-12-20",
    "dong_nai_2023,2024-02-01",
    "soc_trang_2011,2012-02-01"
  })
  void addUpAreExplainedAndMirrored(String plan, LocalDate asOf) {
    Random random = new Random(plan.hashCode());
    Path before = Path.of("rules", plan);
    Path data = Path.of("sample-data", plan);
    PlanSource source = PlanSource.read(before);
    int changes = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      EditedPlan edited =
          EditedPlan.of(before, folder.resolve(Integer.toString(trial)))
              .targets(source.sheet().columns(), edited(source, random));
      FolderImpact there = impact(before, edited.folder(), data, asOf);
      FolderImpact back = impact(edited.folder(), before, data, asOf);
      if (there == null || back == null) {
        continue; // The edits do not go together with the rest of the plan.
      }
      changes += there.changes().size();
      isSound(there);
      isSound(back);
      mirrors(there, back);
    }

    assertThat(changes).as("changes looked at").isPositive();
  }

  private static @Nullable FolderImpact impact(Path before, Path after, Path data, LocalDate asOf) {
    try {
      return Impacts.of(before, after, data, asOf);
    } catch (InvalidRules e) {
      return null;
    }
  }

  private static void isSound(FolderImpact impact) {
    assertThat(impact.addsUp()).isTrue();
    Set<Finding> before = new HashSet<>();
    Set<Finding> after = new HashSet<>();
    for (FindingChange change : impact.changes()) {
      assertThat(change.aspects()).isNotEmpty();
      assertThat(change.causes()).as(change.toString()).isNotEmpty();
      assertThat(change.unexplained()).as(change.toString()).isEmpty();
      assertThat(change.before() == null || before.add(change.before())).isTrue();
      assertThat(change.after() == null || after.add(change.after())).isTrue();
    }
    List<Kind> kinds = impact.changes().stream().map(FindingChange::kind).toList();
    assertThat(kinds).isSorted();
  }

  private static void mirrors(FolderImpact there, FolderImpact back) {
    assertThat(back.same()).isEqualTo(there.same());
    assertThat(back.flips()).isEqualTo(there.flips());
    assertThat(back.count(Kind.GONE)).isEqualTo(there.count(Kind.COME));
    assertThat(back.count(Kind.OTHER)).isEqualTo(there.count(Kind.OTHER));
    assertThat(back.count(Kind.LOST) + back.count(Kind.WORSE)).isEqualTo(there.count(Kind.BETTER));
    assertThat(
            back.changes().stream()
                .map(c -> told(c.after(), c.before(), c))
                .collect(Collectors.toSet()))
        .isEqualTo(
            there.changes().stream()
                .map(c -> told(c.before(), c.after(), c))
                .collect(Collectors.toSet()));
    assertThat(back.problems().gone()).isEqualTo(there.problems().come());
    assertThat(back.problems().come()).isEqualTo(there.problems().gone());
    assertThat(back.warnings().gone()).isEqualTo(there.warnings().come());
  }

  private static String told(@Nullable Finding from, @Nullable Finding to, FindingChange change) {
    Set<String> causes =
        change.causes().stream()
            .map(cause -> cause.edit().part() + " " + cause.edit().id())
            .collect(Collectors.toSet());
    return told(from) + " -> " + told(to) + change.aspects() + causes;
  }

  private static String told(@Nullable Finding finding) {
    return finding == null
        ? "nothing"
        : String.join(
            " ",
            finding.target().id(),
            finding.unit().code(),
            finding.period().text(),
            finding.result().code(),
            finding.reason().code(),
            Boolean.toString(finding.binding()),
            finding.flags().toString(),
            finding.numerator() + "/" + finding.denominator(),
            finding.shortfall() + "");
  }

  /** The rows with some cells edited, some gone and some in another order. */
  private static List<RuleSheet.Row> edited(PlanSource source, Random random) {
    Map<String, RuleSheet.Row> rows = new LinkedHashMap<>();
    source.sheet().rows().forEach(row -> rows.put(row.id(), row));
    for (int i = 0; i < 12; i++) {
      RuleSheet.Row row = any(List.copyOf(rows.values()), random);
      String column = any(COLUMNS, random);
      RuleSheet.Row other = row.with(column, text(source, row, column, random));
      if (!source.targets(other, new ArrayList<>()).isEmpty()) {
        rows.put(row.id(), other);
      }
    }
    List<RuleSheet.Row> all = new ArrayList<>(rows.values());
    if (random.nextBoolean()) {
      all.remove(random.nextInt(all.size()));
    }
    if (random.nextBoolean()) {
      all.add(0, all.remove(random.nextInt(all.size())));
    }
    return all;
  }

  private static String text(PlanSource source, RuleSheet.Row row, String column, Random random) {
    String text = row.cell(column);
    return switch (column) {
      case "threshold" -> text.replaceFirst("[0-9](?=%|$)", Integer.toString(random.nextInt(10)));
      case "inputs", "condition" -> {
        List<Item> items = List.copyOf(source.plan().items().values());
        List<String> words =
            Arrays.stream(text.split("[^a-z0-9_]+", -1))
                .filter(source.plan().items()::containsKey)
                .toList();
        yield words.isEmpty() ? text : text.replace(any(words, random), any(items, random).code());
      }
      case "note" -> "ghi chú " + random.nextInt();
      case "binding" -> text.equals("yes") ? "no" : "yes";
      case "on_miss" -> text.isEmpty() ? "needs_review" : "";
      default -> any(source.sheet().rows(), random).cell(column);
    };
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}

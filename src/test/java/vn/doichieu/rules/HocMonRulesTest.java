package vn.doichieu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Target;
import vn.doichieu.oracle.NaiveEvaluation;
import vn.doichieu.testing.RegisterRules;

/** The rules of Hóc Môn say what the register says, and quote what the plan says. */
class HocMonRulesTest {

  private static final String PLAN = "hoc_mon_2024";
  private static final Path FOLDER = Path.of("rules", PLAN);
  private static final Set<String> NOT_IN_TARGETS = Set.of("plan", "seed");

  private final List<Map<String, String>> register = RegisterRules.rows(PLAN);
  private final List<Map<String, String>> rows =
      NaiveEvaluation.readCsv(FOLDER.resolve("targets.csv"));

  @Test
  void haveTheRowsOfTheRegisterToTheLetter() {
    Set<String> shared = new LinkedHashSet<>(register.get(0).keySet());
    shared.removeAll(NOT_IN_TARGETS);

    assertThat(register).hasSize(59);
    assertThat(rows.stream().map(row -> only(row, shared)).toList())
        .containsExactlyElementsOf(register.stream().map(row -> only(row, shared)).toList());
  }

  @Test
  void haveATitleOfItsOwnForEachRow() {
    assertThat(rows).extracting(row -> row.get("target")).doesNotHaveDuplicates();
    assertThat(rows)
        .extracting(row -> row.get("title"))
        .doesNotHaveDuplicates()
        .allSatisfy(title -> assertThat(title).isNotBlank());
    assertThat(rows)
        .extracting(row -> row.get("title_en"))
        .allSatisfy(title -> assertThat(title).isNotBlank());
  }

  @Test
  void quoteThePlanWordForWord() throws IOException {
    String text = oneSpace(Files.readString(FOLDER.resolve("plan.txt")));

    assertThat(rows)
        .allSatisfy(
            row -> assertThat(text).as(row.get("target")).contains(oneSpace(row.get("quote"))));
  }

  @Test
  void nameTheItemsOfThePlanAndNoOthers() {
    Map<String, Item> items = PlanReader.read(FOLDER).items();
    Set<String> optional = RegisterRules.optionalItems(PLAN);

    assertThat(
            items.values().stream()
                .collect(Collectors.toMap(Item::code, item -> item.type().code())))
        .isEqualTo(RegisterRules.itemTypes(PLAN));
    assertThat(items.values().stream().filter(Item::optional).map(Item::code))
        .containsExactlyInAnyOrderElementsOf(optional);
    assertThat(items.values())
        .allSatisfy(
            item -> {
              assertThat(item.label()).isNotBlank();
              assertThat(item.labelEn()).isNotBlank();
            });
  }

  @Test
  void useEveryItem() {
    Plan plan = PlanReader.read(FOLDER);
    Set<String> used =
        plan.targets().stream()
            .flatMap(target -> target.periods().stream().flatMap(p -> target.inputs(p).stream()))
            .map(input -> input.item().code())
            .collect(Collectors.toSet());

    assertThat(used).containsExactlyInAnyOrderElementsOf(plan.items().keySet());
  }

  @Test
  void areForTheYearAndAreaOfThePlan() {
    Plan plan = PlanReader.read(FOLDER);

    assertThat(plan.id()).isEqualTo(PLAN);
    assertThat(plan.year()).isEqualTo(RegisterRules.year(PLAN));
    assertThat(plan.title()).isEqualTo(RegisterRules.plan(PLAN).get("title_vi"));
    assertThat(plan.issuer()).isEqualTo(RegisterRules.plan(PLAN).get("issuer"));
    assertThat(plan.targets()).extracting(Target::id).hasSize(59).startsWith("HM-N1", "HM-N2");
  }

  private static Map<String, String> only(Map<String, String> row, Set<String> columns) {
    return row.entrySet().stream()
        .filter(cell -> columns.contains(cell.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String oneSpace(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}

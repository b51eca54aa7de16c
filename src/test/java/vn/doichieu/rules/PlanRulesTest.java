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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.OtherReading.Way;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Target;
import vn.doichieu.oracle.NaiveEvaluation;
import vn.doichieu.testing.RegisterRules;

/** The rules of every plan say what the register says, and quote what the plan says. */
@ParameterizedClass
@MethodSource("plans")
class PlanRulesTest {

  private static final Set<String> NOT_IN_TARGETS = Set.of("plan", "seed");

  private final String id;
  private final Path folder;
  private final List<Map<String, String>> register;
  private final List<Map<String, String>> rows;
  private final Plan plan;

  PlanRulesTest(String id) {
    this.id = id;
    folder = Path.of("rules", id);
    register = RegisterRules.rows(id);
    rows = NaiveEvaluation.readCsv(folder.resolve("targets.csv"));
    plan = PlanReader.read(folder);
  }

  static List<String> plans() {
    return RegisterRules.ALL_PLANS;
  }

  @Test
  void haveTheRowsOfTheRegisterToTheLetter() {
    Set<String> shared = new LinkedHashSet<>(register.get(0).keySet());
    shared.removeAll(NOT_IN_TARGETS);

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
    String text = oneSpace(Files.readString(folder.resolve("plan.txt")));

    assertThat(rows)
        .allSatisfy(
            row -> assertThat(text).as(row.get("target")).contains(oneSpace(row.get("quote"))));
  }

  @Test
  void nameTheItemsOfThePlanAndPublishedRatesBesides() {
    List<Item> judged =
        plan.items().values().stream().filter(item -> item.type() != Item.Type.RATE).toList();

    assertThat(judged.stream().collect(Collectors.toMap(Item::code, item -> item.type().code())))
        .isEqualTo(RegisterRules.itemTypes(id));
    assertThat(judged.stream().filter(Item::optional).map(Item::code))
        .containsExactlyInAnyOrderElementsOf(RegisterRules.optionalItems(id));
    assertThat(plan.items().values())
        .allSatisfy(
            item -> {
              assertThat(item.label()).isNotBlank();
              assertThat(item.labelEn()).isNotBlank();
            });
  }

  private static boolean isRate(Item item) {
    return item.type() == Item.Type.RATE;
  }

  @Test
  void useEveryItem() {
    Set<String> used =
        plan.targets().stream()
            .flatMap(target -> target.periods().stream().flatMap(p -> target.inputs(p).stream()))
            .map(input -> input.item().code())
            .collect(Collectors.toSet());

    assertThat(used)
        .containsExactlyInAnyOrderElementsOf(
            plan.items().values().stream().filter(item -> !isRate(item)).map(Item::code).toList());
  }

  @Test
  void areForTheYearAndAreaOfThePlan() {
    assertThat(plan.id()).isEqualTo(id);
    assertThat(plan.year()).isEqualTo(RegisterRules.year(id));
    assertThat(plan.title()).isEqualTo(RegisterRules.plan(id).get("title_vi"));
    assertThat(plan.issuer()).isEqualTo(RegisterRules.plan(id).get("issuer"));
    assertThat(plan.area()).isEqualTo(RegisterRules.plan(id).get("area"));
    assertThat(plan.targets()).hasSameSizeAs(register);
  }

  @Test
  void giveAnotherReadingOfEverySentenceThatIsNotSure() {
    Set<String> read =
        plan.readings().stream().map(OtherReading::target).collect(Collectors.toSet());
    Stream<Target> unsure =
        plan.targets().stream().filter(t -> t.confidence() != Target.Confidence.PLAIN);

    assertThat(read).containsAll(unsure.map(Target::id).toList());
  }

  @Test
  void sayInBothLanguagesWhatAReadingIsAndWhoDecides() {
    assertThat(plan.readings())
        .allSatisfy(
            reading -> {
              assertThat(reading.says()).as(reading.id()).isNotBlank();
              assertThat(reading.saysEn()).as(reading.id()).isNotBlank();
              assertThat(reading.decidedBy()).as(reading.id()).isNotBlank();
            });
  }

  /** A reading with cells of its own that changed nothing would be no other reading. */
  @Test
  void judgeTheOtherReadingsByOtherCells() {
    assertThat(plan.readings())
        .filteredOn(reading -> reading.way() instanceof Way.Judged)
        .allSatisfy(
            reading ->
                assertThat(((Way.Judged) reading.way()).target())
                    .as(reading.id())
                    .isNotEqualTo(plan.target(reading.target())));
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

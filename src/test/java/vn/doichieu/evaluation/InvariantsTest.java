package vn.doichieu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Ratio;
import vn.doichieu.domain.Criterion.Term;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.RegisterRules;

/** What holds of every plan, whatever is submitted. */
class InvariantsTest {

  static final List<String> PLANS = RegisterRules.ALL_PLANS;

  private static final List<String> UNITS = List.of("area", "m1", "m2", "m3");

  @TempDir private Path folder;

  @ParameterizedTest
  @FieldSource("PLANS")
  void moreDoneNeverTurnsMetIntoNotMet(String name) {
    Plan plan = PlanReader.read(RegisterRules.folder(name));
    RuleBase rules = RuleBase.of(plan);
    List<Input> raised = numerators(plan);
    int met = 0;
    for (long seed = 0; seed < 60 && !raised.isEmpty(); seed++) {
      Random random = new Random(seed);
      Map<String, Long> figures = ratioFigures(plan, random);
      Evaluation before = evaluate(name, plan, rules, figures);
      Map<String, Long> more = new LinkedHashMap<>(figures);
      Input input = raised.get(random.nextInt(raised.size()));
      for (String unit : UNITS) {
        if (random.nextBoolean()) {
          more.computeIfPresent(key(unit, input), (k, n) -> n + 1 + random.nextInt(3));
        }
      }
      Map<String, Finding> after = byKey(evaluate(name, plan, rules, more));
      for (Finding finding : before.findings()) {
        if (finding.result() == Result.MET && growsWith(finding.target(), input.item())) {
          met++;
          assertThat(after.get(key(finding)).result())
              .as("seed %d, %s, more %s", seed, key(finding), input.item().code())
              .isNotEqualTo(Result.NOT_MET);
        }
      }
    }
    assertThat(raised.isEmpty() || met > 10).as("%d findings were met", met).isTrue();
  }

  @ParameterizedTest
  @FieldSource("PLANS")
  void nothingIsMetWhereNothingWasSubmitted(String name) {
    Plan plan = PlanReader.read(RegisterRules.folder(name));
    RuleBase rules = RuleBase.of(plan);

    Evaluation found = evaluate(name, plan, rules, Map.of());

    assertThat(found.findings())
        .isNotEmpty()
        .allSatisfy(
            f -> {
              assertThat(f.result()).isNotIn(Result.MET, Result.INVALID);
              assertThat(f.numerator() == null || f.numerator() == 0).isTrue();
            });
  }

  @ParameterizedTest
  @FieldSource("PLANS")
  void zeroIsNeverMissingAndMissingNeverZero(String name) {
    Plan plan = PlanReader.read(RegisterRules.folder(name));
    RuleBase rules = RuleBase.of(plan);
    Map<String, Long> zeros = ratioFigures(plan, new Random(0));
    zeros.replaceAll((key, value) -> 0L);
    plan.targets().stream()
        .filter(target -> target.criterion() instanceof Ratio)
        .forEach(
            target ->
                target.periods().stream()
                    .flatMap(period -> target.criterion().inputs(period).stream())
                    .forEach(input -> UNITS.forEach(u -> zeros.put(key(u, input), 0L))));

    List<Finding> allZero = ratios(evaluate(name, plan, rules, zeros));
    List<Finding> nothing = ratios(evaluate(name, plan, rules, Map.of()));

    assertThat(allZero)
        .hasSameSizeAs(nothing)
        .allSatisfy(f -> assertThat(f.result()).isEqualTo(ofZeros(f.target())));
    assertThat(nothing).allSatisfy(f -> assertThat(f.result()).isEqualTo(Result.MISSING));
  }

  /** 0/0 does not apply; 0 of a number that the plan itself names is not met. */
  private static Result ofZeros(Target target) {
    Ratio ratio = (Ratio) target.criterion();
    return ratio.denominator().items().isEmpty() ? Result.NOT_MET : Result.NOT_APPLICABLE;
  }

  /** Items that stand in some numerator. */
  private static List<Input> numerators(Plan plan) {
    List<Input> inputs = new ArrayList<>();
    for (Target target : plan.targets()) {
      if (target.criterion() instanceof Ratio ratio) {
        for (Item item : ratio.numerator().items()) {
          target.periods().forEach(period -> inputs.add(new Input(item, period)));
        }
      }
    }
    return inputs;
  }

  /** Whether an item is added in the numerator of a target and stands nowhere else in it. */
  private static boolean growsWith(Target target, Item item) {
    Criterion criterion = target.criterion();
    return criterion instanceof Ratio ratio
        && !ratio.denominator().items().contains(item)
        && ratio.numerator().terms().stream()
            .filter(term -> term.item().filter(item::equals).isPresent())
            .mapToInt(Term::sign)
            .allMatch(sign -> sign > 0)
        && ratio.numerator().items().contains(item);
  }

  /** Small figures for every ratio: often enough done, sometimes too much, sometimes absent. */
  private static Map<String, Long> ratioFigures(Plan plan, Random random) {
    Map<String, Long> figures = new LinkedHashMap<>();
    boolean own = random.nextInt(3) == 0;
    for (Target target : plan.targets()) {
      if (target.criterion() instanceof Ratio ratio) {
        for (var period : target.periods()) {
          for (String unit : UNITS) {
            long scale = unit.equals("area") ? 3 : 1;
            for (Input input : ratio.inputs(period)) {
              boolean whole = ratio.denominator().items().contains(input.item());
              long value = whole ? 4 + random.nextInt(4) : 2 + random.nextInt(4);
              boolean given = random.nextInt(20) > 0 && (own || !unit.equals("area"));
              if (given && !input.item().optional()) {
                figures.putIfAbsent(key(unit, input), value * scale);
              }
            }
          }
        }
      }
    }
    return figures;
  }

  private Evaluation evaluate(String name, Plan plan, RuleBase rules, Map<String, Long> figures) {
    Map<String, String> about = RegisterRules.plan(name);
    String member = ",M," + about.get("member_kind") + ",,area";
    DataFolder data =
        new DataFolder(folder.resolve("data"))
            .units(
                "area,A," + about.get("area_kind") + ",,",
                "m1" + member,
                "m2" + member,
                "m3" + member)
            .figures(
                figures.entrySet().stream()
                    .map(figure -> figure.getKey() + "," + figure.getValue())
                    .toArray(String[]::new));
    LocalDate afterwards = LocalDate.of(plan.year() + 1, 6, 1);
    return Evaluator.evaluate(plan, rules, data.read(plan), afterwards, true);
  }

  /** The lines of ratios that always apply. */
  private static List<Finding> ratios(Evaluation found) {
    return found.findings().stream()
        .filter(f -> f.target().criterion() instanceof Ratio && f.target().condition() == null)
        .toList();
  }

  private static Map<String, Finding> byKey(Evaluation found) {
    Map<String, Finding> findings = new HashMap<>();
    found.findings().forEach(finding -> findings.put(key(finding), finding));
    return findings;
  }

  private static String key(Finding finding) {
    return finding.target().id() + " " + finding.unit().code() + " " + finding.period();
  }

  private static String key(String unit, Input input) {
    return unit + "," + input.item().code() + "," + input.period();
  }
}

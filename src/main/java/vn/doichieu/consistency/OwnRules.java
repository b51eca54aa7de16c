package vn.doichieu.consistency;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.domain.Warning;
import vn.doichieu.domain.WrittenRule;
import vn.doichieu.drl.DrlRules;
import vn.doichieu.drl.Emission;
import vn.doichieu.fence.Fact;
import vn.doichieu.fence.Vocabulary;
import vn.doichieu.gauge.DrlTargets;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.submission.Submission;

/**
 * The DRL files of one plan: its own checks, and the targets that no row can say. Safe for several
 * threads.
 */
public final class OwnRules implements DrlTargets {

  private static final String ABOVE = "area";
  private static final String ASKED = AskedTarget.class.getSimpleName();
  private static final Vocabulary VOCABULARY =
      Vocabulary.open(
          List.of(AskedTarget.class, SubmittedFigure.class, SubmittedReport.class),
          AskedTarget.class,
          ABOVE);

  private final @Nullable DrlRules rules;
  private final Map<String, WrittenRule> targets = new TreeMap<>();
  private final Map<String, Warning.Own> checks = new TreeMap<>();

  /** Whether rules look from the area at its units: then all facts go into one session. */
  private final boolean together;

  private OwnRules(@Nullable DrlRules rules) {
    this.rules = rules;
    List<WrittenRule> written = rules == null ? List.of() : rules.rules();
    together = written.stream().anyMatch(rule -> rule.text().contains(ABOVE));
    for (WrittenRule rule : written) {
      if (rule.about().equals(ASKED)) {
        targets.put(rule.code(), rule);
      } else {
        checks.put(rule.code(), new Warning.Own(rule));
      }
    }
  }

  /**
   * The rules of a plan's folder; none if it has no DRL file.
   *
   * @param home the program's folder: what was compiled is kept below it, where that can be written
   * @throws InvalidRules naming everything that is not allowed, each row of kind drl without its
   *     rule and each rule without its row
   */
  public static OwnRules of(Path home, Path folder, Plan plan) {
    OwnRules own =
        new OwnRules(
            files(folder).isEmpty()
                ? null
                : DrlRules.of(
                    folder, ConsistencyChecks.kept(home).resolve(plan(plan)), VOCABULARY));
    List<Problem> problems = own.unmatched(plan);
    if (!problems.isEmpty()) {
      throw new InvalidRules(problems);
    }
    return own;
  }

  /** The DRL files of a plan's folder, in the order of their names. */
  public static List<Path> files(Path folder) {
    return DrlRules.files(folder);
  }

  /** A folder's name for a plan, whatever its id is. */
  private static String plan(Plan plan) {
    return plan.id().matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}") ? plan.id() : "plan";
  }

  private List<Problem> unmatched(Plan plan) {
    List<Problem> problems = new ArrayList<>();
    Set<String> rows =
        DrlTargets.of(plan).stream().map(Target::id).collect(Collectors.toCollection(HashSet::new));
    Set<String> told = new HashSet<>();
    for (Target target : DrlTargets.of(plan)) {
      if (!targets.containsKey(target.id()) && told.add(target.id())) {
        problems.add(DrlTargets.withoutRule(target));
      }
    }
    String known = rows.isEmpty() ? "∅" : rows.stream().sorted().collect(Collectors.joining(", "));
    targets.values().stream()
        .filter(rule -> !rows.contains(rule.code()))
        .forEach(rule -> problems.add(withoutRow(rule, known)));
    checks.values().stream()
        .filter(check -> isTaken(check.code(), plan))
        .forEach(check -> problems.add(withoutRow(check.rule(), known)));
    return problems;
  }

  private static boolean isTaken(String code, Plan plan) {
    return plan.target(code) != null || Warning.Shared.of(code).isPresent();
  }

  private static Problem withoutRow(WrittenRule rule, String known) {
    return new Problem(Problem.Kind.DRL_RULE_WITHOUT_ROW, rule.place(), rule.name(), known);
  }

  /** The rules of targets, by the targets' ids. */
  public Map<String, WrittenRule> targetRules() {
    return Map.copyOf(targets);
  }

  /** The check with a code; null if the plan has none. */
  Warning.@Nullable Own check(String code) {
    return checks.get(code);
  }

  @Override
  public Held held(Plan plan, Submission submission, LocalDate asOf) {
    Map<ReportingUnit, List<AskedTarget>> asked = asked(plan, submission);
    if (rules == null) {
      return NONE.held(plan, submission, asOf);
    } else if (asked.isEmpty()) {
      return (target, unit, period) -> false;
    }
    Sources sources = new Sources(plan, submission, asOf);
    Set<String> lines = new HashSet<>();
    for (List<ReportingUnit> units : sessions(submission, asked.keySet())) {
      List<Fact> batch = new ArrayList<>();
      for (ReportingUnit unit : units) {
        UnitRow row = new UnitRow(sources, unit);
        batch.addAll(row.facts());
        List<AskedTarget> ofUnit = asked.getOrDefault(unit, List.of());
        batch.addAll(ofUnit);
        batch.addAll(nothing(ofUnit, row));
      }
      for (Emission emission : rules.fire(batch)) {
        if (emission.fact() instanceof AskedTarget line) {
          lines.add(line.line());
        }
      }
    }
    return (target, unit, period) -> lines.contains(AskedTarget.line(target, unit, period));
  }

  private static Map<ReportingUnit, List<AskedTarget>> asked(Plan plan, Submission submission) {
    Map<ReportingUnit, List<AskedTarget>> asked = new HashMap<>();
    for (Target target : DrlTargets.of(plan)) {
      List<ReportingUnit> units = new ArrayList<>(submission.units().coveredBy(target.scope()));
      if (target.scope().area()) {
        units.add(submission.units().area());
      }
      for (ReportingUnit unit : units) {
        for (ReportingPeriod period : target.periods()) {
          asked
              .computeIfAbsent(unit, u -> new ArrayList<>())
              .add(new AskedTarget(target, unit, period));
        }
      }
    }
    return asked;
  }

  /** An optional count that is absent counts 0 for the targets that read it (contract, 4.2). */
  private static List<Fact> nothing(List<AskedTarget> asked, UnitRow row) {
    Set<Input> optional = new HashSet<>();
    for (AskedTarget line : asked) {
      for (Input input : line.inputs()) {
        if (input.item().optional() && input.item().type() == Item.Type.COUNT) {
          optional.add(input);
        }
      }
    }
    return row.zeros(optional);
  }

  /** Fires the plan's own checks. */
  List<Warning> warnings(Submission submission, Evaluation evaluation) {
    List<Warning> warnings = new ArrayList<>();
    if (rules == null || checks.isEmpty()) {
      return warnings;
    }
    Sources sources = new Sources(evaluation.plan(), submission, evaluation.asOf());
    new UnitChecks(rules, sources)
        .fire(
            submission.units().all(),
            together,
            emission -> {
              Warning.Own check = checks.get(emission.rule().split(" ", 2)[0]);
              if (check != null) {
                warnings.add(ConsistencyChecks.warning(check, emission, submission, evaluation));
              }
            });
    return warnings;
  }

  /** The units of each session. */
  private List<List<ReportingUnit>> sessions(Submission submission, Set<ReportingUnit> concerned) {
    return together
        ? List.of(submission.units().all())
        : UnitChecks.batches(
            submission.units().all().stream().filter(concerned::contains).toList());
  }
}

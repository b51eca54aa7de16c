package vn.doichieu.mutation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.cases.Case;
import vn.doichieu.cases.CaseRules;
import vn.doichieu.domain.Plan;
import vn.doichieu.gauge.DrlTargets;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.rules.PlanSource;
import vn.doichieu.tabular.UnreadableInput;

/**
 * What became of every small change of a plan's rules.
 *
 * @param failing cases that are not as expected even without a change; they notice nothing
 * @param fates every change that can be read, in the order of the targets and their columns
 * @param needless justifications that speak of no change that survives
 */
public record MutatedPlan(
    Plan plan, List<Case> failing, List<Fate> fates, List<Justification> needless) {

  /**
   * What became of a change.
   *
   * @param by the first case that notices it; null if none does
   * @param because why no case has to; null if nobody has said so, or a case does
   */
  public record Fate(Mutant mutant, @Nullable Case by, @Nullable Justification because) {

    /** Whether no case notices it, and nobody has said why that is right. */
    public boolean survives() {
      return by == null && because == null;
    }
  }

  public MutatedPlan {
    failing = List.copyOf(failing);
    fates = List.copyOf(fates);
    needless = List.copyOf(needless);
  }

  /**
   * Tries the changes of targets.
   *
   * @param rules the plan's folder
   * @param cases the cases of the plan; those that are not confirmed notice nothing
   * @param ids the targets whose rows are changed
   * @param drl works out the targets whose rule is DRL
   * @throws UnreadableInput if the justifications cannot be read
   */
  public static MutatedPlan of(
      Path rules, PlanSource source, List<Case> cases, List<String> ids, DrlTargets drl) {
    List<Justification> justified = Justification.read(rules, source.plan());
    List<Case> failing = new ArrayList<>();
    List<Fate> fates = new ArrayList<>();
    Set<Justification> used = new LinkedHashSet<>();
    for (String id : ids) {
      List<Case> passing = new ArrayList<>();
      CaseRules now = CaseRules.of(source.plan(), CaseRules.targets(source.plan(), id), drl);
      for (Case one : cases) {
        if (one.target().equals(id) && one.confirmed()) {
          (now.run(one).passes() ? passing : failing).add(one);
        }
      }
      Map<Case, Integer> kills = new HashMap<>();
      for (Mutant mutant : Mutants.of(source, id)) {
        // The case that noticed most so far goes first, then those with few figures: most changes
        // need one short run only.
        passing.sort(
            Comparator.comparingInt((Case one) -> -kills.getOrDefault(one, 0))
                .thenComparingInt(one -> one.figures().size()));
        Fate fate = fate(source.plan(), mutant, passing, justified, drl);
        if (fate != null) {
          fates.add(fate);
          if (fate.by() != null) {
            kills.merge(fate.by(), 1, Integer::sum);
          } else if (fate.because() != null) {
            used.add(fate.because());
          }
        }
      }
    }
    List<Justification> needless =
        justified.stream()
            .filter(one -> !used.contains(one) && ids.containsAll(one.targets()))
            .toList();
    return new MutatedPlan(source.plan(), failing, fates, needless);
  }

  private static @Nullable Fate fate(
      Plan plan, Mutant mutant, List<Case> cases, List<Justification> justified, DrlTargets drl) {
    CaseRules rules;
    try {
      rules = CaseRules.of(plan, mutant.targets(), drl);
    } catch (InvalidRules e) {
      return null; // A change that the program refuses needs no case.
    }
    for (Case one : cases) {
      if (notices(one, rules)) {
        return new Fate(mutant, one, null);
      }
    }
    return new Fate(
        mutant,
        null,
        justified.stream().filter(one -> one.covers(mutant)).findFirst().orElse(null));
  }

  private static boolean notices(Case one, CaseRules rules) {
    try {
      return !rules.run(one).passes();
    } catch (UnreadableInput e) {
      return true; // Its figures cannot even be read under the changed rule.
    }
  }

  /** The changes that no case notices, and that nobody has justified. */
  public List<Fate> survivors() {
    return fates.stream().filter(Fate::survives).toList();
  }

  /** The changes that no case has to notice. */
  public List<Fate> justified() {
    return fates.stream().filter(fate -> fate.because() != null).toList();
  }

  /** How many changes some case notices. */
  public int noticed() {
    return (int) fates.stream().filter(fate -> fate.by() != null).count();
  }

  /** Whether every change is noticed or justified, by cases that are right to begin with. */
  public boolean passes() {
    return survivors().isEmpty() && failing.isEmpty() && !fates.isEmpty();
  }
}

package vn.doichieu.web.draft;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.doichieu.casefile.CaseFiles;
import vn.doichieu.cases.Case;
import vn.doichieu.cases.CaseRules;
import vn.doichieu.cases.CaseRules.Outcome;
import vn.doichieu.consistency.OwnRules;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Target;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.validation.Validation;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.store.WorkFolder;

/**
 * What the commands {@code rules validate} and {@code rules test} say of rule files that are being
 * edited. Files that nothing has changed since are not checked again.
 */
@Component
public class Checks {

  /** Answers that are kept in memory. */
  private static final int MOST_KEPT = 40;

  private final Tables tables;
  private final WorkFolder work;
  private final Map<String, Validation> validations = kept();
  private final Map<String, Cases> cases = kept();

  Checks(Tables tables, WorkFolder work) {
    this.tables = tables;
    this.work = work;
  }

  private static <T> Map<String, T> kept() {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST_KEPT;
          }
        });
  }

  /**
   * What cases came to.
   *
   * @param outcomes of each case that ran, in the order of the files
   * @param problems why they could not be run; none if they were
   */
  public record Cases(List<Outcome> outcomes, List<Problem> problems) {

    public Cases {
      outcomes = List.copyOf(outcomes);
      problems = List.copyOf(problems);
    }

    /** Those that a person has confirmed and that find something else. */
    public List<Outcome> failed() {
      return outcomes.stream().filter(o -> o.of().confirmed() && !o.passes()).toList();
    }

    /** How many pass. */
    public long passed() {
      return outcomes.stream().filter(Outcome::passes).count();
    }
  }

  /** Everything wrong or doubtful in rule files. */
  public Validation validation(String planId, RuleFileSet files) {
    return remembered(
        validations,
        planId + files.hash(),
        () ->
            tables.unpacked(
                planId, files, folder -> Validation.of(work.home(), folder, List.of(), null)));
  }

  /** All cases of rule files. */
  public Cases cases(String planId, RuleFileSet files) {
    return remembered(cases, planId + files.hash(), () -> run(planId, files, ""));
  }

  /** The cases of one target; none of a target that cannot be read. */
  public Cases cases(String planId, RuleFileSet files, String target) {
    return remembered(
        cases, planId + files.hash() + " " + target, () -> run(planId, files, target));
  }

  private static <T> T remembered(Map<String, T> kept, String key, Supplier<T> work) {
    T known = kept.get(key);
    if (known == null) {
      known = work.get(); // Two who ask at once both work: neither waits for the other.
      kept.put(key, known);
    }
    return known;
  }

  private Cases run(String planId, RuleFileSet files, String target) {
    Plan plan = validation(planId, files).plan();
    return tables.unpacked(
        planId,
        target.isEmpty() ? files : naming(files, target),
        folder -> {
          try {
            OwnRules own = OwnRules.of(work.home(), folder, plan);
            List<Case> all = CaseFiles.read(folder, plan);
            return new Cases(outcomes(plan, all, own, target), List.of());
          } catch (UnreadableInput e) {
            return new Cases(List.of(), e.problems());
          } catch (InvalidRules e) {
            return new Cases(List.of(), e.problems());
          }
        });
  }

  /** The files without those of cases that cannot be about a target: most of the time is theirs. */
  private static RuleFileSet naming(RuleFileSet files, String target) {
    RuleFileSet some = files;
    for (String name : files.files().keySet()) {
      if (name.startsWith(CaseFiles.FOLDER + "/") && !files.text(name).contains(target)) {
        some = some.without(name);
      }
    }
    return some;
  }

  private static List<Outcome> outcomes(Plan plan, List<Case> all, OwnRules own, String target) {
    Map<String, CaseRules> rules = new LinkedHashMap<>();
    return all.stream()
        .filter(one -> target.isEmpty() || one.target().equals(target))
        .filter(one -> plan.targets().stream().anyMatch(t -> judges(t, one)))
        .map(
            one ->
                rules
                    .computeIfAbsent(
                        one.target(), id -> CaseRules.of(plan, CaseRules.targets(plan, id), own))
                    .run(one))
        .toList();
  }

  private static boolean judges(Target target, Case of) {
    return target.evaluated() && target.id().equals(of.target());
  }
}

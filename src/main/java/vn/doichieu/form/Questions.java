package vn.doichieu.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;

/**
 * What is asked: every figure once, below the first target that reads it.
 *
 * @param groups in the order of the plan's targets; none is empty
 * @param inputs all the figures
 */
record Questions(List<Group> groups, Set<Input> inputs) {

  /**
   * The figures that stand below one target.
   *
   * @param target the first target that reads them
   */
  record Group(Target target, List<Question> questions) {}

  /**
   * One figure.
   *
   * @param targets every target that reads it
   */
  record Question(Input input, List<Target> targets) {}

  /**
   * What a plan asks, where {@code asked} tells what each target asks for. Other readings of a
   * sentence ask for nothing that no sentence, as it is read, uses.
   */
  static Questions of(Plan plan, Function<Target, Collection<Input>> asked) {
    Map<Input, List<Target>> readers = new LinkedHashMap<>();
    Set<Input> used = new HashSet<>();
    for (Target target : plan.targets()) {
      target.periods().forEach(period -> used.addAll(plan.inputs(target, period)));
    }
    plan.judged().forEach(target -> add(target, asked.apply(target), used, readers));
    Map<String, Group> groups = new LinkedHashMap<>();
    plan.targets().forEach(t -> groups.put(t.id(), new Group(t, new ArrayList<>())));
    readers.forEach(
        (input, targets) -> {
          Target first = targets.get(0);
          groups
              .computeIfAbsent(first.id(), id -> new Group(first, new ArrayList<>()))
              .questions()
              .add(new Question(input, targets));
        });
    groups.values().removeIf(group -> group.questions().isEmpty());
    return new Questions(List.copyOf(groups.values()), readers.keySet());
  }

  private static void add(
      Target target, Collection<Input> asked, Set<Input> used, Map<Input, List<Target>> readers) {
    List<Input> inputs = new ArrayList<>(new LinkedHashSet<>(asked));
    inputs.retainAll(used);
    inputs.sort(Comparator.comparingInt(input -> place(target, input)));
    for (Input input : inputs) {
      List<Target> targets = readers.computeIfAbsent(input, i -> new ArrayList<>());
      if (targets.stream().noneMatch(t -> t.id().equals(target.id()))) {
        targets.add(target);
      }
    }
  }

  /**
   * A clerk answers a condition first, a whole before its part, the earlier year before the later.
   */
  private static int place(Target target, Input input) {
    Criterion.Clause condition = target.condition();
    if (condition != null && condition.item().equals(input.item())) {
      return 0;
    }
    Criterion criterion = target.criterion();
    boolean early =
        criterion instanceof Criterion.Ratio ratio
                && ratio.denominator().items().contains(input.item())
            || criterion instanceof Criterion.Change change
                && change.baseline().equals(input.period())
            || criterion instanceof Criterion.Reduction reduction
                && reduction.baseline().equals(input.period());
    return early ? 1 : 2;
  }

  /** All figures, in order. */
  List<Question> all() {
    return groups.stream().flatMap(group -> group.questions().stream()).toList();
  }
}

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
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
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
  record Group(Target target, List<Question> questions) {

    /**
     * Whether the area may leave all of it blank, to be judged by the sums of its members.
     *
     * @param area whether the area is asked
     */
    boolean isPooled(boolean area) {
      boolean summed = target.criterion() instanceof Criterion.Ratio || target.scope().summed();
      return area && summed && !target.scope().members().isEmpty();
    }
  }

  /**
   * One figure.
   *
   * @param targets every target that reads it; of the thresholds of one row the first
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
    for (Target target : plan.targets()) {
      inOrder(target, asked.apply(target), used)
          .forEach(input -> add(target, readers.computeIfAbsent(input, i -> new ArrayList<>())));
    }
    plan.judged()
        .forEach(
            other ->
                inOrder(other, asked.apply(other), used)
                    .forEach(input -> readers.computeIfAbsent(input, i -> List.of(other))));
    Map<String, Group> groups = new LinkedHashMap<>();
    plan.rows().forEach(t -> groups.put(t.id(), new Group(t, new ArrayList<>())));
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

  private static void add(Target target, List<Target> readers) {
    if (readers.stream().noneMatch(other -> other.id().equals(target.id()))) {
      readers.add(target);
    }
  }

  /** What is used of the figures that a target asks for, each once, a part below its whole. */
  private static List<Input> inOrder(Target target, Collection<Input> asked, Set<Input> used) {
    List<Input> inputs = new ArrayList<>(new LinkedHashSet<>(asked));
    inputs.retainAll(used);
    inputs.sort(Comparator.comparingInt(input -> place(target, input)));
    Set<Input> inOrder = new LinkedHashSet<>();
    for (Input input : inputs) {
      boolean part = inputs.stream().anyMatch(whole -> isPart(input, whole));
      if (!part) {
        inOrder.add(input);
        inputs.stream().filter(other -> isPart(other, input)).forEach(inOrder::add);
      }
    }
    inOrder.addAll(inputs); // Parts of parts.
    return List.copyOf(inOrder);
  }

  private static boolean isPart(Input input, Input whole) {
    return input.item().partOf().equals(whole.item().code())
        && input.period().equals(whole.period());
  }

  /**
   * A clerk answers a condition first, then a denominator or the earlier year; last what was
   * published.
   */
  private static int place(Target target, Input input) {
    Condition condition = target.condition();
    if (condition != null && condition.items().contains(input.item())) {
      return 0;
    }
    Criterion criterion = target.criterion();
    boolean early =
        criterion instanceof Criterion.Ratio ratio
                && ratio.denominator().items().contains(input.item())
            || criterion instanceof Criterion.Change change
                && change.baseline().parts().contains(input.period())
            || criterion instanceof Criterion.Reduction reduction
                && reduction.baseline().parts().contains(input.period());
    if (early) {
      return 1;
    }
    return input.item().type() == Item.Type.RATE ? 3 : 2;
  }

  /** All figures, in order. */
  List<Question> all() {
    return groups.stream().flatMap(group -> group.questions().stream()).toList();
  }
}

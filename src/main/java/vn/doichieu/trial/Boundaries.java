package vn.doichieu.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.cases.CaseFiles;
import vn.doichieu.cases.CaseRules;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.trial.Flips.Flip;

/**
 * The figures at which the verdict of a target changes, found by trying: one figure at a time, the
 * rules as a black box, so that a kind of target that comes later needs no change here.
 */
final class Boundaries {

  /** The word for ordinary figures. */
  static final String BASE = "trial.boundary.base";

  /** What one count is tried on first; a finer threshold takes a larger one. */
  private static final List<Long> BASES = List.of(100L, 1_000L, 10_000L, 100_000L);

  private static final int TEN = 10;
  private static final long LARGEST = 10_000_000;

  /** What is no figure of its type: a count with a letter, an unknown answer, a day long ago. */
  private static final Map<Item.Type, String> UNFIT =
      Map.of(Item.Type.COUNT, "2O", Item.Type.YES_NO, "?", Item.Type.DATE, "1900-01-01");

  private final Plan plan;
  private final CaseRules rules;
  private final List<Input> inputs;
  private final LocalDate late;
  private final Map<Probe, String> verdicts = new HashMap<>();
  private final Map<Probe, Boundary> found = new LinkedHashMap<>();

  /** A probe with what is concluded from it. */
  record Boundary(Situated what, Probe probe, Evaluation evaluation) {}

  /**
   * What is particular to a probe, for its name.
   *
   * @param key the word for it in the message bundles
   * @param arguments what its sentence needs
   */
  record Situated(String key, List<Object> arguments) {
    static Situated of(String key, Object... arguments) {
      return new Situated(key, List.of(arguments));
    }
  }

  private Boundaries(Plan plan, String id) {
    List<Target> targets = CaseFiles.targets(plan, id);
    rules = CaseRules.of(plan, targets);
    this.plan = rules.plan();
    Set<Input> all = new LinkedHashSet<>();
    for (Target target : targets) {
      target.periods().forEach(period -> all.addAll(target.inputs(period)));
    }
    inputs = all.stream().filter(input -> input.item().type() != Item.Type.RATE).toList();
    late = LocalDate.of(lastYear(targets) + 2, 6, 30);
  }

  private static int lastYear(List<Target> targets) {
    return targets.stream().mapToInt(target -> target.closesOn().getYear()).max().orElse(0);
  }

  /** The boundaries of a target, in the order in which they are looked for. */
  static List<Boundary> of(Plan plan, String id) {
    Boundaries boundaries = new Boundaries(plan, id);
    boundaries.find(id);
    return List.copyOf(boundaries.found.values());
  }

  /** The results that some of them come to. */
  static Set<Result> results(List<Boundary> boundaries) {
    Set<Result> results = EnumSet.noneOf(Result.class);
    for (Boundary boundary : boundaries) {
      boundary.evaluation().findings().forEach(finding -> results.add(finding.result()));
    }
    return results;
  }

  private void find(String id) {
    Probe none = new Probe(id, Map.of(), List.of(), late, null);
    if (inputs.isEmpty()) {
      add(Situated.of(BASE), none);
      return;
    }
    Probe base = base(none);
    add(Situated.of(BASE), base);
    for (Input input : ends()) {
      vary(base, input);
    }
    for (Input input : ends()) {
      single(base, input);
    }
    zero(base);
    add(Situated.of("trial.boundary.empty"), none);
    days(none);
    members(base);
    found.values().stream()
        .filter(boundary -> has(boundary.evaluation(), Result.NOT_MET, Result.MISSING))
        .map(Boundary::probe)
        .findFirst()
        .ifPresent(this::late);
  }

  /** A failing probe: the day on which it begins to fail, and how long a waiver has to last. */
  private void late(Probe failing) {
    days(failing);
    Flips flips = new Flips(n -> verdict(failing.waived(LocalDate.ofEpochDay(n))));
    for (Flip flip : flips.on(daysOf(plan.year() - 1, late.getYear()))) {
      for (long n : List.of(flip.before(), flip.after())) {
        LocalDate until = LocalDate.ofEpochDay(n);
        add(Situated.of("trial.boundary.waived", until), failing.waived(until));
      }
    }
  }

  private static boolean has(Evaluation evaluation, Result... results) {
    Set<Result> any = Set.of(results);
    return evaluation.findings().stream().anyMatch(finding -> any.contains(finding.result()));
  }

  /** Of an item read in many periods, the first and the last. */
  private List<Input> ends() {
    Map<Item, List<Input>> byItem = new LinkedHashMap<>();
    inputs.forEach(i -> byItem.computeIfAbsent(i.item(), item -> new ArrayList<>()).add(i));
    Set<Input> ends = new LinkedHashSet<>();
    byItem
        .values()
        .forEach(
            same -> {
              ends.add(same.get(0));
              ends.add(same.get(same.size() - 1));
            });
    return List.copyOf(ends);
  }

  /** Figures from which one change makes a difference: met ones, or else any that are judged. */
  private Probe base(Probe none) {
    List<Map<Input, String>> candidates = candidates(BASES.get(0));
    Predicate<Evaluation> met = e -> e.findings().stream().anyMatch(f -> f.result() == Result.MET);
    Predicate<Evaluation> judged = e -> has(e, Result.NOT_MET, Result.NEEDS_REVIEW);
    for (Predicate<Evaluation> wanted : List.of(met, judged)) {
      for (Map<Input, String> candidate : candidates) {
        Probe probe = none.with(candidate);
        if (wanted.test(evaluate(probe))) {
          return scaled(probe);
        }
      }
    }
    return none.with(candidates.get(0));
  }

  private List<Map<Input, String>> candidates(long count) {
    Map<Input, String> usual = new LinkedHashMap<>();
    for (Input input : inputs) {
      if (!input.item().optional()) {
        usual.put(input, usual(input.item().type(), count));
      }
    }
    List<Map<Input, String>> candidates = new ArrayList<>(List.of(usual));
    for (Input input : usual.keySet()) {
      Map<Input, String> other = new LinkedHashMap<>(usual);
      other.put(input, other(input.item().type()));
      candidates.add(other);
    }
    Map<Input, String> others = new LinkedHashMap<>(usual);
    others.replaceAll((input, value) -> other(input.item().type()));
    candidates.add(others);
    return candidates;
  }

  private String usual(Item.Type type, long count) {
    return switch (type) {
      case YES_NO -> "yes";
      case DATE -> LocalDate.of(plan.year(), 1, 2).toString();
      case COUNT, RATE -> Long.toString(count);
    };
  }

  private String other(Item.Type type) {
    return switch (type) {
      case YES_NO -> "no";
      case DATE -> LocalDate.of(plan.year() + 1, 12, 1).toString();
      case COUNT, RATE -> "0";
    };
  }

  /** The same with counts so large that a threshold falls on a whole number, if any are. */
  private Probe scaled(Probe probe) {
    Input first = firstCount();
    if (first == null) {
      return probe;
    }
    for (int i = 0; i + 1 < BASES.size(); i++) {
      Probe here = times(probe, BASES.get(i));
      Function<Probe, Flips> flips = p -> new Flips(n -> verdict(p.with(first, "" + n)));
      Probe ten = times(probe, BASES.get(i + 1));
      List<Flip> all = flips.apply(here).on(grid(BASES.get(i)));
      boolean exact =
          !all.isEmpty()
              && all.stream()
                  .allMatch(
                      flip ->
                          differs(ten, first, flip.after() * TEN - 1)
                              || differs(ten, first, flip.before() * TEN));
      if (exact) {
        return here;
      }
    }
    return probe;
  }

  private boolean differs(Probe probe, Input input, long n) {
    return !verdict(probe.with(input, "" + n)).equals(verdict(probe.with(input, "" + (n + 1))));
  }

  private static Probe times(Probe probe, long base) {
    Map<Input, String> values = new LinkedHashMap<>(probe.values());
    values.replaceAll(
        (input, value) ->
            input.item().type() == Item.Type.COUNT && !value.equals("0") ? "" + base : value);
    return probe.with(values);
  }

  private @Nullable Input firstCount() {
    return inputs.stream()
        .filter(input -> input.item().type() == Item.Type.COUNT)
        .findFirst()
        .orElse(null);
  }

  private static List<Long> grid(long base) {
    Set<Long> grid = new TreeSet<>();
    LongStream.rangeClosed(0, 200).map(i -> i * (base / 100)).forEach(grid::add);
    LongStream.rangeClosed(0, TEN).forEach(grid::add);
    for (long power = 1; power <= LARGEST; power *= TEN) {
      grid.addAll(List.of(power, 2 * power, 5 * power));
    }
    return List.copyOf(grid);
  }

  /** The values of one figure at which the verdict changes, and their neighbours. */
  private void vary(Probe base, Input input) {
    switch (input.item().type()) {
      case COUNT -> {
        Input first = firstCount();
        boolean main = first != null && first.item().equals(input.item());
        long at = Long.parseLong(base.values().getOrDefault(input, "100"));
        List<Long> grid = main ? grid(Math.max(at, BASES.get(0))) : List.of(0L, 1L);
        Flips flips = new Flips(n -> verdict(base.with(input, "" + n)));
        for (Flip flip : flips.on(grid)) {
          for (long n = flip.before() - 1; n <= flip.after() + 1; n++) {
            if (n >= 0) {
              value(base, input, "" + n);
            }
          }
        }
        value(base, input, "0");
      }
      case DATE -> {
        Flips flips = new Flips(n -> verdict(base.with(input, LocalDate.ofEpochDay(n) + "")));
        for (Flip flip : flips.on(daysOf(plan.year() - 1, plan.year() + 2))) {
          value(base, input, LocalDate.ofEpochDay(flip.before()) + "");
          value(base, input, LocalDate.ofEpochDay(flip.after()) + "");
        }
      }
      case YES_NO -> {
        value(base, input, "yes");
        value(base, input, "no");
      }
      case RATE -> {}
    }
  }

  private void value(Probe base, Input input, String value) {
    add(Situated.of("trial.boundary.value", input, value), base.with(input, value));
  }

  private void single(Probe base, Input input) {
    if (!input.item().optional()) {
      add(Situated.of("trial.boundary.absent", input), base.with(input, ""));
    }
    value(base, input, UNFIT.getOrDefault(input.item().type(), "?"));
  }

  private void zero(Probe base) {
    Map<Input, String> zeros = new LinkedHashMap<>(base.values());
    zeros.replaceAll((input, value) -> input.item().type() == Item.Type.COUNT ? "0" : value);
    add(Situated.of("trial.boundary.zero"), base.with(zeros));
  }

  /** The days on which the same figures come to be judged otherwise. */
  private void days(Probe probe) {
    Flips flips = new Flips(n -> verdict(probe.on(LocalDate.ofEpochDay(n))));
    List<Flip> all = flips.on(daysOf(plan.year() - 1, late.getYear()));
    for (int i = 0; i < all.size(); i++) {
      if (i == 0 || i == all.size() - 1) {
        for (long n : List.of(all.get(i).before(), all.get(i).after())) {
          LocalDate day = LocalDate.ofEpochDay(n);
          Probe there = probe.on(day);
          String key = probe.figures().isEmpty() ? "trial.boundary.empty_on" : "trial.boundary.on";
          add(Situated.of(key, day), there);
        }
      }
    }
  }

  private static List<Long> daysOf(int first, int last) {
    List<Long> days = new ArrayList<>();
    for (LocalDate day = LocalDate.of(first, 1, 1);
        day.getYear() <= last;
        day = day.plusMonths(1)) {
      days.add(day.toEpochDay());
    }
    days.add(LocalDate.of(last, 12, 31).toEpochDay());
    return days;
  }

  private void members(Probe base) {
    Evaluation usual = evaluate(base);
    List<Finding> below =
        usual.findings().stream().filter(f -> !f.unit().equals(usual.area())).toList();
    boolean area = below.size() < usual.findings().size();
    Target first = plan.targets().get(0);
    if (area && !below.isEmpty() && !first.scope().members().isEmpty()) {
      new MemberBoundaries(this::verdictOfArea, this::add, base, first, usual.area().code()).find();
    }
  }

  private Evaluation evaluate(Probe probe) {
    return rules.evaluate(probe.asCase());
  }

  /** What is concluded, without the numbers. */
  private String verdict(Probe probe) {
    return verdicts.computeIfAbsent(probe, p -> words(evaluate(p).findings()));
  }

  /** What is concluded for the area alone. */
  private String verdictOfArea(Probe probe) {
    Evaluation evaluation = evaluate(probe);
    return words(
        evaluation.findings().stream().filter(f -> f.unit().equals(evaluation.area())).toList());
  }

  private static String words(List<Finding> findings) {
    StringBuilder words = new StringBuilder();
    for (Finding finding : findings) {
      words
          .append(finding.unit().code())
          .append(finding.period())
          .append(finding.result())
          .append(finding.reason())
          .append(finding.flags())
          .append('\n');
    }
    return words.toString();
  }

  private void add(Situated what, Probe probe) {
    if (!found.containsKey(probe)) {
      Evaluation evaluation = evaluate(probe);
      if (TestedPlan.unused(evaluation).isEmpty()) { // Figures that nobody is asked show nothing.
        found.put(probe, new Boundary(what, probe, evaluation));
      }
    }
  }
}

package vn.doichieu.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.gauge.DrlTargets;
import vn.doichieu.trial.Flips.Flip;

/**
 * The figures at which the verdict of a target changes, found by trying: one figure at a time, the
 * rules as a black box, so that a kind of target that comes later needs no change here.
 */
final class Boundaries {

  /** The word for ordinary figures. */
  static final String BASE = "trial.boundary.base";

  private static final int TEN = 10;

  /** What the other counts are tried on: most of them have no threshold of their own. */
  private static final List<Long> FEW = LongStream.rangeClosed(0, TEN).boxed().toList();

  /** What is no figure of its type: a count with a letter, an unknown answer, a day long ago. */
  private static final Map<Item.Type, String> UNFIT =
      Map.of(Item.Type.COUNT, "2O", Item.Type.YES_NO, "?", Item.Type.DATE, "1900-01-01");

  private final BlackBox box;
  private final int year;
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

  private Boundaries(Plan plan, String id, DrlTargets drl) {
    box = new BlackBox(plan, id, drl);
    year = plan.year();
  }

  /** The boundaries of a target, in the order in which they are looked for. */
  static List<Boundary> of(Plan plan, String id, DrlTargets drl) {
    Boundaries boundaries = new Boundaries(plan, id, drl);
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
    Probe none = new Probe(id, Map.of(), List.of(), box.late(), null);
    if (box.inputs().isEmpty()) {
      add(Situated.of(BASE), none);
      return;
    }
    Probe base = new BaseFigures(box).find(none);
    add(Situated.of(BASE), base);
    for (Input input : ends()) {
      vary(base, input);
    }
    withoutEachYes(base);
    for (Input input : ends()) {
      single(base, input);
    }
    zero(base);
    add(Situated.of("trial.boundary.empty"), none);
    days(none);
    members(base);
    found.values().stream()
        .filter(boundary -> BlackBox.has(boundary.evaluation(), Result.NOT_MET, Result.MISSING))
        .map(Boundary::probe)
        .findFirst()
        .ifPresent(this::late);
  }

  /** A yes may hide what a count decides ("two talks, or a loudspeaker"): counts without it. */
  private void withoutEachYes(Probe base) {
    for (Input yes : ends()) {
      if (yes.item().type() == Item.Type.YES_NO) {
        Probe without = base.with(yes, "no");
        if (!BlackBox.has(box.evaluate(without), Result.NOT_APPLICABLE)) {
          ends().stream()
              .filter(input -> input.item().type() == Item.Type.COUNT)
              .forEach(input -> vary(without, input));
        }
      }
    }
  }

  /** A failing probe: the day on which it begins to fail, and how long a waiver has to last. */
  private void late(Probe failing) {
    days(failing);
    Flips flips = new Flips(n -> box.verdict(failing.waived(LocalDate.ofEpochDay(n))));
    for (Flip flip : flips.on(Flips.days(year - 1, box.late().getYear()))) {
      for (long n : List.of(flip.before(), flip.after())) {
        LocalDate until = LocalDate.ofEpochDay(n);
        add(Situated.of("trial.boundary.waived", until), failing.waived(until));
      }
    }
  }

  /** Of an item read in many periods, the first and the last. */
  private List<Input> ends() {
    Map<Item, List<Input>> byItem = new LinkedHashMap<>();
    box.inputs().forEach(i -> byItem.computeIfAbsent(i.item(), item -> new ArrayList<>()).add(i));
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

  /** The values of one figure at which the verdict changes, and their neighbours. */
  private void vary(Probe base, Input input) {
    switch (input.item().type()) {
      case COUNT -> {
        Input first = box.firstCount();
        boolean main = first != null && first.item().equals(input.item());
        long at = Long.parseLong(base.values().getOrDefault(input, "100"));
        List<Long> grid = main ? Flips.counts(Math.max(at, BaseFigures.USUAL)) : FEW;
        Flips flips = new Flips(n -> box.verdict(base.with(input, "" + n)));
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
        Flips flips = new Flips(n -> box.verdict(base.with(input, LocalDate.ofEpochDay(n) + "")));
        for (Flip flip : flips.on(Flips.days(year - 1, year + 2))) {
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
    Flips flips = new Flips(n -> box.verdict(probe.on(LocalDate.ofEpochDay(n))));
    List<Flip> all = flips.on(Flips.days(year - 1, box.late().getYear()));
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

  private void members(Probe base) {
    Evaluation usual = box.evaluate(base);
    boolean area = usual.findings().stream().anyMatch(f -> f.unit().equals(usual.area()));
    Target first = box.plan().targets().get(0);
    if (area && !first.scope().members().isEmpty()) {
      new MemberBoundaries(box::verdictOfArea, this::add, base, first, usual.area().code()).find();
    }
  }

  private void add(Situated what, Probe probe) {
    if (!found.containsKey(probe)) {
      Evaluation evaluation = box.evaluate(probe);
      // Figures that nobody is asked show nothing.
      boolean told = TestedPlan.unused(evaluation).isEmpty();
      if (told && !evaluation.findings().isEmpty()) {
        found.put(probe, new Boundary(what, probe, evaluation));
      }
    }
  }
}

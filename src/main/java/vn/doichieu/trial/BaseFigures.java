package vn.doichieu.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.trial.Flips.Flip;

/** Ordinary figures of a target, from which one change at a time is tried. */
final class BaseFigures {

  /** What every count is at first; a finer threshold takes a larger one. */
  static final long USUAL = 100;

  private static final int TEN = 10;
  private static final List<Long> BASES = List.of(USUAL, 1_000L, 10_000L, 100_000L);

  private final BlackBox box;

  BaseFigures(BlackBox box) {
    this.box = box;
  }

  /** Figures from which one change makes a difference: met ones, or else any that are judged. */
  Probe find(Probe none) {
    List<Map<Input, String>> candidates = candidates(USUAL);
    Predicate<Evaluation> met = e -> e.findings().stream().anyMatch(f -> f.result() == Result.MET);
    Predicate<Evaluation> judged = e -> BlackBox.has(e, Result.NOT_MET, Result.NEEDS_REVIEW);
    for (Predicate<Evaluation> wanted : List.of(met, judged)) {
      for (Map<Input, String> candidate : candidates) {
        Probe probe = none.with(candidate);
        if (wanted.test(box.evaluate(probe))) {
          return scaled(probe);
        }
      }
    }
    return none.with(candidates.get(0));
  }

  private List<Map<Input, String>> candidates(long count) {
    Map<Input, String> usual = new LinkedHashMap<>();
    for (Input input : box.inputs()) {
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
      case DATE -> LocalDate.of(box.plan().year(), 1, 2).toString();
      case COUNT, RATE -> Long.toString(count);
    };
  }

  private String other(Item.Type type) {
    return switch (type) {
      case YES_NO -> "no";
      case DATE -> LocalDate.of(box.plan().year() + 1, 12, 1).toString();
      case COUNT, RATE -> "0";
    };
  }

  /** The same with counts so large that a threshold falls on a whole number, if any are. */
  private Probe scaled(Probe probe) {
    Input first = box.firstCount();
    if (first == null) {
      return probe;
    }
    for (int i = 0; i + 1 < BASES.size(); i++) {
      Probe here = times(probe, BASES.get(i));
      Function<Probe, Flips> flips = p -> new Flips(n -> box.verdict(p.with(first, "" + n)));
      Probe ten = times(probe, BASES.get(i + 1));
      List<Flip> all = flips.apply(here).on(Flips.counts(BASES.get(i)));
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
    return !box.verdict(probe.with(input, "" + n))
        .equals(box.verdict(probe.with(input, "" + (n + 1))));
  }

  private static Probe times(Probe probe, long base) {
    Map<Input, String> values = new LinkedHashMap<>(probe.values());
    values.replaceAll(
        (input, value) ->
            input.item().type() == Item.Type.COUNT && !value.equals("0") ? "" + base : value);
    return probe.with(values);
  }
}

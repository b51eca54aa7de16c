package vn.doichieu.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import vn.doichieu.cases.Case.Unit;
import vn.doichieu.cases.CaseUnits;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.trial.Boundaries.Situated;
import vn.doichieu.trial.Flips.Flip;

/** The boundaries of a target that the area answers together with its members. */
final class MemberBoundaries {

  /** Members enough to tell a share from the next whole per cent. */
  private static final int MEMBERS = 100;

  private static final int FEW = 10;

  private final Function<Probe, String> verdict;
  private final BiConsumer<Situated, Probe> found;
  private final Probe base;
  private final String area;
  private final List<Unit> all;

  MemberBoundaries(
      Function<Probe, String> verdict,
      BiConsumer<Situated, Probe> found,
      Probe base,
      Target target,
      String area) {
    this.verdict = verdict;
    this.found = found;
    this.base = base;
    this.area = area;
    all = CaseUnits.numbered(target.scope(), MEMBERS);
  }

  void find() {
    Map<Input, String> worse = worse();
    Flips flips = new Flips(n -> verdict.apply(some((int) n, worse, MEMBERS)));
    for (Flip flip : flips.on(List.of(0L, (long) MEMBERS))) {
      for (long n : List.of(flip.before(), flip.after())) {
        Probe probe = some((int) n, worse, MEMBERS);
        found.accept(Situated.of("trial.boundary.members", n, MEMBERS), probe);
      }
    }
    found.accept(
        Situated.of("trial.boundary.members_absent", 1, FEW), some(FEW - 1, Map.of(), FEW));
    found.accept(
        Situated.of("trial.boundary.members_absent", FEW / 2, FEW), some(FEW / 2, Map.of(), FEW));
    Map<String, Map<Input, String>> both = new LinkedHashMap<>(figures(2, worse, 2));
    both.put(area, base.values());
    found.accept(Situated.of("trial.boundary.more_than_area"), base.among(all.subList(0, 2), both));
    both.put(area, worse);
    found.accept(Situated.of("trial.boundary.against_area"), base.among(all.subList(0, 2), both));
  }

  /** Figures that make a difference to the area: the first one at its worst, or else all. */
  private Map<Input, String> worse() {
    String best = verdict.apply(some(MEMBERS, Map.of(), MEMBERS));
    Map<Input, String> first = worst(1);
    return verdict.apply(some(0, first, MEMBERS)).equals(best)
        ? worst(base.values().size())
        : first;
  }

  /** So many figures at their worst: no, or nothing. */
  private Map<Input, String> worst(int count) {
    Map<Input, String> worst = new LinkedHashMap<>(base.values());
    base.values().keySet().stream()
        .limit(count)
        .forEach(i -> worst.put(i, i.item().type() == Item.Type.YES_NO ? "no" : "0"));
    return worst;
  }

  private Probe some(int good, Map<Input, String> rest, int of) {
    return base.among(all.subList(0, of), figures(good, rest, of));
  }

  private Map<String, Map<Input, String>> figures(int good, Map<Input, String> rest, int of) {
    Map<String, Map<Input, String>> figures = new LinkedHashMap<>();
    for (int i = 0; i < of; i++) {
      figures.put(all.get(i).code(), i < good ? base.values() : rest);
    }
    return figures;
  }
}

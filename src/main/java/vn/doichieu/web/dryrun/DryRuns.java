package vn.doichieu.web.dryrun;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Provenance;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.submission.Delivery.Layer;
import vn.doichieu.submission.ReportingUnits;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.filing.AreaRules;
import vn.doichieu.web.filing.AreaRules.Ruled;
import vn.doichieu.web.filing.Counting;
import vn.doichieu.web.filing.FigureKey;
import vn.doichieu.web.filing.Figures;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.filing.ReadBy;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.intake.ReadProblems;
import vn.doichieu.web.intake.Typed;
import vn.doichieu.web.lock.Locks;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.result.Results;

/** Tries uploads against everything that counts at this moment; nothing is changed by it. */
@Component
public class DryRuns {

  private static final Provenance.FileSet NO_FILES = new Provenance.FileSet(List.of());

  private final Areas areas;
  private final AreaRules rules;
  private final Figures figures;
  private final Counting counting;
  private final Results results;
  private final Locks locks;
  private final Times times;

  /** Tries uploads. */
  public DryRuns(
      Areas areas,
      AreaRules rules,
      Figures figures,
      Counting counting,
      Results results,
      Locks locks,
      Times times) {
    this.areas = areas;
    this.rules = rules;
    this.figures = figures;
    this.counting = counting;
    this.results = results;
    this.locks = locks;
    this.times = times;
  }

  /** What an upload would do now. */
  public DryRun of(Upload upload) {
    Area area = areas.get(upload.areaId());
    return of(upload, area, rules.of(area));
  }

  /** What an upload would do now, if plans had some versions of their rules. */
  DryRun of(Upload upload, Area area, List<Ruled> plans) {
    ReportingUnits units = areas.units(area).all();
    List<ReadProblems.Reading> readings = new ArrayList<>();
    List<Layer> layers = new ArrayList<>();
    for (Ruled plan : plans) {
      Layer layer = figures.trial(upload.id(), area, plan.rules());
      layers.add(layer);
      readings.add(new ReadProblems.Reading(plan, layer.delivery()));
    }
    List<FigureChange> changes = changes(area, plans, layers, Long.MAX_VALUE);
    List<DryRun.PlanMoves> moves = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      moves.add(moves(area, plans.get(i), layers.get(i)));
    }
    return new DryRun(
        area,
        upload,
        AreaRules.Basis.of(area, plans),
        changes,
        ReadProblems.of(readings, units),
        moves,
        Contradictions.of(moves, touched(changes)),
        locked(area, new ReadBy(plans, units), plans, changes));
  }

  /** What a submission did to the figures that counted before it. */
  public List<FigureChange> changes(Area area, Filed filed) {
    List<Ruled> plans = rules.of(area);
    List<Layer> layers =
        plans.stream().map(p -> figures.layer(filed, areas.units(area), p.rules())).toList();
    return changes(area, plans, layers, filed.id() - 1);
  }

  private List<FigureChange> changes(Area area, List<Ruled> plans, List<Layer> layers, long upTo) {
    Map<FigureKey, Figure> given = new LinkedHashMap<>();
    Set<FigureKey> withdrawn = new LinkedHashSet<>();
    for (Layer layer : layers) {
      layer.delivery().given().forEach(f -> given.putIfAbsent(FigureKey.of(f), f));
      layer.withdrawals().stream()
          .map(FigureKey::of)
          .sorted((a, b) -> a.toString().compareTo(b.toString()))
          .forEach(withdrawn::add);
    }
    Set<String> units = new LinkedHashSet<>();
    given.keySet().forEach(key -> units.add(key.unit()));
    withdrawn.forEach(key -> units.add(key.unit()));
    Map<FigureKey, Counting.Source> now = counting.of(area, plans, units::contains, upTo);
    List<FigureChange> changes = new ArrayList<>();
    given.forEach(
        (key, figure) -> {
          if (!withdrawn.contains(key)) {
            changes.add(new FigureChange(now.get(key), figure));
          }
        });
    for (FigureKey key : withdrawn) {
      if (now.containsKey(key)) {
        changes.add(new FigureChange(now.get(key), null));
      }
    }
    changes.sort((a, b) -> Integer.compare(index(a), index(b)));
    return changes;
  }

  private static int index(FigureChange change) {
    return change.figure().unit().index();
  }

  private static Predicate<String> touched(List<FigureChange> changes) {
    Set<String> units = new LinkedHashSet<>();
    changes.forEach(change -> units.add(change.figure().unit().code()));
    return units::contains;
  }

  private DryRun.PlanMoves moves(Area area, Ruled plan, Layer layer) {
    Evaluation before =
        results.judged(area, plan.version(), times.today(), false, Long.MAX_VALUE).evaluation();
    List<Layer> all = new ArrayList<>(figures.layers(area, plan.rules()));
    all.add(layer);
    Evaluation after =
        plan.rules()
            .run(
                figures.submission(area, plan.rules(), all, Long.MAX_VALUE),
                NO_FILES,
                times.today(),
                false);
    return new DryRun.PlanMoves(plan.plan(), before, after, FindingMove.between(before, after));
  }

  /** What changes figures that only locked plans read, of units without leave. */
  private List<Problem> locked(
      Area area, ReadBy readBy, List<Ruled> plans, List<FigureChange> changes) {
    List<Problem> problems = new ArrayList<>();
    if (plans.stream().noneMatch(locks::isLocked)) {
      return problems;
    }
    for (FigureChange change : changes) {
      Figure figure = change.figure();
      List<Ruled> readers = readBy.plans(figure);
      if (change.changes()
          && !readers.isEmpty()
          && readers.stream().allMatch(locks::isLocked)
          && !locks.hasLeave(area.id(), figure.unit().code())) {
        SourceLocation place =
            change.after() == null ? null : Objects.requireNonNull(change.after()).location();
        problems.add(
            new Problem(
                Problem.Kind.FIGURE_LOCKED,
                place == null ? SourceLocation.of(Typed.FILE) : place,
                figure.item().label(),
                String.join(", ", readers.stream().map(r -> r.plan().title().vi()).toList()),
                String.valueOf(readers.get(0).plan().locksOn())));
      }
    }
    return problems;
  }
}

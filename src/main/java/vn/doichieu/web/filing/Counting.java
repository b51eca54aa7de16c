package vn.doichieu.web.filing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Figure;
import vn.doichieu.submission.Delivery.Layer;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.filing.AreaRules.Ruled;

/** Which figure counts, and from which submission: the latest that gave it. */
@Component
public class Counting {

  private final Filings filings;
  private final Figures figures;
  private final Areas areas;

  /** What counts of filings. */
  public Counting(Filings filings, Figures figures, Areas areas) {
    this.filings = filings;
    this.figures = figures;
    this.areas = areas;
  }

  /** A figure with the submission that it counts from. */
  public record Source(Figure figure, Filed filed) {}

  /**
   * What counts of some units, for all plans together.
   *
   * @param units which units by their codes
   * @param upTo the last submission to be taken into account
   */
  public Map<FigureKey, Source> of(
      Area area, List<Ruled> plans, Predicate<String> units, long upTo) {
    List<Filed> all = filings.all(area.id());
    Map<FigureKey, Source> counting = new HashMap<>();
    Set<FigureKey> withdrawn = new HashSet<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      Filed filed = all.get(i);
      String unit = filed.unit();
      if (filed.id() > upTo || (unit != null && !units.test(unit))) {
        continue;
      }
      for (Ruled plan : plans) {
        Layer layer = figures.layer(filed, areas.units(area), plan.rules());
        layer.withdrawals().forEach(taken -> withdrawn.add(FigureKey.of(taken)));
        for (Figure figure : layer.delivery().given()) {
          FigureKey key = FigureKey.of(figure);
          if (units.test(figure.unit().code()) && !withdrawn.contains(key)) {
            counting.putIfAbsent(key, new Source(figure, filed));
          }
        }
      }
    }
    return counting;
  }
}

package vn.doichieu.web.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.submission.Delivery.Layer;
import vn.doichieu.submission.Delivery.Withdrawal;
import vn.doichieu.web.filing.Figures;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.Results;
import vn.doichieu.web.rulebook.RulesVersions;

/** Which submissions the figures of a finding came from, and what it was after each of them. */
@Component
class Origins {

  /** Of more submissions only the last ones are judged again. */
  private static final int MOST_TOLD = 12;

  private final Filings filings;
  private final Figures figures;
  private final RulesVersions versions;
  private final Results results;

  Origins(Filings filings, Figures figures, RulesVersions versions, Results results) {
    this.filings = filings;
    this.figures = figures;
    this.versions = versions;
    this.results = results;
  }

  /**
   * Submissions that gave or took back a figure of a finding.
   *
   * @param counting the submission that each figure counts from
   * @param touching all of them, the oldest first
   */
  record Touched(Map<Spot, Filed> counting, List<Filed> touching) {}

  /** What a unit can give one figure for. */
  record Spot(ReportingUnit unit, Input input) {

    static Spot of(Figure figure) {
      return new Spot(figure.unit(), new Input(figure.item(), figure.period()));
    }

    Withdrawal withdrawal() {
      return new Withdrawal(unit.code(), input.item().code(), input.period().text());
    }
  }

  /**
   * A finding as it was.
   *
   * @param filed the submission after which it was so
   */
  record Past(Filed filed, Judged judged, Finding finding) {}

  /** Looks up the submissions that concern some figures. */
  Touched touched(Judged judged, Collection<Figure> used) {
    List<Spot> spots = used.stream().map(Spot::of).distinct().toList();
    Map<Spot, Filed> counting = new HashMap<>();
    List<Filed> touching = new ArrayList<>();
    List<Filed> all = filings.all(judged.area().id());
    List<Layer> layers = figures.layers(judged.area(), versions.prepared(judged.version()));
    for (int i = 0; i < Math.min(all.size(), layers.size()); i++) {
      if (all.get(i).id() > judged.upTo()) {
        break;
      }
      if (touches(layers.get(i), all.get(i), spots, counting)) {
        touching.add(all.get(i));
      }
    }
    return new Touched(counting, touching);
  }

  private static boolean touches(
      Layer layer, Filed filed, List<Spot> spots, Map<Spot, Filed> counting) {
    Map<Spot, Figure> given = new HashMap<>();
    layer.delivery().given().forEach(figure -> given.put(Spot.of(figure), figure));
    boolean touches = false;
    for (Spot spot : spots) {
      boolean taken = layer.withdrawals().contains(spot.withdrawal());
      if (given.containsKey(spot) || taken) {
        touches = true;
        counting.put(spot, filed);
      }
    }
    return touches;
  }

  /** What a finding was after each of some submissions, judged by the same rules and day. */
  List<Past> history(Judged now, Finding finding, List<Filed> touching) {
    List<Past> past = new ArrayList<>();
    int first = Math.max(0, touching.size() - MOST_TOLD);
    for (Filed filed : touching.subList(first, touching.size())) {
      Judged then =
          results.judged(
              now.area(),
              now.version(),
              now.evaluation().asOf(),
              now.evaluation().closed(),
              filed.id());
      then.evaluation().findingsOf(finding.target().id()).stream()
          .filter(f -> f.unit().equals(finding.unit()) && f.period().equals(finding.period()))
          .filter(f -> f.target().part().equals(finding.target().part()))
          .findFirst()
          .ifPresent(f -> past.add(new Past(filed, then, f)));
    }
    return past;
  }
}

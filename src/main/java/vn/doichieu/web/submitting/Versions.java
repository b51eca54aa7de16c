package vn.doichieu.web.submitting;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Warning;
import vn.doichieu.submission.Delivery;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.dryrun.DryRuns;
import vn.doichieu.web.dryrun.FigureChange;
import vn.doichieu.web.filing.AreaRules;
import vn.doichieu.web.filing.AreaRules.Ruled;
import vn.doichieu.web.filing.Counting;
import vn.doichieu.web.filing.Figures;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.SetAside;
import vn.doichieu.web.page.PageText;

/** Looks up what submissions did when they came, and what counts of a unit now. */
@Component
public class Versions {

  private final Areas areas;
  private final AreaRules rules;
  private final Counting counting;
  private final Filings filings;
  private final Figures figures;
  private final DryRuns dryRuns;
  private final DryRunWords words;
  private final PageText texts;

  Versions(
      Areas areas,
      AreaRules rules,
      Counting counting,
      Filings filings,
      Figures figures,
      DryRuns dryRuns,
      DryRunWords words,
      PageText texts) {
    this.areas = areas;
    this.rules = rules;
    this.counting = counting;
    this.filings = filings;
    this.figures = figures;
    this.dryRuns = dryRuns;
    this.words = words;
    this.texts = texts;
  }

  /** The name of a unit, or its code if it is no longer there; empty where there is none. */
  String unitName(Place place, @Nullable String code) {
    if (code == null) {
      return "";
    }
    ReportingUnit unit = areas.units(place.area()).all().find(code);
    return unit == null ? code : unit.name();
  }

  /** The figures of a submission against what counted before it; of a unit's place its own only. */
  List<DryRunView.Row> rows(Place place, Filed filed, Locale locale) {
    boolean aside = !setAside(place, filed).isEmpty(); // What is wrong there are not the values.
    List<Problem> problems = aside ? List.of() : problems(place, filed);
    return words.rows(changes(place, filed), problems, locale);
  }

  /** Likewise, not in words. */
  public List<FigureChange> changes(Place place, Filed filed) {
    String unit = place.code();
    return dryRuns.changes(place.area(), filed).stream()
        .filter(change -> unit == null || change.figure().unit().code().equals(unit))
        .toList();
  }

  private List<Problem> problems(Place place, Filed filed) {
    return deliveries(place, filed).flatMap(delivery -> delivery.problems().stream()).toList();
  }

  /** Why a submission is set aside, by place; empty if it is not. */
  List<Problem> setAside(Place place, Filed filed) {
    return deliveries(place, filed)
        .map(Delivery::problems)
        .filter(problems -> problems.stream().anyMatch(SetAside::isSetAside))
        .flatMap(List::stream)
        .distinct()
        .sorted(Problem.BY_PLACE)
        .toList();
  }

  /** The same in words; of a file of several units a unit's place tells no more than that. */
  List<DryRunView.Trouble> setAside(Place place, Filed filed, Locale locale) {
    boolean whole = place.unit() == null || filed.unit() != null;
    return words.troubles(
        setAside(place, filed).stream()
            .filter(problem -> whole || SetAside.isSetAside(problem))
            .toList(),
        locale);
  }

  private Stream<Delivery> deliveries(Place place, Filed filed) {
    return rules.of(place.area()).stream()
        .map(plan -> figures.layer(filed, areas.units(place.area()), plan.rules()).delivery());
  }

  /** What counts of a unit now, item by item. */
  public List<Counting.Source> counting(Place place) {
    String unit = String.valueOf(place.code());
    Map<String, Integer> order = new HashMap<>();
    List<Ruled> plans = rules.of(place.area());
    plans.forEach(
        plan ->
            plan.rules().plan().items().keySet().forEach(i -> order.putIfAbsent(i, order.size())));
    return counting.of(place.area(), plans, unit::equals, Long.MAX_VALUE).values().stream()
        .sorted(
            Comparator.comparing((Counting.Source s) -> s.figure().period())
                .thenComparing(s -> order.getOrDefault(s.figure().item().code(), 0)))
        .toList();
  }

  /**
   * What was said of contradictions with a submission.
   *
   * @param about the check in words with its period
   */
  public record Explained(String unit, String about, String text) {}

  /** The explanations that came with a submission; of a unit's place its own only. */
  List<Explained> said(Place place, Filed filed, Locale locale) {
    return filings.said(filed.id()).stream()
        .filter(said -> place.unit() == null || said.unit().equals(place.code()))
        .map(
            said ->
                new Explained(
                    unitName(place, said.unit()),
                    title(said.check(), locale)
                        + ", "
                        + ReportingPeriod.parse(said.period())
                            .map(texts.messages(locale).language()::period)
                            .orElse(said.period()),
                    said.text()))
        .toList();
  }

  /** The title of a check that all plans share; a plan's own is told by its code. */
  private String title(String check, Locale locale) {
    return Warning.Shared.of(check)
        .map(shared -> texts.messages(locale).text("consistency." + shared.code() + ".title"))
        .orElse(check);
  }
}

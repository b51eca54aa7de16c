package vn.doichieu.web.submitting;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.doichieu.form.EntryForm;
import vn.doichieu.web.area.AreaPlan;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.filing.AreaRules;
import vn.doichieu.web.filing.AreaRules.Ruled;
import vn.doichieu.web.request.Refusal;

/** The entry forms of units by the rules that count. */
@Component
class BlankForms {

  private final Areas areas;
  private final AreaRules rules;

  BlankForms(Areas areas, AreaRules rules) {
    this.areas = areas;
    this.rules = rules;
  }

  /** The plans that ask a unit for anything; none for several units, or where there is no plan. */
  List<AreaPlan> plans(Place place) {
    if (place.unit() == null || areas.plans(place.area().id()).isEmpty()) {
      return List.of();
    }
    return rules.of(place.area()).stream()
        .filter(plan -> form(place, plan).unasked().isEmpty())
        .map(Ruled::plan)
        .toList();
  }

  /**
   * The form of a plan for a unit.
   *
   * @throws Refusal if the area is not judged by it
   */
  EntryForm of(Place place, AreaPlan plan) {
    return rules.of(place.area()).stream()
        .filter(each -> each.plan().equals(plan))
        .map(each -> form(place, each))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  private EntryForm form(Place place, Ruled plan) {
    String unit = Objects.requireNonNull(place.code());
    return EntryForm.of(plan.rules().plan(), areas.units(place.area()).all())
        .forUnits(Set.of(unit));
  }
}

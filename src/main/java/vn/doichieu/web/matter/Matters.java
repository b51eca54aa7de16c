package vn.doichieu.web.matter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Slice;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;

/** Lists matters. */
@Component
public class Matters {

  private static final int A_PAGE = 50;

  private final Store store;
  private final Areas areas;
  private final RulesVersions versions;
  private final Times times;

  Matters(Store store, Areas areas, RulesVersions versions, Times times) {
    this.store = store;
    this.areas = areas;
    this.versions = versions;
    this.times = times;
  }

  /**
   * A page of those that a viewer may see.
   *
   * @throws Refusal if there is no such state
   */
  public <T> Slice<T> list(Viewer viewer, Wanted wanted, Kept<T> kept) {
    if (wanted.state() != null && !kept.states().contains(wanted.state())) {
      throw Refusal.invalid("matter_state");
    }
    Slice<T> none = Slice.of(List.of(), wanted.page(), wanted.size(), A_PAGE);
    if (wanted.area() != null && !viewer.sees(wanted.area())) {
      return none;
    }
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("area", viewer.areaId() == null ? wanted.area() : viewer.areaId());
    values.put("plan", wanted.plan());
    values.put("unit", viewer.unit() == null ? wanted.unit() : viewer.unit());
    values.put("state", wanted.state());
    values.put("today", times.today());
    values.put("size", none.size());
    values.put("start", (long) none.page() * none.size());
    String from =
        " from "
            + kept.table()
            + " where (cast(:area as bigint) is null or area_id = :area)"
            + " and (cast(:plan as varchar) is null or plan_id = :plan)"
            + " and (cast(:unit as varchar) is null or unit = :unit)"
            + " and (cast(:state as varchar) is null or state = :state)";
    int total =
        store.sql().sql("select count(*)" + from).params(values).query(Integer.class).single();
    List<T> page =
        store
            .sql()
            .sql("select *" + from + " order by " + kept.order() + " limit :size offset :start")
            .params(values)
            .query(kept.row())
            .list();
    return new Slice<>(page, none.page(), none.size(), total);
  }

  /** What can be chosen from above a list. */
  public void choices(Viewer viewer, Wanted wanted, Kept<?> kept, Model model) {
    model.addAttribute("areas", areas.visibleTo(viewer));
    model.addAttribute("plans", versions.plans());
    model.addAttribute("states", kept.states());
    model.addAttribute(
        "units",
        wanted.area() == null || viewer.unit() != null
            ? List.of()
            : areas.units(areas.get(wanted.area(), viewer)).all().all());
  }
}

package vn.doichieu.web.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.AreaPlan;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Times;

/** Says beforehand until when figures are taken. */
@Component
public class LockWords {

  private final Areas areas;
  private final Locks locks;
  private final Times times;
  private final PageText texts;

  /** Words on locks. */
  public LockWords(Areas areas, Locks locks, Times times, PageText texts) {
    this.areas = areas;
    this.locks = locks;
    this.times = times;
    this.texts = texts;
  }

  /**
   * A sentence for every plan that has a lock, and for a leave that a unit has.
   *
   * @param unit the unit's code; null for several
   */
  public List<String> notices(Area area, @Nullable String unit, Locale locale) {
    List<String> all = new ArrayList<>();
    boolean locked = false;
    for (AreaPlan plan : areas.plans(area.id())) {
      if (plan.locksOn() != null) {
        boolean over = !times.today().isBefore(plan.locksOn());
        locked |= over;
        all.add(
            texts.text(
                locale,
                over ? "filing.locked" : "filing.locks",
                plan.title().in(locale),
                times.day(over ? plan.locksOn() : plan.locksOn().minusDays(1))));
      }
    }
    if (locked && unit != null) {
      locks.leaves(area.id()).stream()
          .filter(leave -> leave.unit().equals(unit) && !times.today().isAfter(leave.until()))
          .map(leave -> texts.text(locale, "filing.leave", times.day(leave.until())))
          .forEach(all::add);
    }
    return all;
  }
}

package vn.doichieu.web.area;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.doichieu.web.page.PlanTitle;

/**
 * A plan that an area is judged by.
 *
 * @param title its title
 * @param locksOn from this day on figures that only locked plans read are taken no more; null:
 *     never
 */
public record AreaPlan(String planId, PlanTitle title, @Nullable LocalDate locksOn) {}

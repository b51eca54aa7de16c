package vn.doichieu.web.area;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plan that an area is judged by.
 *
 * @param title its title
 * @param locksOn from this day on figures that only locked plans read are taken no more; null:
 *     never
 */
public record AreaPlan(String planId, String title, @Nullable LocalDate locksOn) {}

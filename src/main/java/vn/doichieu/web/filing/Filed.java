package vn.doichieu.web.filing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submission, which never changes.
 *
 * @param id goes up with time: of two submissions of an area the later one has the higher
 * @param unit the unit that it is of; null where it is of several units
 * @param number counts the submissions of the area, from 1
 */
public record Filed(
    long id,
    long areaId,
    @Nullable String unit,
    int number,
    long uploadId,
    long madeBy,
    Instant madeAt,
    String note) {}

package vn.doichieu.web.area;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one units.csv says of an area. It never changes; it counts once it has a revision.
 *
 * @param basedOn the revision that it was held against; 0 for the first of an area
 * @param revision counts those of the area that came to count, from 1; null: only tried so far
 * @param since from when on it counted; null likewise
 */
public record UnitList(
    long id,
    long areaId,
    int basedOn,
    Instant madeAt,
    @Nullable Integer revision,
    @Nullable Instant since) {}

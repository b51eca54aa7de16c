package vn.doichieu.domain;

import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding.Waiver;

/**
 * One row of {@code waivers.csv} as it stands, whether it can have an effect or not.
 *
 * @param location the row
 * @param period blank for every period
 * @param until the last day, as written
 * @param waiver what it grants; null if it has no effect, which a problem of the row tells
 */
public record WaiverRow(
    SourceLocation location,
    String unit,
    String target,
    String period,
    String until,
    String reason,
    String approvedBy,
    String decision,
    @Nullable Waiver waiver) {}

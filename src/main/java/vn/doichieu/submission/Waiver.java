package vn.doichieu.submission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.ReportingPeriod;

/**
 * An approved exception for a unit and target.
 *
 * @param until the last day of it
 * @param period the one period it is for; null for every period
 * @param decision the number of the decision
 */
public record Waiver(
    LocalDate until,
    @Nullable ReportingPeriod period,
    String reason,
    String approvedBy,
    String decision) {}

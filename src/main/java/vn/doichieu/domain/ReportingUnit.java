package vn.doichieu.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for figures: the area itself, a member of it or an agency. Known by its code.
 *
 * @param index the unit's place among all units of a submission, in the order of their codes
 * @param code the code that figures and waivers name
 * @param name the name for readers
 * @param kind its level, or agency
 * @param role what an agency is there for ("police"); null for other kinds
 * @param group the sort of place it is, where thresholds differ by it ("mountain"); empty if none
 */
public record ReportingUnit(
    int index, String code, String name, Kind kind, @Nullable String role, String group) {

  /** A unit of no group. */
  public ReportingUnit(int index, String code, String name, Kind kind, @Nullable String role) {
    this(index, code, name, kind, role, "");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReportingUnit unit && unit.code.equals(code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  /** The kinds of units (contract, section 2). */
  public enum Kind {
    PROVINCE,
    DISTRICT,
    COMMUNE,
    RESIDENTIAL_GROUP,
    AGENCY;

    /** The word used in {@code units.csv} and in rule files: {@code residential_group}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

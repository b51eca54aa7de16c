package vn.doichieu.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One checkable item of a plan: one row of {@code targets.csv} and one rule.
 *
 * @param id the row's id in the register ("HM-N6")
 * @param wording how readers are told of it
 * @param citation where it stands in the plan
 * @param criterion what has to hold
 * @param scope who has to answer
 * @param periods the periods it is judged for, in order; several for a monthly deadline
 * @param closesOn the first day on which the period is over
 * @param condition what must hold for the target to apply; null when it always does
 * @param binding whether the row can be held against its unit
 * @param reviewOnMiss whether a miss is left to a person ({@code on_miss = needs_review})
 * @param confidence how sure the reading is
 * @param reading the formal reading in words
 * @param note remarks of the register
 * @param place the row it was read from
 * @param part which of the row's thresholds it is ("2025", "urban"); empty if it has one only
 */
public record Target(
    String id,
    Wording wording,
    Citation citation,
    Criterion criterion,
    Scope scope,
    List<ReportingPeriod> periods,
    LocalDate closesOn,
    @Nullable Condition condition,
    boolean binding,
    boolean reviewOnMiss,
    Priority priority,
    Confidence confidence,
    String reading,
    String note,
    SourceLocation place,
    String part) {

  public Target {
    periods = List.copyOf(periods);
  }

  /** Whether a row gives findings; not_checked and information rows do not. */
  public boolean evaluated() {
    return !(criterion instanceof Criterion.Unchecked);
  }

  /** Every figure that one unit's line of this target reads for a period, its condition's too. */
  public List<Input> inputs(ReportingPeriod period) {
    List<Input> inputs = new ArrayList<>(criterion.inputs(period));
    if (condition != null) {
      condition.items().forEach(item -> inputs.add(new Input(item, period)));
    }
    return inputs;
  }

  /** An item in a period: what one unit can submit one figure for. */
  public record Input(Plan.Item item, ReportingPeriod period) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Input input && input.item.equals(item) && input.period.equals(period);
    }

    @Override
    public int hashCode() {
      return item.hashCode() * 31 + period.hashCode();
    }
  }

  /**
   * The words for readers.
   *
   * @param title short title in Vietnamese
   * @param action the verb phrase of its sentences ("kiểm tra"); empty for the general wording
   * @param counted what is counted ("cơ sở"); empty for the general wording
   * @param titleEn short title in English
   */
  public record Wording(String title, String action, String counted, String titleEn) {}

  /**
   * Where a target stands in its plan.
   *
   * @param section the section ("II.1 gạch 4")
   * @param quote the exact sentence, scanning slips included
   */
  public record Citation(String section, String quote) {}

  /**
   * Who has to answer.
   *
   * @param area whether the area itself is judged
   * @param members the kinds whose units each get a line
   * @param roles the roles whose agencies each get a line
   * @param membersBind whether a member's line can be held against it; otherwise it only
   *     contributes to the area's
   * @param groups the groups of units that members have to be in; empty if any will do
   * @param summed whether members get no line of their own: their figures are added up
   */
  public record Scope(
      boolean area,
      Set<ReportingUnit.Kind> members,
      Set<String> roles,
      boolean membersBind,
      Set<String> groups,
      boolean summed) {

    public Scope {
      members = Set.copyOf(members);
      roles = Set.copyOf(roles);
      groups = Set.copyOf(groups);
    }

    /** Whose members may be in any group, and get lines of their own. */
    public Scope(
        boolean area, Set<ReportingUnit.Kind> members, Set<String> roles, boolean membersBind) {
      this(area, members, roles, membersBind, Set.of(), false);
    }

    /** Whether a unit other than the area is asked. */
    public boolean covers(ReportingUnit unit) {
      return unit.kind() == ReportingUnit.Kind.AGENCY
          ? unit.role() != null && roles.contains(unit.role())
          : members.contains(unit.kind()) && (groups.isEmpty() || groups.contains(unit.group()));
    }
  }

  /** What a target is to the plan. */
  public enum Priority {
    MAIN,
    DEADLINE,
    SUPPORTING;

    /** The word used in rule files and JSON: {@code main}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How sure the reading of the sentence is. */
  public enum Confidence {
    /** The sentence can be read in one way only. */
    PLAIN,
    /** A person should confirm the reading first. */
    C1,
    /** A default reading, with a footnote. */
    C2
  }
}

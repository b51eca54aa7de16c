package vn.doichieu.oracle;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What time, waivers and the register make of a verdict: contract 4.1 and 4.3. */
final class NaiveSettling {
  private static final Set<String> OWN_DATES =
      Set.of("deadline", "monthly_count", "quarterly_count");
  private static final Set<String> RATIOS = Set.of("ratio", "rate");

  private final NaiveData data;
  private final LocalDate asOf;
  private final boolean closed;

  NaiveSettling(NaiveData data, LocalDate asOf, boolean closed) {
    this.data = data;
    this.asOf = asOf;
    this.closed = closed;
  }

  /** Contract 4.3: closing first, then waivers, then on_miss. */
  NaiveVerdict settle(
      Map<String, String> target,
      String unit,
      String period,
      NaiveVerdict verdict,
      LocalDate given) {
    NaiveVerdict after = waive(target, unit, period, close(target, verdict), given);
    boolean reviewed = target.get("on_miss").equals("needs_review");
    return reviewed && after.result().equals("not_met")
        ? after.is("needs_review", after.reason())
        : after;
  }

  /** Contract 4.1. */
  NaiveVerdict close(Map<String, String> target, NaiveVerdict verdict) {
    boolean open = !closed && asOf.isBefore(LocalDate.parse(target.get("closes_on")));
    if (!open || OWN_DATES.contains(target.get("kind")) || !missed(verdict)) {
      return verdict;
    }
    return verdict.is("in_progress", "before_due");
  }

  /** Contract 4.3, first paragraph. */
  private NaiveVerdict waive(
      Map<String, String> target,
      String unit,
      String period,
      NaiveVerdict verdict,
      LocalDate given) {
    boolean inForce = false;
    boolean lapsed = false;
    for (NaiveData.Waiver waiver : data.waivers) {
      boolean itsPeriod = waiver.period().isEmpty() || waiver.period().equals(period);
      boolean its = waiver.unit().equals(unit) && waiver.target().equals(target.get("target"));
      if (its && itsPeriod) {
        boolean now = inForce(target, waiver, given);
        inForce |= now;
        lapsed |= !now;
      }
    }
    boolean onTheDay = verdict.reason().equals("on_deadline_day");
    if (inForce && (missed(verdict) || onTheDay)) {
      return verdict.is("waived", "waived");
    }
    return lapsed && !inForce && missed(verdict) ? verdict.flag("waiver_expired") : verdict;
  }

  private boolean inForce(Map<String, String> target, NaiveData.Waiver waiver, LocalDate given) {
    if (!asOf.isAfter(waiver.until())) {
      return true;
    }
    if (target.get("kind").equals("deadline")) {
      return given != null && !given.isAfter(waiver.until());
    }
    LocalDate lastDay = LocalDate.parse(target.get("closes_on")).minusDays(1);
    return !waiver.until().isBefore(lastDay);
  }

  private static boolean missed(NaiveVerdict verdict) {
    return verdict.result().equals("not_met") || verdict.result().equals("missing");
  }

  /** Contract 4.3, second and third paragraph. */
  static Set<String> registerFlags(Map<String, String> target, boolean contributes) {
    Set<String> flags = new TreeSet<>();
    String kind = target.get("kind");
    boolean asksOnly = target.get("binding").equals("no");
    if (contributes) {
      flags.add("contribution");
    } else if (asksOnly && RATIOS.contains(kind)) {
      flags.add("other_reading");
    }
    if (asksOnly && (kind.equals("duty") || kind.equals("deadline"))) {
      flags.add("asked");
    }
    if (Set.of("C1", "C2").contains(target.get("confidence"))) {
      flags.add("confidence_" + target.get("confidence"));
    }
    return flags;
  }
}

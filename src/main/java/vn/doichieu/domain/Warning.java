package vn.doichieu.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one unit that contradict one another: they need an explanation, and are never a
 * target's verdict.
 *
 * @param period the period it is about; of two, the later one
 * @param figures the figures concerned, each with its place, the one in question first
 * @param numbers the whole numbers its sentence needs besides: n and d of a published rate
 * @param explanation what the unit said of it; null if nothing yet
 */
public record Warning(
    Check check,
    ReportingUnit unit,
    ReportingPeriod period,
    List<Figure> figures,
    List<Long> numbers,
    @Nullable Explanation explanation) {

  /**
   * By check, unit code and period; then by the figures, so that output never depends on chance.
   */
  public static final Comparator<Warning> IN_ORDER =
      Comparator.comparingInt((Warning w) -> w.check().order())
          .thenComparing(w -> w.check().code())
          .thenComparing(w -> w.unit().code())
          .thenComparing(Warning::period)
          .thenComparing(
              w -> w.figures().stream().map(f -> f.item().code()).collect(Collectors.joining(" ")));

  public Warning {
    figures = List.copyOf(figures);
    numbers = List.copyOf(numbers);
  }

  /** What this warning is about, as {@code explanations.csv} names it. */
  public Subject subject() {
    return new Subject(unit, check.code(), period);
  }

  /** Whether a finding of the same unit rests on one of its figures, or is published by it. */
  public boolean concerns(Finding finding) {
    if (!finding.unit().equals(unit)) {
      return false;
    }
    List<Target.Input> inputs = finding.target().inputs(finding.period());
    for (Figure figure : figures) {
      if (figure.item().rateOf().equals(finding.target().id())
          || inputs.contains(new Target.Input(figure.item(), figure.period()))) {
        return true;
      }
    }
    return false;
  }

  /** The same warning, explained. */
  public Warning explained(Explanation by) {
    return new Warning(check, unit, period, figures, numbers, by);
  }

  /**
   * What an explanation answers: all warnings of one check for a unit and period.
   *
   * @param check the code of the check
   */
  public record Subject(ReportingUnit unit, String check, ReportingPeriod period) {

    // Written out: what the JVM makes up for records costs a cold start 10 ms.

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Subject subject
          && subject.unit.equals(unit)
          && subject.check.equals(check)
          && subject.period.equals(period);
    }

    @Override
    public int hashCode() {
      return (unit.hashCode() * 31 + check.hashCode()) * 31 + period.hashCode();
    }
  }

  /**
   * An answer to warnings.
   *
   * @param by the office that answers; never a person
   */
  public record Explanation(String text, String by, SourceLocation location) {}

  /** What contradicts what. */
  public sealed interface Check {

    /** The word used in rules, {@code explanations.csv} and JSON: {@code part_above_total}. */
    String code();

    /** Its place among the checks of a report. */
    int order();
  }

  /**
   * A check of a plan's own.
   *
   * @param rule the rule, with its title and sentences
   */
  public record Own(WrittenRule rule) implements Check {

    @Override
    public String code() {
      return rule.code();
    }

    @Override
    public int order() {
      return Shared.values().length;
    }
  }

  /**
   * The checks that all plans share, in the order of reports. Each has its sentences in the message
   * bundles.
   */
  public enum Shared implements Check {
    /** A part is larger than its total. */
    PART_ABOVE_TOTAL,
    /** A cumulative figure is smaller than in the period before. */
    CUMULATIVE_FALLS,
    /** A report came, and no figures with it. */
    REPORT_EMPTY,
    /** What there is differs between the periods of a year. */
    TOTAL_CHANGED,
    /** People were informed, and no communication was held. */
    INFORMED_WITHOUT_COMMUNICATION,
    /** Establishments were inspected, and there is no inspection team. */
    INSPECTED_WITHOUT_TEAM,
    /** A published rate is not what its own figures come to. */
    PUBLISHED_RATE;

    @Override
    public int order() {
      return ordinal();
    }

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The check with a code. */
    public static Optional<Shared> of(String code) {
      for (Shared check : values()) {
        if (check.code().equals(code)) {
          return Optional.of(check);
        }
      }
      return Optional.empty();
    }
  }
}

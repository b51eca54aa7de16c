package vn.doichieu.rulerow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Criterion.Due;
import vn.doichieu.domain.Criterion.Expression;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.rulerow.ThresholdReader.Of;
import vn.doichieu.tabular.DateText;

/**
 * Reads what a target asks for from the cells {@code kind}, {@code inputs}, {@code comparator},
 * {@code threshold} and {@code periods}.
 */
final class CriterionReader {

  private static final Pattern GROWTH = Pattern.compile("\\+([0-9]{1,4})(?:[.,]([0-9]{1,4}))?%");
  private static final Pattern EACH_TIME = Pattern.compile("([1-9][0-9]{0,8}) a (month|quarter)");
  private static final Pattern DAY_OF_MONTH =
      Pattern.compile("the ([0-9]{1,2})(?:st|nd|rd|th) of the month( after)?");
  private static final Pattern AGAINST = Pattern.compile("(\\S+) against (?:average )?(\\S+)");
  private static final Pattern BAND = Pattern.compile("([0-9]{1,9}):([^:;]+)");
  private static final Pattern POINTS = Pattern.compile("(-?[0-9]{1,9}):([^:;]+)");

  /** Less than nothing is left of no number: what only has a ceiling never falls below it. */
  private static final Bound NO_FLOOR = new Bound(false, -100, 100);

  /** A criterion with the periods it is judged for. */
  record Reading(Criterion criterion, List<ReportingPeriod> periods) {}

  private final TargetRow row;
  private final int year;

  private CriterionReader(TargetRow row, int year) {
    this.row = row;
    this.year = year;
  }

  static Reading read(TargetRow row, int year) {
    return new CriterionReader(row, year).read();
  }

  private Reading read() {
    String kind = row.cell("kind");
    return switch (kind) {
      case "ratio" -> new Reading(ratio(true), List.of(figuresPeriod()));
      case "rate" -> new Reading(ratio(false), List.of(figuresPeriod()));
      case "share_of_units" -> new Reading(share(), List.of(period()));
      case "change", "reduction" -> difference(kind);
      case "count" ->
          new Reading(new Criterion.Count(sum(), range(Of.NUMBER)), List.of(figuresPeriod()));
      case "monthly_count", "quarterly_count" -> eachTime(kind.equals("quarterly_count"));
      case "deadline" -> deadline();
      case "score" -> new Reading(score(), List.of(period()));
      case "duty" -> {
        comparator("");
        withoutThreshold();
        yield new Reading(new Criterion.Duty(row.condition("inputs")), List.of(period()));
      }
      case "drl" -> {
        comparator("");
        yield new Reading(new Criterion.Drl(drlItems()), List.of(period()));
      }
      case "judgement" -> {
        withoutThreshold();
        yield new Reading(new Criterion.Judgement(), List.of(ReportingPeriod.year(year)));
      }
      case "not_checked", "information" -> new Reading(new Criterion.Unchecked(kind), List.of());
      default -> {
        row.invalid(
            "kind",
            "ratio, rate, share_of_units, change, reduction, count, monthly_count,"
                + " quarterly_count, deadline, duty, score, drl, judgement, not_checked,"
                + " information");
        yield new Reading(new Criterion.Unchecked(kind), List.of());
      }
    };
  }

  private Criterion ratio(boolean proportion) {
    Range range = range(proportion ? Of.PROPORTION : Of.RATE);
    try {
      List<Expression> parts = FormulaParser.ratio(row.cell("inputs"), row.items());
      return new Criterion.Ratio(parts.get(0), parts.get(1), range, proportion);
    } catch (FormulaParser.Refused e) {
      row.refused("inputs", e, "establishments_inspected / establishments_total");
      Expression none = new Expression(List.of());
      return new Criterion.Ratio(none, none, range, proportion);
    }
  }

  private Criterion share() {
    Range range = range(Of.SHARE);
    try {
      return new Criterion.ShareOfUnits(
          ConditionParser.conjunction(row.cell("inputs"), row.items()), range);
    } catch (FormulaParser.Refused e) {
      row.refused("inputs", e, "communication_forms>=1 & communication_regular=yes");
      return new Criterion.ShareOfUnits(List.of(), range);
    }
  }

  private Criterion score() {
    if (!row.cell("comparator").equals(">=") && !row.cell("comparator").equals(">")) {
      row.invalid("comparator", ">=, >");
    }
    Range range = range(Of.SCORE);
    List<Criterion.Points> points = new ArrayList<>();
    for (String part : row.cell("inputs").split(";", -1)) {
      Matcher matcher = POINTS.matcher(part.strip());
      if (!matcher.matches()) {
        row.invalid("inputs", "20: plan_issued=yes; 30: communication_forms>=2");
        continue;
      }
      try {
        points.add(
            new Criterion.Points(
                Long.parseLong(matcher.group(1)),
                ConditionParser.condition(matcher.group(2).strip(), row.items())));
      } catch (FormulaParser.Refused e) {
        row.refused("inputs", e, "20: plan_issued=yes; 30: communication_forms>=2");
      }
    }
    long sum = points.stream().mapToLong(p -> Math.max(0, p.points())).sum();
    long most = range.absolute() ? sum : range.per();
    if (!points.isEmpty() && !(range.floor() == null) && !floor(range).holds(sum, 1)) {
      row.invalid("threshold", "<= " + sum); // No unit could ever reach it.
    }
    return new Criterion.Score(points, new Range(floor(range), null, false, 0), most, bands());
  }

  /** The points themselves, without the scale that a plan may put behind them. */
  private static Bound floor(Range range) {
    Bound floor = range.floor();
    return floor == null ? NO_FLOOR : new Bound(floor.strict(), floor.numerator(), 1);
  }

  /** The levels of a score, the highest first. */
  private List<Criterion.Band> bands() {
    List<Criterion.Band> bands = new ArrayList<>();
    String text = row.cell("bands");
    for (String part : text.isEmpty() ? new String[0] : text.split(";", -1)) {
      Matcher band = BAND.matcher(part.strip());
      if (band.matches()) {
        bands.add(new Criterion.Band(Long.parseLong(band.group(1)), band.group(2).strip()));
      } else {
        row.invalid("bands", "80: tốt; 50: trung bình; 0: yếu");
      }
    }
    if (bands.stream().map(Criterion.Band::from).distinct().count() < bands.size()) {
      row.invalid("bands", "80: tốt; 50: trung bình; 0: yếu");
    }
    bands.sort(Comparator.comparingLong(Criterion.Band::from).reversed());
    return bands;
  }

  private Reading difference(String kind) {
    Matcher periods = AGAINST.matcher(row.cell("periods"));
    Optional<ReportingPeriod> now =
        periods.matches() ? ReportingPeriod.parse(periods.group(1)) : Optional.empty();
    Optional<ReportingPeriod> base =
        periods.matches()
            ? ReportingPeriod.parse(periods.group(2))
                .or(() -> ReportingPeriod.range(periods.group(2)))
            : Optional.empty();
    Criterion criterion =
        kind.equals("change")
            ? change(base.orElse(ReportingPeriod.year(year)))
            : new Criterion.Reduction(
                count(), base.orElse(ReportingPeriod.year(year)), reductionRange());
    if (now.isEmpty() || base.isEmpty() || base.get().parts().contains(now.get())) {
      row.invalid("periods", "2024 against 2023; 2027 against average 2024..2026");
      return new Reading(standIn(), List.of());
    }
    return new Reading(criterion, List.of(now.get()));
  }

  private Range reductionRange() {
    if (row.cell("comparator").startsWith("<") || row.cell("comparator").equals("=")) {
      row.invalid("comparator", "range, within, >=");
      return ThresholdReader.STAND_IN;
    }
    return range(Of.REDUCTION);
  }

  private Criterion change(ReportingPeriod base) {
    String comparator = row.cell("comparator");
    String[] limits = row.cell("threshold").split("\\.\\.", -1);
    boolean ranged = comparator.equals("range") || comparator.equals("within");
    if (!ranged && !comparator.equals(">=") && !comparator.equals("<=")) {
      row.invalid("comparator", "range, within, >=, <=");
      return standIn();
    }
    Optional<Bound> first = growth(limits[0]);
    Optional<Bound> last = growth(limits[limits.length - 1]);
    if (first.isEmpty()
        || last.isEmpty()
        || limits.length != (ranged ? 2 : 1)
        || above(first.get(), last.get())) {
      row.invalid("threshold", ranged ? "+3%..+5%" : "+5%");
      return standIn();
    }
    boolean atMost = comparator.equals("<=");
    return new Criterion.Change(
        count(),
        base,
        atMost ? NO_FLOOR : first.get(),
        comparator.equals(">=") ? null : last.get(),
        atMost || comparator.equals("within"));
  }

  /** "+12,5%" as 125/1000: exact, never a floating-point number. */
  private static Optional<Bound> growth(String text) {
    Matcher matcher = GROWTH.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String decimals = matcher.group(2) == null ? "" : matcher.group(2);
    long denominator = 100;
    for (int i = 0; i < decimals.length(); i++) {
      denominator *= 10;
    }
    return Optional.of(new Bound(false, Long.parseLong(matcher.group(1) + decimals), denominator));
  }

  private Range range(Of of) {
    return ThresholdReader.read(row, of);
  }

  /** Stands where the cells were told to be wrong already; its row never becomes a target. */
  private static Criterion standIn() {
    return new Criterion.Count(new Expression(List.of()), ThresholdReader.STAND_IN);
  }

  private static boolean above(Bound low, Bound high) {
    return low.numerator() * high.denominator() > high.numerator() * low.denominator();
  }

  private Reading eachTime(boolean quarterly) {
    comparator(">=");
    Matcher threshold = EACH_TIME.matcher(row.cell("threshold"));
    if (!threshold.matches() || threshold.group(2).equals("quarter") != quarterly) {
      row.invalid("threshold", quarterly ? "1 a quarter" : "1 a month");
      return new Reading(standIn(), List.of());
    }
    return new Reading(
        new Criterion.MonthlyCount(count(), Long.parseLong(threshold.group(1)), quarterly),
        List.of(times(quarterly)));
  }

  private Reading deadline() {
    comparator("<");
    Item item = item(Item.Type.DATE);
    Matcher ofMonth = DAY_OF_MONTH.matcher(row.cell("threshold"));
    if (ofMonth.matches()) {
      int day = Integer.parseInt(ofMonth.group(1));
      int months = ofMonth.group(2) == null ? 0 : 1;
      if (day < 1 || day > 28) {
        row.invalid("threshold", "the 10th of the month after");
        day = 1;
      }
      return new Reading(
          new Criterion.Deadline(item, new Due.DayOfMonth(day, months)),
          times(row.cell("periods").contains("Q")).parts());
    }
    Optional<LocalDate> due = DateText.iso(row.cell("threshold"));
    if (due.isEmpty()) {
      row.invalid("threshold", "2024-05-10; the 10th of the month after");
    }
    return new Reading(
        new Criterion.Deadline(item, new Due.Day(due.orElse(LocalDate.EPOCH))), List.of(period()));
  }

  /** A range of months or quarters, or one of them. */
  private ReportingPeriod times(boolean quarterly) {
    String text = row.cell("periods");
    Optional<ReportingPeriod> range =
        ReportingPeriod.range(text).or(() -> ReportingPeriod.parse(text));
    boolean fits =
        range.isPresent()
            && range.get().parts().stream()
                .allMatch(part -> part.text().matches(quarterly ? ".*-Q." : ".*-[01][0-9]"));
    if (!fits) {
      row.invalid("periods", quarterly ? "2024-Q1..2024-Q4" : "2024-03..2024-12");
    }
    return range.filter(r -> fits).orElse(new ReportingPeriod(year + "-01"));
  }

  /** A period, or a range of years whose figures are put together. */
  private ReportingPeriod figuresPeriod() {
    Optional<ReportingPeriod> years =
        ReportingPeriod.range(row.cell("periods"))
            .filter(range -> range.parts().stream().allMatch(part -> part.text().length() == 4));
    return years.orElseGet(this::period);
  }

  private ReportingPeriod period() {
    Optional<ReportingPeriod> period = ReportingPeriod.parse(row.cell("periods"));
    if (period.isEmpty()) {
      row.invalid("periods", "2024, 2024-H1, 2024-9M, 2024-Q2, 2024-05");
    }
    return period.orElse(ReportingPeriod.year(year));
  }

  private void withoutThreshold() {
    if (!row.cell("threshold").isEmpty()) {
      row.invalid("threshold", "∅");
    }
  }

  private void comparator(String expected) {
    if (!row.cell("comparator").equals(expected)) {
      row.invalid("comparator", expected.isEmpty() ? "∅" : expected);
    }
  }

  private Expression sum() {
    try {
      return FormulaParser.sum(row.cell("inputs"), row.items());
    } catch (FormulaParser.Refused e) {
      row.refused("inputs", e, "web_posts");
      return new Expression(List.of());
    }
  }

  /** What a rule needs that a row cannot say: items side by side. */
  private List<Item> drlItems() {
    withoutThreshold();
    List<Item> items = new ArrayList<>();
    for (String part : row.cell("inputs").split(",", -1)) {
      String code = part.strip();
      Item item = row.items().get(code);
      boolean yesNo = item != null && item.type() == Item.Type.YES_NO;
      try {
        items.add(
            FormulaParser.item(code, row.items(), yesNo ? Item.Type.YES_NO : Item.Type.COUNT));
      } catch (FormulaParser.Refused e) {
        row.refused("inputs", e, "activities_held, establishments_inspected");
      }
    }
    return items;
  }

  private Item count() {
    return item(Item.Type.COUNT);
  }

  private Item item(Item.Type type) {
    try {
      return FormulaParser.item(row.cell("inputs"), row.items(), type);
    } catch (FormulaParser.Refused e) {
      row.refused("inputs", e, type == Item.Type.DATE ? "report_submitted_on" : "web_posts");
      return TargetRow.standInItem(type);
    }
  }
}

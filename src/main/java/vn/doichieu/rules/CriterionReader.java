package vn.doichieu.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Criterion.Due;
import vn.doichieu.domain.Criterion.Expression;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.tabular.DateText;

/**
 * Reads what a target asks for from the cells {@code kind}, {@code inputs}, {@code comparator},
 * {@code threshold} and {@code periods}.
 */
final class CriterionReader {

  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,4})(?:[.,]([0-9]{1,4}))?%");
  private static final Pattern CHANGE = Pattern.compile("\\+([0-9.,]+%)\\.\\.\\+([0-9.,]+%)");
  private static final Pattern WHOLE_RANGE = Pattern.compile("([0-9]{1,18})\\.\\.([0-9]{1,18})");
  private static final Pattern A_MONTH = Pattern.compile("([1-9][0-9]{0,8}) a month");
  private static final Pattern DAY_OF_MONTH =
      Pattern.compile("the ([0-9]{1,2})(?:st|nd|rd|th) of the month( after)?");
  private static final Pattern AGAINST = Pattern.compile("(\\S+) against (\\S+)");

  private static final int MOST_MONTHS = 36;

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
      case "ratio" -> new Reading(ratio(), List.of(period()));
      case "share_of_units" -> new Reading(share(), List.of(period()));
      case "change", "reduction" -> difference(kind);
      case "count" -> {
        comparator(">=");
        yield new Reading(new Criterion.Count(count(), wholeNumber()), List.of(period()));
      }
      case "monthly_count" -> monthlyCount();
      case "deadline" -> deadline();
      case "duty" -> {
        comparator("");
        yield new Reading(new Criterion.Duty(row.clause("inputs")), List.of(period()));
      }
      case "drl" -> {
        comparator("");
        yield new Reading(new Criterion.Drl(drlItems()), List.of(period()));
      }
      case "judgement" ->
          new Reading(new Criterion.Judgement(), List.of(ReportingPeriod.year(year)));
      case "not_checked", "information" -> new Reading(new Criterion.Unchecked(kind), List.of());
      default -> {
        row.invalid(
            "kind",
            "ratio, share_of_units, change, reduction, count, monthly_count, deadline, duty,"
                + " drl, judgement, not_checked, information");
        yield new Reading(new Criterion.Unchecked(kind), List.of());
      }
    };
  }

  private Criterion ratio() {
    try {
      List<Expression> parts = FormulaParser.ratio(row.cell("inputs"), row.items());
      return new Criterion.Ratio(parts.get(0), parts.get(1), bound());
    } catch (FormulaParser.Refused e) {
      row.refused("inputs", e, "establishments_inspected / establishments_total");
      Expression none = new Expression(List.of());
      return new Criterion.Ratio(none, none, bound());
    }
  }

  private Criterion share() {
    try {
      List<Clause> clauses = FormulaParser.clauses(row.cell("inputs"), row.items());
      return new Criterion.ShareOfUnits(clauses, bound());
    } catch (FormulaParser.Refused e) {
      row.refused("inputs", e, "communication_forms>=1 & communication_regular=yes");
      return new Criterion.ShareOfUnits(List.of(), bound());
    }
  }

  private Reading difference(String kind) {
    boolean capped = row.cell("comparator").equals("within");
    if (!capped && !row.cell("comparator").equals("range")) {
      row.invalid("comparator", "range, within");
    }
    Matcher periods = AGAINST.matcher(row.cell("periods"));
    Optional<ReportingPeriod> now =
        periods.matches() ? ReportingPeriod.parse(periods.group(1)) : Optional.empty();
    Optional<ReportingPeriod> base =
        periods.matches() ? ReportingPeriod.parse(periods.group(2)) : Optional.empty();
    if (now.isEmpty() || base.isEmpty()) {
      row.invalid("periods", "2024 against 2023");
      return new Reading(standIn(), List.of());
    }
    return new Reading(
        kind.equals("change") ? change(base.get(), capped) : reduction(base.get(), capped),
        List.of(now.get()));
  }

  private Criterion change(ReportingPeriod base, boolean capped) {
    Matcher range = CHANGE.matcher(row.cell("threshold"));
    Optional<Bound> low = range.matches() ? percent(range.group(1), false) : Optional.empty();
    Optional<Bound> high = range.matches() ? percent(range.group(2), false) : Optional.empty();
    if (low.isEmpty() || high.isEmpty() || above(low.get(), high.get())) {
      row.invalid("threshold", "+3%..+5%");
      return standIn();
    }
    return new Criterion.Change(count(), base, low.get(), high.get(), capped);
  }

  /** Stands where the cells were told to be wrong already; its row never becomes a target. */
  private static Criterion standIn() {
    return new Criterion.Count(TargetRow.standInItem(Item.Type.COUNT), 1);
  }

  private static boolean above(Bound low, Bound high) {
    return low.numerator() * high.denominator() > high.numerator() * low.denominator();
  }

  private Criterion reduction(ReportingPeriod base, boolean capped) {
    Matcher range = WHOLE_RANGE.matcher(row.cell("threshold"));
    if (!range.matches() || Long.parseLong(range.group(1)) > Long.parseLong(range.group(2))) {
      row.invalid("threshold", "2..3");
      return standIn();
    }
    return new Criterion.Reduction(
        count(), base, Long.parseLong(range.group(1)), Long.parseLong(range.group(2)), capped);
  }

  private Reading monthlyCount() {
    comparator(">=");
    Matcher threshold = A_MONTH.matcher(row.cell("threshold"));
    if (!threshold.matches()) {
      row.invalid("threshold", "1 a month");
      return new Reading(standIn(), List.of());
    }
    List<YearMonth> months = months();
    return new Reading(
        new Criterion.MonthlyCount(count(), Long.parseLong(threshold.group(1))),
        List.of(ReportingPeriod.months(months.get(0), months.get(months.size() - 1))));
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
          months().stream().map(ReportingPeriod::month).toList());
    }
    Optional<LocalDate> due = DateText.iso(row.cell("threshold"));
    if (due.isEmpty()) {
      row.invalid("threshold", "2024-05-10; the 10th of the month after");
    }
    return new Reading(
        new Criterion.Deadline(item, new Due.Day(due.orElse(LocalDate.EPOCH))), List.of(period()));
  }

  private List<YearMonth> months() {
    try {
      List<YearMonth> months = new ReportingPeriod(row.cell("periods")).months();
      if (!months.isEmpty() && months.size() <= MOST_MONTHS) {
        return new ArrayList<>(months);
      }
    } catch (IllegalArgumentException e) {
      // Told below, as for a period that has no months.
    }
    row.invalid("periods", "2024-03..2024-12");
    return List.of(YearMonth.of(year, 1));
  }

  private ReportingPeriod period() {
    Optional<ReportingPeriod> period = ReportingPeriod.parse(row.cell("periods"));
    if (period.isEmpty()) {
      row.invalid("periods", "2024, 2024-H1, 2024-9M, 2024-Q2, 2024-05");
    }
    return period.orElse(ReportingPeriod.year(year));
  }

  private Bound bound() {
    String comparator = row.cell("comparator");
    if (!comparator.equals(">=") && !comparator.equals(">")) {
      row.invalid("comparator", ">=, >");
    }
    Optional<Bound> bound = percent(row.cell("threshold"), comparator.equals(">"));
    boolean possible =
        bound.isPresent()
            && bound.get().numerator() + (bound.get().strict() ? 1 : 0)
                <= bound.get().denominator();
    if (!possible) {
      row.invalid("threshold", "20%");
    }
    return bound.filter(b -> possible).orElse(new Bound(false, 0, 1));
  }

  /** "12,5%" as 125/1000: exact, never a floating-point number. */
  private static Optional<Bound> percent(String text, boolean strict) {
    Matcher matcher = PERCENT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String decimals = matcher.group(2) == null ? "" : matcher.group(2);
    long denominator = 100;
    for (int i = 0; i < decimals.length(); i++) {
      denominator *= 10;
    }
    return Optional.of(new Bound(strict, Long.parseLong(matcher.group(1) + decimals), denominator));
  }

  private long wholeNumber() {
    if (!row.cell("threshold").matches("[0-9]{1,18}")) {
      row.invalid("threshold", "5");
      return 0;
    }
    return Long.parseLong(row.cell("threshold"));
  }

  private void comparator(String expected) {
    if (!row.cell("comparator").equals(expected)) {
      row.invalid("comparator", expected.isEmpty() ? "∅" : expected);
    }
  }

  /** What a rule needs that a row cannot say: items side by side. */
  private List<Item> drlItems() {
    if (!row.cell("threshold").isEmpty()) {
      row.invalid("threshold", "∅");
    }
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

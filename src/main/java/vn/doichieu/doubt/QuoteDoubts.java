package vn.doichieu.doubt;

import static vn.doichieu.doubt.Remark.Kind.COMPARATOR_NOT_IN_QUOTE;
import static vn.doichieu.doubt.Remark.Kind.NO_PLAN_TEXT;
import static vn.doichieu.doubt.Remark.Kind.QUOTE_NOT_IN_TEXT;
import static vn.doichieu.doubt.Remark.Kind.THRESHOLD_NOT_IN_QUOTE;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.doichieu.domain.Target;
import vn.doichieu.quotation.PlanText;
import vn.doichieu.quotation.QuotedNumbers;
import vn.doichieu.ruletable.RuleSheet;
import vn.doichieu.tabular.TextFile;
import vn.doichieu.tabular.UnreadableInput;

/** Doubts about quotes: sentences the plan does not have, thresholds its sentence does not name. */
final class QuoteDoubts {

  private static final String SOURCE = "source";
  private static final BigDecimal ALL = new BigDecimal(100).stripTrailingZeros();

  private QuoteDoubts() {}

  static void look(Reviewed reviewed, Consumer<Remark> told) {
    Optional<PlanText> text = text(reviewed, told);
    Set<String> seen = new HashSet<>();
    for (Target target : reviewed.plan().targets()) {
      if (!seen.add(target.id())) {
        continue;
      }
      String quote = target.citation().quote();
      if (text.isPresent() && !text.get().has(quote)) {
        told.accept(
            new Remark(
                QUOTE_NOT_IN_TEXT,
                Reviewed.place(target, "quote"),
                target.id(),
                quote,
                text.get().nearest(quote).orElse("")));
      }
      if (target.evaluated()) {
        reviewed.row(target).ifPresent(row -> thresholds(target, row, told));
      }
    }
  }

  private static Optional<PlanText> text(Reviewed reviewed, Consumer<Remark> told) {
    String named = reviewed.draft().key(SOURCE);
    String name = named.isEmpty() ? "plan.txt" : named;
    boolean plain = name.matches("[\\p{L}0-9][\\p{L}0-9 ._-]*");
    try {
      if (plain) {
        Path file = reviewed.folder().resolve(name);
        return Optional.of(new PlanText(TextFile.read(file)));
      }
    } catch (UnreadableInput e) {
      plain = false;
    }
    told.accept(new Remark(NO_PLAN_TEXT, reviewed.keyPlace(SOURCE), SOURCE, name));
    return Optional.empty();
  }

  private static void thresholds(Target target, RuleSheet.Row row, Consumer<Remark> told) {
    String quote = target.citation().quote();
    QuotedNumbers numbers = QuotedNumbers.of(quote);
    for (Threshold threshold : Threshold.of(row.cell("threshold"))) {
      if (!isNamed(threshold, row, numbers)) {
        List<String> there =
            threshold.shape().equals(Threshold.DAY)
                ? numbers.days()
                : threshold.shape().contains("%") ? numbers.percentages() : numbers.plain();
        told.accept(
            new Remark(
                THRESHOLD_NOT_IN_QUOTE,
                Reviewed.place(target, "threshold"),
                target.id(),
                row.cell("threshold"),
                String.join(", ", there),
                quote));
        return;
      }
      comparator(threshold, target, row, told);
    }
  }

  private static boolean isNamed(Threshold threshold, RuleSheet.Row row, QuotedNumbers numbers) {
    if (threshold.shape().equals(Threshold.DAY)) {
      LocalDate day = LocalDate.ofEpochDay(threshold.numbers().get(0).longValue());
      return numbers.has(MonthDay.from(day));
    }
    if (threshold.shape().matches("#\\s*/\\s*#")) {
      boolean all = threshold.numbers().get(0).equals(threshold.numbers().get(1));
      String fraction =
          threshold.numbers().stream()
              .map(number -> "0*" + number.toPlainString())
              .collect(Collectors.joining("\\s*/\\s*"));
      return row.cell("quote").matches("(?s).*(?<![0-9])" + fraction + "(?![0-9]).*")
          || (all && numbers.hasPercentage(ALL))
          || threshold.numbers().stream().allMatch(numbers::has);
    }
    boolean percent = threshold.shape().contains("%");
    return threshold.numbers().stream()
        .map(BigDecimal::abs)
        .allMatch(
            number ->
                percent
                    ? numbers.hasPercentage(number) || isAllOf(number, row, numbers)
                    : numbers.has(number));
  }

  /** "duy trì 75 xã": all of a number that stands both in the formula and in the sentence. */
  private static boolean isAllOf(BigDecimal percent, RuleSheet.Row row, QuotedNumbers numbers) {
    String denominator = row.cell("inputs").replaceFirst("^.*/\\s*", "");
    return percent.compareTo(ALL) == 0
        && denominator.matches("[0-9]{1,18}")
        && numbers.has(new BigDecimal(denominator));
  }

  private static void comparator(
      Threshold threshold, Target target, RuleSheet.Row row, Consumer<Remark> told) {
    String comparator = row.cell("comparator");
    boolean one = threshold.numbers().size() == 1 && !threshold.shape().equals(Threshold.DAY);
    if (!one || !comparator.matches("[<>]=?")) {
      return;
    }
    String shown =
        threshold.numbers().get(0).toPlainString().replace('.', ',')
            + (threshold.shape().contains("%") ? "%" : "");
    QuotedNumbers.bound(target.citation().quote(), shown)
        .filter(bound -> !bound.equals(comparator))
        .ifPresent(
            bound ->
                told.accept(
                    new Remark(
                        COMPARATOR_NOT_IN_QUOTE,
                        Reviewed.place(target, "comparator"),
                        target.id(),
                        comparator,
                        bound,
                        target.citation().quote())));
  }
}

package vn.doichieu.wording;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.SourceLocation;

/** The figures of a finding in words: which lack, which are invalid, where they were read. */
final class FigureText {

  private static final int MOST_UNITS = 6;

  private final Messages messages;
  private final Evaluation evaluation;
  private final Wording wording;

  FigureText(Messages messages, Evaluation evaluation) {
    this.messages = messages;
    this.evaluation = evaluation;
    wording = new Wording(messages);
  }

  List<Figure> all(Finding finding) {
    return evaluation.evidence().apply(finding);
  }

  /** The figures that lack, by their labels. */
  String absent(Finding finding) {
    return all(finding).stream()
        .filter(f -> f.state() == State.ABSENT && !f.item().optional())
        .map(f -> quoted(f.item()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The periods whose figures lack. */
  String absentPeriods(Finding finding) {
    return all(finding).stream()
        .filter(f -> f.state() == State.ABSENT)
        .map(f -> messages.language().period(f.period()))
        .collect(Collectors.joining(", "));
  }

  /** The months whose figure is known and too small. */
  String monthsBelow(Finding finding, long perMonth) {
    return all(finding).stream()
        .filter(f -> f.state() == State.VALID && f.value() < perMonth)
        .map(f -> messages.language().period(f.period()))
        .collect(Collectors.joining(", "));
  }

  /** The invalid figures with their places. */
  String invalid(Finding finding) {
    return all(finding).stream()
        .filter(f -> f.state() == State.INVALID)
        .map(f -> messages.text("figure.at", quoted(f.item()), place(f.location())))
        .collect(Collectors.joining(", "));
  }

  /** The valid figures with their values. */
  String given(Finding finding) {
    return all(finding).stream()
        .filter(f -> f.state() == State.VALID)
        .map(f -> quoted(f.item()) + " = " + value(f))
        .collect(Collectors.joining(", "));
  }

  /** The members some of whose figures lack, are invalid or cannot be right together. */
  String unitsUnknown(Finding finding) {
    return units(finding, figures -> lacks(figures) || isUnsound(finding, figures));
  }

  /** The members some of whose figures are invalid or cannot be right together. */
  String unitsUnsound(Finding finding) {
    return units(finding, figures -> isUnsound(finding, figures));
  }

  private String units(Finding finding, Predicate<List<Figure>> wanted) {
    Map<String, List<Figure>> byUnit = new LinkedHashMap<>();
    for (Figure figure : all(finding)) {
      byUnit.computeIfAbsent(figure.unit().code(), u -> new ArrayList<>()).add(figure);
    }
    return names(byUnit.values().stream().filter(wanted).map(f -> f.get(0).unit().name()).toList());
  }

  private static boolean lacks(List<Figure> ofUnit) {
    return ofUnit.stream().anyMatch(f -> f.state() == State.ABSENT && !f.item().optional());
  }

  private static boolean isUnsound(Finding finding, List<Figure> ofUnit) {
    if (ofUnit.stream().anyMatch(f -> f.state() == State.INVALID)) {
      return true;
    }
    if (!(finding.target().criterion() instanceof Criterion.Ratio ratio) || lacks(ofUnit)) {
      return false;
    }
    BigInteger whole = sum(ratio.denominator(), ofUnit);
    return whole.signum() < 0 || sum(ratio.numerator(), ofUnit).compareTo(whole) > 0;
  }

  private static BigInteger sum(Criterion.Expression expression, List<Figure> ofUnit) {
    BigInteger sum = BigInteger.ZERO;
    for (Criterion.Term term : expression.terms()) {
      long value =
          term.item()
              .map(
                  item ->
                      ofUnit.stream()
                          .filter(f -> f.item().equals(item))
                          .mapToLong(Figure::value)
                          .sum())
              .orElse(term.number());
      sum = sum.add(BigInteger.valueOf(value).multiply(BigInteger.valueOf(term.sign())));
    }
    return sum;
  }

  /** The members for which a clause fails. */
  String unitsFailing(Finding finding, Criterion.ShareOfUnits share) {
    return names(
        all(finding).stream()
            .filter(f -> f.state() == State.VALID && fails(f, share))
            .map(f -> f.unit().name())
            .distinct()
            .toList());
  }

  /** The figures of one unit for which a clause fails. */
  String failing(Finding finding, Criterion.ShareOfUnits share) {
    return all(finding).stream()
        .filter(f -> f.state() == State.VALID && fails(f, share))
        .map(f -> quoted(f.item()) + " = " + value(f))
        .collect(Collectors.joining(", "));
  }

  /** What a unit gave for the condition of its target. */
  String conditionValue(Finding finding) {
    Criterion.Clause condition = finding.target().condition();
    return all(finding).stream()
        .filter(f -> condition != null && f.item().equals(condition.item()))
        .map(this::value)
        .findFirst()
        .orElse("");
  }

  private static boolean fails(Figure figure, Criterion.ShareOfUnits share) {
    return share.clauses().stream()
        .anyMatch(c -> c.item().equals(figure.item()) && !c.holds(figure.value()));
  }

  private String names(List<String> names) {
    String first = names.stream().limit(MOST_UNITS).collect(Collectors.joining(", "));
    return names.size() <= MOST_UNITS
        ? first
        : first + " " + messages.text("and.more", names.size() - MOST_UNITS);
  }

  /** The day given for a deadline. */
  String day(Finding finding) {
    return all(finding).stream()
        .filter(f -> f.state() == State.VALID)
        .map(this::value)
        .findFirst()
        .orElse("");
  }

  /** Every figure that was given, with its value and place. */
  String sources(Finding finding) {
    return all(finding).stream()
        .filter(f -> f.location() != null)
        .map(
            f ->
                (f.unit() == finding.unit() ? "" : f.unit().name() + " ")
                    + f.item().code()
                    + " = "
                    + (f.state() == State.VALID ? value(f) : "?")
                    + " ("
                    + place(f.location())
                    + ")")
        .collect(Collectors.joining("; "));
  }

  String value(Figure figure) {
    return switch (figure.item().type()) {
      case COUNT -> messages.language().number(figure.value());
      case YES_NO -> messages.text(figure.value() == 1 ? "yes" : "no");
      case DATE -> messages.language().date(LocalDate.ofEpochDay(figure.value()));
    };
  }

  private String place(@org.jspecify.annotations.Nullable SourceLocation location) {
    return location == null ? "" : messages.text("figure.place", location.file(), location.row());
  }

  private String quoted(Item item) {
    return "“" + wording.label(item) + "”";
  }
}

package vn.doichieu.wording;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Rate;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.SourceLocation;

/** The figures of a finding in words: which lack, which are invalid, where they were read. */
public final class FigureText {

  private static final int MOST_UNITS = 6;

  private final Messages messages;
  private final Evaluation evaluation;
  private final Wording wording;

  public FigureText(Messages messages, Evaluation evaluation) {
    this.messages = messages;
    this.evaluation = evaluation;
    wording = new Wording(messages);
  }

  List<Figure> all(Finding finding) {
    return evaluation.evidence().apply(finding);
  }

  /** The figures that lack, by their labels. */
  public String absent(Finding finding) {
    return all(finding).stream()
        .filter(f -> f.state() == State.ABSENT && !f.item().optional())
        .map(f -> quoted(f.item()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The periods whose figures lack. */
  public String absentPeriods(Finding finding) {
    return all(finding).stream()
        .filter(f -> f.state() == State.ABSENT)
        .map(f -> messages.language().period(f.period()))
        .collect(Collectors.joining(", "));
  }

  /** The months whose figure is known and too small. */
  public String monthsBelow(Finding finding, long perMonth) {
    return all(finding).stream()
        .filter(f -> f.state() == State.VALID && f.value() < perMonth)
        .map(f -> messages.language().period(f.period()))
        .collect(Collectors.joining(", "));
  }

  /** The invalid figures with their places. */
  public String invalid(Finding finding) {
    return all(finding).stream()
        .filter(f -> f.state() == State.INVALID)
        .map(f -> messages.text("figure.at", quoted(f.item()), place(f.location())))
        .collect(Collectors.joining(", "));
  }

  /** The unit's own valid figures with their values. */
  String given(Finding finding) {
    return all(finding).stream()
        .filter(f -> f.state() == State.VALID && f.unit().equals(finding.unit()))
        .map(f -> quoted(f.item()) + " = " + value(f))
        .collect(Collectors.joining(", "));
  }

  /** The sums of the members' valid figures, item by item. */
  String memberSums(Finding finding) {
    Map<Item, BigInteger> sums = new LinkedHashMap<>();
    all(finding).stream()
        .filter(f -> f.state() == State.VALID && !f.unit().equals(finding.unit()))
        .forEach(f -> sums.merge(f.item(), BigInteger.valueOf(f.value()), BigInteger::add));
    return sums.entrySet().stream()
        .map(e -> quoted(e.getKey()) + " = " + messages.language().number(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** The members that leave the area's answer open. */
  public String unitsUnknown(Finding area) {
    if (area.target().scope().summed()) {
      return unitsWith(area, State.ABSENT);
    }
    return names(open(area));
  }

  /** The units of a sum whose figures are in a state. */
  private String unitsWith(Finding area, State state) {
    List<String> units =
        all(area).stream()
            .filter(f -> f.state() == state && !f.item().optional())
            .map(f -> f.unit().name())
            .distinct()
            .toList();
    return names(units);
  }

  /** The members that leave it open because their figures cannot be used. */
  public String unitsUnsound(Finding area) {
    if (area.target().scope().summed()) {
      return unitsWith(area, State.INVALID);
    }
    return names(open(area).filter(f -> f.reason() == Result.Reason.FIGURE_INVALID));
  }

  /** The members of a share that fail it. */
  String unitsFailing(Finding area) {
    return names(members(area).filter(f -> f.shortfall() != null && f.shortfall() > 0));
  }

  /** A member without a shortfall is not known, unless it has nothing to count. */
  private Stream<Finding> open(Finding area) {
    return members(area)
        .filter(f -> f.shortfall() == null && f.result() != Result.NOT_APPLICABLE)
        .filter(f -> !Objects.equals(f.denominator(), 0L));
  }

  /** The lines of the members that an area's line counts. */
  private Stream<Finding> members(Finding area) {
    boolean leavesOutWaived = area.target().criterion() instanceof Criterion.ShareOfUnits;
    return evaluation.findingsOf(area.target().id()).stream()
        .filter(f -> f.target() == area.target() && f.unit() != area.unit())
        .filter(f -> !leavesOutWaived || f.result() != Result.WAIVED);
  }

  /** The figures of one unit for which a clause fails. */
  String failing(Finding finding, Criterion.ShareOfUnits share) {
    List<Figure> figures = all(finding);
    Set<Item> failing =
        share.conditions().stream()
            .filter(c -> c.truth(item -> known(figures, item)) == Condition.Truth.FAILS)
            .flatMap(c -> c.items().stream())
            .collect(Collectors.toSet());
    return figures.stream()
        .filter(f -> f.state() == State.VALID && failing.contains(f.item()))
        .map(f -> quoted(f.item()) + " = " + value(f))
        .collect(Collectors.joining(", "));
  }

  private static Condition.Known known(List<Figure> figures, Item item) {
    return figures.stream()
        .filter(f -> f.item().equals(item))
        .map(f -> new Condition.Known(f.state(), f.value()))
        .findFirst()
        .orElse(new Condition.Known(State.ABSENT, 0));
  }

  /** What a unit gave for the condition of its target; of several items with their labels. */
  String conditionValues(Finding finding) {
    Condition condition = finding.target().condition();
    List<Item> items = condition == null ? List.of() : condition.items();
    return items.stream()
        .flatMap(
            item ->
                all(finding).stream()
                    .filter(f -> f.item().equals(item) && f.state() == State.VALID)
                    .limit(1)
                    .map(f -> (items.size() == 1 ? "" : quoted(item) + " = ") + value(f)))
        .collect(Collectors.joining(", "));
  }

  private String names(Stream<Finding> findings) {
    return names(findings.map(f -> f.unit().name()).toList());
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
        .map(f -> source(f, finding.unit()))
        .collect(Collectors.joining("; "));
  }

  /** A figure with its value and place; its unit is named unless the reader knows it. */
  String source(Figure figure, ReportingUnit known) {
    return (figure.unit() == known ? "" : figure.unit().name() + " ")
        + figure.item().code()
        + " = "
        + (figure.state() == State.VALID ? value(figure) : "?")
        + " ("
        + place(figure.location())
        + ")";
  }

  String value(Figure figure) {
    return switch (figure.item().type()) {
      case COUNT -> messages.language().number(figure.value());
      case YES_NO -> messages.text(figure.value() == 1 ? "yes" : "no");
      case DATE -> messages.language().date(LocalDate.ofEpochDay(figure.value()));
      case RATE -> messages.language().rate(Rate.unpacked(figure.value()));
    };
  }

  private String place(@Nullable SourceLocation location) {
    if (location == null) {
      return "";
    }
    return location.sheet() == null
        ? messages.text("figure.place", location.file(), location.row())
        : PlaceText.of(location, messages);
  }

  private String quoted(Item item) {
    return "“" + wording.label(item) + "”";
  }
}

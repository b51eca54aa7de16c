package vn.doichieu.web.dashboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.SilentUnits;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.web.result.Slice;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ReadingOrder;

/**
 * Who has not reported: a page of them.
 *
 * @param silent the units that gave no figure that any of their findings needs
 * @param incomplete those that gave some and lack others, with most overdue first
 */
record Silence(Slice<ReportingUnit> silent, Slice<Incomplete> incomplete) {

  /**
   * A unit that lacks figures.
   *
   * @param overdue how many of them were due already
   */
  record Incomplete(ReportingUnit unit, List<Lacking> figures, int overdue) {}

  /**
   * A figure that is absent.
   *
   * @param overdue whether some finding counts it as missing, rather than not yet due
   */
  record Lacking(String label, String period, boolean overdue) {}

  /**
   * Which page.
   *
   * @param names how many silent units it has
   * @param details how many of the others, each with all it lacks
   */
  record Pages(int page, int names, int details) {}

  static Silence of(
      Evaluation evaluation, Collection<Finding> seen, Messages messages, Pages asked) {
    Comparator<ReportingUnit> order = ReadingOrder.of(evaluation);
    SilentUnits heard = new SilentUnits(evaluation.evidence());
    seen.forEach(heard::add);
    Set<ReportingUnit> silent = heard.units();
    Map<ReportingUnit, Map<Input, Boolean>> lacking = new TreeMap<>(order);
    for (Finding finding : seen) {
      if (finding.basis() == Finding.Basis.OWN && !silent.contains(finding.unit())) {
        add(finding, evaluation.evidence().apply(finding), lacking);
      }
    }
    List<Map.Entry<ReportingUnit, Map<Input, Boolean>>> worstFirst =
        lacking.entrySet().stream()
            .sorted(Comparator.comparingInt(unit -> -overdue(unit.getValue())))
            .toList();
    return new Silence(
        Slice.of(
            silent.stream().sorted(order).toList(), asked.page(), asked.names(), asked.names()),
        Slice.of(worstFirst, asked.page(), asked.details(), asked.details())
            .map(unit -> incomplete(unit.getKey(), unit.getValue(), messages)));
  }

  /** How many pages there are. */
  public int pages() {
    return Math.max(silent.pages(), incomplete.pages());
  }

  private static int overdue(Map<Input, Boolean> figures) {
    return (int) figures.values().stream().filter(overdue -> overdue).count();
  }

  private static Incomplete incomplete(
      ReportingUnit unit, Map<Input, Boolean> figures, Messages messages) {
    List<Lacking> all = new ArrayList<>();
    figures.forEach((input, overdue) -> all.add(lacking(input, overdue, messages)));
    return new Incomplete(unit, all, overdue(figures));
  }

  private static void add(
      Finding finding, List<Figure> evidence, Map<ReportingUnit, Map<Input, Boolean>> lacking) {
    boolean overdue =
        finding.result() == Result.MISSING
            || finding.reason() == Result.Reason.NOT_SUBMITTED
            || finding.result() == Result.WAIVED;
    if (!overdue && finding.result() != Result.IN_PROGRESS) {
      return; // It was decided without what is absent.
    }
    for (Figure figure : evidence) {
      if (figure.state() == Figure.State.ABSENT
          && !figure.item().optional()
          && figure.unit().equals(finding.unit())) {
        lacking
            .computeIfAbsent(finding.unit(), unit -> new LinkedHashMap<>())
            .merge(new Input(figure.item(), figure.period()), overdue, Boolean::logicalOr);
      }
    }
  }

  private static Lacking lacking(Input input, boolean overdue, Messages messages) {
    boolean english = messages.language() == Language.EN && !input.item().labelEn().isEmpty();
    return new Lacking(
        english ? input.item().labelEn() : input.item().label(),
        messages.language().period(input.period()),
        overdue);
  }
}

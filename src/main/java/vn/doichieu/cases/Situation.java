package vn.doichieu.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.doichieu.cases.Case.Given;
import vn.doichieu.cases.Case.Granted;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.submission.ReportingUnits;
import vn.doichieu.submission.Submission;
import vn.doichieu.submission.SubmissionReader;
import vn.doichieu.submission.UnitsReader;
import vn.doichieu.tabular.ListTable;
import vn.doichieu.tabular.UnreadableInput;

/**
 * The data folder that a case stands for, under the rules that it is run with.
 *
 * @param asOf the day as of which is judged
 */
public record Situation(Submission submission, LocalDate asOf) {

  private static final List<String> FIGURES =
      List.of("unit", "item", "period", "value", "evidence");
  private static final List<String> WAIVERS =
      List.of("unit", "target", "period", "until", "reason", "approved_by", "decision");

  /** What a waiver says where a case leaves it open; a case that says it is blank leaves it so. */
  private static final Map<String, String> USUAL =
      Map.of("reason", "…", "approved_by", "UBND", "decision", "01/QĐ-UBND");

  /** What one figure is given for. */
  private record Cell(String unit, String item, String period) {}

  /**
   * Makes the data of a case.
   *
   * @param plan the plan with the targets of the case alone
   * @throws UnreadableInput naming every line that would stop a check
   */
  public static Situation of(Case of, Plan plan) {
    ReportingUnits units = UnitsReader.read(CaseUnits.table(of, plan), new ArrayList<>());
    String file = of.place().file();
    Submission submission =
        SubmissionReader.of(
            units,
            new ListTable(file, FIGURES, figures(of, plan, units)),
            new ListTable(file, WAIVERS, waivers(of, plan, units)),
            plan);
    LocalDate asOf = of.asOf();
    return new Situation(submission, asOf == null ? longAfter(plan) : asOf);
  }

  private static LocalDate longAfter(Plan plan) {
    return plan.targets().stream()
        .map(Target::closesOn)
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.of(plan.year(), 12, 31))
        .plusYears(1);
  }

  /** A row for every unit and period that a figure is for; what says more goes before the rest. */
  private static List<ListTable.Line> figures(Case of, Plan plan, ReportingUnits units) {
    Map<Cell, List<Given>> cells = new LinkedHashMap<>();
    List<Given> ordered =
        of.figures().stream()
            .sorted(
                Comparator.comparing((Given given) -> !given.unit().isEmpty())
                    .thenComparing(given -> Periods.of(given.period()).size() == 1))
            .toList();
    Map<String, Map<String, Set<String>>> askedByItem = asked(plan, units);
    for (Given given : ordered) {
      Map<String, Set<String>> asked = askedByItem.getOrDefault(given.item(), Map.of());
      Set<String> all = asked.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
      Set<String> to = given.unit().isEmpty() ? asked.keySet() : Set.of(given.unit());
      if (to.isEmpty()) { // Asked of nobody: that is told of the area.
        to = Set.of(units.area().code());
        all = periodsOf(plan);
      }
      for (String unit : to) {
        Set<String> periods =
            given.period().isEmpty()
                ? asked.getOrDefault(unit, all.isEmpty() ? periodsOf(plan) : all)
                : new LinkedHashSet<>(Periods.of(given.period()));
        for (String period : periods) {
          List<Given> there =
              cells.computeIfAbsent(new Cell(unit, given.item(), period), c -> new ArrayList<>());
          there.removeIf(earlier -> !sameKey(earlier, given));
          there.add(given);
        }
      }
    }
    List<ListTable.Line> lines = new ArrayList<>();
    cells.forEach(
        (cell, given) ->
            given.forEach(
                one ->
                    lines.add(
                        new ListTable.Line(
                            one.line(),
                            List.of(
                                cell.unit(),
                                cell.item(),
                                cell.period(),
                                one.value(),
                                one.evidence())))));
    return lines;
  }

  private static Set<String> periodsOf(Plan plan) {
    return plan.targets().stream()
        .flatMap(target -> target.periods().stream())
        .map(ReportingPeriod::text)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Two values under one key are given twice; under another key, the later one is meant. */
  private static boolean sameKey(Given a, Given b) {
    return a.unit().equals(b.unit()) && a.period().equals(b.period());
  }

  /** By item, the units that are asked for it, each with the periods it is asked in. */
  private static Map<String, Map<String, Set<String>>> asked(Plan plan, ReportingUnits units) {
    Map<String, Map<String, Set<String>>> asked = new HashMap<>();
    for (Target target : plan.targets()) {
      for (ReportingUnit unit : units.all()) {
        for (Input input : units.asked(plan, target, unit)) {
          asked
              .computeIfAbsent(input.item().code(), item -> new LinkedHashMap<>())
              .computeIfAbsent(unit.code(), code -> new LinkedHashSet<>())
              .add(input.period().text());
        }
      }
    }
    return asked;
  }

  private static List<ListTable.Line> waivers(Case of, Plan plan, ReportingUnits units) {
    List<ListTable.Line> lines = new ArrayList<>();
    for (Granted waiver : of.waivers()) {
      Map<String, String> cells = new LinkedHashMap<>(USUAL);
      cells.put("target", of.target());
      cells.putAll(waiver.cells());
      List<String> to =
          cells.getOrDefault("unit", "").isEmpty()
              ? judged(plan, units)
              : List.of(cells.getOrDefault("unit", ""));
      for (String unit : to) {
        cells.put("unit", unit);
        lines.add(
            new ListTable.Line(
                waiver.line(), WAIVERS.stream().map(c -> cells.getOrDefault(c, "")).toList()));
      }
    }
    return lines;
  }

  private static List<String> judged(Plan plan, ReportingUnits units) {
    return units.all().stream()
        .filter(
            unit ->
                plan.targets().stream()
                    .map(Target::scope)
                    .anyMatch(
                        scope -> unit.equals(units.area()) ? scope.area() : scope.covers(unit)))
        .map(ReportingUnit::code)
        .toList();
  }
}

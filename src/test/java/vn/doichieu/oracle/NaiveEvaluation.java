package vn.doichieu.oracle;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A second opinion on every finding, written from the contract alone and as plainly as it goes.
 * Never optimise it and never copy the evaluation under test into it: its worth is that it was
 * thought out apart.
 */
public final class NaiveEvaluation {
  /** One line of expected.csv: "" for null, flags sorted and joined by a space. */
  public record Line(
      String target,
      String unit,
      String period,
      String result,
      String reason,
      String numerator,
      String denominator,
      String shortfall,
      boolean binding,
      String flags) {}

  private final NaiveData data;
  private final NaiveClauses clauses;
  private final NaiveOwnFigures ownFigures;
  private final Set<String> optionalItems;
  private final int planYear;
  private final NaiveSettling rules;
  private final List<Line> lines = new ArrayList<>();

  private NaiveEvaluation(
      NaiveData data, Set<String> optionalItems, int planYear, LocalDate asOf, boolean closed) {
    this.data = data;
    this.clauses = new NaiveClauses(data);
    this.ownFigures = new NaiveOwnFigures(data, asOf);
    this.optionalItems = optionalItems;
    this.planYear = planYear;
    this.rules = new NaiveSettling(data, asOf, closed);
  }

  public static List<Line> evaluate(
      List<Map<String, String>> targets,
      Map<String, String> itemTypes,
      Set<String> optionalItems,
      int planYear,
      Path dataFolder,
      LocalDate asOf,
      boolean closed) {
    NaiveData data = new NaiveData(dataFolder, itemTypes, planYear);
    NaiveEvaluation run = new NaiveEvaluation(data, optionalItems, planYear, asOf, closed);
    for (Map<String, String> target : targets) {
      run.judge(target);
    }
    return run.lines;
  }

  public static List<Map<String, String>> readCsv(Path file) {
    return NaiveData.readCsv(file);
  }

  private void judge(Map<String, String> target) {
    switch (target.get("kind")) {
      case "ratio" -> ratio(target);
      case "share_of_units" -> share(target);
      case "change", "reduction", "count", "monthly_count" -> atArea(target);
      case "deadline" -> deadline(target);
      case "duty" -> duty(target);
      case "judgement" -> judgement(target);
      case "not_checked", "information" -> {}
      default -> throw new IllegalArgumentException("kind " + target.get("kind"));
    }
  }

  private void judgement(Map<String, String> target) {
    NaiveVerdict verdict = NaiveVerdict.of("needs_review", "judgement");
    emit(target, data.area.code(), String.valueOf(planYear), verdict, false);
  }

  private void duty(Map<String, String> target) {
    String period = target.get("periods");
    for (String unit : unitsOf(target.get("scope"))) {
      NaiveVerdict verdict =
          clauses.duty(target.get("condition"), target.get("inputs"), unit, period);
      emit(target, unit, period, rules.settle(target, unit, period, verdict, null), false);
    }
  }

  private void atArea(Map<String, String> target) {
    String area = data.area.code();
    String item = target.get("inputs");
    String threshold = target.get("threshold");
    String[] periods = target.get("periods").split(" against ", -1);
    String period = periods[0];
    NaiveVerdict verdict = clauses.condition(target.get("condition"), area, period);
    if (verdict == null) {
      verdict =
          switch (target.get("kind")) {
            case "change" -> ownFigures.change(area, item, period, periods[1], threshold);
            case "reduction" -> ownFigures.reduction(area, item, period, periods[1], threshold);
            case "count" -> ownFigures.count(area, item, period, threshold);
            default -> ownFigures.monthlyCount(area, item, period);
          };
    }
    emit(target, area, period, rules.settle(target, area, period, verdict, null), false);
  }

  private void deadline(Map<String, String> target) {
    for (String unit : unitsOf(target.get("applies_to"))) {
      if (!target.get("threshold").equals("the 10th of the month after")) {
        LocalDate due = LocalDate.parse(target.get("threshold"));
        deadline(target, unit, target.get("periods"), due);
        continue;
      }
      for (YearMonth month : NaiveOwnFigures.months(target.get("periods"))) {
        deadline(target, unit, month.toString(), month.plusMonths(1).atDay(10));
      }
    }
  }

  private void deadline(Map<String, String> target, String unit, String period, LocalDate due) {
    String item = target.get("inputs");
    NaiveVerdict verdict = clauses.condition(target.get("condition"), unit, period);
    if (verdict == null) {
      verdict = ownFigures.deadline(unit, item, period, due);
    }
    LocalDate given = ownFigures.given(unit, item, period);
    emit(target, unit, period, rules.settle(target, unit, period, verdict, given), false);
  }

  private void ratio(Map<String, String> target) {
    String area = data.area.code();
    String period = target.get("periods");
    List<String> members = membersOf(target);
    NaiveRatio ratio =
        new NaiveRatio(
            data,
            optionalItems,
            target.get("inputs"),
            target.get("comparator"),
            target.get("threshold"),
            period);
    NaiveVerdict verdict = clauses.condition(target.get("condition"), area, period);
    verdict = verdict == null ? ratioAtArea(target, ratio, members) : verdict;
    if (!target.get("scope").equals("each")) {
      emit(target, area, period, rules.settle(target, area, period, verdict, null), false);
    }
    for (String member : members) {
      NaiveVerdict its = clauses.condition(target.get("condition"), member, period);
      its = rules.settle(target, member, period, its == null ? ratio.atUnit(member) : its, null);
      emit(target, member, period, its, target.get("scope").equals("area"));
    }
  }

  /** Contract 4.2, "ratio at the area": own figures, else the members' sums, else what is there. */
  private NaiveVerdict ratioAtArea(
      Map<String, String> target, NaiveRatio ratio, List<String> members) {
    String area = data.area.code();
    if (!ratio.hasOwn(area) && !members.isEmpty()) {
      return ratio.fromMembers(members);
    }
    NaiveVerdict own = ratio.atUnit(area);
    if (!ratio.hasOwn(area) || own.result().equals("invalid") || members.isEmpty()) {
      return own;
    }
    if (ratio.exceedsOwn(area, members)) {
      String mine = rules.close(target, own).result();
      String theirs = rules.close(target, ratio.fromMembers(members)).result();
      NaiveVerdict flagged = own.flag("total_mismatch");
      boolean same = mine.equals(theirs);
      return same ? flagged : flagged.is("invalid", "total_mismatch").shortBy(null);
    }
    return ratio.completeAndDiffers(area, members) ? own.flag("total_mismatch") : own;
  }

  private void share(Map<String, String> target) {
    String area = data.area.code();
    String period = target.get("periods");
    List<String> members = membersOf(target);
    List<NaiveVerdict> raw = new ArrayList<>();
    List<NaiveVerdict> settled = new ArrayList<>();
    List<NaiveVerdict> counted = new ArrayList<>();
    for (String member : members) {
      NaiveVerdict its = clauses.member(target.get("inputs"), member, period);
      raw.add(its);
      settled.add(rules.settle(target, member, period, its, null));
    }
    for (int i = 0; i < members.size(); i++) {
      if (!settled.get(i).result().equals("waived")) {
        counted.add(raw.get(i));
      }
    }
    NaiveVerdict verdict = clauses.condition(target.get("condition"), area, period);
    verdict = verdict == null ? shareAtArea(target, counted) : verdict;
    if (counted.size() < members.size()) {
      verdict = verdict.flag("member_waived");
    }
    emit(target, area, period, rules.settle(target, area, period, verdict, null), false);
    // Contract 4.2: only a share of 100% can be held against a member.
    boolean contribution = !target.get("threshold").equals("100%");
    for (int i = 0; i < members.size(); i++) {
      emit(target, members.get(i), period, settled.get(i), contribution);
    }
  }

  private static NaiveVerdict shareAtArea(Map<String, String> target, List<NaiveVerdict> members) {
    long meeting = countOf(members, "met");
    long invalid = countOf(members, "invalid");
    long unknown = invalid + countOf(members, "missing");
    BigInteger all = BigInteger.valueOf(members.size());
    BigInteger least = BigInteger.valueOf(meeting);
    BigInteger most = BigInteger.valueOf(meeting + unknown);
    NaiveRatio.Share share = NaiveRatio.Share.percent(target.get("threshold"));
    String comparator = target.get("comparator");
    NaiveVerdict verdict;
    if (members.isEmpty()) {
      return NaiveVerdict.notApplicable("no_denominator").over(least, all);
    } else if (share.reached(comparator, least, all)) {
      verdict = NaiveVerdict.met();
    } else if (!share.reached(comparator, most, all)) {
      verdict = NaiveVerdict.notMet("below_threshold", share.least(comparator, most, all));
    } else {
      NaiveVerdict open = NaiveVerdict.of("missing", "undetermined");
      return (invalid > 0 ? NaiveVerdict.invalid() : open).over(least, all);
    }
    verdict = verdict.over(least, all);
    return unknown > 0 ? verdict.flag("decided_despite_missing") : verdict;
  }

  private static long countOf(List<NaiveVerdict> verdicts, String result) {
    return verdicts.stream().filter(verdict -> verdict.result().equals(result)).count();
  }

  private List<String> membersOf(Map<String, String> target) {
    Set<String> members = new TreeSet<>();
    for (String kind : target.get("applies_to").split(",", -1)) {
      members.addAll(data.membersOf(kind.trim()));
    }
    return new ArrayList<>(members);
  }

  /** "area", "each:KIND" or KIND, "agency:ROLE", joined by commas: the area, then by code. */
  private List<String> unitsOf(String scope) {
    List<String> units = new ArrayList<>();
    Set<String> others = new TreeSet<>();
    for (String part : scope.split(",", -1)) {
      String name = part.trim();
      if (name.equals("area")) {
        units.add(data.area.code());
      } else if (name.startsWith("agency:")) {
        others.addAll(data.agenciesIn(name.substring("agency:".length())));
      } else {
        others.addAll(data.membersOf(name.replace("each:", "")));
      }
    }
    units.addAll(others);
    return units;
  }

  private void emit(
      Map<String, String> target,
      String unit,
      String period,
      NaiveVerdict verdict,
      boolean contribution) {
    boolean asksOnly = target.get("binding").equals("no");
    boolean memberOfReading =
        asksOnly && target.get("kind").equals("ratio") && !unit.equals(data.area.code());
    boolean contributes = contribution || memberOfReading;
    Set<String> flags = new TreeSet<>(verdict.flags());
    flags.addAll(NaiveSettling.registerFlags(target, contributes));
    lines.add(
        new Line(
            target.get("target"),
            unit,
            period,
            verdict.result(),
            verdict.reason(),
            text(verdict.numerator()),
            text(verdict.denominator()),
            text(verdict.shortfall()),
            !asksOnly && !contributes,
            String.join(" ", flags)));
  }

  private static String text(BigInteger number) {
    return number == null ? "" : number.toString();
  }
}

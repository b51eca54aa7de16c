package vn.doichieu.oracle;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.oracle.NaiveClauses.Truth;
import vn.doichieu.oracle.NaiveEvaluation.Line;

/**
 * A second opinion on every finding of a plan that uses the whole vocabulary, read from the cells
 * of targets.csv as they are written. Never optimise it and never copy the evaluation under test
 * into it: its worth is that it was thought out apart.
 */
public final class WideEvaluation {
  /** The shortfall of a miss that no whole number mends: what it is then is left open. */
  public static final String NO_WAY = "?";

  private static final Pattern MEMBERS = Pattern.compile("([a-z_]+)(?:\\[([^]]+)])?");
  private static final Pattern DAY_OF_MONTH =
      Pattern.compile("the ([0-9]+)(?:st|nd|rd|th) of the month( after)?");

  private record Judged(String unit, String period, NaiveVerdict verdict, boolean contribution) {}

  private final NaiveData data;
  private final NaiveOwnFigures dates;
  private final WideOwnFigures ownFigures;
  private final Set<String> optionalItems;
  private final int planYear;
  private final NaiveSettling rules;

  private WideEvaluation(
      NaiveData data, Set<String> optionalItems, int planYear, LocalDate asOf, boolean closed) {
    this.data = data;
    this.dates = new NaiveOwnFigures(data, asOf);
    this.ownFigures = new WideOwnFigures(data, asOf);
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
    WideEvaluation run = new WideEvaluation(data, optionalItems, planYear, asOf, closed);
    List<Line> lines = new ArrayList<>();
    for (Map<String, String> target : targets) {
      lines.addAll(run.lines(target));
    }
    return lines;
  }

  /** The area before all others, then by unit, then by period: milestones as the cell has them. */
  private List<Line> lines(Map<String, String> target) {
    List<Line> lines = new ArrayList<>();
    for (WideRow row : WideRow.of(target)) {
      for (Judged judged : judged(row)) {
        lines.add(line(row, judged));
      }
    }
    lines.sort(
        Comparator.comparing((Line line) -> !line.unit().equals(data.area.code()))
            .thenComparing(Line::unit));
    return lines;
  }

  private List<Judged> judged(WideRow row) {
    return switch (row.cell("kind")) {
      case "not_checked", "information" -> List.of();
      case "judgement" -> {
        NaiveVerdict person = NaiveVerdict.of("needs_review", "judgement");
        yield List.of(new Judged(data.area.code(), String.valueOf(planYear), person, false));
      }
      case "share_of_units" -> share(row);
      default -> each(row);
    };
  }

  /** Every line but those of a share: units one by one, the area with its members in mind. */
  private List<Judged> each(WideRow row) {
    List<Judged> judged = new ArrayList<>();
    String scope = row.cell("scope");
    for (String unit : units(row)) {
      for (String period : periods(row)) {
        boolean area = unit.equals(data.area.code());
        NaiveVerdict verdict = null;
        if (!row.cell("kind").equals("duty")) {
          verdict = condition(row, unit, period);
        }
        if (verdict == null) {
          verdict = area ? atArea(row, period) : atUnit(row, unit, period);
        }
        LocalDate given =
            row.cell("kind").equals("deadline")
                ? dates.given(unit, row.cell("inputs"), period)
                : null;
        verdict = rules.settle(row.cells(), unit, period, verdict, given);
        judged.add(new Judged(unit, period, verdict, !area && scope.equals("area")));
      }
    }
    return judged;
  }

  private NaiveVerdict condition(WideRow row, String unit, String period) {
    String text = row.cell("condition");
    Truth truth =
        text.isEmpty()
            ? Truth.YES
            : WideCondition.truth(text, item -> data.figure(unit, item, period));
    return switch (truth) {
      case YES -> null;
      case NO -> NaiveVerdict.notApplicable("condition_not_met");
      case INVALID -> NaiveVerdict.invalid();
      case ABSENT -> NaiveVerdict.of("missing", "condition_unknown");
    };
  }

  private NaiveVerdict atUnit(WideRow row, String unit, String period) {
    return switch (row.cell("kind")) {
      case "ratio", "rate", "count" -> WidePool.of(data, optionalItems, row, period).atUnit(unit);
      case "change" -> ownFigures.change(row, unit);
      case "reduction" -> ownFigures.reduction(row, unit);
      case "monthly_count", "quarterly_count" -> ownFigures.eachTime(row, unit);
      case "score" -> ownFigures.score(row, unit, period);
      case "deadline" -> dates.deadline(unit, row.cell("inputs"), period, due(row, period));
      case "duty" -> duty(row, unit, period);
      default -> throw new IllegalArgumentException("kind " + row.cell("kind"));
    };
  }

  private NaiveVerdict duty(WideRow row, String unit, String period) {
    Truth applies =
        row.cell("condition").isEmpty()
            ? Truth.YES
            : WideCondition.truth(row.cell("condition"), item -> data.figure(unit, item, period));
    Truth done = WideCondition.truth(row.cell("inputs"), item -> data.figure(unit, item, period));
    if (applies == Truth.NO) {
      return NaiveVerdict.notApplicable("condition_not_met");
    }
    if (done == Truth.YES) {
      return NaiveVerdict.met();
    }
    if (applies == Truth.INVALID || done == Truth.INVALID) {
      return NaiveVerdict.invalid();
    }
    if (applies == Truth.ABSENT) {
      return NaiveVerdict.of("missing", "condition_unknown");
    }
    return done == Truth.ABSENT
        ? NaiveVerdict.missing()
        : NaiveVerdict.notMet("not_done", BigInteger.ONE);
  }

  /** Ratios, rates and sums: own figures, else the members together, else what there is. */
  private NaiveVerdict atArea(WideRow row, String period) {
    String kind = row.cell("kind");
    String area = data.area.code();
    boolean pooled = kind.equals("ratio") || kind.equals("rate") || row.cell("scope").equals("sum");
    List<String> members = members(row);
    if (!pooled || members.isEmpty()) {
      return atUnit(row, area, period);
    }
    WidePool pool = WidePool.of(data, optionalItems, row, period);
    if (!pool.hasOwn(area)) {
      return pool.fromMembers(members);
    }
    NaiveVerdict own = pool.atUnit(area);
    if (own.result().equals("invalid")) {
      return own;
    }
    if (pool.exceedsOwn(area, members)) {
      String mine = rules.close(row.cells(), own).result();
      String theirs = rules.close(row.cells(), pool.fromMembers(members)).result();
      NaiveVerdict mismatch = NaiveVerdict.of("invalid", "total_mismatch");
      return (mine.equals(theirs) ? own : mismatch).flag("total_mismatch");
    }
    return pool.completeAndDiffers(area, members) ? own.flag("total_mismatch") : own;
  }

  private List<Judged> share(WideRow row) {
    String area = data.area.code();
    String period = row.cell("periods");
    WideLimits limits = WideLimits.of(row.cell("comparator"), row.cell("threshold"));
    List<Judged> lines = new ArrayList<>();
    int meeting = 0;
    int invalid = 0;
    int missing = 0;
    int failing = 0;
    boolean waived = false;
    for (String member : members(row)) {
      NaiveVerdict its = condition(row, member, period);
      its = its == null ? member(row, member, period) : its;
      NaiveVerdict settled = rules.settle(row.cells(), member, period, its, null);
      boolean binds = limits.asksForAll() && !row.cell("binding").equals("no");
      lines.add(new Judged(member, period, settled, !binds));
      if (settled.result().equals("waived")) {
        waived = true;
        continue;
      }
      switch (its.result()) {
        case "met" -> meeting++;
        case "not_met" -> failing++;
        case "invalid" -> invalid++;
        case "missing" -> missing++;
        default -> {} // It does not apply to this member.
      }
    }
    NaiveVerdict verdict = condition(row, area, period);
    if (verdict == null) {
      int unknown = invalid + missing;
      BigInteger counted = BigInteger.valueOf(meeting + failing + unknown);
      BigInteger least = BigInteger.valueOf(meeting);
      BigInteger most = BigInteger.valueOf(meeting + unknown);
      NaiveVerdict open =
          invalid > 0 ? NaiveVerdict.invalid() : NaiveVerdict.of("missing", "undetermined");
      verdict =
          counted.signum() == 0
              ? NaiveVerdict.notApplicable("no_denominator")
              : WideVerdicts.between(limits, least, most, counted, unknown > 0, open);
      verdict = verdict.over(least, counted);
      verdict = waived ? verdict.flag("member_waived") : verdict;
    }
    verdict = rules.settle(row.cells(), area, period, verdict, null);
    lines.add(new Judged(area, period, verdict, false));
    return lines;
  }

  private NaiveVerdict member(WideRow row, String unit, String period) {
    Truth truth = WideCondition.truth(row.cell("inputs"), item -> data.figure(unit, item, period));
    return switch (truth) {
      case YES -> NaiveVerdict.met();
      case NO -> NaiveVerdict.notMet("condition_failed", BigInteger.ONE);
      case INVALID -> NaiveVerdict.invalid();
      case ABSENT -> NaiveVerdict.missing();
    };
  }

  private static List<String> periods(WideRow row) {
    String period = row.cell("periods").split(" against ", -1)[0];
    return row.cell("kind").equals("deadline") ? WidePeriods.parts(period) : List.of(period);
  }

  private static LocalDate due(WideRow row, String period) {
    Matcher day = DAY_OF_MONTH.matcher(row.cell("threshold"));
    if (!day.matches()) {
      return LocalDate.parse(row.cell("threshold"));
    }
    int after = day.group(2) == null ? 0 : 1;
    int ofMonth = Integer.parseInt(day.group(1));
    return WidePeriods.lastMonth(period).plusMonths(after).atDay(ofMonth);
  }

  /** Who gets a line: the area, and the members unless they are only added up. */
  private Set<String> units(WideRow row) {
    Set<String> units = new TreeSet<>();
    String scope = row.cell("scope");
    for (String part : scope.split(",", -1)) {
      String word = NaiveData.trim(part);
      switch (word) {
        case "area", "each+area", "sum" -> units.add(data.area.code());
        case "each" -> {}
        default -> units.addAll(named(word.replace("each:", ""), ""));
      }
    }
    if (!scope.equals("sum")) {
      units.addAll(members(row));
    }
    return units;
  }

  private List<String> members(WideRow row) {
    Set<String> members = new TreeSet<>();
    for (String word : row.cell("applies_to").split(",", -1)) {
      if (!word.isBlank()) {
        members.addAll(named(NaiveData.trim(word), row.group()));
      }
    }
    return new ArrayList<>(members);
  }

  /** The units of KIND, KIND[GROUP] or agency:ROLE. */
  private List<String> named(String word, String group) {
    if (word.startsWith("agency:")) {
      return data.agenciesIn(word.substring("agency:".length()));
    }
    Matcher of = MEMBERS.matcher(word);
    if (!of.matches()) {
      throw new IllegalArgumentException("members " + word);
    }
    String asked = of.group(2) == null ? group : of.group(2).strip().toLowerCase(Locale.ROOT);
    return data.membersOf(of.group(1)).stream()
        .filter(code -> asked.isEmpty() || data.units.get(code).group().equals(asked))
        .toList();
  }

  private Line line(WideRow row, Judged judged) {
    NaiveVerdict verdict = judged.verdict();
    boolean asksOnly = row.cell("binding").equals("no");
    boolean ratio = Set.of("ratio", "rate").contains(row.cell("kind"));
    boolean memberOfReading = asksOnly && ratio && !judged.unit().equals(data.area.code());
    boolean contributes = judged.contribution() || memberOfReading;
    Set<String> flags = new TreeSet<>(verdict.flags());
    flags.addAll(NaiveSettling.registerFlags(row.cells(), contributes));
    return new Line(
        row.cell("target"),
        judged.unit(),
        judged.period(),
        verdict.result(),
        verdict.reason(),
        text(verdict.numerator()),
        text(verdict.denominator()),
        WideVerdicts.NO_WAY.equals(verdict.shortfall()) ? NO_WAY : text(verdict.shortfall()),
        !asksOnly && !contributes,
        String.join(" ", flags));
  }

  private static String text(BigInteger number) {
    return number == null ? "" : number.toString();
  }
}

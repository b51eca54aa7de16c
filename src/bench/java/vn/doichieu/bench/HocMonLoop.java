package vn.doichieu.bench;

import static vn.doichieu.bench.Column.ABSENT;
import static vn.doichieu.bench.Column.INVALID;
import static vn.doichieu.bench.Column.VALID;
import static vn.doichieu.bench.Line.NONE;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.bench.Line.Row;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.submission.Submission;

/**
 * The plan of Hóc Môn written out by hand: one loop over the units for each target, over columns of
 * numbers, with the thresholds in the code. It gives the same findings as the program and is the
 * limit that an engine is held against. It expects an area that leaves its ratios to its communes.
 */
final class HocMonLoop {

  private static final String YEAR = "2024";
  private static final long YEAR_END = LocalDate.of(2025, 1, 1).toEpochDay();
  private static final int C1 = Line.bit(Flag.CONFIDENCE_C1);
  private static final int C2 = Line.bit(Flag.CONFIDENCE_C2);
  private static final int ASKED = Line.bit(Flag.ASKED);
  private static final int CONTRIBUTION = Line.bit(Flag.CONTRIBUTION);
  private static final int DESPITE = Line.bit(Flag.DECIDED_DESPITE_MISSING);
  private static final int EXCEEDED = Line.bit(Flag.EXCEEDED);
  private static final int ON_DAY = Line.bit(Flag.ON_DEADLINE_DAY);
  private static final int MEMBER_WAIVED = Line.bit(Flag.MEMBER_WAIVED);

  private final Plan plan;
  private final Submission submission;
  private final LocalDate asOf;
  private final Verdicts verdicts;
  private final int area;
  private final int[] communes;
  private final List<Runnable> targets = new ArrayList<>();
  private List<Line> lines = List.of();

  HocMonLoop(Plan plan, Submission submission, LocalDate asOf, boolean closed) {
    this.plan = plan;
    this.submission = submission;
    this.asOf = asOf;
    verdicts = new Verdicts(submission, asOf, closed);
    area = submission.units().area().index();
    communes = units("commune");
    HocMonTargets.add(this);
  }

  /** All findings, in the order of the contract. */
  List<Line> run() {
    lines = new ArrayList<>(communes.length * 31 + 400);
    for (Runnable target : targets) {
      target.run();
    }
    return lines;
  }

  /** The units of a kind ("commune") or of roles, in the order of their codes. */
  private int[] units(String... who) {
    List<String> asked = List.of(who);
    return submission.units().all().stream()
        .filter(
            unit ->
                unit.kind() == ReportingUnit.Kind.AGENCY
                    ? asked.contains(unit.role())
                    : asked.contains(unit.kind().code()))
        .mapToInt(ReportingUnit::index)
        .toArray();
  }

  private Column column(String item, String period) {
    return Column.of(plan, submission, item, period);
  }

  private static Row row(String id, boolean binding, boolean membersBind, int flags) {
    return new Row(id, YEAR_END, binding, membersBind, flags, false);
  }

  void posts(String id, String item) {
    Row row = new Row(id, 0, true, true, C1, false);
    List<Column> ended = new ArrayList<>();
    List<Boolean> overdue = new ArrayList<>();
    for (int month = 3; month <= 12; month++) {
      YearMonth of = YearMonth.of(2024, month);
      LocalDate next = of.plusMonths(1).atDay(1);
      if (!asOf.isBefore(next)) {
        ended.add(column(item, of.toString()));
        overdue.add(!asOf.isBefore(next.withDayOfMonth(10)));
      }
    }
    targets.add(() -> lines.add(posts(row, ended, overdue)));
  }

  private Line posts(Row row, List<Column> ended, List<Boolean> overdue) {
    int met = 0;
    int missed = 0;
    boolean invalid = false;
    boolean missing = false;
    boolean early = ended.size() < 10;
    for (int i = 0; i < ended.size(); i++) {
      byte state = ended.get(i).state()[area];
      if (state == INVALID) {
        invalid = true;
      } else if (state == ABSENT) {
        missing |= overdue.get(i);
        early |= !overdue.get(i);
      } else if (ended.get(i).value()[area] >= 1) {
        met++;
      } else {
        missed++;
      }
    }
    Reason reason =
        missed > 0
            ? Reason.MONTHS_MISSED
            : invalid
                ? Reason.FIGURE_INVALID
                : missing ? Reason.FIGURE_MISSING : early ? Reason.BEFORE_DUE : Reason.MET;
    long shortfall = missed > 0 ? missed : reason == Reason.MET ? 0 : NONE;
    return verdicts.line(
        row, area, "2024-03..2024-12", reason, 0, met, ended.size(), shortfall, NONE);
  }

  /** A ratio of the area, from what its communes give; each of them has a line of its own. */
  void ratio(String id, String part, String whole, String less, int percent, boolean each, int of) {
    Row row = row(id, true, each, of);
    Column n = column(part, YEAR);
    Column d = column(whole, YEAR);
    Column minus = less.isEmpty() ? null : column(less, YEAR);
    int flags = each ? 0 : CONTRIBUTION;
    targets.add(() -> ratio(row, n, d, minus, percent, flags));
  }

  private void ratio(
      Row row, Column part, Column whole, @Nullable Column less, int percent, int flags) {
    int first = lines.size();
    lines.add(verdicts.line(row, area, YEAR, Reason.MET, 0));
    Sum sum = new Sum();
    for (int unit : communes) {
      byte ns = part.state()[unit];
      byte ds = whole.state()[unit];
      long n = part.value()[unit];
      long d = whole.value()[unit];
      if (less != null) {
        ds = less.state()[unit] == INVALID ? INVALID : ds;
        d -= less.value()[unit];
      }
      if (ds == VALID && (d < 0 || ns == VALID && n > d)) {
        ns = INVALID;
        ds = INVALID;
      }
      lines.add(compared(row, unit, ns, n, ds, d, percent, flags));
      sum.add(ns, n, ds, d);
    }
    lines.set(first, sum.line(row, percent, 0));
  }

  /** A ratio that the area alone answers. */
  void own(String id, String part, String whole, int percent) {
    Row row = row(id, true, true, 0);
    Column n = column(part, YEAR);
    Column d = column(whole, YEAR);
    targets.add(
        () -> {
          byte ns = n.state()[area];
          byte ds = d.state()[area];
          if (ns == VALID && ds == VALID && n.value()[area] > d.value()[area]) {
            ns = INVALID;
            ds = INVALID;
          }
          lines.add(
              compared(row, area, ns, n.value()[area], ds, d.value()[area], percent, 0));
        });
  }

  private Line compared(
      Row row, int unit, byte ns, long n, byte ds, long d, int percent, int flags) {
    Reason reason;
    long shortfall = NONE;
    if (ns == INVALID || ds == INVALID) {
      reason = Reason.FIGURE_INVALID;
    } else if (ds == VALID && d == 0) {
      reason = Reason.NO_DENOMINATOR;
    } else if (ns == ABSENT || ds == ABSENT) {
      reason = Reason.FIGURE_MISSING;
    } else if (n * 100 >= d * percent) {
      reason = Reason.MET;
      shortfall = 0;
    } else {
      reason = Reason.BELOW_THRESHOLD;
      shortfall = (d * percent + 99) / 100 - n;
    }
    return verdicts.line(
        row, unit, YEAR, reason, flags, ns == VALID ? n : NONE, ds == VALID ? d : NONE, shortfall,
        NONE);
  }

  /** What communes come to together (contract 4.2, "From members"). */
  private final class Sum {
    private long n;
    private long d;
    private long unknown;
    private boolean invalid;
    private boolean open;

    void add(byte ns, long part, byte ds, long whole) {
      if (ds != VALID) {
        open = true;
        invalid |= ds == INVALID || ns == INVALID;
      } else if (ns == VALID) {
        n += part;
        d += whole;
      } else if (whole > 0) {
        invalid |= ns == INVALID;
        unknown += whole;
        d += whole;
      }
    }

    Line line(Row row, int percent, int more) {
      int flags = unknown > 0 ? more | DESPITE : more;
      if (open) {
        Reason reason = invalid ? Reason.FIGURE_INVALID : Reason.FIGURE_MISSING;
        return verdicts.line(row, area, YEAR, reason, more, n, d, NONE, NONE);
      } else if (d == 0) {
        return verdicts.line(row, area, YEAR, Reason.NO_DENOMINATOR, more, n, d, NONE, NONE);
      } else if (n * 100 >= d * percent) {
        return verdicts.line(row, area, YEAR, Reason.MET, flags, n, d, 0, NONE);
      } else if ((n + unknown) * 100 < d * percent) {
        long shortfall = (d * percent + 99) / 100 - n - unknown;
        return verdicts.line(
            row, area, YEAR, Reason.BELOW_THRESHOLD, flags, n, d, shortfall, NONE);
      }
      Reason reason = invalid ? Reason.FIGURE_INVALID : Reason.UNDETERMINED;
      return verdicts.line(row, area, YEAR, reason, more, n, d, NONE, NONE);
    }
  }

  void change(String id, String item) {
    Row row = new Row(id, YEAR_END, true, true, C1, true);
    Column now = column(item, YEAR);
    Column base = column(item, "2023");
    targets.add(
        () ->
            lines.add(
                change(
                    row, now.state()[area], now.value()[area], base.state()[area],
                    base.value()[area])));
  }

  private Line change(Row row, byte nowState, long now, byte baseState, long base) {
    Reason open =
        nowState == INVALID || baseState == INVALID
            ? Reason.FIGURE_INVALID
            : baseState == ABSENT
                ? Reason.BASELINE_MISSING
                : base == 0
                    ? Reason.BASELINE_ZERO
                    : nowState == ABSENT ? Reason.FIGURE_MISSING : null;
    if (open != null) {
      return verdicts.line(row, area, YEAR, open, 0);
    } else if (now * 100 > base * 105) {
      return verdicts.line(row, area, YEAR, Reason.EXCEEDED, EXCEEDED, now, base, 0, NONE);
    } else if (now * 100 >= base * 103) {
      return verdicts.line(row, area, YEAR, Reason.MET, 0, now, base, 0, NONE);
    }
    long shortfall = (base * 103 + 99) / 100 - now;
    return verdicts.line(row, area, YEAR, Reason.BELOW_THRESHOLD, 0, now, base, shortfall, NONE);
  }

  /** A share of communes; a count has to be at least 1, an answer has to be yes. */
  void share(String id, int percent, int confidence, String... clauses) {
    boolean binds = percent == 100;
    Row row = row(id, true, binds, confidence);
    Column[] columns = new Column[clauses.length];
    for (int i = 0; i < clauses.length; i++) {
      columns[i] = column(clauses[i], YEAR);
    }
    targets.add(() -> share(row, columns, percent, binds ? 0 : CONTRIBUTION));
  }

  private void share(Row row, Column[] clauses, int percent, int flags) {
    int first = lines.size();
    lines.add(verdicts.line(row, area, YEAR, Reason.MET, 0));
    long met = 0;
    long counted = 0;
    long unknown = 0;
    boolean invalidMember = false;
    boolean waived = false;
    for (int unit : communes) {
      boolean failed = false;
      boolean invalid = false;
      boolean absent = false;
      for (Column clause : clauses) {
        byte state = clause.state()[unit];
        failed |= state == VALID && clause.value()[unit] < 1;
        invalid |= state == INVALID;
        absent |= state == ABSENT;
      }
      Reason reason =
          failed
              ? Reason.CONDITION_FAILED
              : invalid ? Reason.FIGURE_INVALID : absent ? Reason.FIGURE_MISSING : Reason.MET;
      long shortfall = failed ? 1 : reason == Reason.MET ? 0 : NONE;
      Line line = verdicts.line(row, unit, YEAR, reason, flags, NONE, NONE, shortfall, NONE);
      lines.add(line);
      if (line.result() == Result.WAIVED) {
        waived = true;
      } else {
        counted++;
        met += reason == Reason.MET ? 1 : 0;
        unknown += reason == Reason.FIGURE_INVALID || reason == Reason.FIGURE_MISSING ? 1 : 0;
        invalidMember |= reason == Reason.FIGURE_INVALID;
      }
    }
    Sum sum = new Sum();
    sum.n = met;
    sum.d = counted;
    sum.unknown = unknown;
    sum.invalid = invalidMember;
    lines.set(first, sum.line(row, percent, waived ? MEMBER_WAIVED : 0));
  }

  /** Reports that are due before days, one for each period. */
  void reports(
      String id, boolean binding, int confidence, List<String> periods, List<LocalDate> due,
      String... who) {
    Row row = new Row(id, 0, binding, true, confidence | (binding ? 0 : ASKED), false);
    int[] units = units(who);
    Column[] columns = new Column[periods.size()];
    long[] days = new long[periods.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column("report_submitted_on", periods.get(i));
      days[i] = due.get(i).toEpochDay();
    }
    String[] names = periods.toArray(String[]::new);
    long today = asOf.toEpochDay();
    targets.add(
        () -> {
          for (int unit : units) {
            for (int i = 0; i < columns.length; i++) {
              lines.add(report(row, unit, names[i], columns[i], days[i], today));
            }
          }
        });
  }

  private Line report(Row row, int unit, String period, Column column, long due, long today) {
    byte state = column.state()[unit];
    long day = column.value()[unit];
    if (state == INVALID) {
      return verdicts.line(row, unit, period, Reason.FIGURE_INVALID, 0);
    } else if (state == ABSENT || day > today) {
      return verdicts.line(
          row, unit, period, today > due ? Reason.NOT_SUBMITTED : Reason.BEFORE_DUE, 0);
    } else if (day < due) {
      return verdicts.line(row, unit, period, Reason.MET, 0, NONE, NONE, 0, day);
    } else if (day == due) {
      return verdicts.line(
          row, unit, period, Reason.ON_DEADLINE_DAY, ON_DAY, NONE, NONE, 1, day);
    }
    return verdicts.line(row, unit, period, Reason.LATE, 0, NONE, NONE, day - due + 1, day);
  }

  /** A duty; the condition is empty where there is none. */
  void duty(String id, boolean binding, String item, String condition, int confidence, String... who) {
    Row row = row(id, binding, true, confidence | (binding ? 0 : ASKED));
    Column done = column(item, YEAR);
    Column asked = condition.isEmpty() ? null : column(condition, YEAR);
    int[] units = who[0].equals("area") ? new int[] {area} : units(who);
    targets.add(
        () -> {
          for (int unit : units) {
            lines.add(duty(row, unit, done, asked));
          }
        });
  }

  private Line duty(Row row, int unit, Column done, @Nullable Column asked) {
    byte state = done.state()[unit];
    byte condition = asked == null ? VALID : asked.state()[unit];
    if (asked != null && condition == VALID && asked.value()[unit] == 0) {
      return verdicts.line(row, unit, YEAR, Reason.CONDITION_NOT_MET, 0);
    } else if (state == VALID && done.value()[unit] == 1) {
      return verdicts.line(row, unit, YEAR, Reason.MET, 0, NONE, NONE, 0, NONE);
    } else if (condition == INVALID || state == INVALID) {
      return verdicts.line(row, unit, YEAR, Reason.FIGURE_INVALID, 0);
    } else if (condition == ABSENT) {
      return verdicts.line(row, unit, YEAR, Reason.CONDITION_UNKNOWN, 0);
    } else if (state == ABSENT) {
      return verdicts.line(row, unit, YEAR, Reason.FIGURE_MISSING, 0);
    }
    return verdicts.line(row, unit, YEAR, Reason.NOT_DONE, 0, NONE, NONE, 1, NONE);
  }

  void judgement(String id, boolean binding) {
    Row row = row(id, binding, true, C1);
    targets.add(() -> lines.add(verdicts.line(row, area, YEAR, Reason.JUDGEMENT, 0)));
  }

  static int c1() {
    return C1;
  }

  static int c2() {
    return C2;
  }
}

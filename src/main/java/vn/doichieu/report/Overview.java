package vn.doichieu.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;

/**
 * The findings sorted by what a reader has to do with them: every finding is in exactly one part.
 *
 * @param lines what each part shows: the findings of one unit and target are one line
 * @param rest how many findings ask for nothing
 */
record Overview(Map<Part, List<Line>> lines, int rest) {

  /** The parts, in the order of reading. */
  enum Part {
    /** Binding main targets and deadlines that are not met, not reported or to be verified. */
    TO_ACT_ON("table.todo"),
    /** What a person has to judge. */
    REVIEW("table.review"),
    WAIVED("table.waived"),
    /** Supporting duties. */
    DUTIES("table.duties"),
    /** The members' parts in targets of the area. */
    CONTRIBUTIONS("table.contributions"),
    /** Bodies that the plan only asks. */
    ASKED("table.asked");

    private final String title;

    Part(String title) {
      this.title = title;
    }

    /** The key of its heading. */
    String title() {
      return title;
    }
  }

  /**
   * One line: a target at a unit.
   *
   * @param findings those that belong into the part; several periods of a monthly report
   * @param met how many of the periods are met
   * @param due how many periods are due
   */
  record Line(ReportingUnit unit, Target target, List<Finding> findings, int met, int due) {
    Finding first() {
      return findings.get(0);
    }
  }

  static Overview of(Evaluation evaluation) {
    Map<Part, Map<String, List<Finding>>> grouped = new EnumMap<>(Part.class);
    Map<String, int[]> periods = new LinkedHashMap<>();
    int rest = 0;
    for (Finding finding : evaluation.findings()) {
      String key = finding.unit().code() + "\n" + finding.target().id();
      int[] counts = periods.computeIfAbsent(key, k -> new int[2]);
      counts[0] += finding.result() == Result.MET ? 1 : 0;
      counts[1] += finding.result() == Result.IN_PROGRESS ? 0 : 1;
      Part part = part(finding);
      if (part == null) {
        rest++;
      } else {
        grouped
            .computeIfAbsent(part, p -> new LinkedHashMap<>())
            .computeIfAbsent(key, k -> new ArrayList<>())
            .add(finding);
      }
    }
    Map<Part, List<Line>> lines = new EnumMap<>(Part.class);
    grouped.forEach(
        (part, byKey) -> {
          List<Line> ofPart = new ArrayList<>();
          byKey.forEach(
              (key, findings) -> {
                int[] counts = periods.getOrDefault(key, new int[2]);
                Finding first = findings.get(0);
                ofPart.add(new Line(first.unit(), first.target(), findings, counts[0], counts[1]));
              });
          lines.put(part, ofPart);
        });
    return new Overview(lines, rest);
  }

  private static @Nullable Part part(Finding finding) {
    boolean duty = finding.target().criterion() instanceof Criterion.Duty;
    if (finding.flags().contains(Flag.ASKED)) {
      return Part.ASKED;
    } else if (duty && finding.target().priority() == Target.Priority.SUPPORTING) {
      return Part.DUTIES;
    } else if (finding.flags().contains(Flag.CONTRIBUTION)) {
      return Part.CONTRIBUTIONS;
    } else if (finding.result() == Result.WAIVED) {
      return Part.WAIVED;
    } else if (finding.result() == Result.NEEDS_REVIEW || isOtherReadingOpen(finding)) {
      return Part.REVIEW;
    }
    return finding.failsCheck() ? Part.TO_ACT_ON : null;
  }

  /**
   * Another reading of a sentence that does not hold: a person weighs it against the chosen one.
   */
  private static boolean isOtherReadingOpen(Finding finding) {
    return finding.flags().contains(Flag.OTHER_READING) && finding.result().failsCheck();
  }

  List<Line> lines(Part part) {
    return lines.getOrDefault(part, List.of());
  }

  /** The lines of a part by unit, in an order of units. */
  Map<ReportingUnit, List<Line>> byUnit(Part part, Comparator<ReportingUnit> order) {
    Map<ReportingUnit, List<Line>> byUnit = new TreeMap<>(order);
    lines(part)
        .forEach(line -> byUnit.computeIfAbsent(line.unit(), u -> new ArrayList<>()).add(line));
    return byUnit;
  }
}

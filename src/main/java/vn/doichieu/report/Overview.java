package vn.doichieu.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;

/**
 * The findings sorted by what a reader has to do with them, as they pass: every finding is in
 * exactly one part.
 */
final class Overview {

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

  private final List<Finding> findings;
  private final Map<Part, UnitPlaces> parts = new EnumMap<>(Part.class);
  private int rest;

  Overview(List<Finding> findings) {
    this.findings = findings;
    for (Part part : Part.values()) {
      parts.put(part, new UnitPlaces(findings));
    }
  }

  /**
   * Takes a finding in.
   *
   * @param place where it stands in the list
   */
  void add(Finding finding, int place) {
    Part part = part(finding);
    if (part == null) {
      rest++;
    } else {
      of(part).add(finding.unit(), place);
    }
  }

  /** Where the findings of a part stand. */
  UnitPlaces of(Part part) {
    return Objects.requireNonNull(parts.get(part));
  }

  /** How many findings ask for nothing. */
  int rest() {
    return rest;
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

  /** The lines of a part by unit, in an order of units. */
  void byUnit(Part part, UnitOrder order, BiConsumer<ReportingUnit, List<Line>> then) {
    of(part).byUnit(order, (unit, ofUnit) -> then.accept(unit, lines(ofUnit)));
  }

  private List<Line> lines(UnitPlaces.Part ofUnit) {
    List<Line> lines = new ArrayList<>();
    for (int from = 0, to; from < ofUnit.size(); from = to) {
      Finding first = ofUnit.get(from);
      to = from + 1;
      while (to < ofUnit.size() && isSameLine(ofUnit.get(to), first)) {
        to++;
      }
      lines.add(line(ofUnit.place(from), first, ofUnit.subList(from, to)));
    }
    return lines;
  }

  /** The findings of a line stand together, those that are in no part among them. */
  private Line line(int place, Finding first, List<Finding> ofPart) {
    int from = place;
    while (from > 0 && isSameLine(findings.get(from - 1), first)) {
      from--;
    }
    int met = 0;
    int due = 0;
    for (int i = from; i < findings.size() && isSameLine(findings.get(i), first); i++) {
      met += findings.get(i).result() == Result.MET ? 1 : 0;
      due += findings.get(i).result() == Result.IN_PROGRESS ? 0 : 1;
    }
    return new Line(first.unit(), first.target(), ofPart, met, due);
  }

  /** Whether two findings are of one unit and row. */
  static boolean isSameLine(Finding finding, Finding first) {
    return finding.unit().equals(first.unit()) && finding.target().id().equals(first.target().id());
  }
}

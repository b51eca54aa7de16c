package vn.doichieu.impact;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.OtherReading.Way;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Target;
import vn.doichieu.edits.Edit;
import vn.doichieu.edits.Edit.Cell;
import vn.doichieu.edits.Edit.Change;
import vn.doichieu.edits.RuleEdits;
import vn.doichieu.impact.FindingChange.Aspect;
import vn.doichieu.impact.FindingChange.Cause;

/**
 * Tells which edits explain a change: those of the finding's own row first, then those of items
 * that it reads, of the year, of rules and of other readings. Each edit explains only what it can
 * do: a note nothing, a priority the priority.
 */
final class Causes {

  private static final Set<Aspect> ALL = EnumSet.allOf(Aspect.class);
  private static final Set<Aspect> READINGS = EnumSet.of(Aspect.READINGS);
  private static final Set<Aspect> NOTHING = EnumSet.noneOf(Aspect.class);

  /** Keys of a plan and of its items that no finding rests on, only problems and warnings. */
  private static final Set<String> FOR_CHECKS_ONLY =
      Set.of("id", "area", "area_kind", "member_kind", "part_of", "sense", "rate_of");

  private final RuleEdits edits;
  private final List<Edit> deciding;

  Causes(RuleEdits edits) {
    this.edits = edits;
    deciding = edits.edits().stream().filter(Edit::decides).toList();
  }

  /** The change with its causes. */
  FindingChange explained(@Nullable Finding before, @Nullable Finding after, Set<Aspect> aspects) {
    Finding shown = after == null ? Objects.requireNonNull(before) : after;
    List<Cause> causes = new ArrayList<>();
    Set<Aspect> open = EnumSet.copyOf(aspects);
    Concerned concerned = concerned(before, after);
    for (Edit edit : deciding) {
      Set<Aspect> most = reach(edit, shown.target(), concerned);
      List<Cell> cells =
          edit.decidingCells().stream()
              .filter(cell -> meets(reach(edit, cell, most), aspects))
              .toList();
      boolean whole = edit.cells().isEmpty() || edit.change() != Change.CHANGED;
      if (whole ? meets(most, aspects) : !cells.isEmpty()) {
        causes.add(new Cause(edit, whole ? List.of() : cells));
        if (whole) {
          open.removeAll(most);
        }
        cells.forEach(cell -> open.removeAll(reach(edit, cell, most)));
      }
    }
    return new FindingChange(before, after, aspects, causes, open);
  }

  private static boolean meets(Set<Aspect> reach, Set<Aspect> aspects) {
    return reach.stream().anyMatch(aspects::contains);
  }

  /**
   * What a finding rests on in either version.
   *
   * @param items the codes of the items that it reads
   * @param forReadings the codes and target ids that its other readings rest on besides
   */
  private record Concerned(Set<String> items, Set<String> forReadings) {}

  private Concerned concerned(@Nullable Finding before, @Nullable Finding after) {
    Concerned concerned = new Concerned(new HashSet<>(), new HashSet<>());
    add(concerned, edits.before(), before);
    add(concerned, edits.after(), after);
    return concerned;
  }

  private static void add(Concerned to, Plan plan, @Nullable Finding finding) {
    if (finding == null) {
      return;
    }
    items(finding.target(), finding.period()).forEach(to.items()::add);
    for (OtherReading reading : plan.readings()) {
      if (!reading.target().equals(finding.target().id())) {
        continue;
      }
      if (reading.way() instanceof Way.AllOf all) {
        to.forReadings().addAll(all.targets());
        plan.targets().stream()
            .filter(target -> all.targets().contains(target.id()))
            .flatMap(Causes::items)
            .forEach(to.forReadings()::add);
      } else if (reading.way() instanceof Way.Judged judged) {
        items(judged.target()).forEach(to.forReadings()::add);
      }
    }
  }

  private static Stream<String> items(Target target) {
    return target.periods().stream().flatMap(period -> items(target, period));
  }

  private static Stream<String> items(Target target, ReportingPeriod period) {
    return target.inputs(period).stream().map(input -> input.item().code());
  }

  /** The most that an edit can do to a target's findings. */
  private static Set<Aspect> reach(Edit edit, Target target, Concerned concerned) {
    Set<Aspect> forReadings = concerned.forReadings().contains(edit.id()) ? READINGS : NOTHING;
    return switch (edit.part()) {
      case TARGET -> edit.id().equals(target.id()) ? ALL : forReadings;
      case ITEM -> {
        boolean changed = edit.change() == Change.CHANGED; // Else rows name it, or it is not used.
        yield !changed ? NOTHING : concerned.items().contains(edit.id()) ? ALL : forReadings;
      }
      case PLAN -> ALL;
      case READING -> edit.id().startsWith(target.id() + "/") ? READINGS : NOTHING;
      case RULE -> judges(edit, target) ? ALL : NOTHING;
      case SHARED_RULE -> NOTHING; // They warn, and judge nothing.
    };
  }

  /** Whether a rule of a DRL file may judge a target: it begins with the id, or is above all. */
  private static boolean judges(Edit rule, Target target) {
    return target.criterion().kind().equals("drl")
        && (rule.id().isEmpty() || rule.id().split(" ", 2)[0].equals(target.id()));
  }

  /** What one cell of an edit can do. */
  private static Set<Aspect> reach(Edit edit, Cell cell, Set<Aspect> most) {
    Set<Aspect> own =
        switch (edit.part()) {
          case TARGET ->
              switch (cell.column()) {
                case "priority" -> EnumSet.of(Aspect.PRIORITY);
                case "confidence" -> EnumSet.of(Aspect.FLAGS);
                case "binding" -> EnumSet.of(Aspect.BINDING, Aspect.FLAGS);
                case "on_miss" -> EnumSet.of(Aspect.RESULT, Aspect.READINGS);
                default -> ALL;
              };
          case ITEM, PLAN -> FOR_CHECKS_ONLY.contains(cell.column()) ? NOTHING : ALL;
          default -> ALL;
        };
    Set<Aspect> both = EnumSet.copyOf(most);
    both.retainAll(own);
    return both;
  }
}

package vn.doichieu.doubt;

import static vn.doichieu.doubt.Remark.Kind.ALL_OF_ITSELF;
import static vn.doichieu.doubt.Remark.Kind.ASKED_BUT_MAIN;
import static vn.doichieu.doubt.Remark.Kind.NO_OTHER_READING;
import static vn.doichieu.doubt.Remark.Kind.PRIORITY_NOT_OF_KIND;
import static vn.doichieu.doubt.Remark.Kind.READING_OF_SURE_TARGET;
import static vn.doichieu.doubt.Remark.Kind.REVIEW_WITHOUT_MISS;
import static vn.doichieu.doubt.Remark.Kind.SAME_BUT_THRESHOLD;
import static vn.doichieu.doubt.Remark.Kind.SAME_CONDITION;
import static vn.doichieu.doubt.Remark.Kind.SAME_TITLE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.OtherReading.Way;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Scope;
import vn.doichieu.ruletable.RuleSheet;

/** Doubts about rows beside one another, and about cells of a row that do not go together. */
final class RowDoubts {

  private RowDoubts() {}

  static void look(Reviewed reviewed, Consumer<Remark> told) {
    sameTitles(reviewed, told);
    sameConditions(reviewed, told);
    reviewed.judged().forEach(target -> together(target, told));
    readings(reviewed, told);
  }

  private static void sameTitles(Reviewed reviewed, Consumer<Remark> told) {
    Map<String, Target> first = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (Target target : reviewed.plan().targets()) {
      if (seen.add(target.id())) {
        String title = target.wording().title();
        Target other = first.putIfAbsent(title.toLowerCase(Locale.ROOT), target);
        if (other != null) {
          told.accept(
              new Remark(
                  SAME_TITLE,
                  Reviewed.place(target, "title"),
                  target.id(),
                  title,
                  other.id(),
                  "" + other.place().row()));
        }
      }
    }
  }

  private static void sameConditions(Reviewed reviewed, Consumer<Remark> told) {
    Map<String, List<Target>> alike = new HashMap<>();
    for (Target target : reviewed.judged()) {
      String question = question(reviewed, target);
      List<Target> before = alike.computeIfAbsent(question, q -> new ArrayList<>());
      before.stream()
          .filter(other -> asksSameUnits(reviewed, target, other))
          .findFirst()
          .ifPresent(other -> told.accept(same(reviewed, target, other)));
      if (!question.isEmpty()) {
        before.add(target);
      }
    }
  }

  private static Remark same(Reviewed reviewed, Target target, Target other) {
    String own = demand(reviewed, target);
    boolean equal = own.equals(demand(reviewed, other));
    return new Remark(
        equal ? SAME_CONDITION : SAME_BUT_THRESHOLD,
        Reviewed.place(target, equal ? "inputs" : "threshold"),
        target.id(),
        equal ? cell(reviewed, target, "inputs") : own,
        other.id(),
        "" + other.place().row(),
        demand(reviewed, other));
  }

  /**
   * What a row asks, without who answers and how much is wanted; empty for a person's judgement.
   */
  private static String question(Reviewed reviewed, Target target) {
    String inputs = cell(reviewed, target, "inputs");
    return inputs.isEmpty()
        ? ""
        : String.join(
            "|",
            cell(reviewed, target, "kind"),
            sorted(inputs),
            cell(reviewed, target, "periods"),
            sorted(cell(reviewed, target, "condition")));
  }

  private static String demand(Reviewed reviewed, Target target) {
    return (cell(reviewed, target, "comparator") + " " + cell(reviewed, target, "threshold"))
        .strip();
  }

  private static String cell(Reviewed reviewed, Target target, String column) {
    return reviewed.row(target).map((RuleSheet.Row row) -> row.cell(column)).orElse("");
  }

  /** Clauses in one order, without spaces: {@code b & a} asks what {@code a&b} does. */
  static String sorted(String formula) {
    String close = formula.replaceAll("\\s+", "");
    if (close.contains("|") || close.contains("(")) {
      return close;
    }
    return Arrays.stream(close.split("&", -1)).sorted().collect(Collectors.joining("&"));
  }

  /** Whether some unit would be judged by both rows; a contribution is no judgement. */
  private static boolean asksSameUnits(Reviewed reviewed, Target target, Target other) {
    return scopes(reviewed, target)
        .anyMatch(a -> scopes(reviewed, other).anyMatch(b -> asksSameUnits(a, b)));
  }

  private static Stream<Scope> scopes(Reviewed reviewed, Target target) {
    return reviewed.plan().targets().stream()
        .filter(part -> part.id().equals(target.id()))
        .map(Target::scope);
  }

  private static boolean asksSameUnits(Scope a, Scope b) {
    boolean groups =
        a.groups().isEmpty()
            || b.groups().isEmpty()
            || !Collections.disjoint(a.groups(), b.groups());
    boolean members =
        a.membersBind()
            && b.membersBind()
            && groups
            && !Collections.disjoint(a.members(), b.members());
    return (a.area() && b.area()) || members || !Collections.disjoint(a.roles(), b.roles());
  }

  private static void together(Target target, Consumer<Remark> told) {
    Criterion criterion = target.criterion();
    boolean main = target.priority() == Target.Priority.MAIN;
    if (!target.binding() && main) {
      told.accept(new Remark(ASKED_BUT_MAIN, Reviewed.place(target, "binding"), target.id(), "no"));
    }
    boolean deadline = criterion instanceof Criterion.Deadline;
    if (!deadline && target.priority() == Target.Priority.DEADLINE) {
      told.accept(
          new Remark(
              PRIORITY_NOT_OF_KIND,
              Reviewed.place(target, "priority"),
              target.id(),
              "deadline",
              criterion.kind()));
    }
    if (target.reviewOnMiss() && criterion instanceof Criterion.Judgement) {
      told.accept(
          new Remark(
              REVIEW_WITHOUT_MISS, Reviewed.place(target, "on_miss"), target.id(), "needs_review"));
    }
  }

  private static void readings(Reviewed reviewed, Consumer<Remark> told) {
    Plan plan = reviewed.plan();
    Set<String> read =
        plan.readings().stream().map(OtherReading::target).collect(Collectors.toSet());
    Set<String> seen = new HashSet<>();
    for (Target target : plan.targets()) {
      if (!seen.add(target.id())) {
        continue;
      }
      boolean sure = target.confidence() == Target.Confidence.PLAIN;
      SourceLocation place = Reviewed.place(target, "confidence");
      if (sure && read.contains(target.id())) {
        told.accept(new Remark(READING_OF_SURE_TARGET, place, target.id(), ""));
      } else if (!sure && !read.contains(target.id()) && reviewed.whole()) {
        told.accept(new Remark(NO_OTHER_READING, place, target.id(), target.confidence().name()));
      }
    }
    for (OtherReading reading : plan.readings()) {
      if (reading.way() instanceof Way.AllOf all
          && Set.copyOf(all.targets()).equals(Set.of(reading.target()))) {
        told.accept(
            new Remark(
                ALL_OF_ITSELF,
                SourceLocation.of("readings.csv", 0, "all_of"),
                reading.id(),
                String.join(" & ", all.targets())));
      }
    }
  }
}

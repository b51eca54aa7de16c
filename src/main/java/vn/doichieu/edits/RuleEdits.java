package vn.doichieu.edits;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Target;
import vn.doichieu.edits.Edit.Cell;
import vn.doichieu.edits.Edit.Change;
import vn.doichieu.edits.Edit.Part;
import vn.doichieu.edits.Edit.Weight;
import vn.doichieu.rules.PlanSource;
import vn.doichieu.rules.WrittenPlan.Key;
import vn.doichieu.ruletable.RuleSheet;

/**
 * Everything that differs between two versions of a plan's rule files.
 *
 * @param before the version before
 * @param after the edited version
 * @param edits in the order of {@link Part}; within a part as they stand in the edited version,
 *     then what it lacks
 */
public record RuleEdits(Plan before, Plan after, List<Edit> edits) {

  public RuleEdits {
    edits = List.copyOf(edits);
  }

  /** Holds two versions against each other. */
  public static RuleEdits between(RuleFiles before, RuleFiles after) {
    List<Edit> edits = new ArrayList<>();
    edits.addAll(targets(before, after));
    edits.addAll(items(before, after));
    edits.addAll(keys(before, after));
    edits.addAll(readings(before, after));
    edits.addAll(rules(Part.RULE, before.rules(), after.rules()));
    edits.addAll(rules(Part.SHARED_RULE, before.sharedRules(), after.sharedRules()));
    return new RuleEdits(before.written().plan(), after.written().plan(), edits);
  }

  /** Whether anything that was edited can change a finding, a problem or a warning. */
  public boolean decide() {
    return edits.stream().anyMatch(Edit::decides);
  }

  private static List<Edit> targets(RuleFiles before, RuleFiles after) {
    Rows rows =
        new Rows(
            Part.TARGET,
            Rows.byId(before.written().source().sheet().rows(), RuleSheet.Row::id),
            Rows.byId(after.written().source().sheet().rows(), RuleSheet.Row::id));
    Plan then = before.written().plan();
    Plan now = after.written().plan();
    return rows.edits(
        id -> evaluated(now, id),
        id -> evaluated(then, id),
        (id, cells) -> weighed(id, cells, before.written().source(), after.written().source()));
  }

  private static boolean evaluated(Plan plan, String id) {
    return targets(plan, id).stream().anyMatch(Target::evaluated);
  }

  private static List<Target> targets(Plan plan, String id) {
    return plan.targets().stream().filter(target -> target.id().equals(id)).toList();
  }

  /** Tells the cells that decide: those that alone make the row of before mean something else. */
  private static List<Cell> weighed(
      String id, List<Cell> cells, PlanSource before, PlanSource after) {
    List<List<@Nullable Object>> then = Meaning.of(targets(before.plan(), id));
    boolean same = then.equals(Meaning.of(targets(after.plan(), id)));
    RuleSheet.Row row =
        before.sheet().rows().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    List<Cell> weighed = new ArrayList<>();
    for (Cell cell : cells) {
      boolean decides =
          Rows.isRead(cell.column())
              && !same
              && !then.equals(Meaning.of(row.with(cell.column(), cell.after()), before));
      weighed.add(Rows.weighing(cell, decides ? Weight.DECIDES : Rows.harmless(cell.column())));
    }
    boolean found = same || weighed.stream().anyMatch(Cell::decides);
    return found // Else they decide together only.
        ? weighed
        : weighed.stream()
            .map(c -> c.weight() == Weight.WORDS ? c : Rows.weighing(c, Weight.DECIDES))
            .toList();
  }

  private static List<Edit> readings(RuleFiles before, RuleFiles after) {
    Rows rows =
        new Rows(
            Part.READING,
            Rows.byId(before.written().readings(), RuleEdits::readingId),
            Rows.byId(after.written().readings(), RuleEdits::readingId));
    Map<String, OtherReading> then = readings(before);
    Map<String, OtherReading> now = readings(after);
    return rows.edits(
        id -> true,
        id -> true,
        (id, cells) -> {
          OtherReading was = then.get(id);
          OtherReading is = now.get(id);
          boolean same = was != null && is != null && Meaning.of(was).equals(Meaning.of(is));
          return cells.stream()
              .map(cell -> Rows.weighing(cell, weight(cell, Meaning.READING_WORDS, same)))
              .toList();
        });
  }

  private static Weight weight(Cell cell, Set<String> words, boolean same) {
    if (words.contains(cell.column())) {
      return Weight.WORDS;
    }
    return same ? Weight.SAME_MEANING : Weight.DECIDES;
  }

  private static String readingId(RuleSheet.Row row) {
    return row.cell("target") + "/" + row.cell("reading");
  }

  private static Map<String, OtherReading> readings(RuleFiles files) {
    return files.written().plan().readings().stream()
        .collect(Collectors.toMap(OtherReading::id, reading -> reading, (first, next) -> first));
  }

  private static List<Edit> items(RuleFiles before, RuleFiles after) {
    Map<String, Map<String, Key>> then = before.written().items();
    Map<String, Map<String, Key>> now = after.written().items();
    List<Edit> edits = new ArrayList<>();
    for (String code : union(now.keySet(), then.keySet())) {
      Item was = before.written().plan().items().get(code);
      Item is = after.written().plan().items().get(code);
      boolean same = was != null && is != null && Meaning.of(was).equals(Meaning.of(is));
      List<Cell> cells =
          cells(then.get(code), now.get(code)).stream()
              .map(cell -> Rows.weighing(cell, weight(cell, Meaning.ITEM_WORDS, same)))
              .toList();
      if (!cells.isEmpty()) {
        Change change = was == null ? Change.ADDED : is == null ? Change.REMOVED : Change.CHANGED;
        boolean decides = change != Change.CHANGED || cells.stream().anyMatch(Cell::decides);
        Cell first = cells.get(0);
        edits.add(
            new Edit(
                Part.ITEM, code, change, cells, decides, first.beforePlace(), first.afterPlace()));
      }
    }
    return edits;
  }

  private static List<Edit> keys(RuleFiles before, RuleFiles after) {
    List<Edit> edits = new ArrayList<>();
    for (Cell cell : cells(before.written().keys(), after.written().keys())) {
      Cell weighed = Rows.weighing(cell, weight(cell, Meaning.PLAN_WORDS, false));
      edits.add(
          new Edit(
              Part.PLAN,
              "",
              Change.CHANGED,
              List.of(weighed),
              weighed.decides(),
              cell.beforePlace(),
              cell.afterPlace()));
    }
    return edits;
  }

  /** The keys whose texts differ, not weighed yet. */
  private static List<Cell> cells(@Nullable Map<String, Key> then, @Nullable Map<String, Key> now) {
    Map<String, Key> old = then == null ? Map.of() : then;
    Map<String, Key> present = now == null ? Map.of() : now;
    List<Cell> cells = new ArrayList<>();
    for (String name : union(present.keySet(), old.keySet())) {
      Key was = old.get(name);
      Key is = present.get(name);
      String a = was == null ? "" : was.text();
      String b = is == null ? "" : is.text();
      if (!a.equals(b)) {
        cells.add(
            new Cell(
                name,
                a,
                b,
                Weight.DECIDES,
                was == null ? null : was.place(),
                is == null ? null : is.place()));
      }
    }
    return cells;
  }

  private static List<Edit> rules(
      Part part, Map<String, RuleTexts.Rule> before, Map<String, RuleTexts.Rule> after) {
    List<Edit> edits = new ArrayList<>();
    for (String key : union(after.keySet(), before.keySet())) {
      RuleTexts.Rule was = before.get(key);
      RuleTexts.Rule is = after.get(key);
      String name = is != null ? is.name() : Objects.requireNonNull(was).name();
      if (was == null || is == null || !was.text().equals(is.text())) {
        Change change = was == null ? Change.ADDED : is == null ? Change.REMOVED : Change.CHANGED;
        edits.add(
            new Edit(
                part,
                name,
                change,
                List.of(),
                true,
                was == null ? null : was.place(),
                is == null ? null : is.place()));
      }
    }
    return edits;
  }

  private static <T> Set<T> union(Set<T> first, Set<T> more) {
    Set<T> all = new LinkedHashSet<>(first);
    all.addAll(more);
    return all;
  }
}

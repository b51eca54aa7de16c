package vn.doichieu.edits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.OtherReading.Way;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Target;
import vn.doichieu.rules.PlanSource;
import vn.doichieu.ruletable.RuleSheet;

/**
 * What rows and items mean to the program, apart from their words: two that mean the same give the
 * same findings.
 */
final class Meaning {

  /** The keys of an item that change no finding: what readers see, and what is hidden from them. */
  static final Set<String> ITEM_WORDS = Set.of("label", "label_en", "people");

  /** The keys of a plan that only readers see. */
  static final Set<String> PLAN_WORDS =
      Set.of("title", "title_en", "number", "issued_on", "issuer", "note", "source", "superior");

  /** The columns of other readings that only readers see. */
  static final Set<String> READING_WORDS = Set.of("says", "says_en", "decided_by", "note");

  private Meaning() {}

  /** Everything of a target but its id, its words and its place. */
  static List<@Nullable Object> of(Target target) {
    return Arrays.asList(
        target.criterion(),
        target.scope(),
        target.periods(),
        target.closesOn(),
        target.condition(),
        target.binding(),
        target.reviewOnMiss(),
        target.priority(),
        target.confidence(),
        target.part());
  }

  static List<List<@Nullable Object>> of(List<Target> targets) {
    return targets.stream().map(Meaning::of).toList();
  }

  /** What a row means when it is read by itself; null if it cannot be. */
  static @Nullable List<List<@Nullable Object>> of(RuleSheet.Row row, PlanSource source) {
    List<Target> targets = source.targets(row, new ArrayList<>());
    return targets.isEmpty() ? null : of(targets);
  }

  static List<Object> of(Item item) {
    return List.of(item.type(), item.optional(), item.partOf(), item.sense(), item.rateOf());
  }

  /** How the result under a reading is found. */
  static Object of(OtherReading reading) {
    return reading.way() instanceof Way.Judged judged ? of(judged.target()) : reading.way();
  }
}

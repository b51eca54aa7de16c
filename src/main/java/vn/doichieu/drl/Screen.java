package vn.doichieu.drl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Model;
import org.drools.model.Pattern;
import vn.doichieu.fence.Fact;

/**
 * Tells without a session which facts can take part in rules: what a session costs is paid for
 * those alone. Nothing that a rule could hold for is held back. Safe for several threads.
 */
public final class Screen {

  private final FactPattern[] patterns;
  private final int[] rules; // By pattern.
  private final boolean[] needed; // By pattern.
  private final int[] needs; // By rule: how many of its patterns need a fact.

  private Screen(Model model) {
    List<FactPattern> all = new ArrayList<>();
    List<Integer> ruleOf = new ArrayList<>();
    List<Boolean> isNeeded = new ArrayList<>();
    needs = new int[model.getRules().size()];
    for (int rule = 0; rule < needs.length; rule++) {
      int number = rule;
      walk(
          model.getRules().get(rule).getView(),
          true,
          (pattern, need) -> {
            all.add(pattern);
            ruleOf.add(number);
            isNeeded.add(need);
            needs[number] += need ? 1 : 0;
          });
    }
    patterns = all.toArray(new FactPattern[0]);
    rules = ruleOf.stream().mapToInt(Integer::intValue).toArray();
    needed = new boolean[patterns.length];
    for (int i = 0; i < needed.length; i++) {
      needed[i] = isNeeded.get(i);
    }
  }

  /** The screen before the rules of a model. */
  static Screen of(Model model) {
    return new Screen(model);
  }

  /** Takes a pattern, and whether its rule holds only with a fact for it. */
  private interface Taker {
    void take(FactPattern pattern, boolean needed);
  }

  private static void walk(Condition condition, boolean needed, Taker taker) {
    switch (condition.getType()) {
      case AND, EXISTS -> condition.getSubConditions().forEach(part -> walk(part, needed, taker));
      case NOT -> condition.getSubConditions().forEach(part -> walk(part, false, taker));
      case ACCUMULATE -> walk(((AccumulatePattern<?>) condition).getCondition(), false, taker);
      case PATTERN -> {
        FactPattern pattern = FactPattern.of((Pattern<?>) condition);
        if (pattern != null) {
          taker.take(pattern, needed);
        }
      }
      case CONSEQUENCE -> {} // What follows is no condition.
      default -> taker.take(FactPattern.ANY, false);
    }
  }

  /** The patterns that a fact may match, by their numbers; by what is known of it. */
  public int[] patterns(Fact fact) {
    return IntStream.range(0, patterns.length).filter(i -> admits(i, fact)).toArray();
  }

  /** Whether a fact may match a pattern. */
  public boolean admits(int pattern, Fact fact) {
    return patterns[pattern].mayMatch(fact);
  }

  /** The facts, in their order, that can take part in a rule together with others of them. */
  public <T extends Fact> List<T> relevant(List<T> facts) {
    Group group = group();
    List<int[]> matched = new ArrayList<>();
    for (T fact : facts) {
      int[] of = patterns(fact);
      matched.add(of);
      for (int pattern : of) {
        group.add(pattern);
      }
    }
    List<T> relevant = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      for (int pattern : matched.get(i)) {
        if (group.wants(pattern)) {
          relevant.add(facts.get(i));
          break;
        }
      }
    }
    return relevant;
  }

  /** A group without any facts yet. */
  public Group group() {
    return new Group();
  }

  /** The patterns for which there are facts, among facts that rules can set beside one another. */
  public final class Group {

    private final boolean[] found = new boolean[patterns.length];
    private final int[] missing =
        new int[needs.length]; // By rule: patterns that still need a fact.
    private int possible;

    private Group() {
      clear();
    }

    /** Begins another group. */
    public void clear() {
      Arrays.fill(found, false);
      System.arraycopy(needs, 0, missing, 0, needs.length);
      possible = 0;
      for (int count : needs) {
        possible += count == 0 ? 1 : 0;
      }
    }

    /** Takes note that some fact may match a pattern. */
    public void add(int pattern) {
      if (!found[pattern]) {
        found[pattern] = true;
        if (needed[pattern] && --missing[rules[pattern]] == 0) {
          possible++;
        }
      }
    }

    /** Whether some fact may match a pattern. */
    public boolean has(int pattern) {
      return found[pattern];
    }

    /** Whether some rule has a fact for each of its patterns that needs one. */
    public boolean isPossible() {
      return possible > 0;
    }

    /** Whether facts that may match a pattern can take part in its rule. */
    public boolean wants(int pattern) {
      return missing[rules[pattern]] == 0;
    }
  }
}

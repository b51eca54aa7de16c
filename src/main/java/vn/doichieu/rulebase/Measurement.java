package vn.doichieu.rulebase;

import vn.doichieu.domain.ReportingPeriod;

/**
 * The one wide fact that rules look at: what a unit's figures of one period come to, as whole
 * numbers, for every target it is asked about. Ratios have n and d, changes now and base, counts
 * their count, deadlines the day, clauses and months one number each.
 */
public final class Measurement {

  /**
   * Stands for a month that asks nothing yet, or a clause whose figure is not known: the rule
   * judges the best that can still be. No figure has this value.
   */
  public static final long UNKNOWN = Long.MIN_VALUE;

  private static final byte HELD = 1;
  private static final byte EXCEEDED = 2;

  private final Layout layout;
  private final ReportingPeriod period;
  private final boolean area;
  private final long[] operands;
  private final boolean[] comparable;
  private final byte[] outcomes;

  /**
   * An empty measurement.
   *
   * @param layout where each target's numbers stand
   * @param area whether the unit is the area itself
   */
  public Measurement(Layout layout, ReportingPeriod period, boolean area) {
    this.layout = layout;
    this.period = period;
    this.area = area;
    operands = new long[layout.width()];
    comparable = new boolean[layout.slots()];
    outcomes = new byte[layout.slots()];
  }

  public ReportingPeriod period() {
    return period;
  }

  /** Whether the unit measured is the area itself. */
  public boolean area() {
    return area;
  }

  /** The array that a slot's numbers are written into, from {@link Layout#offset}. */
  public long[] operands() {
    return operands;
  }

  /** Says that a slot's numbers are there and its rule may judge them. */
  public void compare(int slot) {
    comparable[slot] = true;
  }

  /** Whether the rule of a target has numbers to judge here. */
  boolean asks(int target) {
    int slot = layout.slot(target);
    return slot >= 0 && comparable[slot];
  }

  /** One number of a target that this measurement {@link #asks} about. */
  long operand(int target, int index) {
    return operands[layout.offset(layout.slot(target)) + index];
  }

  /** The one emit of every rule: its target holds here. */
  void hold(int target, boolean exceeded) {
    outcomes[layout.slot(target)] = exceeded ? EXCEEDED : HELD;
  }

  /** Whether the target was found to hold with more than was asked. */
  boolean exceeds(int target) {
    return exceeded(layout.slot(target));
  }

  /** Whether the rule of a slot fired: its target holds. */
  public boolean held(int slot) {
    return outcomes[slot] != 0;
  }

  /** Whether the target of a slot holds with more than was asked. */
  public boolean exceeded(int slot) {
    return outcomes[slot] == EXCEEDED;
  }

  /**
   * Where each target's numbers stand, shared by all measurements of the same kind of unit.
   *
   * @param slotByTarget the slot of each target by its place in the plan; -1 if it has none
   * @param offsets where the numbers of each slot start
   * @param width how many numbers there are in all
   */
  public record Layout(int[] slotByTarget, int[] offsets, int width) {

    int slot(int target) {
      return slotByTarget[target];
    }

    public int offset(int slot) {
      return offsets[slot];
    }

    public int slots() {
      return offsets.length;
    }
  }
}

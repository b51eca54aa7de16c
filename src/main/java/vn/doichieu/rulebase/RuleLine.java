package vn.doichieu.rulebase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.NumberedCondition;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Target;

/**
 * One target's numbers at one unit, under the names that the DRL of {@code rules show --as drl}
 * uses. That DRL is for reading; a test compiles it and holds it against the built rules.
 */
public final class RuleLine {

  private final Target target;
  private final Lines lines;
  private final int line;
  private final long[] numbers;

  private RuleLine(Target target, Lines lines, int line, long[] numbers) {
    this.target = target;
    this.lines = lines;
    this.line = line;
    this.numbers = numbers;
  }

  /** The lines that there is something to judge of. */
  static List<RuleLine> of(Plan plan, Lines lines) {
    List<RuleLine> judged = new ArrayList<>();
    for (int line = 0; lines.target() < plan.targets().size() && line < lines.size(); line++) {
      long[] numbers = lines.numbers(line);
      if (numbers != null) {
        judged.add(new RuleLine(plan.targets().get(lines.target()), lines, line, numbers));
      }
    }
    return judged;
  }

  /** The target's id, with its part where the row has several thresholds. */
  public String getTarget() {
    return target.part().isEmpty() ? target.id() : target.id() + " (" + target.part() + ")";
  }

  public boolean isArea() {
    return lines.area();
  }

  private long at(int place) {
    return numbers[place];
  }

  private BigDecimal number(int place) {
    return BigDecimal.valueOf(at(place));
  }

  /** The numerator; of a share of units how many meet it. */
  public BigDecimal getN() {
    return number(0);
  }

  public BigDecimal getD() {
    return number(1);
  }

  public BigDecimal getCount() {
    return number(0);
  }

  /** The figure, times the number of years that the baseline is the average of. */
  public BigDecimal getNow() {
    return number(0);
  }

  public BigDecimal getBase() {
    return number(1);
  }

  /** The most points that a unit can have, given what is not known. */
  public BigDecimal getMost() {
    return number(1);
  }

  /** The day given, as the number 20241109. */
  public int getDate() {
    return written(LocalDate.ofEpochDay(at(0)));
  }

  private static int written(LocalDate date) {
    return (date.getYear() * 100 + date.getMonthValue()) * 100 + date.getDayOfMonth();
  }

  /** A day of a month after the period, as the number 20241109. */
  public int due(int months, int day) {
    return written(new Criterion.Due.DayOfMonth(day, months).of(lines.period()));
  }

  /** In how many of the months or quarters that have ended there is less. */
  public int timesBelow(int enough) {
    int below = 0;
    for (int i = 0; i < target.periods().get(0).parts().size(); i++) {
      long operand = at(i);
      below += operand != NumberedCondition.ABSENT && operand < enough ? 1 : 0;
    }
    return below;
  }

  /** Whether a figure of a condition is known. */
  public boolean knows(String item) {
    long figure = at(place(item));
    return figure != NumberedCondition.ABSENT && figure != NumberedCondition.INVALID;
  }

  /** A figure of a condition that is known; yes is 1, no is 0. */
  public BigDecimal value(String item) {
    return number(place(item));
  }

  private int place(String item) {
    Criterion criterion = target.criterion();
    Condition condition =
        criterion instanceof Criterion.Duty duty
            ? duty.done()
            : ((Criterion.ShareOfUnits) criterion).condition();
    return condition.items().stream().map(Item::code).toList().indexOf(item);
  }

  /** The target holds here. */
  public void hold() {
    lines.verdicts().put(line, Verdicts.HOLDS);
  }

  /** The target holds here with more than was asked. */
  public void exceed() {
    lines.verdicts().put(line, Verdicts.EXCEEDED);
  }
}

package vn.doichieu.consistency;

import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Rate;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.fence.Fact;

/** A rate that a unit published, beside what its own figures come to. */
public final class PublishedRate extends Fact {

  private final Finding finding;
  private final Input input;
  private final Rate rate;
  private final long numerator;
  private final long denominator;

  /**
   * A published rate.
   *
   * @param finding the finding of the target whose rate was published
   * @param input the item and period that it was given for
   * @param denominator above 0
   */
  PublishedRate(Finding finding, Input input, Rate rate, long numerator, long denominator) {
    this.finding = finding;
    this.input = input;
    this.rate = rate;
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** The code of the unit. */
  @Override
  public String getBody() {
    return finding.unit().code();
  }

  /** The id of the target whose rate it is. */
  public String getTarget() {
    return finding.target().id();
  }

  /** The period as data folders write it: "2024". */
  public String getPeriod() {
    return input.period().text();
  }

  /** How many decimals were printed. */
  public int getDecimals() {
    return rate.decimals();
  }

  public long getNumerator() {
    return numerator;
  }

  public long getDenominator() {
    return denominator;
  }

  /**
   * How many whole units of its last printed decimal the rate lies away from 100 times numerator by
   * denominator, exactly; 0 for a rate that was rightly rounded or cut off.
   */
  public long getUnitsOff() {
    return rate.unitsFrom(numerator, denominator);
  }

  Finding finding() {
    return finding;
  }

  Input input() {
    return input;
  }
}

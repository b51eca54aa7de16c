package vn.doichieu.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The cells comparator and threshold as the whole numbers n that meet them. A limit is top/bottom
 * of a whole, or a plain number.
 *
 * @param low the lower limit; null if there is none
 * @param high the upper limit; null if there is none
 * @param capped whether what is above the upper limit fails, or is met and exceeded
 */
record WideLimits(Limit low, Limit high, boolean capped) {

  record Limit(BigInteger top, BigInteger bottom, boolean plain, boolean strict) {
    Limit over(int years) {
      return new Limit(top, bottom.multiply(BigInteger.valueOf(years)), plain, strict);
    }

    /** top/bottom of d as a pair: what n * bottom is compared with. */
    BigInteger line(BigInteger d) {
      return plain ? top : top.multiply(d);
    }
  }

  static WideLimits of(String comparator, String threshold) {
    String[] ends = threshold.split("\\.\\.", -1);
    return switch (comparator) {
      case ">=", ">" -> new WideLimits(limit(threshold, comparator.equals(">")), null, true);
      case "<=", "<" -> new WideLimits(null, limit(threshold, comparator.equals("<")), true);
      case "=" -> new WideLimits(limit(threshold, false), limit(threshold, false), true);
      case "range" -> new WideLimits(limit(ends[0], false), limit(ends[1], false), false);
      case "between", "within" ->
          new WideLimits(limit(ends[0], false), limit(ends[1], false), true);
      default -> throw new IllegalArgumentException("comparator " + comparator);
    };
  }

  /** "+3%..+5%" of growth as what is left of the whole: 103% to 105%. */
  static WideLimits growth(String comparator, String threshold) {
    WideLimits grown = of(comparator, threshold);
    return new WideLimits(grown(grown.low), grown(grown.high), grown.capped);
  }

  private static Limit grown(Limit limit) {
    return limit == null
        ? null
        : new Limit(limit.top.add(limit.bottom), limit.bottom, false, limit.strict);
  }

  WideLimits over(int years) {
    return new WideLimits(
        low == null ? null : low.over(years), high == null ? null : high.over(years), capped);
  }

  private static Limit limit(String written, boolean strict) {
    String text = NaiveData.trim(written).replace("trên", "per").replace("đơn vị", "units");
    if (text.endsWith("%")) {
      return fraction(text.replace("%", ""), BigInteger.valueOf(100), strict);
    }
    if (text.contains("per")) {
      String[] sides = text.split("per", -1);
      return fraction(sides[0], new BigInteger(sides[1].replaceAll("[^0-9]", "")), strict);
    }
    if (text.contains("/")) {
      String[] sides = text.split("/", -1);
      return fraction(sides[0], new BigInteger(NaiveData.trim(sides[1])), strict);
    }
    String number = NaiveData.trim(text.replace("units", ""));
    return new Limit(new BigInteger(number), BigInteger.ONE, true, strict);
  }

  private static Limit fraction(String number, BigInteger of, boolean strict) {
    BigDecimal value = new BigDecimal(NaiveData.trim(number).replace(',', '.'));
    BigInteger scale = BigInteger.TEN.pow(Math.max(value.scale(), 0));
    BigInteger top = value.multiply(new BigDecimal(scale)).toBigIntegerExact();
    return new Limit(top, of.multiply(scale), false, strict);
  }

  boolean asksForAll() {
    return low != null && !low.plain && low.top.equals(low.bottom);
  }

  /** The least n that is not below; null if none is. */
  BigInteger least(BigInteger d) {
    if (low == null) {
      return null;
    }
    BigInteger floor = floor(low, d);
    boolean whole = floor.multiply(low.bottom).equals(low.line(d));
    return whole && !low.strict ? floor : floor.add(BigInteger.ONE);
  }

  /** The most n that is not above; null if none is. */
  BigInteger most(BigInteger d) {
    if (high == null) {
      return null;
    }
    BigInteger floor = floor(high, d);
    boolean whole = floor.multiply(high.bottom).equals(high.line(d));
    return whole && high.strict ? floor.subtract(BigInteger.ONE) : floor;
  }

  private static BigInteger floor(Limit limit, BigInteger d) {
    BigInteger[] parts = limit.line(d).divideAndRemainder(limit.bottom);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  boolean below(BigInteger n, BigInteger d) {
    return low != null && n.compareTo(least(d)) < 0;
  }

  boolean above(BigInteger n, BigInteger d) {
    return high != null && n.compareTo(most(d)) > 0;
  }
}

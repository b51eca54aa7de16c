package vn.doichieu.oracle;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.oracle.RandomFolder.Unit;

/** Plain figures just under, on and just over what the targets ask, before any noise. */
final class RandomFigures {
  private static final Pattern TERM = Pattern.compile("([+-]?)(\\w+)");

  /** 2^59 + 1: far past what a double holds exactly, while ten members' sum still fits a long. */
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(59).add(BigInteger.ONE);

  private final Random random;
  private final List<Unit> units;
  private final Set<String> optional;
  private final int planYear;
  private final LocalDate asOf;
  private final Map<List<String>, String> figures = new LinkedHashMap<>();
  private double good;

  RandomFigures(
      Random random, List<Unit> units, Set<String> optional, int planYear, LocalDate asOf) {
    this.random = random;
    this.units = units;
    this.optional = optional;
    this.planYear = planYear;
    this.asOf = asOf;
  }

  /** Targets share items; whichever comes first sets the figure, so their order is random. */
  Map<List<String>, String> of(List<Map<String, String>> targets) {
    List<Map<String, String>> shuffled = new ArrayList<>(targets);
    Collections.shuffle(shuffled, random);
    for (Map<String, String> target : shuffled) {
      good = pick(List.of(0.4, 0.8, 1.0));
      switch (target.get("kind")) {
        case "ratio" -> ratio(target);
        case "share_of_units" -> clauses(target, target.get("applies_to"));
        case "duty" -> clauses(target, target.get("scope"));
        case "deadline" -> deadline(target);
        case "change" -> change(target);
        case "reduction" -> reduction(target);
        case "count" -> count(target);
        case "monthly_count" -> monthly(target);
        default -> {}
      }
    }
    return figures;
  }

  private String area() {
    return units.get(0).code();
  }

  private void put(String unit, String item, String period, Object value) {
    figures.putIfAbsent(List.of(unit, item, period), value.toString());
  }

  private boolean good() {
    return random.nextDouble() < good;
  }

  private int near(int value) {
    return Math.max(0, value + random.nextInt(4) - 2);
  }

  private void clauses(Map<String, String> target, String scope) {
    String period = target.get("periods");
    for (String unit : RandomFolder.named(units, scope)) {
      condition(target, unit);
      for (String clause : target.get("inputs").split("&", -1)) {
        String[] sides = clause.trim().split(">?=", -1);
        if (clause.contains(">=")) {
          put(unit, sides[0], period, good() ? near(3) : 0);
        } else {
          put(unit, sides[0], period, good() ? "yes" : "no");
        }
      }
    }
  }

  /** A condition is as often unknown as known to fail. */
  private void condition(Map<String, String> target, String unit) {
    int roll = random.nextInt(6);
    if (!target.get("condition").isEmpty() && roll > 0) {
      String item = target.get("condition").split("=", -1)[0];
      put(unit, item, target.get("periods"), roll == 1 ? "no" : "yes");
    }
  }

  private void monthly(Map<String, String> target) {
    for (YearMonth month = YearMonth.of(planYear, 1);
        month.getYear() == planYear;
        month = month.plusMonths(1)) {
      if (random.nextInt(30) > 0) {
        put(area(), target.get("inputs"), month.toString(), good() ? 1 + random.nextInt(3) : 0);
      }
    }
  }

  private void count(Map<String, String> target) {
    int least = Integer.parseInt(target.get("threshold"));
    put(area(), target.get("inputs"), target.get("periods"), near(least));
  }

  /** Both ends of the range, as "+3%..+5%" gives them. */
  private void change(Map<String, String> target) {
    String[] ends = target.get("threshold").replaceAll("[+%]", "").split("\\.\\.", -1);
    int base = pick(List.of(0, 1, 5, 10, 33, 100, 100, 200));
    int low = base * (100 + Integer.parseInt(ends[0])) / 100;
    int high = base * (100 + Integer.parseInt(ends[1])) / 100;
    int now = pick(List.of(low, high, base, base / 2, base * 2));
    pair(target, near(base), near(now));
  }

  private void reduction(Map<String, String> target) {
    int base = random.nextInt(8);
    pair(target, base, random.nextInt(3) == 0 ? 0 : Math.max(0, base - random.nextInt(6) + 1));
  }

  private void pair(Map<String, String> target, int base, int now) {
    String[] periods = target.get("periods").split(" against ", -1);
    if (random.nextInt(8) > 0) {
      put(area(), target.get("inputs"), periods[0], now);
    }
    if (random.nextInt(8) > 0) {
      put(area(), target.get("inputs"), periods[1], base);
    }
  }

  private void deadline(Map<String, String> target) {
    String range = target.get("periods");
    for (String unit : RandomFolder.named(units, target.get("applies_to"))) {
      if (!range.contains("..")) {
        LocalDate due = LocalDate.parse(target.get("threshold"));
        put(unit, target.get("inputs"), range, dateNear(due));
        continue;
      }
      YearMonth last = YearMonth.parse(range.split("\\.\\.", -1)[1]);
      YearMonth month = YearMonth.parse(range.split("\\.\\.", -1)[0]);
      for (; !month.isAfter(last); month = month.plusMonths(1)) {
        LocalDate due = month.plusMonths(1).atDay(10);
        put(unit, target.get("inputs"), month.toString(), dateNear(due));
      }
    }
  }

  private LocalDate dateNear(LocalDate due) {
    if (good()) {
      return due.minusDays(1 + random.nextInt(20));
    }
    return switch (random.nextInt(8)) {
      case 0, 1 -> due;
      case 2 -> due.plusDays(1);
      case 3 -> due.minusDays(1);
      case 4 -> asOf.getYear() > planYear + 2 ? due.plusDays(3) : asOf.plusDays(random.nextInt(2));
      // In the year or the year after: a date still to come for most as-of dates.
      case 5 -> LocalDate.of(planYear + 1 + random.nextInt(2), 12, 31);
      default -> due.plusDays(random.nextInt(60));
    };
  }

  private void ratio(Map<String, String> target) {
    List<String> members = RandomFolder.named(units, target.get("applies_to"));
    boolean huge = random.nextInt(40) == 0;
    condition(target, area());
    for (String member : members) {
      one(target, member, huge);
    }
    if (members.isEmpty()) {
      one(target, area(), huge);
      return;
    }
    switch (random.nextInt(9)) {
      case 0 -> one(target, area(), huge);
      case 1, 2, 3, 4 -> sums(target, members);
      case 5 -> {
        sums(target, members);
        String item = pick(items(target.get("inputs")));
        figures.remove(List.of(area(), item, target.get("periods")));
      }
      default -> {}
    }
  }

  /** The area's own figures: the members' sums, all or one of them moved up or down. */
  private void sums(Map<String, String> target, List<String> members) {
    String period = target.get("periods");
    List<String> items = items(target.get("inputs"));
    String moved = pick(items);
    int step = pick(List.of(0, 0, 1, -1, 10, -10));
    boolean all = random.nextBoolean();
    for (String item : items) {
      BigInteger sum = BigInteger.valueOf(all || item.equals(moved) ? step : 0);
      for (String member : members) {
        sum = sum.add(new BigInteger(figures.getOrDefault(List.of(member, item, period), "0")));
      }
      put(area(), item, period, sum.max(BigInteger.ZERO));
    }
  }

  private static List<String> items(String expression) {
    List<String> items = new ArrayList<>();
    Matcher term = TERM.matcher(expression);
    while (term.find()) {
      if (!term.group(2).matches("[0-9]+")) {
        items.add(term.group(2));
      }
    }
    return items;
  }

  private void one(Map<String, String> target, String unit, boolean huge) {
    String[] sides = target.get("inputs").replaceAll("[()\\s]", "").split("/", -1);
    int percent = Integer.parseInt(target.get("threshold").replace("%", ""));
    BigInteger d = BigInteger.valueOf(pick(List.of(0, 0, 1, 2, 3, 5, 7, 10, 20, 33, 100, 417)));
    if (huge && random.nextInt(3) == 0) {
      d = LARGEST;
    }
    if (sides[1].matches("[0-9]+")) {
      d = new BigInteger(sides[1]);
    }
    BigInteger hundred = BigInteger.valueOf(100);
    BigInteger line = d.multiply(BigInteger.valueOf(percent)).add(BigInteger.valueOf(99));
    BigInteger n = good() ? good(line.divide(hundred), d) : line.divide(hundred).add(step());
    spread(unit, sides[0], target.get("periods"), n.max(BigInteger.ZERO));
    spread(unit, sides[1], target.get("periods"), d);
  }

  private BigInteger good(BigInteger line, BigInteger d) {
    return random.nextBoolean() ? line : line.add(BigInteger.ONE).min(d);
  }

  private BigInteger step() {
    return BigInteger.valueOf(pick(List.of(-100, -5, -2, -1, -1, 0, 1)));
  }

  /** Spreads a total over an expression's items, so that the expression gives the total. */
  private void spread(String unit, String expression, String period, BigInteger total) {
    BigInteger left = total;
    List<String> plus = new ArrayList<>();
    Matcher term = TERM.matcher(expression);
    while (term.find()) {
      String item = term.group(2);
      if (!term.group(1).equals("-")) {
        plus.add(item);
      } else if (!optional.contains(item) || random.nextBoolean()) {
        int minus = random.nextInt(4);
        put(unit, item, period, minus);
        // Sometimes forgotten: then more is pending than received.
        left = random.nextInt(15) == 0 ? left : left.add(BigInteger.valueOf(minus));
      }
    }
    for (int i = 0; i < plus.size(); i++) {
      boolean last = i == plus.size() - 1;
      boolean small = left.bitLength() < 20;
      int share = last || !small ? 0 : random.nextInt(left.intValue() + 1);
      BigInteger its = last || (!small && i == 0) ? left : BigInteger.valueOf(share);
      left = left.subtract(its);
      if (!plus.get(i).matches("[0-9]+")) {
        put(unit, plus.get(i), period, its);
      }
    }
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}

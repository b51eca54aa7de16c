package vn.doichieu.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random rows of targets.csv that use the whole vocabulary: the same seed gives the same rows. */
public final class RandomWidePlan {
  public static final int YEAR = 2024;

  /** Figures that are parts of others, and what they are parts of. */
  static final List<String> PARTS = List.of("p1", "p2", "p3");

  static final List<String> WHOLES = List.of("w1", "w2");
  static final List<String> ANSWERS = List.of("y1", "y2", "y3");
  static final List<String> DATES = List.of("report_submitted_on", "issued_on");
  public static final Set<String> OPTIONAL = Set.of("pending");
  static final List<String> GROUPS = List.of("urban", "mountain", "đồng bằng");

  private static final List<String> KINDS =
      List.of(
          "ratio",
          "ratio",
          "ratio",
          "rate",
          "rate",
          "share_of_units",
          "share_of_units",
          "count",
          "count",
          "count",
          "change",
          "change",
          "reduction",
          "reduction",
          "monthly_count",
          "quarterly_count",
          "score",
          "score",
          "deadline",
          "duty",
          "judgement",
          "information");

  private static final List<String> PLAIN_PERIODS = List.of("2024", "2024", "2024-H1", "2024-9M");
  private static final List<String> POOLED = List.of("2022..2024", "2024..2026", "2023..2024");

  private final Random random;

  private RandomWidePlan(long seed) {
    this.random = new Random(seed * 101 + 13);
  }

  /** Every item of such plans by its code, with its type. */
  public static Map<String, String> itemTypes() {
    Map<String, String> types = new LinkedHashMap<>();
    PARTS.forEach(item -> types.put(item, "count"));
    WHOLES.forEach(item -> types.put(item, "count"));
    OPTIONAL.forEach(item -> types.put(item, "count"));
    ANSWERS.forEach(item -> types.put(item, "yes_no"));
    DATES.forEach(item -> types.put(item, "date"));
    return types;
  }

  /** The rows of a seed. */
  public static List<Map<String, String>> rows(long seed) {
    RandomWidePlan plan = new RandomWidePlan(seed);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      rows.add(plan.row("T" + i));
    }
    return rows;
  }

  private Map<String, String> row(String id) {
    Map<String, String> row = new LinkedHashMap<>();
    String kind = pick(KINDS);
    row.put("target", id);
    row.put("kind", kind);
    row.put("applies_to", "");
    row.put("inputs", "");
    row.put("comparator", "");
    row.put("threshold", "");
    row.put("periods", pick(PLAIN_PERIODS));
    row.put("condition", "");
    row.put("binding", random.nextInt(6) == 0 ? "no" : "yes");
    row.put("on_miss", random.nextInt(6) == 0 ? "needs_review" : "");
    row.put("confidence", pick(List.of("", "", "", "C1", "C2")));
    switch (kind) {
      case "ratio" -> ratio(row);
      case "rate" -> rate(row);
      case "share_of_units" -> share(row);
      case "count" -> count(row);
      case "change" -> change(row);
      case "reduction" -> reduction(row);
      case "monthly_count", "quarterly_count" -> eachTime(row, kind.startsWith("q"));
      case "score" -> score(row);
      case "deadline" -> deadline(row);
      case "duty" -> duty(row);
      default -> row.put("scope", "area");
    }
    String period = row.get("periods").split(" ", -1)[0];
    row.computeIfAbsent("closes_on", column -> closing(period));
    // A range of periods has no figure of its own that could hold a condition.
    boolean may = !period.contains("..") && !kind.equals("judgement");
    if (may && random.nextInt(kind.equals("duty") ? 2 : 4) == 0) {
      row.put("condition", condition(2));
    }
    return row;
  }

  private String closing(String period) {
    LocalDate end = WidePeriods.end(period);
    int roll = random.nextInt(8);
    return (roll == 0 ? end.plusDays(20) : roll == 1 ? end.minusDays(15) : end).toString();
  }

  // Who answers.

  private void pooledScope(Map<String, String> row) {
    row.put("scope", pick(List.of("area", "each+area", "each+area", "each")));
    String members = members();
    boolean none = row.get("scope").equals("area") && random.nextInt(3) == 0;
    // Members of one group cannot come to the area's own line where they bind too.
    boolean grouped = members.contains("[") && row.get("scope").equals("each+area");
    row.put("applies_to", none ? "" : grouped ? "commune" : members);
  }

  private void ownScope(Map<String, String> row) {
    row.put("scope", pick(List.of("area", "area", "each", "each+area")));
    boolean members = !row.get("scope").equals("area");
    row.put("applies_to", members ? pick(List.of("commune", "district", "agency:police")) : "");
  }

  private String members() {
    return pick(
        List.of(
            "commune",
            "commune",
            "commune",
            "district, commune",
            "commune[urban]",
            "commune[Mountain], commune[đồng bằng]",
            "district",
            "agency:police"));
  }

  // What is asked.

  private void ratio(Map<String, String> row) {
    pooledScope(row);
    row.put(
        "inputs",
        pick(
            List.of(
                "p1 / w1",
                "p1 / w1",
                "p2/w1",
                "p1 + p2 / w2",
                "p1 / (w1 - pending)",
                "p1 / (w1 - p3)",
                "(p1 - (p2 - p3)) / (w1 - (p3 - 1))",
                "p1 + pending / w1",
                "p2 / 5")));
    row.put("comparator", pick(List.of(">=", ">=", ">", "<=", "<", "=", "between", "range")));
    thresholds(
        row,
        () ->
            switch (row.get("comparator")) {
              case ">=", "<=" ->
                  pick(List.of("20%", "50%", "100%", "12,5%", "10/10", "2 / 5", "0%"));
              case ">" -> pick(List.of("20%", "40%", "99.9%", "9/10", "0%"));
              case "<" -> pick(List.of("20%", "40%", "100%", "0,5%"));
              case "=" -> pick(List.of("100%", "100%", "0%", "50%", "10/10"));
              default -> pick(List.of("20%..40%", "25%..25%", "0%..50%", "1/5..2/5", "30%..33,3%"));
            });
    pooledYears(row);
  }

  private void rate(Map<String, String> row) {
    pooledScope(row);
    row.put(
        "inputs", pick(List.of("p1 / w1", "p2 + p3 / w1", "w1 / w2", "p1 / 8", "p1 - p2 / w2")));
    row.put("comparator", pick(List.of(">=", ">", "<=", "<=", "<", "=", "between", "range")));
    thresholds(
        row,
        () ->
            pick(List.of("between", "range", "=")).equals(row.get("comparator"))
                    || row.get("comparator").equals("between")
                    || row.get("comparator").equals("range")
                ? limitsOfRate(row.get("comparator"))
                : pick(
                    List.of(
                        "5 per 1,000",
                        "250 per 1000",
                        "500 trên 1.000",
                        "1000 per 1000",
                        "25000 per 100.000",
                        "2,5 per 10",
                        "50%",
                        "125%",
                        "3/2")));
    pooledYears(row);
  }

  private String limitsOfRate(String comparator) {
    return comparator.equals("=")
        ? pick(List.of("500 per 1,000", "1 per 10", "100%"))
        : pick(
            List.of("5 per 1,000..250 per 1,000", "250 per 1,000..1500 per 1,000", "100%..250%"));
  }

  private void share(Map<String, String> row) {
    row.put("scope", "share");
    row.put("applies_to", members());
    row.put(
        "inputs",
        pick(List.of("p1>=1 & y1=yes", "y2=yes", "p2<=1 | y1=yes", "p1>=2&p2<5&!y3=yes"))
            .replace("x", ""));
    if (random.nextInt(3) == 0) {
      row.put("inputs", condition(2));
    }
    row.put("comparator", pick(List.of(">=", ">=", ">", "<=", "<", "=", "between", "range")));
    thresholds(
        row,
        () ->
            switch (row.get("comparator")) {
              case ">=" -> pick(List.of("50%", "100%", "100%", "10/10", "2 units", "3 đơn vị"));
              case ">" -> pick(List.of("50%", "99%", "1 units", "1/2"));
              case "<=" -> pick(List.of("50%", "1 units", "0%", "100%"));
              case "<" -> pick(List.of("50%", "3 units", "100%"));
              case "=" -> pick(List.of("100%", "2 units", "10/10", "0%"));
              default -> pick(List.of("50%..80%", "1 units..2 units", "90%..100%"));
            });
  }

  private void count(Map<String, String> row) {
    row.put("scope", pick(List.of("area", "each", "each+area", "sum", "sum", "sum")));
    row.put("applies_to", row.get("scope").equals("area") ? "" : members());
    if (row.get("scope").equals("each+area")) {
      row.put("applies_to", "commune");
    }
    row.put(
        "inputs", pick(List.of("p1", "p1", "p2", "p1 + p2", "p1 + pending", "w1 - p1", "p3+2")));
    row.put("comparator", pick(List.of(">=", ">", "<=", "<=", "<", "=", "between", "range")));
    thresholds(
        row,
        () ->
            List.of("between", "range").contains(row.get("comparator"))
                ? pick(List.of("2..3", "1..8", "5..5", "0..2"))
                : pick(List.of("1", "2", "3", "5", "8", "12")));
    pooledYears(row);
  }

  private void change(Map<String, String> row) {
    ownScope(row);
    row.put("inputs", pick(List.of("p1", "p2", "w1")));
    row.put("comparator", pick(List.of(">=", "<=", "range", "within")));
    boolean ranged = List.of("range", "within").contains(row.get("comparator"));
    row.put(
        "threshold",
        ranged
            ? pick(List.of("+3%..+5%", "+0%..+100%", "+25%..+50%", "+10%..+10%"))
            : pick(List.of("+5%", "+0%", "+25%", "+100%", "+12,5%")));
    against(row);
  }

  private void reduction(Map<String, String> row) {
    ownScope(row);
    row.put("inputs", pick(List.of("p1", "p2", "w1")));
    row.put("comparator", pick(List.of(">=", ">", "range", "within", "between")));
    boolean ranged = !row.get("comparator").startsWith(">");
    row.put(
        "threshold",
        ranged
            ? pick(List.of("2..3", "1..2", "5%..10%", "20%..50%", "0..1"))
            : pick(List.of("1", "2", "5%", "25%", "33,3%", "50%")));
    against(row);
  }

  private void against(Map<String, String> row) {
    row.put(
        "periods",
        pick(
            List.of(
                "2024 against 2023",
                "2024-H1 against 2023-H1",
                "2024 against average 2021..2023",
                "2024 against 2022..2023",
                "2025 against average 2022..2024")));
  }

  private void eachTime(Map<String, String> row, boolean quarterly) {
    row.put("scope", pick(List.of("area", "each")));
    row.put("applies_to", row.get("scope").equals("area") ? "" : "commune");
    row.put("inputs", pick(PARTS));
    row.put("comparator", ">=");
    row.put("threshold", pick(List.of("1", "1", "2")) + (quarterly ? " a quarter" : " a month"));
    row.put(
        "periods",
        quarterly
            ? pick(List.of("2024-Q1..2024-Q4", "2024-Q2..2024-Q3", "2024-Q3", "2023-Q4..2024-Q2"))
            : pick(List.of("2024-03..2024-12", "2024-05..2024-06", "2023-11..2024-02", "2024-05")));
  }

  private void score(Map<String, String> row) {
    row.put("scope", pick(List.of("area", "each", "each+area")));
    row.put("applies_to", row.get("scope").equals("area") ? "" : members());
    if (row.get("scope").equals("each+area")) {
      row.put("applies_to", "commune");
    }
    row.put(
        "inputs",
        pick(
            List.of(
                "20: y1=yes; 30: p1>=2; 50: y2=yes",
                "40: p1>=1; 20: p1>=3; 40: y1=yes & p2<4",
                "10: y1=yes | y2=yes; 10: p2>=1; -5: y3=yes",
                "60: y1=yes; 60: !(y2=no | p1<2); -30: p3>4; -10: y3=yes")));
    row.put("comparator", pick(List.of(">=", ">=", ">")));
    boolean low = row.get("inputs").startsWith("10:");
    row.put(
        "threshold", low ? pick(List.of("10", "15", "5")) : pick(List.of("50", "60", "80", "90")));
  }

  private void deadline(Map<String, String> row) {
    row.put("scope", "each");
    row.put(
        "applies_to",
        pick(List.of("commune", "district, commune, agency:police", "commune[urban]")));
    row.put("inputs", pick(DATES));
    row.put("comparator", "<");
    switch (random.nextInt(4)) {
      case 0 -> row.put("threshold", "2024-05-10");
      case 1 -> {
        row.put("periods", "");
        row.put("threshold", "2024-H1: 2024-06-10; 2024: 2024-12-15");
        row.put("closes_on", "");
      }
      default -> {
        row.put(
            "threshold",
            pick(
                List.of(
                    "the 10th of the month after",
                    "the 5th of the month after",
                    "the 25th of the month")));
        row.put("periods", pick(List.of("2024-Q1..2024-Q4", "2024-03..2024-05", "2024-Q2")));
      }
    }
  }

  private void duty(Map<String, String> row) {
    row.put(
        "scope",
        pick(List.of("area", "each:commune", "area, each:district", "agency:police,each:commune")));
    row.put("inputs", condition(random.nextInt(3)));
  }

  // Several thresholds, pooled years, conditions.

  /** A threshold, or one for each milestone, kind or group. */
  private void thresholds(Map<String, String> row, Supplier<String> one) {
    int roll = random.nextInt(4);
    row.put("threshold", one.get());
    if (roll == 0) {
      milestones(row, one);
    } else if (roll == 1 && row.get("scope").equals("each")) {
      boolean groups = random.nextBoolean();
      List<String> labels =
          groups
              ? new ArrayList<>(GROUPS).subList(0, 1 + random.nextInt(3))
              : List.of("district", "commune");
      row.put("applies_to", groups || random.nextBoolean() ? "commune" : "");
      if (!groups) {
        row.put("applies_to", random.nextBoolean() ? "" : "commune, district");
      }
      row.put(
          "threshold",
          labels.stream().map(l -> l + ": " + one.get()).collect(Collectors.joining("; ")));
    }
  }

  private void milestones(Map<String, String> row, Supplier<String> one) {
    List<String> labels =
        pick(
            List.of(
                List.of("2024-H1", "2024"),
                List.of("2024-Q1", "2024-H1", "2024-9M"),
                List.of("2024", "2025"),
                List.of("2024", "2024-H1"),
                List.of("2024-06", "2024-12")));
    row.put(
        "threshold",
        labels.stream().map(l -> l + ": " + one.get()).collect(Collectors.joining("; ")));
    row.put("periods", random.nextBoolean() ? "" : String.join("; ", labels));
    row.put(
        "closes_on",
        random.nextBoolean()
            ? ""
            : labels.stream()
                .map(label -> label + ": " + closing(label))
                .collect(Collectors.joining(";")));
  }

  /** Milestones have periods of their own. */
  private void pooledYears(Map<String, String> row) {
    if (!row.containsKey("closes_on") && random.nextInt(4) == 0) {
      row.put("periods", pick(POOLED));
    }
  }

  /** Clauses joined by and, or and not, so many deep. */
  private String condition(int depth) {
    if (depth == 0) {
      return pick(
          List.of(
              "y1=yes", "y2 = no", "y3!=yes", "p1>=1", "p1 > 2", "p2<2", "p3 <= 1", "p2=0",
              "p3!=0"));
    }
    int parts = 2 + random.nextInt(2);
    String sign = pick(List.of(" & ", "|", "&", " | "));
    return switch (random.nextInt(4)) {
      case 0 -> "!" + condition(0);
      case 1 -> "!(" + condition(depth - 1) + ")";
      default ->
          IntStream.range(0, parts)
              .mapToObj(i -> depth > 1 ? "(" + condition(depth - 1) + ")" : condition(0))
              .collect(Collectors.joining(sign));
    };
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}

package vn.doichieu.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Random cells of the kinds whose members come together, and of rows with several thresholds. */
final class RandomWidePools {
  private static final List<String> POOLED = List.of("2022..2024", "2024..2026", "2023..2024");

  private final Random random;
  private final Supplier<String> condition;

  RandomWidePools(Random random, Supplier<String> condition) {
    this.random = random;
    this.condition = condition;
  }

  void ratio(Map<String, String> row) {
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

  void rate(Map<String, String> row) {
    pooledScope(row);
    row.put(
        "inputs", pick(List.of("p1 / w1", "p2 + p3 / w1", "w1 / w2", "p1 / 8", "p1 - p2 / w2")));
    row.put("comparator", pick(List.of(">=", ">", "<=", "<=", "<", "=", "between", "range")));
    thresholds(
        row,
        () ->
            List.of("between", "range", "=").contains(row.get("comparator"))
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

  void share(Map<String, String> row) {
    row.put("scope", "share");
    row.put("applies_to", members());
    row.put(
        "inputs",
        pick(List.of("p1>=1 & y1=yes", "y2=yes", "p2<=1 | y1=yes", "p1>=2&p2<5&!y3=yes")));
    if (random.nextInt(3) == 0) {
      row.put("inputs", condition.get());
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

  void count(Map<String, String> row) {
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

  private void pooledScope(Map<String, String> row) {
    row.put("scope", pick(List.of("area", "each+area", "each+area", "each")));
    String members = members();
    boolean none = row.get("scope").equals("area") && random.nextInt(3) == 0;
    // Members of one group cannot come to the area's own line where they bind too.
    boolean grouped = members.contains("[") && row.get("scope").equals("each+area");
    row.put("applies_to", none ? "" : grouped ? "commune" : members);
  }

  String members() {
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
              ? new ArrayList<>(RandomWidePlan.GROUPS).subList(0, 1 + random.nextInt(3))
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

  String closing(String period) {
    LocalDate end = WidePeriods.end(period);
    int roll = random.nextInt(8);
    return (roll == 0 ? end.plusDays(20) : roll == 1 ? end.minusDays(15) : end).toString();
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}

package vn.doichieu.explanation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** A plan with every form that goes beyond the contract's, and random figures for it. */
public final class WidePlan {

  private static final List<String> UNITS =
      List.of(
          "h,Huyện,district,,,",
          "x1,Xã 1,commune,,h,urban",
          "x2,Xã 2,commune,,h,mountain",
          "x3,Xã 3,commune,,h,mountain");
  private static final List<String> DATES =
      List.of("2024-04-10", "2024-07-05", "2024-12-31", "2025-01-05", "2025-02-01", "2027-02-01");

  private WidePlan() {}

  /** Writes the rule files. */
  public static Path write(Path folder) {
    return plan(folder).write();
  }

  static SmallPlan plan(Path folder) {
    SmallPlan plan = new SmallPlan(folder).item("births", "count").item("people", "count");
    ratios(plan);
    shares(plan);
    counts(plan);
    differences(plan);
    conditions(plan);
    times(plan);
    parts(plan);
    return plan;
  }

  private static SmallPlan limits(
      SmallPlan plan, String id, String kind, String comparator, String threshold, String... more) {
    List<String> cells = new ArrayList<>(List.of("comparator", comparator, "threshold", threshold));
    cells.addAll(List.of(more));
    return plan.target(id, kind, cells.toArray(String[]::new));
  }

  private static void ratios(SmallPlan plan) {
    limits(plan, "R1", "ratio", "<=", "30%", "scope", "each+area");
    limits(plan, "R2", "ratio", "<", "1/2");
    limits(plan, "R3", "ratio", "=", "50%", "scope", "each+area");
    limits(plan, "R4", "ratio", "between", "20%..30%");
    limits(plan, "R5", "ratio", "range", "20%..30%", "scope", "each+area");
    limits(plan, "R6", "ratio", ">=", "10/10");
    limits(plan, "R7", "ratio", ">", "3/10", "periods", "2024..2026", "closes_on", "2027-01-01");
    limits(
        plan,
        "R8",
        "ratio",
        "between",
        "40%..60%",
        "periods",
        "2024..2026",
        "closes_on",
        "2027-01-01",
        "inputs",
        "done - pending / total - 1");
    limits(plan, "R9", "ratio", "=", "33%", "condition", "asked=yes | !(forms>=2 & issued=no)");
    String rate = "births / people";
    limits(plan, "T1", "rate", ">=", "5 per 1,000", "inputs", rate, "applies_to", "commune");
    limits(
        plan,
        "T2",
        "rate",
        "<=",
        "12,5 per 1,000",
        "inputs",
        rate,
        "applies_to",
        "commune",
        "scope",
        "each+area");
    limits(
        plan,
        "T3",
        "rate",
        "range",
        "500 per 100,000..800 per 100,000",
        "inputs",
        rate,
        "applies_to",
        "commune");
    limits(
        plan,
        "T4",
        "rate",
        "<",
        "0,3%",
        "inputs",
        "births - done / people",
        "applies_to",
        "commune");
  }

  private static void shares(SmallPlan plan) {
    limits(plan, "S1", "share_of_units", ">=", "2 units");
    limits(plan, "S2", "share_of_units", "<=", "1 units");
    limits(plan, "S3", "share_of_units", ">=", "10/10");
    limits(plan, "S4", "share_of_units", "range", "30%..60%");
    limits(plan, "S5", "share_of_units", "between", "1 units..2 units");
    limits(plan, "S6", "share_of_units", "=", "50%", "inputs", "issued=yes | forms>=3");
    limits(
        plan,
        "S7",
        "share_of_units",
        ">",
        "1 units",
        "inputs",
        "forms<3 & !(issued!=yes | done>4)",
        "condition",
        "asked=yes | total>5");
  }

  private static void counts(SmallPlan plan) {
    limits(plan, "C1", "count", ">", "5");
    limits(plan, "C2", "count", "<=", "5", "inputs", "done + forms");
    limits(plan, "C3", "count", "<", "5", "inputs", "done - forms");
    limits(plan, "C4", "count", "=", "4");
    limits(plan, "C5", "count", "range", "3..6", "scope", "each", "applies_to", "commune");
    limits(plan, "C6", "count", "between", "3..6", "condition", "issued=yes & asked!=yes");
    String years = "2024..2026";
    limits(
        plan,
        "C7",
        "count",
        ">=",
        "20",
        "periods",
        years,
        "closes_on",
        "2027-01-01",
        "inputs",
        "done + pending - 1");
    String[] summed = {"scope", "sum", "applies_to", "commune"};
    limits(plan, "C8", "count", ">=", "15", summed);
    limits(plan, "C9", "count", "<=", "15", summed);
    limits(
        plan,
        "C10",
        "count",
        "range",
        "10..20",
        "scope",
        "sum",
        "applies_to",
        "commune",
        "inputs",
        "done - forms",
        "periods",
        years,
        "closes_on",
        "2027-01-01");
  }

  private static void differences(SmallPlan plan) {
    String average = "2024 against average 2021..2023";
    limits(plan, "G1", "change", ">=", "+5%");
    limits(plan, "G2", "change", "<=", "+5%");
    limits(plan, "G3", "change", "within", "+3%..+40%", "periods", average);
    limits(plan, "G4", "change", "range", "+3%..+40%", "periods", average);
    limits(plan, "G5", "change", ">=", "+12,5%", "periods", average);
    limits(plan, "G6", "change", "<=", "+12,5%", "periods", average);
    limits(plan, "L1", "reduction", ">=", "20%");
    limits(plan, "L2", "reduction", ">", "20%", "periods", average);
    limits(plan, "L3", "reduction", "range", "5%..30%");
    limits(plan, "L4", "reduction", "within", "5%..30%", "periods", average);
    limits(plan, "L5", "reduction", ">=", "2");
    limits(plan, "L6", "reduction", "range", "2..4", "periods", average);
    limits(plan, "L7", "reduction", "within", "2..4", "periods", average);
    limits(plan, "L8", "reduction", ">", "2", "periods", average);
  }

  private static void conditions(SmallPlan plan) {
    String points =
        "20: issued=yes; 30: forms>=2 | asked=yes; -10: done=0; 50: !(total<5 & done<3)";
    limits(plan, "P1", "score", ">=", "50", "inputs", points, "bands", "80: tốt; 50: khá; 0: yếu");
    limits(
        plan,
        "P2",
        "score",
        ">",
        "70",
        "inputs",
        points,
        "scope",
        "each",
        "applies_to",
        "commune",
        "condition",
        "total>=1");
    plan.target("Y1", "duty", "inputs", "issued=yes | forms>=2");
    plan.target("Y2", "duty", "inputs", "!(issued=no & forms<2)", "condition", "asked=yes");
    plan.target(
        "Y3", "duty", "scope", "area", "inputs", "issued=yes", "condition", "asked=yes | done!=3");
  }

  private static void times(SmallPlan plan) {
    plan.target(
        "Q1",
        "quarterly_count",
        "inputs",
        "done",
        "comparator",
        ">=",
        "threshold",
        "3 a quarter",
        "periods",
        "2024-Q1..2024-Q4");
    plan.target(
        "Q2",
        "deadline",
        "threshold",
        "the 10th of the month after",
        "periods",
        "2024-Q1..2024-Q4");
    plan.target("Q3", "monthly_count", "periods", "2024-03", "condition", "issued=yes | asked=yes");
  }

  private static void parts(SmallPlan plan) {
    limits(plan, "E1", "ratio", ">=", "2024-H1: 10%; 2024: 20%", "periods", "", "closes_on", "");
    limits(
        plan,
        "E2",
        "count",
        "<=",
        "2024: 8; 2025: 4",
        "periods",
        "",
        "closes_on",
        "2024: 2025-01-15; 2025: 2026-01-15");
    limits(
        plan,
        "E3",
        "ratio",
        ">=",
        "urban: 60%; mountain: 30%",
        "scope",
        "each",
        "applies_to",
        "commune");
    limits(
        plan,
        "E4",
        "count",
        "<",
        "district: 9; commune: 4",
        "scope",
        "each",
        "applies_to",
        "district, commune");
    limits(plan, "E5", "share_of_units", ">=", "50%", "applies_to", "commune[mountain]");
  }

  /** Writes a data folder that leans on the thresholds; the same seed gives the same figures. */
  static Path write(Path folder, Plan plan, long seed) {
    Random random = new Random(seed);
    Set<Input> inputs = new LinkedHashSet<>();
    plan.targets().forEach(t -> t.periods().forEach(period -> inputs.addAll(t.inputs(period))));
    List<String> figures = new ArrayList<>();
    int absent = random.nextInt(30);
    int invalid = random.nextInt(4) == 0 ? 10 : 2;
    for (String row : UNITS) {
      String unit = row.substring(0, row.indexOf(','));
      boolean silent = random.nextInt(unit.equals("h") ? 2 : 8) == 0;
      for (Input input : inputs) {
        String value = value(input.item(), random);
        int luck = random.nextInt(100);
        if (luck >= absent && !(silent && random.nextInt(4) > 0)) {
          String read = luck >= 100 - invalid ? "nhiều" : value;
          figures.add(unit + "," + input.item().code() + "," + input.period() + "," + read);
        }
      }
    }
    return new DataFolder(folder)
        .file("units.csv", "code,name,kind,role,parent,group", UNITS.toArray(String[]::new))
        .figures(figures.toArray(String[]::new))
        .waivers(waivers(random))
        .path();
  }

  private static String value(Item item, Random random) {
    return switch (item.code()) {
      case "people" -> Integer.toString(400 * (1 + random.nextInt(4)));
      case "births" -> Integer.toString(random.nextInt(12));
      case "total" -> Integer.toString(random.nextInt(12));
      case "pending" -> Integer.toString(random.nextInt(3));
      case "forms" -> Integer.toString(random.nextInt(4));
      case "report_submitted_on" -> LocalDate.of(2024, 4, 7).plusDays(random.nextInt(6)).toString();
      case "issued", "asked" -> random.nextBoolean() ? "yes" : "no";
      default -> Integer.toString(random.nextInt(9));
    };
  }

  private static String[] waivers(Random random) {
    List<String> rows = new ArrayList<>();
    for (String target : List.of("S1", "S4", "S6", "R1", "P2", "E3", "C8")) {
      if (random.nextInt(4) == 0) {
        String unit = target.equals("C8") ? "h" : "x" + (1 + random.nextInt(3));
        String until = random.nextBoolean() ? "2024-06-01" : "2025-06-01";
        rows.add(unit + "," + target + "," + until + ",thiên tai,UBND,QĐ-1/2024,");
      }
    }
    return rows.toArray(String[]::new);
  }

  /** The day as of which a folder is judged. */
  static LocalDate asOf(long seed) {
    return LocalDate.parse(DATES.get(new Random(seed ^ 31).nextInt(DATES.size())));
  }
}

package vn.doichieu.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Random data folders that lean on the boundaries of the contract: the same seed gives the same
 * bytes. Texts whose reading the contract leaves open are not made, nor any that look like personal
 * data.
 */
public final class RandomFolder {
  record Unit(String code, String kind, String role, String parent) {}

  private static final String AREA = "A0";
  private static final int[][] DUE_DAYS = {
    {1, 31}, {5, 10}, {5, 20}, {6, 15}, {8, 10}, {11, 10}, {11, 15}, {12, 15}
  };

  private final Random random;
  private final List<Map<String, String>> targets;
  private final int planYear;
  private final LocalDate asOf;
  private final List<Unit> units = new ArrayList<>();

  private RandomFolder(List<Map<String, String>> targets, int planYear, long seed) {
    this.random = new Random(seed);
    this.targets = targets;
    this.planYear = planYear;
    this.asOf = asOf(seed, planYear);
  }

  public static void write(
      Path folder,
      List<Map<String, String>> targets,
      Map<String, String> itemTypes,
      Set<String> optionalItems,
      String areaKind,
      String memberKind,
      int planYear,
      long seed) {
    RandomFolder made = new RandomFolder(targets, planYear, seed);
    made.makeUnits(areaKind, memberKind);
    made.csv(folder.resolve("units.csv"), "code,name,kind,role,parent", made.unitRows());
    List<List<String>> figures = made.figureRows(itemTypes, optionalItems);
    made.csv(folder.resolve("figures.csv"), "unit,item,period,value,evidence", figures);
    // Without the last column every waiver holds for every period.
    String columns = "unit,target,until,reason,approved_by,decision";
    columns += made.random.nextInt(4) == 0 ? "" : ",period";
    made.csv(folder.resolve("waivers.csv"), columns, made.waiverRows());
  }

  /** Every second date lies after the year: before it, closing hides most results. */
  public static LocalDate asOf(long seed, int planYear) {
    Random random = new Random(seed * 31 + 7);
    LocalDate closing = LocalDate.of(planYear + 1, 1, 1);
    switch (random.nextInt(12)) {
      case 0, 1 -> {
        int[] due = DUE_DAYS[random.nextInt(DUE_DAYS.length)];
        return LocalDate.of(planYear, due[0], due[1]).plusDays(random.nextInt(3) - 1);
      }
      case 2 -> {
        LocalDate month = LocalDate.of(planYear, 1 + random.nextInt(12), 1).plusMonths(1);
        return month.plusDays(List.of(-1, 0, 8, 9, 10).get(random.nextInt(5)));
      }
      case 3, 4 -> {
        return closing.plusDays(random.nextInt(3) - 1);
      }
      case 5, 6 -> {
        return closing.plusDays(8 + random.nextInt(3));
      }
      case 7 -> {
        return closing.plusYears(3).plusDays(random.nextInt(300));
      }
      case 8 -> {
        return LocalDate.of(planYear, 1, 1).minusDays(random.nextInt(40));
      }
      default -> {
        return closing.plusDays(random.nextInt(120));
      }
    }
  }

  public static boolean closed(long seed) {
    return new Random(seed * 17 + 3).nextInt(4) == 0;
  }

  private void makeUnits(String areaKind, String memberKind) {
    units.add(new Unit(AREA, areaKind, "", ""));
    Set<String> kinds = new LinkedHashSet<>(List.of(memberKind));
    Set<String> roles = new LinkedHashSet<>();
    for (Map<String, String> target : targets) {
      for (String part : (target.get("scope") + "," + target.get("applies_to")).split(",", -1)) {
        String name = part.trim();
        if (name.startsWith("agency:")) {
          roles.add(name.substring("agency:".length()));
        } else if (name.startsWith("each:")) {
          kinds.add(name.substring("each:".length()));
        }
      }
    }
    List<String> ordered = new ArrayList<>(kinds);
    Collections.shuffle(ordered, random);
    for (String kind : ordered) {
      makeMembers(kind);
    }
    for (String role : roles) {
      makeAgencies(role);
    }
  }

  private void makeMembers(String kind) {
    int count = random.nextInt(10);
    boolean nested = random.nextBoolean();
    for (int i = 0; i < count; i++) {
      String parent = nested ? units.get(random.nextInt(units.size())).code() : AREA;
      units.add(new Unit("U" + (units.size() + 100), kind, "", parent));
    }
  }

  private void makeAgencies(String role) {
    int roll = random.nextInt(10);
    int count = roll == 0 ? 0 : roll == 1 ? 2 : 1;
    for (int i = 1; i <= count; i++) {
      units.add(new Unit("C_" + role + (i == 1 ? "" : "_" + i), "agency", role, AREA));
    }
  }

  /** All units a scope or an applies_to names, the area included where it says so. */
  static List<String> named(List<Unit> units, String scope) {
    List<String> codes = new ArrayList<>();
    for (String part : scope.split(",", -1)) {
      String name = part.trim().replace("each:", "");
      for (Unit unit : units) {
        String own = unit.kind().equals("agency") ? "agency:" + unit.role() : unit.kind();
        if (name.equals(unit.parent().isEmpty() ? "area" : own)) {
          codes.add(unit.code());
        }
      }
    }
    return codes;
  }

  private List<List<String>> unitRows() {
    List<List<String>> rows = new ArrayList<>();
    for (Unit unit : units) {
      String name = "Đơn vị " + unit.code();
      rows.add(List.of(unit.code(), name, unit.kind(), unit.role(), unit.parent()));
    }
    return rows;
  }

  private List<List<String>> figureRows(Map<String, String> types, Set<String> optionalItems) {
    Map<List<String>, String> figures =
        new RandomFigures(random, units, optionalItems, planYear, asOf).of(targets);
    RandomNoise noise = new RandomNoise(random, planYear);
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<List<String>, String> figure : figures.entrySet()) {
      for (String text : noise.texts(types.get(figure.getKey().get(1)), figure.getValue())) {
        List<String> row = new ArrayList<>(figure.getKey());
        row.add(text);
        row.add(random.nextInt(10) == 0 ? "bien-ban.pdf, trang 2" : "");
        rows.add(row);
      }
    }
    if (random.nextBoolean()) {
      rows.add(List.of("ZZ9", "report_submitted_on", planYear + "-H1", planYear + "-05-01", ""));
      rows.add(List.of(AREA, "no_such_item", String.valueOf(planYear), "1", ""));
      rows.add(List.of(AREA, "communication_forms", planYear + "-Q9", "1", ""));
    }
    return rows;
  }

  private List<List<String>> waiverRows() {
    List<List<String>> rows = new ArrayList<>();
    int count = List.of(0, 3, 10, 25).get(random.nextInt(4));
    for (int i = 0; i < count; i++) {
      List<String> row = waiver();
      rows.add(row);
      if (random.nextInt(6) == 0) {
        List<String> second = new ArrayList<>(row);
        second.set(2, until(targets.get(random.nextInt(targets.size()))));
        rows.add(second);
      }
    }
    return rows;
  }

  private List<String> waiver() {
    Map<String, String> target = targets.get(random.nextInt(targets.size()));
    // Duties outnumber all else: look again, so that every kind meets its waivers.
    for (int i = 0; i < 2 && target.get("kind").equals("duty"); i++) {
      target = targets.get(random.nextInt(targets.size()));
    }
    String scope = "area," + target.get("scope") + "," + target.get("applies_to");
    List<String> codes = named(units, scope);
    String unit = codes.get(random.nextInt(codes.size()));
    String until = until(target);
    String id = target.get("target");
    String approver = "Chủ tịch UBND";
    String decision = "12/QĐ-UBND";
    switch (random.nextInt(14)) {
      case 0 -> until = List.of("", "soon", "31/02/" + planYear).get(random.nextInt(3));
      case 1 -> approver = List.of("", " ").get(random.nextInt(2));
      case 2 -> decision = "";
      case 3 -> unit = "ZZ9";
      case 4 -> id = "XX-N1";
      case 5 -> unit = units.get(random.nextInt(units.size())).code();
      default -> {}
    }
    return List.of(unit, id, until, "mưa lũ kéo dài", approver, decision, period(target));
  }

  private String period(Map<String, String> target) {
    String range = target.get("periods").split(" against ", -1)[0];
    boolean monthly = target.get("kind").equals("deadline") && range.contains("..");
    String fitting =
        monthly ? planYear + "-" + List.of("03", "04", "09", "12").get(random.nextInt(4)) : range;
    return switch (random.nextInt(6)) {
      case 0, 1 -> fitting;
      case 2 -> List.of(planYear + "-H2", String.valueOf(planYear - 1)).get(random.nextInt(2));
      default -> "";
    };
  }

  private String until(Map<String, String> target) {
    LocalDate closing =
        target.get("closes_on").isEmpty()
            ? LocalDate.of(planYear + 1, 1, 1)
            : LocalDate.parse(target.get("closes_on"));
    LocalDate base = random.nextBoolean() ? asOf : closing;
    LocalDate until =
        switch (random.nextInt(8)) {
          case 0 -> LocalDate.of(2010, 1, 1);
          case 1 -> LocalDate.of(planYear + 9, 12, 31);
          case 2 -> closing.plusDays(random.nextInt(40));
          case 3 -> asOf.minusDays(1 + random.nextInt(60));
          default -> base.plusDays(random.nextInt(4) - 2);
        };
    return RandomNoise.date(random, until);
  }

  /** Any dress the contract allows: column order, BOM, line ends, quotes, order of rows. */
  private void csv(Path file, String header, List<List<String>> rows) {
    List<String> columns = List.of(header.split(",", -1));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    Collections.shuffle(rows, random);
    boolean quoted = random.nextInt(5) == 0;
    String end = random.nextInt(5) == 0 ? "\r\n" : "\n";
    StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "\uFEFF" : "");
    text.append(line(columns, order, false)).append(end);
    for (List<String> row : rows) {
      text.append(line(row, order, quoted)).append(end);
    }
    save(file, text.toString());
  }

  private static String line(List<String> row, List<Integer> order, boolean quoted) {
    List<String> cells = new ArrayList<>();
    for (int i : order) {
      boolean must = quoted || row.get(i).contains(",");
      cells.add(must ? "\"" + row.get(i).replace("\"", "\"\"") + "\"" : row.get(i));
    }
    return String.join(",", cells);
  }

  private static void save(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package vn.doichieu.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A random data folder for a plan of the whole vocabulary. Its numbers are small, so that they fall
 * on the limits by themselves.
 */
public final class RandomWideFolder {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

  /** The code of the area itself. */
  public static final String AREA = "A0";

  private static final List<Integer> PARTS = List.of(0, 0, 1, 1, 2, 2, 3, 4, 5, 8);
  private static final List<Integer> WHOLES = List.of(0, 1, 2, 4, 5, 5, 8, 10, 10, 20, 1000);

  /** 2^56 + 1: more than a double holds, while the sums over members and years fit a long. */
  private static final long HUGE = (1L << 56) + 1;

  private record Unit(String code, String kind, String role, String group) {}

  private final Random random;
  private final List<Map<String, String>> targets;
  private final List<Unit> units = new ArrayList<>();
  private final Map<List<String>, String> figures = new LinkedHashMap<>();
  private final boolean huge;

  private RandomWideFolder(List<Map<String, String>> targets, long seed) {
    this.random = new Random(seed);
    this.huge = random.nextInt(30) == 0;
    this.targets = targets;
  }

  public static void write(Path folder, List<Map<String, String>> targets, long seed) {
    RandomWideFolder made = new RandomWideFolder(targets, seed);
    made.makeUnits();
    made.makeFigures();
    save(folder.resolve("units.csv"), "code,name,kind,role,parent,group", made.unitRows());
    save(folder.resolve("figures.csv"), "unit,item,period,value", made.figureRows());
    save(
        folder.resolve("waivers.csv"),
        "unit,target,until,reason,approved_by,decision,period",
        made.waiverRows());
  }

  /** A day about which something closes or falls due, or any other. */
  public static LocalDate asOf(List<Map<String, String>> targets, long seed) {
    Random random = new Random(seed * 31 + 7);
    List<LocalDate> days = new ArrayList<>();
    for (Map<String, String> target : targets) {
      for (WideRow row : WideRow.of(target)) {
        if (!row.cell("closes_on").isEmpty()) {
          days.add(LocalDate.parse(row.cell("closes_on")));
        }
      }
    }
    LocalDate day = days.get(random.nextInt(days.size()));
    return switch (random.nextInt(6)) {
      case 0, 1 -> day.plusDays(random.nextInt(3) - 1);
      case 2 -> day.plusDays(8 + random.nextInt(3));
      case 3 -> LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400));
      default -> LocalDate.of(2027, 1, 1).plusDays(random.nextInt(40));
    };
  }

  public static boolean closed(long seed) {
    return new Random(seed * 17 + 3).nextInt(5) == 0;
  }

  private void makeUnits() {
    units.add(new Unit(AREA, "province", "", ""));
    List<String> groups = new ArrayList<>(RandomWidePlan.GROUPS);
    groups.addAll(List.of("Urban", "URBAN", "", ""));
    add("commune", random.nextInt(6), groups);
    add("district", random.nextInt(4), groups);
    for (int i = pick(List.of(0, 1, 1, 2)); i > 0; i--) {
      units.add(new Unit("C" + i, "agency", "police", ""));
    }
  }

  private void add(String kind, int count, List<String> groups) {
    for (int i = 0; i < count; i++) {
      units.add(new Unit("U" + (units.size() + 100), kind, "", pick(groups)));
    }
  }

  private List<List<String>> unitRows() {
    List<List<String>> rows = new ArrayList<>();
    for (Unit unit : units) {
      // A commune below a district, or below another commune, is a member all the same.
      int parents = Math.max(1, rows.size());
      String parent = rows.isEmpty() ? "" : units.get(random.nextInt(parents)).code();
      rows.add(List.of(unit.code(), "Đơn vị", unit.kind(), unit.role(), parent, unit.group()));
    }
    return rows;
  }

  /** Each figure that any row can ask of any unit; what nobody asks for does no harm. */
  private void makeFigures() {
    Map<String, String> types = RandomWidePlan.itemTypes();
    List<Map<String, String>> shuffled = new ArrayList<>(targets);
    Collections.shuffle(shuffled, random);
    for (Map<String, String> target : shuffled) {
      for (WideRow row : WideRow.of(target)) {
        for (String item : items(row.cell("inputs") + " " + row.cell("condition"), types)) {
          for (String period : periods(row)) {
            put(item, types.get(item), period, row);
          }
        }
      }
    }
  }

  private static Set<String> items(String text, Map<String, String> types) {
    Set<String> items = new LinkedHashSet<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (types.containsKey(word.group())) {
        items.add(word.group());
      }
    }
    return items;
  }

  private static List<String> periods(WideRow row) {
    List<String> periods = new ArrayList<>();
    for (String part : row.cell("periods").replace("average ", "").split(" against ", -1)) {
      periods.addAll(WidePeriods.parts(part));
    }
    return periods;
  }

  private void put(String item, String type, String period, WideRow row) {
    double there = pick(List.of(0.5, 0.9, 1.0, 1.0));
    for (Unit unit : units.subList(1, units.size())) {
      if (random.nextDouble() < there) {
        figures.putIfAbsent(List.of(unit.code(), item, period), value(item, type, row));
      }
    }
    if (!type.equals("count") || random.nextInt(3) == 0) {
      figures.putIfAbsent(List.of(AREA, item, period), value(item, type, row));
    } else if (random.nextInt(3) > 0) {
      figures.putIfAbsent(List.of(AREA, item, period), total(item, period));
    }
  }

  /** About what some or all of the units come to. */
  private String total(String item, String period) {
    String kind = pick(List.of("commune", "commune", "district", ""));
    long total = pick(List.of(0, 0, 0, 1, -1));
    for (Unit unit : units.subList(1, units.size())) {
      if (unit.kind().startsWith(kind)) {
        total += Long.parseLong(figures.getOrDefault(List.of(unit.code(), item, period), "0"));
      }
    }
    return String.valueOf(Math.max(0, total));
  }

  private String value(String item, String type, WideRow row) {
    return switch (type) {
      case "count" -> {
        int small = pick(RandomWidePlan.WHOLES.contains(item) ? WHOLES : PARTS);
        yield String.valueOf(huge && random.nextInt(4) == 0 ? HUGE - small : small);
      }
      case "yes_no" -> pick(List.of("yes", "yes", "no"));
      default -> date(row).toString();
    };
  }

  private LocalDate date(WideRow row) {
    LocalDate due =
        row.cell("threshold").matches("[0-9-]+")
            ? LocalDate.parse(row.cell("threshold"))
            : WidePeriods.end(row.cell("periods").isEmpty() ? "2024" : row.cell("periods"))
                .plusDays(pick(List.of(4, 9, -7)));
    return due.plusDays(pick(List.of(-30, -10, -1, -1, 0, 1, 5, 90)));
  }

  private List<List<String>> figureRows() {
    RandomNoise noise = new RandomNoise(random, RandomWidePlan.YEAR);
    Map<String, String> types = RandomWidePlan.itemTypes();
    List<List<String>> rows = new ArrayList<>();
    figures.forEach(
        (figure, plain) -> {
          for (String text : noise.texts(types.get(figure.get(1)), plain)) {
            rows.add(List.of(figure.get(0), figure.get(1), figure.get(2), text));
          }
        });
    Collections.shuffle(rows, random);
    return rows;
  }

  private List<List<String>> waiverRows() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = pick(List.of(0, 0, 4, 12)); i > 0; i--) {
      WideRow row = pick(WideRow.of(pick(targets)));
      String closes = row.cell("closes_on").isEmpty() ? "2025-01-01" : row.cell("closes_on");
      LocalDate until =
          pick(List.of(LocalDate.parse(closes), asOf(targets, i), LocalDate.of(2027, 1, 20)))
              .plusDays(random.nextInt(4) - 2);
      List<String> periods = new ArrayList<>(List.of("", "", "2024"));
      periods.add(row.cell("periods").split(" against ", -1)[0]);
      rows.add(
          List.of(
              pick(units).code(),
              row.cell("target"),
              RandomNoise.date(random, until),
              "mưa lũ kéo dài",
              random.nextInt(10) == 0 ? "" : "Chủ tịch UBND",
              "12/QĐ-UBND",
              pick(periods)));
    }
    return rows;
  }

  private static void save(Path file, String header, List<List<String>> rows) {
    StringBuilder text = new StringBuilder(header).append('\n');
    rows.forEach(row -> text.append('"' + String.join("\",\"", row) + '"').append('\n'));
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}

package vn.doichieu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.doichieu.oracle.NaiveEvaluation;
import vn.doichieu.oracle.RandomFolder;

/**
 * The register of all five plans as rule folders, written straight from its rows, so that every
 * kind of target is tried even where a plan has no rule folder of its own yet.
 */
public final class RegisterRules {

  private static final Path PLANS = Path.of("src/test/resources/plans");
  static final List<String> COLUMNS =
      List.of(
          "target",
          "title",
          "section",
          "quote",
          "kind",
          "scope",
          "applies_to",
          "inputs",
          "comparator",
          "threshold",
          "periods",
          "closes_on",
          "condition",
          "binding",
          "on_miss",
          "priority",
          "confidence",
          "reading",
          "note");
  private static final Map<String, Path> WRITTEN = new ConcurrentHashMap<>();
  private static final Map<String, Entry> ENTRIES = new ConcurrentHashMap<>();

  private RegisterRules() {}

  public static final List<String> ALL_PLANS =
      List.of(
          "buon_ma_thuot_2024", "dong_nai_2023", "duy_tien_2026", "hoc_mon_2024", "soc_trang_2011");

  /** What the register says of one plan. */
  private record Entry(
      List<Map<String, String>> rows,
      Map<String, String> about,
      Map<String, String> itemTypes,
      Set<String> optionalItems) {}

  /** The register's rows of a plan. */
  public static List<Map<String, String>> rows(String plan) {
    return entry(plan).rows();
  }

  /** What {@code plans.csv} says of a plan. */
  public static Map<String, String> plan(String plan) {
    return entry(plan).about();
  }

  /** The type of each item of a plan. */
  public static Map<String, String> itemTypes(String plan) {
    return entry(plan).itemTypes();
  }

  /** The items of a plan that count 0 when absent. */
  public static Set<String> optionalItems(String plan) {
    return entry(plan).optionalItems();
  }

  public static int year(String plan) {
    return Integer.parseInt(plan(plan).get("year"));
  }

  /** Writes the random data folder of a seed for a plan. */
  public static void writeRandomFolder(Path folder, String plan, long seed) {
    RandomFolder.write(
        folder,
        rows(plan),
        itemTypes(plan),
        optionalItems(plan),
        plan(plan).get("area_kind"),
        plan(plan).get("member_kind"),
        year(plan),
        seed);
  }

  /** A folder of rule files made from the register's rows. */
  public static Path folder(String plan) {
    return WRITTEN.computeIfAbsent(plan, RegisterRules::write);
  }

  /** Read once: random folders ask for it thousands of times. */
  private static Entry entry(String plan) {
    return ENTRIES.computeIfAbsent(plan, RegisterRules::readEntry);
  }

  private static Entry readEntry(String plan) {
    Map<String, String> types = new LinkedHashMap<>();
    Set<String> optional = new TreeSet<>();
    for (Map<String, String> row : read("items.csv")) {
      if (Arrays.asList(row.get("plans").split(" ")).contains(plan)) {
        types.putIfAbsent(row.get("item"), row.get("type"));
        if (row.get("optional").equals("yes")) {
          optional.add(row.get("item"));
        }
      }
    }
    return new Entry(
        rowsOf("register.csv", plan),
        rowsOf("plans.csv", plan).get(0),
        Collections.unmodifiableMap(types),
        Collections.unmodifiableSet(optional));
  }

  private static List<Map<String, String>> rowsOf(String file, String plan) {
    return read(file).stream()
        .filter(row -> row.get("plan").equals(plan))
        .map(Collections::unmodifiableMap)
        .toList();
  }

  private static Path write(String plan) {
    try {
      Path folder = Files.createTempDirectory("doichieu-" + plan);
      Files.writeString(folder.resolve("plan.yaml"), yaml(plan));
      Files.writeString(folder.resolve("targets.csv"), csv(rows(plan)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String yaml(String plan) {
    Map<String, String> about = plan(plan);
    StringBuilder yaml =
        new StringBuilder(
            "id: %s\ntitle: '%s'\ntitle_en: '-'\nissuer: '%s'\nyear: %s\nitems:\n"
                .formatted(plan, about.get("title_vi"), about.get("issuer"), about.get("year")));
    Set<String> optional = optionalItems(plan);
    itemTypes(plan)
        .forEach(
            (item, type) ->
                yaml.append(
                    "  %s: {type: %s, label: '%s', label_en: '%s', optional: %s}\n"
                        .formatted(item, type, item, item, optional.contains(item))));
    return yaml.toString();
  }

  private static String csv(List<Map<String, String>> rows) {
    StringBuilder csv = new StringBuilder(String.join(",", COLUMNS)).append('\n');
    for (Map<String, String> row : rows) {
      csv.append(
              COLUMNS.stream()
                  .map(column -> row.get(column.equals("title") ? "target" : column))
                  .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return csv.toString();
  }

  private static List<Map<String, String>> read(String file) {
    return NaiveEvaluation.readCsv(PLANS.resolve(file));
  }
}

package vn.doichieu.rules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.rulerow.TargetReader;
import vn.doichieu.ruletable.Mending;
import vn.doichieu.ruletable.RuleTables;
import vn.doichieu.tabular.DateText;
import vn.doichieu.yaml.YamlWords;

/**
 * Reads a plan's folder of rule files: {@code plan.yaml}, the table of targets and, if there is
 * one, that of other readings. What is wrong in one of them hides nothing that is wrong in another,
 * and what only follows from a problem that was told is not told again.
 */
public final class PlanReader {

  static final String PLAN = "plan.yaml";
  public static final String TARGETS = "targets.csv";

  /** For rows of a plan whose own year cannot be understood; the plan then comes to nothing. */
  private static final int STAND_IN_YEAR = 2000;

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "title_en",
          "number",
          "issued_on",
          "issuer",
          "area",
          "area_kind",
          "member_kind",
          "year",
          "superior",
          "note",
          "source",
          "items");

  private final List<Problem> problems = new ArrayList<>();
  private final YamlWords yaml = new YamlWords(PLAN, problems);
  private final ItemsReader items = new ItemsReader(yaml, problems);

  private PlanReader() {}

  /**
   * Reads a plan.
   *
   * @throws InvalidRules naming every cell and key that cannot be understood
   */
  public static Plan read(Path folder) {
    PlanReader reader = new PlanReader();
    Confirmations.check(folder, reader.problems);
    return reader.readAll(folder, RuleTables.in(folder)).sound();
  }

  /** Reads as much of a plan as can be understood; nothing of it need be confirmed. */
  public static PlanDraft draft(Path folder) {
    return draft(folder, RuleTables.in(folder));
  }

  /** As above, with the tables of another place instead of the folder's own. */
  public static PlanDraft draft(Path folder, RuleTables tables) {
    return new PlanReader().readAll(folder, tables);
  }

  /** The files of a plan's folder that are read, whether they are there or not. */
  public static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>(RuleTables.files(folder));
    files.add(folder.resolve(PLAN));
    files.add(folder.resolve(Confirmations.FILE));
    return List.copyOf(files);
  }

  private PlanDraft readAll(Path folder, RuleTables tables) {
    Optional<Map<String, Node>> read = yaml.read(folder.resolve(PLAN), KEYS);
    Map<String, Node> keys = read.orElse(Map.of());
    Head head = read.isPresent() ? head(keys) : Head.BLANK;
    if (read.isPresent()) {
      items.read(keys.get("items"));
    }
    List<Problem> ofTables = new ArrayList<>();
    int year = head.year() == 0 ? STAND_IN_YEAR : head.year();
    TargetReader rows = TargetReader.read(tables, items.items(), year, ofTables);
    List<Target> targets = rows.targets();
    List<OtherReading> readings = ReadingsReader.read(tables, rows, items.items(), year, ofTables);
    ofTables.removeIf(items::isCauseOf);
    references(rows);
    problems.addAll(ofTables);
    Plan plan =
        new Plan(
            head.id(),
            head.title(),
            head.titleEn(),
            YamlWords.optionalText(keys, "number"),
            head.issuedOn(),
            head.issuer(),
            YamlWords.optionalText(keys, "area"),
            head.year(),
            items.items(),
            targets,
            readings);
    return new PlanDraft(plan, texts(keys), places(keys), items.places(), problems);
  }

  /** The words at the top of the file that have to be understood. */
  private record Head(
      String id,
      String title,
      String titleEn,
      String issuer,
      int year,
      @Nullable LocalDate issuedOn) {
    static final Head BLANK = new Head("", "", "", "", 0, null);
  }

  private Head head(Map<String, Node> keys) {
    return new Head(
        text(keys, "id"),
        text(keys, "title"),
        text(keys, "title_en"),
        text(keys, "issuer"),
        year(keys),
        issuedOn(keys));
  }

  private String text(Map<String, Node> keys, String key) {
    return yaml.text(keys, key, SourceLocation.of(PLAN), key);
  }

  private int year(Map<String, Node> keys) {
    String text = text(keys, "year");
    if (text.matches("[12][0-9]{3}")) {
      return Integer.parseInt(text);
    }
    if (!text.isEmpty()) {
      invalid(keys, "year", text, "2024");
    }
    return 0;
  }

  /** The day a plan was issued; a copy may not say it. */
  private @Nullable LocalDate issuedOn(Map<String, Node> keys) {
    String text = YamlWords.optionalText(keys, "issued_on");
    Optional<LocalDate> day = DateText.iso(text);
    if (day.isEmpty() && !text.isEmpty()) {
      invalid(keys, "issued_on", text, "2011-07-19");
    }
    return day.orElse(null);
  }

  private void invalid(Map<String, Node> keys, String key, String read, String expected) {
    SourceLocation place = yaml.place(keys.get(key), key);
    Problem problem = new Problem(Problem.Kind.RULE_CELL_INVALID, place, read, expected);
    problems.add(Mending.likeExample(problem));
  }

  /** What items say of other items and of targets: a part's total, a published rate's target. */
  private void references(TargetReader rows) {
    for (Item item : items.items().values()) {
      SourceLocation place = items.places().get(item.code());
      if (place != null && items.isSound(item.code())) {
        List<Problem> own = new ArrayList<>();
        ItemReferences.check(item, items.items(), rows.targets(), place, own);
        own.removeIf(p -> follows(item, p, rows));
        problems.addAll(own);
      }
    }
  }

  /** Whether a reference only leads nowhere because of what was told already. */
  private boolean follows(Item item, Problem problem, TargetReader rows) {
    String read = String.valueOf(problem.read());
    return (read.startsWith("part_of: ") && !items.isSound(item.partOf()))
        || (read.startsWith("rate_of: ")
            && item.type() == Item.Type.RATE
            && rows.isBroken(item.rateOf()));
  }

  private static Map<String, String> texts(Map<String, Node> keys) {
    Map<String, String> texts = new LinkedHashMap<>();
    keys.keySet().forEach(key -> texts.put(key, YamlWords.optionalText(keys, key)));
    texts.values().removeIf(String::isEmpty);
    return texts;
  }

  private Map<String, SourceLocation> places(Map<String, Node> keys) {
    Map<String, SourceLocation> places = new LinkedHashMap<>();
    keys.forEach((key, node) -> places.put(key, yaml.place(node, key)));
    return places;
  }
}

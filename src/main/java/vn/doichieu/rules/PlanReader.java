package vn.doichieu.rules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.tabular.CellText;
import vn.doichieu.tabular.DateText;
import vn.doichieu.tabular.TextFile;
import vn.doichieu.tabular.UnreadableInput;

/**
 * Reads a plan's folder of rule files: {@code plan.yaml}, the table of targets and, if there is
 * one, that of other readings. YAML is read as plain maps and words; tags and anchors construct
 * nothing.
 */
public final class PlanReader {

  static final String PLAN = "plan.yaml";
  static final String TARGETS = "targets.csv";

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
  private static final Set<String> ITEM_KEYS =
      Set.of("type", "label", "label_en", "optional", "part_of", "sense", "rate_of");

  private final List<Problem> problems = new ArrayList<>();

  private PlanReader() {}

  /**
   * Reads a plan.
   *
   * @throws InvalidRules naming every cell and key that cannot be understood
   */
  public static Plan read(Path folder) {
    PlanReader reader = new PlanReader();
    Confirmations.check(folder, reader.problems);
    return reader.plan(folder, RuleTables.in(folder));
  }

  /** Reads a plan that somebody works on: nothing of it need be confirmed. Throws as above. */
  public static Plan draft(Path folder) {
    return draft(folder, RuleTables.in(folder));
  }

  /** Reads a plan with the tables of another place instead of its own. Throws as above. */
  public static Plan draft(Path folder, RuleTables tables) {
    return new PlanReader().plan(folder, tables);
  }

  /** The files of a plan's folder that are read, whether they are there or not. */
  public static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>(RuleTables.files(folder));
    files.add(folder.resolve(PLAN));
    files.add(folder.resolve(Confirmations.FILE));
    return List.copyOf(files);
  }

  private Plan plan(Path folder, RuleTables tables) {
    Map<String, Node> keys;
    try {
      keys = mapping(root(folder.resolve(PLAN)), KEYS);
    } catch (UnreadableInput e) {
      problems.addAll(e.problems());
      throw new InvalidRules(problems);
    }
    String id = text(keys, "id");
    String title = text(keys, "title");
    String titleEn = text(keys, "title_en");
    String issuer = text(keys, "issuer");
    int year = year(keys);
    LocalDate issuedOn = issuedOn(keys);
    int before = problems.size();
    Map<String, Item> items = items(keys.get("items"));
    // With a broken item or year every row that rests on it would be told too: one cause is one
    // problem.
    Map<TargetRow, List<Target>> rows =
        problems.size() == before && year > 0
            ? TargetReader.read(tables, items, year, problems)
            : Map.of();
    List<Target> targets = rows.values().stream().flatMap(List::stream).toList();
    if (problems.isEmpty()) {
      references(items, targets, keys.get("items"));
    }
    List<OtherReading> readings = ReadingsReader.read(tables, rows, items, year, problems);
    if (!problems.isEmpty()) {
      throw new InvalidRules(problems);
    }
    return new Plan(
        id,
        title,
        titleEn,
        optionalText(keys, "number"),
        issuedOn,
        issuer,
        optionalText(keys, "area"),
        year,
        items,
        targets,
        readings);
  }

  private static Node root(Path file) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(PLAN)
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(0)
            .build();
    try {
      Optional<Node> root = new Compose(settings).composeString(TextFile.read(file));
      return root.orElseThrow(() -> malformed(0, "∅"));
    } catch (MarkedYamlEngineException e) {
      throw malformed(e.getProblemMark().map(m -> m.getLine() + 1).orElse(0), e.getProblem());
    } catch (YamlEngineException e) {
      throw malformed(0, e.getMessage());
    } catch (StackOverflowError e) {
      throw malformed(0, "[[[[…");
    }
  }

  private static UnreadableInput malformed(int line, @Nullable String read) {
    return new UnreadableInput(
        new Problem(Problem.Kind.MALFORMED_YAML, SourceLocation.of(PLAN, line), read));
  }

  /** The keys of a mapping with their nodes; unknown keys are problems. */
  private Map<String, Node> mapping(Node node, Set<String> known) {
    if (!(node instanceof MappingNode mapping)) {
      throw malformed(line(node), node.getTag().getValue());
    }
    Map<String, Node> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key =
          tuple.getKeyNode() instanceof ScalarNode scalar ? CellText.clean(scalar.getValue()) : "?";
      if (!known.isEmpty() && !known.contains(key)) {
        problems.add(
            problem(
                Problem.Kind.UNKNOWN_KEY,
                tuple.getKeyNode(),
                key,
                key,
                known.stream().sorted().collect(Collectors.joining(", "))));
      }
      if (keys.put(key, tuple.getValueNode()) != null) {
        problems.add(problem(Problem.Kind.DUPLICATE_KEY, tuple.getKeyNode(), key, key, ""));
      }
    }
    return keys;
  }

  private String text(Map<String, Node> keys, String key) {
    return text(keys, key, SourceLocation.of(PLAN), key);
  }

  /** The text of a key; a missing or blank one is a problem at a place, under a name. */
  private String text(Map<String, Node> keys, String key, SourceLocation place, String name) {
    String text =
        keys.get(key) instanceof ScalarNode scalar ? CellText.clean(scalar.getValue()) : "";
    if (text.isEmpty()) {
      problems.add(new Problem(Problem.Kind.MISSING_KEY, place, null, name));
    }
    return text;
  }

  private static String optionalText(Map<String, Node> keys, String key) {
    return keys.get(key) instanceof ScalarNode scalar ? CellText.clean(scalar.getValue()) : "";
  }

  private int year(Map<String, Node> keys) {
    String text = text(keys, "year");
    if (text.matches("[12][0-9]{3}")) {
      return Integer.parseInt(text);
    }
    if (!text.isEmpty()) {
      problems.add(problem(Problem.Kind.RULE_CELL_INVALID, keys.get("year"), "year", text, "2024"));
    }
    return 0;
  }

  /** The day a plan was issued; a copy may not say it. */
  private @Nullable LocalDate issuedOn(Map<String, Node> keys) {
    String text = optionalText(keys, "issued_on");
    Optional<LocalDate> day = DateText.iso(text);
    if (day.isEmpty() && !text.isEmpty()) {
      problems.add(
          problem(
              Problem.Kind.RULE_CELL_INVALID,
              keys.get("issued_on"),
              "issued_on",
              text,
              "2011-07-19"));
    }
    return day.orElse(null);
  }

  private Map<String, Item> items(@Nullable Node node) {
    Map<String, Item> items = new LinkedHashMap<>();
    if (node == null) {
      problems.add(new Problem(Problem.Kind.MISSING_KEY, SourceLocation.of(PLAN), null, "items"));
      return items;
    }
    try {
      mapping(node, Set.of()).forEach((code, value) -> items.put(code, item(code, value)));
    } catch (UnreadableInput e) {
      problems.addAll(e.problems());
    }
    return items;
  }

  private Item item(String code, Node node) {
    Map<String, Node> keys = mapping(node, ITEM_KEYS);
    SourceLocation place = SourceLocation.of(PLAN, line(node), code);
    if (!code.matches("[a-z][a-z0-9_]*")) {
      problems.add(new Problem(Problem.Kind.RULE_CELL_INVALID, place, code, "web_posts"));
    }
    String typeText = text(keys, "type", place, code + ": type");
    Optional<Item.Type> type =
        Arrays.stream(Item.Type.values()).filter(t -> t.code().equals(typeText)).findFirst();
    if (type.isEmpty() && !typeText.isEmpty()) {
      problems.add(
          new Problem(
              Problem.Kind.RULE_CELL_INVALID, place, typeText, "count, yes_no, date, rate"));
    }
    return new Item(
        code,
        type.orElse(Item.Type.COUNT),
        text(keys, "label", place, code + ": label"),
        optionalText(keys, "label_en"),
        optional(keys.get("optional"), place),
        optionalText(keys, "part_of"),
        sense(optionalText(keys, "sense"), place),
        optionalText(keys, "rate_of"));
  }

  private Item.Sense sense(String text, SourceLocation place) {
    Optional<Item.Sense> sense =
        Arrays.stream(Item.Sense.values()).filter(s -> s.code().equals(text)).findFirst();
    if (sense.isEmpty()) {
      String known =
          Arrays.stream(Item.Sense.values())
              .map(Item.Sense::code)
              .filter(code -> !code.isEmpty())
              .collect(Collectors.joining(", "));
      problems.add(new Problem(Problem.Kind.RULE_CELL_INVALID, place, text, known));
    }
    return sense.orElse(Item.Sense.NONE);
  }

  /** What items say of other items and of targets: a part's total, a published rate's target. */
  private void references(Map<String, Item> items, List<Target> targets, @Nullable Node node) {
    Map<String, Node> nodes = node == null ? Map.of() : mapping(node, Set.of());
    for (Item item : items.values()) {
      Node at = nodes.get(item.code());
      SourceLocation place = SourceLocation.of(PLAN, at == null ? 0 : line(at), item.code());
      ItemReferences.check(item, items, targets, place, problems);
    }
  }

  private boolean optional(@Nullable Node node, SourceLocation place) {
    String text =
        node instanceof ScalarNode scalar ? scalar.getValue().toLowerCase(Locale.ROOT) : "";
    if (node != null && !text.equals("true") && !text.equals("false")) {
      problems.add(new Problem(Problem.Kind.RULE_CELL_INVALID, place, text, "true, false"));
    }
    return text.equals("true");
  }

  private static Problem problem(
      Problem.Kind kind, @Nullable Node node, String column, String read, String expected) {
    return new Problem(
        kind, SourceLocation.of(PLAN, node == null ? 0 : line(node), column), read, expected);
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }
}

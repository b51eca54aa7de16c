package vn.doichieu.rules;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.ruletable.Mending;
import vn.doichieu.tabular.NearestWord;
import vn.doichieu.yaml.YamlWords;

/** Reads the items of a plan's file, and keeps in mind which of them could not be understood. */
final class ItemsReader {

  private static final Set<String> KEYS =
      Set.of("type", "label", "label_en", "optional", "part_of", "sense", "rate_of", "people");
  private static final List<String> TYPES =
      Arrays.stream(Item.Type.values()).map(Item.Type::code).toList();
  private static final List<String> SENSES =
      Arrays.stream(Item.Sense.values()).map(Item.Sense::code).filter(c -> !c.isEmpty()).toList();

  private static final String CODE = "[a-z][a-z0-9_]*";

  private final YamlWords yaml;
  private final List<Problem> problems;
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, SourceLocation> places = new LinkedHashMap<>();
  private final Set<String> broken = new HashSet<>();
  private boolean known;

  /**
   * A reader.
   *
   * @param problems receives every key and word that cannot be understood
   */
  ItemsReader(YamlWords yaml, List<Problem> problems) {
    this.yaml = yaml;
    this.problems = problems;
  }

  /** Reads the items below a key that has to be there. */
  void read(@Nullable Node node) {
    if (node == null) {
      problems.add(
          new Problem(Problem.Kind.MISSING_KEY, SourceLocation.of(PlanReader.PLAN), null, "items"));
      return;
    }
    yaml.mapping(node, Set.of())
        .ifPresent(
            codes -> {
              known = true;
              codes.forEach(this::add);
            });
  }

  /** Every item, by code; of a broken one what could be understood. */
  Map<String, Item> items() {
    return items;
  }

  /** Where each item stands. */
  Map<String, SourceLocation> places() {
    return places;
  }

  /** Whether an item could be understood. */
  boolean isSound(String code) {
    return known && !broken.contains(code);
  }

  /** Whether a problem of another file only follows from an item that was told to be broken. */
  boolean isCauseOf(Problem problem) {
    boolean ofItems =
        problem.kind() == Problem.Kind.RULE_ITEM_UNKNOWN
            || problem.kind() == Problem.Kind.RULE_ITEM_TYPE;
    return ofItems
        && (!known
            || broken.contains(problem.read())
            || problem.arguments().stream().anyMatch(broken::contains));
  }

  private void add(String code, Node node) {
    int before = problems.size();
    SourceLocation place = yaml.place(node, code);
    places.put(code, place);
    if (!code.matches(CODE)) {
      String lower = code.toLowerCase(Locale.ROOT).replace('-', '_');
      problems.add(
          Mending.with(
              new Problem(Problem.Kind.RULE_CELL_INVALID, place, code, "web_posts"),
              lower.matches(CODE) ? lower : ""));
    }
    Optional<Map<String, Node>> keys = yaml.mapping(node, KEYS);
    keys.ifPresent(k -> items.put(code, item(code, k, place)));
    if (problems.size() > before) {
      broken.add(code);
      broken.add(code.toLowerCase(Locale.ROOT));
    }
  }

  private Item item(String code, Map<String, Node> keys, SourceLocation place) {
    String type = yaml.text(keys, "type", place, code + ": type");
    boolean known = TYPES.contains(type);
    if (!known && !type.isEmpty()) {
      invalid(keys.get("type"), code, type, TYPES);
    }
    String sense = YamlWords.optionalText(keys, "sense");
    if (!sense.isEmpty() && !SENSES.contains(sense)) {
      invalid(keys.get("sense"), code, sense, SENSES);
      sense = "";
    }
    return new Item(
        code,
        known ? Item.Type.valueOf(type.toUpperCase(Locale.ROOT)) : Item.Type.COUNT,
        yaml.text(keys, "label", place, code + ": label"),
        YamlWords.optionalText(keys, "label_en"),
        isTrue(keys.get("optional"), code),
        YamlWords.optionalText(keys, "part_of"),
        sense.isEmpty() ? Item.Sense.NONE : Item.Sense.valueOf(sense.toUpperCase(Locale.ROOT)),
        YamlWords.optionalText(keys, "rate_of"),
        isTrue(keys.get("people"), code));
  }

  private boolean isTrue(@Nullable Node node, String code) {
    String text =
        node instanceof ScalarNode scalar ? scalar.getValue().toLowerCase(Locale.ROOT) : "";
    if (node != null && !text.equals("true") && !text.equals("false")) {
      invalid(node, code, text, List.of("true", "false"));
    }
    return text.equals("true");
  }

  private void invalid(@Nullable Node node, String code, String read, List<String> words) {
    SourceLocation place = yaml.place(node, code);
    String expected = String.join(", ", words);
    problems.add(
        Mending.with(
            new Problem(Problem.Kind.RULE_CELL_INVALID, place, read, expected),
            NearestWord.of(read, words)));
  }
}

package vn.doichieu.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.ruletable.RuleSheet;
import vn.doichieu.ruletable.RuleTables;
import vn.doichieu.tabular.CellText;
import vn.doichieu.yaml.YamlWords;

/**
 * A plan beside the words that it was read from, so that two versions can be held against each
 * other word by word.
 *
 * @param source the plan with the rows of its targets
 * @param keys the keys of the plan file but its items, in its order
 * @param items the keys of each item, by the item's code, in the order of the plan file
 * @param readings the rows of the other readings; none without the file
 */
public record WrittenPlan(
    PlanSource source,
    Map<String, Key> keys,
    Map<String, Map<String, Key>> items,
    List<RuleSheet.Row> readings) {

  private static final String ITEMS = "items";

  /** What stands behind a key of the plan file, and where. */
  public record Key(String text, SourceLocation place) {}

  /**
   * Reads a plan's folder.
   *
   * @throws InvalidRules naming every cell and key that cannot be understood
   */
  public static WrittenPlan read(Path folder) {
    PlanSource source = PlanSource.read(folder);
    Map<String, Key> keys = new LinkedHashMap<>();
    Map<String, Map<String, Key>> items = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    new YamlWords(PlanReader.PLAN, problems)
        .read(folder.resolve(PlanReader.PLAN), Set.of())
        .orElse(Map.of())
        .forEach(
            (name, node) -> {
              if (name.equals(ITEMS)) {
                tuples(node)
                    .forEach(item -> items.put(name(item), keys(item.getValueNode(), name(item))));
              } else {
                keys.put(name, key(node, name));
              }
            });
    if (!problems.isEmpty()) { // It could be read a moment ago.
      throw new InvalidRules(problems);
    }
    return new WrittenPlan(source, keys, items, readings(folder));
  }

  public Plan plan() {
    return source.plan();
  }

  private static List<RuleSheet.Row> readings(Path folder) {
    return RuleTables.in(folder).readings(new ArrayList<>()).map(RuleSheet::rows).orElse(List.of());
  }

  private static List<NodeTuple> tuples(Node node) {
    return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
  }

  private static Map<String, Key> keys(Node node, String column) {
    Map<String, Key> keys = new LinkedHashMap<>();
    tuples(node).forEach(tuple -> keys.put(name(tuple), key(tuple.getValueNode(), column)));
    return keys;
  }

  private static String name(NodeTuple tuple) {
    return text(tuple.getKeyNode());
  }

  private static Key key(Node node, String column) {
    int line = node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    return new Key(text(node), SourceLocation.of(PlanReader.PLAN, line, column));
  }

  /** A node in one line; the reader of the plan has bounded how deep it can be. */
  private static String text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return CellText.clean(scalar.getValue());
    } else if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream()
          .map(WrittenPlan::text)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return tuples(node).stream()
        .map(tuple -> name(tuple) + ": " + text(tuple.getValueNode()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}

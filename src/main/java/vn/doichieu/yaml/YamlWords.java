package vn.doichieu.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.CellText;
import vn.doichieu.tabular.NearestWord;
import vn.doichieu.tabular.TextFile;
import vn.doichieu.tabular.UnreadableInput;

/**
 * A YAML file read as plain maps and words. Tags, anchors and aliases are refused, each with its
 * line: an auditor's file needs none, and an attacker's does.
 */
public final class YamlWords {

  /** Mappings within mappings; a plan's file has three. */
  private static final int DEEPEST = 20;

  private static final int MOST_CONSTRUCTS = 20;
  private static final String YAML_TAG = "tag:yaml.org,2002:";

  private final String name;
  private final List<Problem> problems;
  private List<String> lines = List.of();

  /**
   * A reader of one file.
   *
   * @param problems receives everything that cannot be understood
   */
  public YamlWords(String name, List<Problem> problems) {
    this.name = name;
    this.problems = problems;
  }

  /** The keys of a file; empty if it cannot be read as a mapping, which is told. */
  public Optional<Map<String, Node>> read(Path file, Set<String> known) {
    try {
      String text = TextFile.read(file);
      lines = text.lines().toList();
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(name)
              .setAllowDuplicateKeys(false)
              .setMaxAliasesForCollections(0)
              .build();
      return plain(text, settings)
          ? Optional.ofNullable(compose(text, settings)).flatMap(root -> mapping(root, known))
          : Optional.empty();
    } catch (UnreadableInput e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  /** Whether there is nothing but maps, lists and words in it; whatever else there is, is told. */
  private boolean plain(String text, LoadSettings settings) {
    int before = problems.size();
    int depth = 0;
    Map<String, List<Integer>> constructs = new LinkedHashMap<>();
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        depth +=
            event instanceof CollectionStartEvent
                ? 1
                : event instanceof CollectionEndEvent ? -1 : 0;
        if (depth > DEEPEST) {
          malformed(event.getStartMark().map(Mark::getLine).orElse(-1) + 1);
          return false;
        }
        if (event instanceof NodeEvent node && constructs.size() < MOST_CONSTRUCTS) {
          note(node, constructs);
        }
      }
    } catch (MarkedYamlEngineException e) {
      malformed(e.getProblemMark().map(Mark::getLine).orElse(-1) + 1);
    } catch (YamlEngineException e) {
      malformed(0);
    }
    constructs.forEach(
        (read, at) ->
            problems.add(
                new Problem(
                        Problem.Kind.YAML_CONSTRUCT, SourceLocation.of(name, at.get(0), null), read)
                    .alsoAt(at.subList(1, at.size()))));
    return problems.size() == before;
  }

  /** Keeps in mind at which lines something stands that is neither a map, a list nor a word. */
  private static void note(NodeEvent event, Map<String, List<Integer>> constructs) {
    List<String> written = new ArrayList<>();
    event.getAnchor().ifPresent(anchor -> written.add("&" + anchor));
    if (event instanceof AliasEvent alias) {
      written.add("*" + alias.getAlias());
    } else if (event instanceof ScalarEvent scalar) {
      scalar.getTag().ifPresent(tag -> written.add(asWritten(tag)));
    } else if (event instanceof CollectionStartEvent start) {
      start.getTag().ifPresent(tag -> written.add(asWritten(tag)));
    }
    int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    for (String construct : written) {
      List<Integer> at = constructs.computeIfAbsent(construct, c -> new ArrayList<>());
      if (!at.contains(line)) {
        at.add(line);
      }
    }
  }

  private static String asWritten(String tag) {
    return tag.startsWith(YAML_TAG) ? "!!" + tag.substring(YAML_TAG.length()) : tag;
  }

  private @Nullable Node compose(String text, LoadSettings settings) {
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        malformed(0);
      }
      return root.orElse(null);
    } catch (MarkedYamlEngineException e) {
      malformed(e.getProblemMark().map(Mark::getLine).orElse(-1) + 1);
    } catch (YamlEngineException e) {
      malformed(0);
    }
    return null;
  }

  /** Tells of a line that is no YAML, or not the YAML that is wanted here. */
  private void malformed(int line) {
    String read = line > 0 && line <= lines.size() ? lines.get(line - 1).strip() : "∅";
    problems.add(new Problem(Problem.Kind.MALFORMED_YAML, SourceLocation.of(name, line), read));
  }

  /** The keys of a mapping with their nodes; unknown ones are told, unless none are known. */
  public Optional<Map<String, Node>> mapping(Node node, Set<String> known) {
    if (!(node instanceof MappingNode mapping)) {
      malformed(line(node));
      return Optional.empty();
    }
    Map<String, Node> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key =
          tuple.getKeyNode() instanceof ScalarNode scalar ? CellText.clean(scalar.getValue()) : "?";
      SourceLocation place = SourceLocation.of(name, line(tuple.getKeyNode()), key);
      if (!known.isEmpty() && !known.contains(key)) {
        List<String> sorted = known.stream().sorted().toList();
        problems.add(
            new Problem(
                Problem.Kind.UNKNOWN_KEY,
                place,
                key,
                sorted.stream().collect(Collectors.joining(", ")),
                NearestWord.of(key, sorted)));
      }
      if (keys.put(key, tuple.getValueNode()) != null) {
        problems.add(new Problem(Problem.Kind.DUPLICATE_KEY, place, key, ""));
      }
    }
    return Optional.of(keys);
  }

  /** The text of a key; a missing or blank one is told at a place, under a name. */
  public String text(Map<String, Node> keys, String key, SourceLocation place, String called) {
    String text = optionalText(keys, key);
    if (text.isEmpty()) {
      problems.add(new Problem(Problem.Kind.MISSING_KEY, place, null, called));
    }
    return text;
  }

  public static String optionalText(Map<String, Node> keys, String key) {
    return keys.get(key) instanceof ScalarNode scalar ? CellText.clean(scalar.getValue()) : "";
  }

  /** Where a node stands, told under a name. */
  public SourceLocation place(@Nullable Node node, String called) {
    return SourceLocation.of(name, node == null ? 0 : line(node), called);
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }
}

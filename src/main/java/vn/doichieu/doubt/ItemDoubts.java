package vn.doichieu.doubt;

import static vn.doichieu.doubt.Remark.Kind.ITEM_NEVER_ASKED;
import static vn.doichieu.doubt.Remark.Kind.ITEM_UNUSED;
import static vn.doichieu.doubt.Remark.Kind.PART_OF_CIRCLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.tabular.TextFile;
import vn.doichieu.tabular.UnreadableInput;

/** Doubts about items: figures that nobody is asked for, parts that are parts of one another. */
final class ItemDoubts {

  private static final Pattern QUOTED_WORD = Pattern.compile("\"([a-z][a-z0-9_]*)\"");

  private ItemDoubts() {}

  static void look(Reviewed reviewed, Consumer<Remark> told) {
    Plan plan = reviewed.plan();
    circles(reviewed, told);
    if (!reviewed.whole()) {
      return; // A row that could not be understood may well use the item.
    }
    Set<String> asked = used(plan.targets().stream());
    Set<String> mentioned = new HashSet<>(used(plan.judged()));
    mentioned.addAll(inChecks(reviewed.folder()));
    plan.items().values().stream()
        .filter(item -> !item.partOf().isEmpty())
        .forEach(item -> mentioned.addAll(List.of(item.partOf(), item.code())));
    for (Item item : plan.items().values()) {
      if (item.type() != Item.Type.RATE && !asked.contains(item.code())) {
        boolean known = mentioned.contains(item.code()) || item.sense() != Item.Sense.NONE;
        told.accept(
            new Remark(
                known ? ITEM_NEVER_ASKED : ITEM_UNUSED,
                place(reviewed, item),
                item.code(),
                item.code()));
      }
    }
  }

  private static Set<String> used(Stream<Target> targets) {
    return targets
        .flatMap(t -> t.periods().stream().flatMap(period -> t.inputs(period).stream()))
        .map(input -> input.item().code())
        .collect(Collectors.toSet());
  }

  /** The words that the plan's own checks name. */
  private static Set<String> inChecks(Path folder) {
    Set<String> words = new HashSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".drl")).sorted().toList()) {
        QUOTED_WORD.matcher(TextFile.read(file)).results().forEach(m -> words.add(m.group(1)));
      }
    } catch (IOException | UnreadableInput e) {
      return words; // Whoever compiles them tells of it.
    }
    return words;
  }

  private static void circles(Reviewed reviewed, Consumer<Remark> told) {
    Set<String> reported = new HashSet<>();
    for (Item item : reviewed.plan().items().values()) {
      Set<String> way = new LinkedHashSet<>();
      Item at = item;
      while (at != null && way.add(at.code())) {
        at = reviewed.plan().items().get(at.partOf());
      }
      boolean circle = at != null && at.equals(item) && way.size() > 1;
      if (circle && reported.add(item.code())) {
        reported.addAll(way);
        told.accept(
            new Remark(
                PART_OF_CIRCLE,
                place(reviewed, item),
                item.code(),
                item.partOf(),
                String.join(" → ", way) + " → " + item.code()));
      }
    }
  }

  private static SourceLocation place(Reviewed reviewed, Item item) {
    return reviewed
        .draft()
        .itemPlaces()
        .getOrDefault(item.code(), SourceLocation.of("plan.yaml", 0, item.code()));
  }
}

package vn.doichieu.ruletable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.tabular.Respelling;

/**
 * Finds what was probably meant by a cell that cannot be understood. Whatever is proposed has been
 * tried: the row can be read with it as far as that cell goes.
 */
public final class Mending {

  private static final Set<String> FORMULAS = Set.of("inputs", "condition");
  private static final Set<String> UNITS = Set.of("scope", "applies_to");
  private static final List<String> UNIT_WORDS =
      List.of(
          "area",
          "each",
          "share",
          "agency",
          "province",
          "district",
          "commune",
          "residential_group");
  private static final Pattern SEPARATORS = Pattern.compile("[,;] ");

  /** What stands for others of its kind ("20%"), and is no word of its own. */
  private static final Pattern EXAMPLE = Pattern.compile("[0-9∅…]");

  private Mending() {}

  /**
   * Problems of one row, each cell that has no sense with the text that was probably meant.
   *
   * @param cell what stands in a column: more than was read of it, where it has several parts
   * @param tried the problems of the same row with another text in a column
   */
  public static List<Problem> told(
      List<Problem> problems,
      UnaryOperator<String> cell,
      BiFunction<String, String, List<Problem>> tried,
      Map<String, Item> items) {
    List<Problem> left = new ArrayList<>(problems);
    List<Problem> told = new ArrayList<>();
    while (!left.isEmpty()) {
      Problem problem = left.remove(0);
      String column = problem.location().column();
      if (column == null || !isOpen(problem)) {
        told.add(problem);
        continue;
      }
      left.removeIf(p -> p.kind() == problem.kind() && isOf(column, p) && sameRead(p, problem));
      told.add(problem);
      String whole = cell.apply(column);
      boolean ofType = problem.kind() == Problem.Kind.RULE_ITEM_TYPE;
      String read = ofType ? whole : String.valueOf(problem.read());
      for (String text : Respelling.of(read, vocabulary(column, problem, items))) {
        List<Problem> after = tried.apply(column, in(whole, read, text));
        if (after.stream().noneMatch(p -> isOf(column, p))) {
          told.set(told.size() - 1, with(problem, text));
          left.retainAll(after); // What is gone with it only followed from it.
          break;
        }
      }
    }
    return told;
  }

  private static boolean isOpen(Problem problem) {
    String read = problem.read();
    return read != null
        && !read.isBlank()
        && problem.arguments().size() == 1
        && (problem.kind() == Problem.Kind.RULE_CELL_INVALID
            || problem.kind() == Problem.Kind.RULE_ITEM_TYPE);
  }

  private static boolean sameRead(Problem a, Problem b) {
    return Objects.equals(a.read(), b.read());
  }

  private static boolean isOf(String column, Problem problem) {
    return column.equals(problem.location().column());
  }

  /** The cell with another text for the part of it that was read. */
  private static String in(String cell, String read, String text) {
    int at = cell.indexOf(read);
    return at < 0 ? text : cell.substring(0, at) + text + cell.substring(at + read.length());
  }

  /** A number or a day that cannot be read, with what was probably meant. */
  public static Problem likeExample(Problem problem) {
    Set<String> shapes = new HashSet<>();
    alternatives(problem.arguments().get(0)).forEach(text -> shapes.add(shape(text)));
    return with(
        problem,
        Respelling.of(String.valueOf(problem.read()), List.of()).stream()
            .filter(text -> shapes.contains(shape(text)))
            .findFirst()
            .orElse(""));
  }

  /** A problem that says what is expected, with what was probably meant; empty if nothing is. */
  public static Problem with(Problem problem, String meant) {
    return meant.isEmpty()
        ? problem
        : new Problem(
            problem.kind(), problem.location(), problem.read(), problem.arguments().get(0), meant);
  }

  private static List<String> vocabulary(String column, Problem problem, Map<String, Item> items) {
    List<String> words = new ArrayList<>();
    if (!FORMULAS.contains(column)) {
      alternatives(problem.arguments().get(0)).stream()
          .filter(word -> !EXAMPLE.matcher(word).find())
          .forEach(words::add);
    }
    if (FORMULAS.contains(column)) {
      words.addAll(items.keySet());
      words.addAll(List.of("yes", "no"));
    } else if (UNITS.contains(column)) {
      words.addAll(UNIT_WORDS);
    }
    return words;
  }

  private static List<String> alternatives(String expected) {
    return Arrays.asList(SEPARATORS.split(expected));
  }

  private static String shape(String text) {
    return text.replaceAll("[0-9]", "9");
  }
}

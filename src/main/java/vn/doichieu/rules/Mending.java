package vn.doichieu.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
final class Mending {

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
   * @param read the problems of the same row with another text in a column
   */
  static List<Problem> told(
      List<Problem> problems,
      UnaryOperator<String> cell,
      BiFunction<String, String, List<Problem>> read,
      Map<String, Item> items) {
    List<Problem> told = new ArrayList<>();
    for (Problem problem : problems) {
      String column = problem.location().column();
      boolean open =
          problem.kind() == Problem.Kind.RULE_CELL_INVALID && problem.arguments().size() == 1;
      if (!open || column == null || problem.read() == null || problem.read().isBlank()) {
        told.add(problem);
        continue;
      }
      String meant =
          Respelling.of(problem.read(), vocabulary(column, problem, items)).stream()
              .filter(
                  text ->
                      isClear(column, read.apply(column, in(cell.apply(column), problem, text))))
              .findFirst()
              .orElse("");
      told.add(with(problem, meant));
    }
    return told;
  }

  /** The cell with another text for the part of it that was read. */
  private static String in(String cell, Problem problem, String text) {
    String read = String.valueOf(problem.read());
    int at = cell.indexOf(read);
    return at < 0 ? text : cell.substring(0, at) + text + cell.substring(at + read.length());
  }

  /** A number or a day that cannot be read, with what was probably meant. */
  static Problem likeExample(Problem problem) {
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
  static Problem with(Problem problem, String meant) {
    return meant.isEmpty()
        ? problem
        : new Problem(
            problem.kind(), problem.location(), problem.read(), problem.arguments().get(0), meant);
  }

  private static boolean isClear(String column, List<Problem> problems) {
    return problems.stream().noneMatch(p -> column.equals(p.location().column()));
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

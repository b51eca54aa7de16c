package vn.doichieu.mutation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.mutation.Tokens.Token;
import vn.doichieu.ruletable.RuleSheet;
import vn.doichieu.ruletable.RuleSheet.Row;

/**
 * The small changes that a row is tried with: texts for its cells, whether they can be read or not.
 * Cells are taken as words, so that a rule of a kind that comes later is changed, too.
 */
final class Changes {

  private static final List<String> COMPARATORS =
      List.of(">=", ">", "<", "<=", "=", "range", "within", "between");
  private static final List<String> SCOPES = List.of("area", "each", "each+area", "share", "sum");
  private static final Map<String, List<String>> SIGNS =
      Map.of(
          ">=", List.of(">", "<="),
          ">", List.of(">=", "<"),
          "<=", List.of("<", ">="),
          "<", List.of("<=", ">"),
          "=", List.of("!="),
          "!=", List.of("="),
          "&", List.of("|"),
          "|", List.of("&"),
          "+", List.of("-"),
          "-", List.of("+"));
  private static final Map<String, String> OTHER_WORD =
      Map.of("yes", "no", "no", "yes", "after", "");

  private final Plan plan;
  private final RuleSheet sheet;
  private final Row row;
  private final Set<String> texts = new LinkedHashSet<>();

  private Changes(Plan plan, RuleSheet sheet, Row row) {
    this.plan = plan;
    this.sheet = sheet;
    this.row = row;
  }

  /** The texts to try in a column of a row, without the one that is there. */
  static Set<String> of(Plan plan, RuleSheet sheet, Row row, String column) {
    Changes changes = new Changes(plan, sheet, row);
    changes.find(column, row.cell(column));
    changes.texts.remove(row.cell(column));
    return changes.texts;
  }

  private void find(String column, String cell) {
    switch (column) {
      case "threshold" -> {
        numbers(cell);
        dates(cell);
        neighbour(cell);
        words(cell);
      }
      case "closes_on" -> {
        dates(cell);
        periods(cell);
      }
      case "bands" -> numbers(cell);
      case "periods" -> {
        periods(cell);
        numbers(cell);
      }
      case "comparator" -> {
        if (!cell.isEmpty()) {
          texts.addAll(COMPARATORS);
        }
      }
      case "inputs" -> formula(cell);
      case "condition" -> {
        if (!cell.isEmpty()) {
          formula(cell);
          texts.add("");
          texts.add("!(" + cell + ")");
        }
      }
      case "scope" -> {
        texts.addAll(SCOPES);
        parts(cell);
      }
      case "applies_to" -> {
        parts(cell);
        texts.add("");
      }
      case "binding" -> texts.addAll(List.of("yes", "no"));
      case "on_miss" -> texts.addAll(List.of("", "needs_review"));
      default -> {}
    }
  }

  private void numbers(String cell) {
    each(cell, Tokens.Kind.NUMBER, Tokens::numbersAround);
  }

  private void dates(String cell) {
    each(cell, Tokens.Kind.DATE, Tokens::daysAround);
  }

  private void periods(String cell) {
    each(cell, Tokens.Kind.PERIOD, Tokens::periodsAround);
  }

  private void words(String cell) {
    each(cell, Tokens.Kind.PERIOD, Tokens::periodsAround); // Labels of several thresholds.
    each(cell, Tokens.Kind.PERIOD, Tokens::numbersAround); // A whole number that looks like one.
    each(cell, Tokens.Kind.NAME, word -> other(word));
  }

  private static List<String> other(String word) {
    return OTHER_WORD.containsKey(word) ? List.of(OTHER_WORD.get(word)) : List.of();
  }

  private void each(String cell, Tokens.Kind kind, Function<String, List<String>> around) {
    for (Token token : Tokens.of(cell)) {
      if (token.kind() == kind) {
        around.apply(token.text()).forEach(text -> texts.add(Tokens.with(cell, token, text)));
      }
    }
  }

  /** The threshold of the next row of the same kind that has another one. */
  private void neighbour(String cell) {
    int here = sheet.rows().indexOf(row);
    Stream.concat(
            sheet.rows().stream().skip(here + 1L), sheet.rows().stream().limit(Math.max(here, 0)))
        .filter(other -> other.cell("kind").equals(row.cell("kind")))
        .map(other -> other.cell("threshold"))
        .filter(text -> !text.isEmpty() && !text.equals(cell))
        .findFirst()
        .ifPresent(texts::add);
  }

  /** Items, signs and numbers of a formula; its sides swapped; one of its parts left out. */
  private void formula(String cell) {
    numbers(cell);
    each(cell, Tokens.Kind.SIGN, sign -> SIGNS.getOrDefault(sign, List.of()));
    each(cell, Tokens.Kind.NAME, word -> other(word));
    Set<String> here =
        Tokens.of(cell).stream().map(Token::text).collect(Collectors.toCollection(TreeSet::new));
    each(cell, Tokens.Kind.NAME, word -> likeItems(word, here));
    int slash = cell.indexOf('/');
    if (slash > 0) {
      texts.add(cell.substring(slash + 1).strip() + " / " + cell.substring(0, slash).strip());
    }
    leaveOut(cell, "&|");
    leaveOut(cell, "+-");
  }

  /** The items of the same type before and behind one, and those of it in the same cell. */
  private List<String> likeItems(String word, Set<String> here) {
    Item item = plan.items().get(word);
    if (item == null) {
      return List.of();
    }
    List<String> alike =
        plan.items().values().stream()
            .filter(other -> other.type() == item.type())
            .map(Item::code)
            .toList();
    int at = alike.indexOf(word);
    Set<String> like = new LinkedHashSet<>();
    like.add(alike.get((at + 1) % alike.size()));
    like.add(alike.get((at + alike.size() - 1) % alike.size()));
    alike.stream().filter(here::contains).forEach(like::add);
    like.remove(word);
    return List.copyOf(like);
  }

  /** The cell without each of the parts that certain signs join. */
  private void leaveOut(String cell, String signs) {
    List<Token> joints =
        Tokens.of(cell).stream().filter(token -> signs.contains(token.text())).toList();
    for (int i = 0; i < joints.size(); i++) {
      int start = i == 0 ? -1 : joints.get(i - 1).start();
      int end = i + 1 < joints.size() ? joints.get(i + 1).start() : cell.length();
      Token joint = joints.get(i);
      texts.add(
          (cell.substring(0, joint.start()).strip() + closing(cell, joint.end(), end)).strip());
      String before = start < 0 ? "" : cell.substring(0, start);
      texts.add(
          (before + opening(cell, start + 1, joint.start()) + cell.substring(joint.end())).strip());
    }
  }

  /** The brackets and what is divided behind a part that is left out. */
  private static String closing(String cell, int from, int to) {
    String out = cell.substring(from, to);
    int bracket = out.indexOf(')');
    return (bracket < 0 ? "" : out.substring(bracket)) + cell.substring(to);
  }

  private static String opening(String cell, int from, int to) {
    String out = cell.substring(from, to);
    int bracket = out.lastIndexOf('(');
    return bracket < 0 ? "" : out.substring(0, bracket + 1);
  }

  private void parts(String cell) {
    List<String> parts = List.of(cell.split("\\s*,\\s*"));
    for (int i = 0; i < parts.size() && parts.size() > 1; i++) {
      List<String> rest = new ArrayList<>(parts);
      rest.remove(i);
      texts.add(String.join(", ", rest));
    }
  }
}

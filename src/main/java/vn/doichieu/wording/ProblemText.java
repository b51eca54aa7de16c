package vn.doichieu.wording;

import java.util.List;
import java.util.Locale;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;

/**
 * A problem in words: where, what was read, what was expected, what to do. In the bundles {0} is
 * what was read, {1} and on are the problem's arguments.
 */
public final class ProblemText {

  private static final int MOST_READ = 80;
  private static final int MOST_ROWS = 10;

  private final Messages messages;

  public ProblemText(Messages messages) {
    this.messages = messages;
  }

  /** The word used in JSON: {@code not_a_count}. */
  public static String code(Problem problem) {
    return problem.kind().name().toLowerCase(Locale.ROOT);
  }

  /** What is wrong. */
  public String what(Problem problem) {
    String what = messages.text("problem." + code(problem) + ".what", arguments(problem));
    String meant = probablyMeant(problem);
    if (problem.kind() == Problem.Kind.MISSING_COLUMN && problem.arguments().size() > 1) {
      String misspelled = problem.arguments().get(1);
      return misspelled.isEmpty()
          ? what
          : what + " " + messages.text("problem.missing_column.near", misspelled);
    }
    return meant.isEmpty() ? what : what + " " + messages.text("problem.nearest", meant);
  }

  /** The word that was probably meant, which some kinds have as their last argument; or empty. */
  public static String probablyMeant(Problem problem) {
    List<String> arguments = problem.arguments();
    return switch (problem.kind()) {
      case UNKNOWN_UNIT,
          UNKNOWN_ITEM,
          CASE_TARGET_UNKNOWN,
          CASE_ITEM_UNKNOWN,
          CASE_UNIT_UNKNOWN,
          ROLE_UNUSED,
          RULE_ITEM_UNKNOWN,
          READING_TARGET_UNKNOWN,
          NUMBER_NOT_WHOLE ->
          arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1);
      case RULE_CELL_INVALID, RULE_ITEM_TYPE, UNKNOWN_KEY ->
          arguments.size() < 2 ? "" : arguments.get(1);
      default -> "";
    };
  }

  /** What was expected; the same as the remedy where there is nothing more to say. */
  public String expected(Problem problem) {
    String key = "problem." + code(problem) + ".expected";
    return messages.has(key) ? messages.text(key, arguments(problem)) : remedy(problem);
  }

  /** What to do. */
  public String remedy(Problem problem) {
    return messages.text("problem." + code(problem) + ".do", arguments(problem));
  }

  /** Place, what, expected and remedy in one paragraph. */
  public String sentence(Problem problem) {
    String expected = "problem." + code(problem) + ".expected";
    StringBuilder text = new StringBuilder(place(problem)).append(": ").append(what(problem));
    if (messages.has(expected)) {
      text.append(' ').append(messages.text("problem.expected", expected(problem)));
    }
    return PlainText.of(text.append(' ').append(remedy(problem)).toString());
  }

  /** The place: file, sheet, row and column, and the further rows with the same cause. */
  public String place(Problem problem) {
    String place = PlaceText.of(problem.location(), messages);
    return problem.alsoAt().isEmpty() ? place : place + ' ' + alsoAt(problem.alsoAt());
  }

  private String alsoAt(List<Integer> rows) {
    String first = String.join(", ", rows.stream().limit(MOST_ROWS).map(String::valueOf).toList());
    int more = rows.size() - Math.min(MOST_ROWS, rows.size());
    return more == 0
        ? messages.text(rows.size() == 1 ? "place.also.one" : "place.also", first)
        : messages.text("place.also.more", first, more);
  }

  private Object[] arguments(Problem problem) {
    String read = problem.read();
    SourceLocation other = problem.other();
    int size = problem.arguments().size() + 1;
    Object[] arguments = new Object[other == null ? size : size + 1];
    if (other != null) {
      arguments[size] = PlaceText.seenFrom(problem.location(), other, messages);
    }
    arguments[0] = read == null ? "" : shown(read);
    if (read != null && problem.kind() == Problem.Kind.NUMBER_NOT_WHOLE) {
      arguments[0] = messages.language().fraction(read); // 1.234 would look like thousands.
    }
    for (int i = 0; i < problem.arguments().size(); i++) {
      arguments[i + 1] = problem.arguments().get(i).replace("∅", messages.text("value.blank"));
    }
    return arguments;
  }

  /** What was read, on one line, without control characters, no longer than a reader needs. */
  private String shown(String read) {
    if (read.isBlank()) {
      return messages.text("value.blank");
    }
    String line = PlainText.of(read);
    return line.length() <= MOST_READ ? line : line.substring(0, MOST_READ) + "…";
  }
}

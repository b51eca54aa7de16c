package vn.doichieu.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.oracle.NaiveClauses.Truth;
import vn.doichieu.oracle.NaiveData.Figure;
import vn.doichieu.oracle.NaiveData.State;

/**
 * Conditions read straight from their text: what decides, decides; else an invalid part leaves it
 * invalid, an absent one open.
 */
final class WideCondition {
  private static final Pattern CLAUSE =
      Pattern.compile("\\s*(\\w+)\\s*(>=|<=|!=|=|<|>)\\s*(\\w+)\\s*");

  private WideCondition() {}

  static Truth truth(String text, Function<String, Figure> figures) {
    List<String> choices = split(text, '|');
    if (choices.size() > 1) {
      return joined(choices, figures, Truth.YES, Truth.NO);
    }
    List<String> parts = split(text, '&');
    if (parts.size() > 1) {
      return joined(parts, figures, Truth.NO, Truth.YES);
    }
    String only = text.strip();
    if (only.startsWith("!")) {
      Truth truth = truth(only.substring(1), figures);
      return truth == Truth.YES ? Truth.NO : truth == Truth.NO ? Truth.YES : truth;
    }
    if (only.startsWith("(")) {
      return truth(only.substring(1, only.length() - 1), figures);
    }
    return clause(only, figures);
  }

  private static Truth joined(
      List<String> parts, Function<String, Figure> figures, Truth decides, Truth otherwise) {
    Set<Truth> found = EnumSet.noneOf(Truth.class);
    for (String part : parts) {
      found.add(truth(part, figures));
    }
    for (Truth truth : List.of(decides, Truth.INVALID, Truth.ABSENT)) {
      if (found.contains(truth)) {
        return truth;
      }
    }
    return otherwise;
  }

  private static Truth clause(String text, Function<String, Figure> figures) {
    Matcher clause = CLAUSE.matcher(text);
    if (!clause.matches()) {
      throw new IllegalArgumentException("clause " + text);
    }
    Figure figure = figures.apply(clause.group(1));
    if (figure.state() != State.KNOWN) {
      return figure.state() == State.INVALID ? Truth.INVALID : Truth.ABSENT;
    }
    String value = clause.group(3);
    int side =
        Character.isDigit(value.charAt(0))
            ? figure.count().compareTo(new BigInteger(value))
            : figure.content().equals(value.equals("yes")) ? 0 : 1;
    boolean holds =
        switch (clause.group(2)) {
          case ">=" -> side >= 0;
          case "<=" -> side <= 0;
          case "!=" -> side != 0;
          case "=" -> side == 0;
          case "<" -> side < 0;
          default -> side > 0;
        };
    return holds ? Truth.YES : Truth.NO;
  }

  /** The parts between a sign outside all brackets. */
  private static List<String> split(String text, char sign) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == sign && depth == 0) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  /**
   * Every figure that would make a difference: about each number that an item is compared with, and
   * both answers of a yes or no.
   */
  static List<Figure> choices(String text, String item) {
    Set<Object> values = new LinkedHashSet<>();
    Matcher clause = CLAUSE.matcher(text);
    while (clause.find()) {
      if (!clause.group(1).equals(item)) {
        continue;
      }
      if (Character.isDigit(clause.group(3).charAt(0))) {
        BigInteger value = new BigInteger(clause.group(3));
        values.add(value.subtract(BigInteger.ONE).max(BigInteger.ZERO));
        values.add(value);
        values.add(value.add(BigInteger.ONE));
      } else {
        values.add(true);
        values.add(false);
      }
    }
    return values.stream().map(value -> new Figure(State.KNOWN, value)).toList();
  }

  static Set<String> items(String text) {
    Set<String> items = new TreeSet<>();
    Matcher clause = CLAUSE.matcher(text);
    while (clause.find()) {
      items.add(clause.group(1));
    }
    return items;
  }
}

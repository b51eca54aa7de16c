package vn.doichieu.rulerow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Criterion.Comparison;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.rulerow.FormulaParser.Refused;

/**
 * Parses conditions: comparisons of items with yes, no or whole numbers, joined by {@code &},
 * {@code |}, {@code !} and brackets; {@code &} binds more tightly than {@code |}.
 */
final class ConditionParser {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*+([a-z][a-z0-9_]*\\s*+(?:>=|<=|!=|>|<|=)\\s*+(?:[a-z]++|[0-9]{1,18}+)|[&|!()])");
  private static final Pattern CLAUSE =
      Pattern.compile("([a-z][a-z0-9_]*)\\s*(>=|<=|!=|>|<|=)\\s*([a-z]+|[0-9]{1,18})");

  /** Brackets within brackets; more than anybody reads. */
  private static final int DEEPEST = 20;

  private final String text;
  private final Map<String, Item> items;
  private final List<String> tokens = new ArrayList<>();
  private int position;
  private int open;

  private ConditionParser(String text, Map<String, Item> items) throws Refused {
    this.text = text;
    this.items = items;
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length()) {
      if (!matcher.region(end, text.length()).lookingAt()) {
        throw new Refused(Refused.Why.FORM, text.substring(end).strip());
      }
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
  }

  /** A whole condition. */
  static Condition condition(String text, Map<String, Item> items) throws Refused {
    ConditionParser parser = new ConditionParser(text.strip(), items);
    Condition condition = parser.any();
    if (parser.position < parser.tokens.size()) {
      throw parser.refused();
    }
    return condition;
  }

  /** The parts of a condition that all have to hold. */
  static List<Condition> conjunction(String text, Map<String, Item> items) throws Refused {
    Condition whole = condition(text, items);
    return whole instanceof Condition.All all ? all.parts() : List.of(whole);
  }

  private Condition any() throws Refused {
    List<Condition> parts = new ArrayList<>(List.of(all()));
    while (next("|")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
  }

  private Condition all() throws Refused {
    List<Condition> parts = new ArrayList<>(List.of(part()));
    while (next("&")) {
      parts.add(part());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
  }

  private Condition part() throws Refused {
    if (open >= DEEPEST) {
      throw refused();
    }
    if (next("!")) {
      open++;
      Condition negated = part();
      open--;
      return new Condition.Not(negated);
    }
    if (next("(")) {
      open++;
      Condition inner = any();
      open--;
      if (!next(")")) {
        throw refused();
      }
      return inner;
    }
    if (position >= tokens.size() || "&|)".contains(tokens.get(position))) {
      throw refused();
    }
    return clause(tokens.get(position++));
  }

  private boolean next(String token) {
    boolean there = position < tokens.size() && tokens.get(position).equals(token);
    position += there ? 1 : 0;
    return there;
  }

  private Refused refused() {
    return new Refused(Refused.Why.FORM, text);
  }

  private Clause clause(String token) throws Refused {
    Matcher matcher = CLAUSE.matcher(token);
    if (!matcher.matches()) {
      throw refused();
    }
    String value = matcher.group(3);
    boolean number = Character.isDigit(value.charAt(0));
    Item item =
        FormulaParser.item(matcher.group(1), items, number ? Item.Type.COUNT : Item.Type.YES_NO);
    Comparison comparison = comparison(matcher.group(2));
    if (number) {
      return new Clause(item, comparison, Long.parseLong(value));
    }
    boolean yes = value.equals("yes");
    boolean equal = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
    if (!equal || !(yes || value.equals("no"))) {
      throw new Refused(Refused.Why.FORM, token);
    }
    return new Clause(item, comparison, yes ? 1 : 0);
  }

  private Comparison comparison(String sign) throws Refused {
    for (Comparison comparison : Comparison.values()) {
      if (comparison.sign().equals(sign)) {
        return comparison;
      }
    }
    throw refused();
  }
}

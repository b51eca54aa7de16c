package vn.doichieu.rulerow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.domain.Criterion.Expression;
import vn.doichieu.domain.Criterion.Term;
import vn.doichieu.domain.Plan.Item;

/**
 * Parses the formulas of a rule row: items, whole numbers and {@code + - ( ) /}. The vocabulary is
 * closed; nothing of a cell is ever run.
 */
final class FormulaParser {

  private static final Pattern TOKEN =
      Pattern.compile("\\s*+([a-z][a-z0-9_]*|[0-9]{1,18}|[-+()/])");

  /** Brackets within brackets; more than anybody reads. */
  private static final int DEEPEST = 20;

  private final Map<String, Item> items;
  private final List<String> tokens;
  private int position;
  private int open;

  private FormulaParser(Map<String, Item> items, List<String> tokens) {
    this.items = items;
    this.tokens = tokens;
  }

  /** Why a formula cannot be understood. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    enum Why {
      FORM,
      ITEM,
      TYPE
    }

    final Why why;
    final String read;

    Refused(Why why, String read) {
      super(read, null, false, false);
      this.why = why;
      this.read = read;
    }
  }

  /** Numerator and denominator of {@code a / (b - c)}. */
  static List<Expression> ratio(String text, Map<String, Item> items) throws Refused {
    FormulaParser parser = new FormulaParser(items, tokens(text));
    Expression numerator = new Expression(parser.sum(1));
    if (numerator.items().isEmpty()) {
      throw new Refused(Refused.Why.FORM, text);
    }
    parser.expect("/", text);
    Expression denominator = new Expression(parser.sum(1));
    if (parser.position < parser.tokens.size()) {
      throw new Refused(Refused.Why.FORM, text);
    }
    return List.of(numerator, denominator);
  }

  /** One item that a count, change or date is taken from. */
  static Item item(String text, Map<String, Item> items, Item.Type type) throws Refused {
    Item item = items.get(text);
    if (item == null) {
      throw new Refused(Refused.Why.ITEM, text);
    }
    if (item.type() != type) {
      throw new Refused(Refused.Why.TYPE, text);
    }
    return item;
  }

  /** Items and whole numbers, added and subtracted. */
  static Expression sum(String text, Map<String, Item> items) throws Refused {
    FormulaParser parser = new FormulaParser(items, tokens(text));
    Expression sum = new Expression(parser.sum(1));
    if (sum.items().isEmpty() || parser.position < parser.tokens.size()) {
      throw new Refused(Refused.Why.FORM, text);
    }
    return sum;
  }

  private static List<String> tokens(String text) throws Refused {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length()) {
      if (!matcher.region(end, text.length()).lookingAt()) {
        throw new Refused(Refused.Why.FORM, text.substring(end).strip());
      }
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    return tokens;
  }

  private List<Term> sum(int sign) throws Refused {
    List<Term> terms = new ArrayList<>(term(sign));
    while (position < tokens.size() && "+-".contains(tokens.get(position))) {
      int next = tokens.get(position++).equals("+") ? sign : -sign;
      terms.addAll(term(next));
    }
    return terms;
  }

  private List<Term> term(int sign) throws Refused {
    String token = position < tokens.size() ? tokens.get(position++) : "";
    if (token.equals("(") && open < DEEPEST) {
      open++;
      List<Term> inner = sum(sign);
      open--;
      expect(")", String.join(" ", tokens));
      return inner;
    }
    if (token.matches("[0-9]+")) {
      return List.of(new Term(sign, Optional.empty(), Long.parseLong(token)));
    }
    if (token.isEmpty() || !Character.isLetter(token.charAt(0))) {
      throw new Refused(Refused.Why.FORM, String.join(" ", tokens));
    }
    return List.of(new Term(sign, Optional.of(item(token, items, Item.Type.COUNT)), 1));
  }

  private void expect(String token, String text) throws Refused {
    if (position >= tokens.size() || !tokens.get(position++).equals(token)) {
      throw new Refused(Refused.Why.FORM, text);
    }
  }
}

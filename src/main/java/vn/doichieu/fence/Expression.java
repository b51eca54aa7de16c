package vn.doichieu.fence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.domain.Problem;

/**
 * One constraint of a pattern, read by a small grammar: comparisons of properties, variables and
 * plain constants, joined by {@code &&} and {@code ||}. Whatever else Drools would take for an
 * expression is refused.
 */
final class Expression {

  /** Words, numbers, texts without quotes or backslashes inside, and the few signs there are. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<name>\\$?[a-zA-Z][a-zA-Z0-9]*)|(?<number>[0-9]{1,18}(?![0-9a-zA-Z.]))"
              + "|(?<text>\"[\\p{L}0-9 _.:/-]*\")|(?<sign>==|!=|>=|<=|&&|\\|\\||[<>().:]))");

  /** Words and signs of a constraint; an honest one has twenty. */
  private static final int MOST_TOKENS = 400;

  /** What a refused constraint might have looked like. */
  private static final String EXAMPLE = "value > 0";

  /** What is compared: of one kind only. */
  enum Kind {
    NUMBER,
    TEXT,
    YES_NO,
    FACT,
    NULL
  }

  /** An expression that this grammar does not know, and where the reader should look. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final Problem.Kind kind;
    private final String read;
    private final String allowed;

    Refused(Problem.Kind kind, String read, String allowed) {
      super(read);
      this.kind = kind;
      this.read = read;
      this.allowed = allowed;
    }

    Problem.Kind kind() {
      return kind;
    }

    String read() {
      return read;
    }

    String allowed() {
      return allowed;
    }
  }

  private static final Map<String, String> MIRRORED =
      Map.of("<", ">", ">", "<", "<=", ">=", ">=", "<=");

  private record Operand(Kind kind, Class<?> type, String text) {

    boolean constant() {
      return !Character.isLetter(text.charAt(0)) && text.charAt(0) != '$'
          || text.equals("true")
          || text.equals("false")
          || text.equals("null");
    }
  }

  private final String source;
  private final Class<?> fact;
  private final Map<String, Class<?>> variables;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private Expression(String source, Class<?> fact, Map<String, Class<?>> variables) throws Refused {
    this.source = source;
    this.fact = fact;
    this.variables = variables;
    Matcher matcher = TOKEN.matcher(source);
    int end = 0;
    while (end < source.length() && matcher.find(end) && matcher.start() == end) {
      tokens.add(matcher.group().strip());
      end = matcher.end();
    }
    if (!source.substring(end).isBlank() || tokens.size() > MOST_TOKENS) {
      throw refused();
    }
  }

  /**
   * Reads a constraint.
   *
   * @param fact the class of the pattern that it stands in; {@code Fact} itself where there is none
   *     and only variables can be compared
   * @param variables the variables known so far with their types; receives the one it binds
   * @return the constraint, written anew from what was understood
   */
  static String read(String source, Class<?> fact, Map<String, Class<?>> variables) throws Refused {
    Expression expression = new Expression(source, fact, variables);
    String text = expression.constraint();
    if (expression.at != expression.tokens.size()) {
      throw expression.refused();
    }
    return text;
  }

  private String constraint() throws Refused {
    if (!peek(1).equals(":")) {
      return either();
    }
    String variable = next();
    if (!variable.matches("\\$[a-z][a-zA-Z0-9]*") || variables.containsKey(variable)) {
      throw new Refused(Problem.Kind.DRL_VARIABLE, variable, "$total");
    }
    next();
    Operand bound = operand();
    String text = variable + " : " + bound.text();
    if (bound.text().startsWith("$")) {
      throw refused();
    }
    String rest = "";
    if (at < tokens.size()) {
      rest = comparison(bound).substring(bound.text().length());
    }
    // A fact that may be absent is only bound where it is there, so nothing asks what is not.
    if (bound.kind() == Kind.FACT && !rest.equals(" != null")) {
      throw new Refused(Problem.Kind.DRL_CONSTRAINT, source, text + " != null");
    }
    variables.put(variable, bound.type());
    return text + rest;
  }

  private String either() throws Refused {
    StringBuilder text = new StringBuilder(both());
    while (peek(0).equals("||")) {
      text.append(' ').append(next()).append(' ').append(both());
    }
    return text.toString();
  }

  private String both() throws Refused {
    StringBuilder text = new StringBuilder(term());
    while (peek(0).equals("&&")) {
      text.append(' ').append(next()).append(' ').append(term());
    }
    return text.toString();
  }

  private String term() throws Refused {
    if (!peek(0).equals("(")) {
      return comparison(operand());
    }
    next();
    String inner = either();
    if (!next().equals(")")) {
      throw refused();
    }
    return "( " + inner + " )";
  }

  private String comparison(Operand left) throws Refused {
    String sign = next();
    boolean equality = sign.equals("==") || sign.equals("!=");
    if (!equality && !sign.matches("[<>]=?")) {
      throw refused();
    }
    Operand right = operand();
    boolean absence =
        left.kind() == Kind.FACT && right.kind() == Kind.NULL
            || left.kind() == Kind.NULL && right.kind() == Kind.FACT;
    boolean alike = left.kind() == right.kind() && left.kind() != Kind.FACT;
    if (!(equality ? alike || absence : alike && left.kind() == Kind.NUMBER)) {
      throw refused();
    }
    if (!left.constant()) {
      return left.text() + " " + sign + " " + right.text();
    } else if (right.constant()) {
      throw refused();
    }
    // Drools takes a constant only on the right.
    return right.text() + " " + MIRRORED.getOrDefault(sign, sign) + " " + left.text();
  }

  private Operand operand() throws Refused {
    String token = next();
    if (token.startsWith("\"")) {
      return new Operand(Kind.TEXT, String.class, token);
    } else if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
      long number = Long.parseLong(token); // Never as Java reads it: 010 is 10.
      return new Operand(Kind.NUMBER, long.class, number + (number > Integer.MAX_VALUE ? "L" : ""));
    } else if (token.equals("true") || token.equals("false")) {
      return new Operand(Kind.YES_NO, boolean.class, token);
    } else if (token.equals("null")) {
      return new Operand(Kind.NULL, Object.class, token);
    } else if (token.startsWith("$")) {
      return variable(token);
    } else if (token.isEmpty() || !Character.isLetter(token.charAt(0)) || peek(0).equals("(")) {
      throw refused();
    }
    return property(token, fact, token);
  }

  private Operand variable(String name) throws Refused {
    Class<?> type = variables.get(name);
    if (type == null) {
      throw variables.isEmpty()
          ? new Refused(Problem.Kind.DRL_NO_VARIABLE, name, "")
          : new Refused(Problem.Kind.DRL_VARIABLE, name, String.join(", ", variables.keySet()));
    }
    if (!peek(0).equals(".")) {
      return new Operand(kind(type), type, name);
    }
    next();
    String property = next();
    return property(property, type, name + "." + property);
  }

  private Operand property(String name, Class<?> of, String text) throws Refused {
    Map<String, Class<?>> known = Vocabulary.properties(of);
    Class<?> type = known.get(name);
    if (!Fact.class.isAssignableFrom(of) || of == Fact.class) {
      throw refused(); // A number or a text has no properties.
    } else if (type == null) {
      throw new Refused(Problem.Kind.DRL_PROPERTY, text, String.join(", ", known.keySet()));
    }
    return new Operand(kind(type), type, text);
  }

  private static Kind kind(Class<?> type) {
    if (type == String.class) {
      return Kind.TEXT;
    } else if (type == boolean.class) {
      return Kind.YES_NO;
    }
    return Fact.class.isAssignableFrom(type) ? Kind.FACT : Kind.NUMBER;
  }

  private String peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : "";
  }

  private String next() throws Refused {
    if (at >= tokens.size()) {
      throw refused();
    }
    return tokens.get(at++);
  }

  private Refused refused() {
    return new Refused(Problem.Kind.DRL_CONSTRAINT, source, EXAMPLE);
  }
}

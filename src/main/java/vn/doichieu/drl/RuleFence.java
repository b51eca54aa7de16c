package vn.doichieu.drl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;

/**
 * The fence around one rule: every part of its parsed description is either known to be harmless
 * and written anew, or a problem. What is compiled is what was written anew, so nothing that this
 * class did not understand can reach the compiler.
 */
final class RuleFence {

  private static final Pattern VARIABLE = Pattern.compile("\\$[a-z][a-zA-Z0-9]*");
  private static final Pattern CONSEQUENCE =
      Pattern.compile(
          "\\s*(\\$[a-z][a-zA-Z0-9]*)\\s*\\.\\s*emit\\s*\\(\\s*"
              + "((?:\\$[a-z][a-zA-Z0-9]*(?:\\s*,\\s*\\$[a-z][a-zA-Z0-9]*)*)?)\\s*\\)\\s*;\\s*");
  private static final String BODY = "body";

  private final Vocabulary vocabulary;
  private final RuleDescr rule;
  private final DrlProblems problems;
  private final Map<String, Class<?>> variables = new LinkedHashMap<>();
  private final List<String> patterns = new ArrayList<>();
  private final Set<String> bodies = new HashSet<>();

  private RuleFence(Vocabulary vocabulary, RuleDescr rule, DrlProblems problems) {
    this.vocabulary = vocabulary;
    this.rule = rule;
    this.problems = problems;
  }

  /** The rule written anew; what it holds counts for nothing if problems were added. */
  static String check(Vocabulary vocabulary, RuleDescr rule, DrlProblems problems) {
    return new RuleFence(vocabulary, rule, problems).check();
  }

  private String check() {
    name();
    attributes();
    for (BaseDescr part : rule.getLhs().getDescrs()) {
      part(part);
    }
    if (rule.getLhs().getDescrs().isEmpty()) {
      problems.add(Problem.Kind.DRL_PATTERN, rule.getLine(), rule.getName());
    }
    return "rule \""
        + rule.getName()
        + "\"\nwhen\n"
        + String.join("", patterns)
        + "then\n  "
        + consequence()
        + "\nend\n";
  }

  /** A rule is named by what it is about, with more words behind where several are about it. */
  private void name() {
    String words = "(?: [\\p{L}0-9 ,.()_-]*)?";
    if (vocabulary.subjects().stream().noneMatch(s -> rule.getName().matches(s + words))) {
      problems.add(
          Problem.Kind.DRL_RULE_NAME,
          rule.getLine(),
          rule.getName(),
          String.join(", ", vocabulary.subjects()));
    }
  }

  private void attributes() {
    List<String> present = new ArrayList<>(rule.getAttributes().keySet());
    rule.getAnnotationNames().forEach(name -> present.add("@" + name));
    rule.getNamedConsequences().keySet().forEach(name -> present.add("then[" + name + "]"));
    if (rule.isQuery()) {
      present.add("query");
    }
    if (rule.getParentName() != null) {
      present.add("extends");
    }
    for (String attribute : present) {
      problems.add(Problem.Kind.DRL_ATTRIBUTE, rule.getLine(), attribute);
    }
  }

  private void part(BaseDescr part) {
    if (part instanceof PatternDescr pattern) {
      patterns.add("  " + pattern(pattern, false) + "\n");
    } else if (part instanceof NotDescr not && not.getDescrs().size() == 1) {
      negated("not", not.getDescrs().get(0));
    } else if (part instanceof ExistsDescr exists && exists.getDescrs().size() == 1) {
      negated("exists", (BaseDescr) exists.getDescrs().get(0));
    } else {
      refusePart(part);
    }
  }

  private void negated(String word, BaseDescr inner) {
    if (inner instanceof PatternDescr pattern) {
      patterns.add("  " + word + " " + pattern(pattern, true) + "\n");
    } else {
      refusePart(inner);
    }
  }

  private void refusePart(BaseDescr part) {
    int line = Math.max(part.getLine(), rule.getLine());
    problems.add(Problem.Kind.DRL_PATTERN, line, problems.textOf(line));
  }

  private String pattern(PatternDescr pattern, boolean negated) {
    Class<? extends Fact> fact = vocabulary.facts().get(pattern.getObjectType());
    boolean odd =
        pattern.getSource() != null
            || pattern.isQuery()
            || pattern.isUnification()
            || !pattern.getAnnotationNames().isEmpty()
            || !(pattern.getBehaviors() == null || pattern.getBehaviors().isEmpty());
    String variable = pattern.getIdentifier();
    if (odd || (variable != null && negated)) {
      refusePart(pattern);
      return "";
    }
    if (fact == null) {
      problems.add(
          Problem.Kind.DRL_FACT,
          pattern.getLine(),
          pattern.getObjectType(),
          String.join(", ", vocabulary.facts().keySet()));
      return "";
    }
    Map<String, Class<?>> scope = negated ? new LinkedHashMap<>(variables) : variables;
    List<String> constraints = constraints(pattern, fact, scope);
    // Facts come to the rules some units at a time: what compared two bodies would depend on which.
    boolean first = bodies.isEmpty() && !negated;
    if (!first && constraints.stream().noneMatch(this::sameBody)) {
      problems.add(
          Problem.Kind.DRL_OTHER_BODY, pattern.getLine(), problems.textOf(pattern.getLine()));
    }
    String bound = bind(variable, fact, pattern, negated);
    return bound + fact.getSimpleName() + "( " + String.join(", ", constraints) + " )";
  }

  private String bind(
      @Nullable String variable, Class<?> fact, PatternDescr pattern, boolean negated) {
    if (variable == null) {
      if (!negated) {
        bodies.add("");
      }
      return "";
    }
    if (!VARIABLE.matcher(variable).matches() || variables.containsKey(variable)) {
      problems.add(Problem.Kind.DRL_VARIABLE, pattern.getLine(), variable, "$part");
    }
    bodies.add(variable);
    variables.put(variable, fact);
    return variable + " : ";
  }

  /** "body == $part.body", in either order, for a pattern that came before. */
  private boolean sameBody(String constraint) {
    return bodies.stream()
        .map(variable -> variable + "." + BODY)
        .anyMatch(
            other ->
                constraint.equals(BODY + " == " + other)
                    || constraint.equals(other + " == " + BODY));
  }

  private List<String> constraints(
      PatternDescr pattern, Class<?> fact, Map<String, Class<?>> scope) {
    List<String> constraints = new ArrayList<>();
    for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
      int line = Math.max(constraint.getLine(), pattern.getLine());
      if (constraint instanceof ExprConstraintDescr expression
          && expression.getType() == ExprConstraintDescr.Type.NAMED) {
        try {
          constraints.add(Expression.read(expression.getExpression(), fact, scope));
        } catch (Expression.Refused e) {
          problems.add(e.kind(), line, e.read(), e.allowed());
        }
      } else {
        problems.add(Problem.Kind.DRL_CONSTRAINT, line, problems.textOf(line), "");
      }
    }
    return constraints;
  }

  private String consequence() {
    Matcher matcher = CONSEQUENCE.matcher(String.valueOf(rule.getConsequence()));
    if (!matcher.matches()) {
      refuseConsequence();
      return "";
    }
    List<String> named = new ArrayList<>(List.of(matcher.group(1)));
    if (!matcher.group(2).isEmpty()) {
      named.addAll(List.of(matcher.group(2).strip().split("\\s*,\\s*")));
    }
    if (!named.stream().allMatch(this::isFact)) {
      refuseConsequence();
    }
    return named.get(0)
        + ".emit( "
        + named.stream().skip(1).collect(Collectors.joining(", "))
        + " );";
  }

  private boolean isFact(String variable) {
    Class<?> type = variables.get(variable);
    return type != null && Fact.class.isAssignableFrom(type);
  }

  private void refuseConsequence() {
    problems.add(
        Problem.Kind.DRL_CONSEQUENCE,
        rule.getConsequenceLine(),
        String.valueOf(rule.getConsequence()).strip(),
        variables.entrySet().stream()
            .filter(entry -> Fact.class.isAssignableFrom(entry.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", ")));
  }
}

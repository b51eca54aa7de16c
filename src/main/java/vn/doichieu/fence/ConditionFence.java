package vn.doichieu.fence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;

/** The fence around the conditions of one rule: patterns of facts that are about one body. */
final class ConditionFence {

  private static final Pattern VARIABLE = Pattern.compile("\\$[a-z][a-zA-Z0-9]*");
  private static final String BODY = "body";

  private final Vocabulary vocabulary;
  private final RuleDescr rule;
  private final DrlProblems problems;
  private final Map<String, Class<?>> variables = new LinkedHashMap<>();
  private final List<String> patterns = new ArrayList<>();
  private final Set<String> bodies = new LinkedHashSet<>();
  private boolean asks;

  ConditionFence(Vocabulary vocabulary, RuleDescr rule, DrlProblems problems) {
    this.vocabulary = vocabulary;
    this.rule = rule;
    this.problems = problems;
  }

  /** The conditions written anew. */
  String text() {
    return String.join("", patterns);
  }

  /** The variables that were bound, with their types. */
  Map<String, Class<?>> variables() {
    return variables;
  }

  /** Whether some pattern is about the fact that stands for a question. */
  boolean asks() {
    return asks;
  }

  /** Takes one part of the conditions. */
  void add(BaseDescr part) {
    if (part instanceof PatternDescr pattern
        && pattern.getSource() instanceof AccumulateDescr accumulate) {
      patterns.add("  " + accumulated(pattern, accumulate) + "\n");
    } else if (part instanceof PatternDescr pattern) {
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
    String variable = pattern.getIdentifier();
    if (pattern.getSource() != null || isOdd(pattern) || (variable != null && negated)) {
      refusePart(pattern);
      return "";
    }
    Class<? extends Fact> fact = vocabulary.facts().get(pattern.getObjectType());
    if (fact == null) {
      problems.add(
          Problem.Kind.DRL_FACT,
          pattern.getLine(),
          pattern.getObjectType(),
          String.join(", ", vocabulary.facts().keySet()));
      return "";
    }
    Map<String, Class<?>> scope = negated ? new LinkedHashMap<>(variables) : variables;
    boolean first = bodies.isEmpty() && !negated;
    List<String> constraints = constraints(pattern, fact, scope, first);
    return bind(variable, fact, pattern, negated) + written(fact, constraints);
  }

  private static String written(Class<?> fact, List<String> constraints) {
    return fact.getSimpleName() + "( " + String.join(", ", constraints) + " )";
  }

  private static boolean isOdd(PatternDescr pattern) {
    return pattern.getObjectType() == null // A path and no fact.
        || pattern.isQuery()
        || pattern.isUnification()
        || !pattern.getAnnotationNames().isEmpty()
        || !(pattern.getBehaviors() == null || pattern.getBehaviors().isEmpty());
  }

  /** "accumulate( SubmittedFigure( …, $v : value ); $sum : sum( $v ); $sum > 5 )". */
  private String accumulated(PatternDescr pattern, AccumulateDescr accumulate) {
    boolean known =
        !isOdd(pattern)
            && accumulate.getClass() == AccumulateDescr.class // Grouping ones are of another.
            && pattern.getIdentifier() == null
            && pattern.getObjectType().equals("Object")
            && accumulate.isExternalFunction()
            && accumulate.getFunctions().size() == 1
            && accumulate.isSinglePattern();
    PatternDescr of = known ? accumulate.getInputPattern() : null;
    if (of == null) { // Null for "not", too, which counts as a single pattern.
      refusePart(pattern);
      return "";
    }
    AccumulateFunctionCallDescr call = accumulate.getFunctions().get(0);
    boolean odd = of.getIdentifier() != null || of.getSource() != null || isOdd(of);
    Class<? extends Fact> fact = odd ? null : vocabulary.facts().get(of.getObjectType());
    if (fact == null) {
      refusePart(of);
      return "";
    }
    Map<String, Class<?>> scope = new LinkedHashMap<>(variables);
    List<String> constraints = constraints(of, fact, scope, false);
    int line = Math.max(of.getLine(), rule.getLine());
    String result = String.valueOf(call.getBind());
    Class<?> value = call.getParams().length == 1 ? scope.get(call.getParams()[0].strip()) : null;
    if (value == null
        || !(value == long.class || value == int.class)
        || variables.containsKey(call.getParams()[0].strip())
        || call.isUnification()
        || !Accumulated.BY_NAME.containsKey(call.getFunction())) {
      problems.add(
          Problem.Kind.DRL_FUNCTION,
          line,
          call.getFunction() + "( " + String.join(", ", call.getParams()) + " )",
          String.join(", ", Accumulated.BY_NAME.keySet()));
      return "";
    }
    if (!VARIABLE.matcher(result).matches() || scope.containsKey(result)) {
      problems.add(Problem.Kind.DRL_VARIABLE, line, result, "$sum");
      return "";
    }
    variables.put(result, long.class);
    List<String> compared = read(pattern, line, Fact.class, variables);
    return "accumulate( "
        + written(fact, constraints)
        + "; "
        + result
        + " : whole_"
        + call.getFunction()
        + "( "
        + call.getParams()[0].strip()
        + " )"
        + (compared.isEmpty() ? "" : "; " + String.join(", ", compared))
        + " )";
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

  /** The variable of "body == $part.body", in either order, for a pattern that came before. */
  private @Nullable String tie(String constraint) {
    for (String variable : bodies) {
      String other = variable + "." + BODY;
      for (String tie : vocabulary.ties()) {
        if (constraint.equals(tie + " == " + other) || constraint.equals(other + " == " + tie)) {
          return variable;
        }
      }
    }
    return null;
  }

  private List<String> constraints(
      PatternDescr pattern, Class<?> fact, Map<String, Class<?>> scope, boolean first) {
    List<String> constraints = read(pattern, pattern.getLine(), fact, scope);
    if (fact == vocabulary.answer()) {
      asks = true;
      constraints.add(0, "target == \"" + rule.getName().split(" ", 2)[0] + "\"");
    }
    if (first) {
      return constraints;
    }
    // Facts come to the rules some units at a time: what compared two bodies would depend on which.
    String tied =
        constraints.stream().map(this::tie).filter(Objects::nonNull).findFirst().orElse(null);
    if (tied == null) {
      problems.add(
          Problem.Kind.DRL_OTHER_BODY, pattern.getLine(), problems.textOf(pattern.getLine()));
    } else {
      // First, so that pairs which fail another constraint are counted, too.
      constraints.add(0, "joins( " + tied + ", \"" + rule.getName() + "\" )");
    }
    return constraints;
  }

  private List<String> read(
      PatternDescr pattern, int from, Class<?> fact, Map<String, Class<?>> scope) {
    List<String> constraints = new ArrayList<>();
    for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
      int line = Math.max(constraint.getLine(), from);
      if (constraint instanceof ExprConstraintDescr expression
          && expression.getType() == ExprConstraintDescr.Type.NAMED) {
        try {
          constraints.add(Expression.read(expression.getExpression(), fact, scope));
        } catch (Expression.Refused e) {
          problems.add(e.kind(), line, e.read(), e.allowed());
        }
      } else {
        problems.add(Problem.Kind.DRL_CONSTRAINT, line, problems.textOf(line), "value > 0");
      }
    }
    return constraints;
  }
}

package vn.doichieu.fence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.WrittenRule;

/**
 * The fence around one rule: every part of its parsed description is either known to be harmless
 * and written anew, or a problem. What is compiled is what was written anew, so nothing that this
 * class did not understand can reach the compiler.
 */
final class RuleFence {

  private static final Pattern CONSEQUENCE =
      Pattern.compile(
          "\\s*(\\$[a-z][a-zA-Z0-9]*)\\s*\\.\\s*emit\\s*\\(\\s*"
              + "((?:\\$[a-z][a-zA-Z0-9]*(?:\\s*,\\s*\\$[a-z][a-zA-Z0-9]*)*)?)\\s*\\)\\s*;\\s*");

  /** Of a consequence; a longer one would go deep into the stack. */
  private static final int MOST_CHARACTERS = 1_000;

  private static final Pattern TEXT = Pattern.compile("\"([^\"]{1,2000})\"", Pattern.DOTALL);

  private final Vocabulary vocabulary;
  private final RuleDescr rule;
  private final DrlProblems problems;
  private final ConditionFence conditions;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private @Nullable Class<?> emitted;

  /** Receives the problems of a rule. */
  RuleFence(Vocabulary vocabulary, RuleDescr rule, DrlProblems problems) {
    this.vocabulary = vocabulary;
    this.rule = rule;
    this.problems = problems;
    conditions = new ConditionFence(vocabulary, rule, problems);
  }

  /** The rule written anew; what it holds counts for nothing if problems were added. */
  String check() {
    int before = problems.all().size();
    name();
    attributes();
    rule.getLhs().getDescrs().forEach(conditions::add);
    if (rule.getLhs().getDescrs().isEmpty()) {
      problems.add(Problem.Kind.DRL_PATTERN, rule.getLine(), rule.getName());
    }
    String consequence = consequence(problems.all().size() > before);
    texts();
    return "rule \""
        + rule.getName()
        + "\"\nwhen\n"
        + conditions.text()
        + "then\n  "
        + consequence
        + "\nend\n";
  }

  /** The rule as it stands in its file, once it has been checked. */
  WrittenRule written(DrlFile file) {
    return new WrittenRule(
        rule.getName(),
        emitted == null ? "" : emitted.getSimpleName(),
        texts,
        file.text()
            .substring(
                rule.getStartCharacter(),
                Math.min(rule.getEndCharacter() + 1, file.text().length()))
            .strip(),
        SourceLocation.of(file.name(), rule.getLine()));
  }

  /** A rule is named by what it is about, with more words behind where several are about it. */
  private void name() {
    if (!vocabulary.isName(rule.getName())) {
      problems.add(
          Problem.Kind.DRL_RULE_NAME, rule.getLine(), rule.getName(), vocabulary.namesTold());
    }
  }

  private void attributes() {
    List<String> present = new ArrayList<>(rule.getAttributes().keySet());
    for (String name : rule.getAnnotationNames()) {
      if (!text(name, rule.getAnnotation(name))) {
        present.add("@" + name);
      }
    }
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

  /** Takes a text that a rule says of itself: it is kept beside and never compiled. */
  private boolean text(String name, AnnotationDescr annotation) {
    Matcher text = TEXT.matcher(String.valueOf(annotation.getValueMap().get("value")));
    boolean taken =
        vocabulary.answer() != null
            && Vocabulary.TEXTS_ALLOWED.contains(name)
            && annotation.getValueMap().size() == 1
            && text.matches();
    if (taken) {
      texts.put(name, text.group(1).strip().replaceAll("\\s+", " "));
    }
    return taken;
  }

  /** A rule that no row speaks for has to speak for itself. */
  private void texts() {
    if (vocabulary.answer() == null || emitted == null || emitted == vocabulary.answer()) {
      return;
    }
    if (conditions.asks()) {
      refuseConsequence(); // What is asked of a target is no figure that could be explained.
    }
    for (String name : Vocabulary.TEXTS_NEEDED) {
      if (texts.getOrDefault(name, "").isEmpty()) {
        problems.add(Problem.Kind.DRL_TEXT_MISSING, rule.getLine(), rule.getName(), "@" + name);
      }
    }
  }

  /**
   * The consequence written anew.
   *
   * @param conditionsRefused whether it may be for that that a variable is not known
   */
  private String consequence(boolean conditionsRefused) {
    String written = String.valueOf(rule.getConsequence());
    Matcher matcher = CONSEQUENCE.matcher(written);
    if (written.length() > MOST_CHARACTERS || !matcher.matches()) {
      refuseConsequence();
      return "";
    }
    List<String> named = new ArrayList<>(List.of(matcher.group(1)));
    if (!matcher.group(2).isEmpty()) {
      named.addAll(List.of(matcher.group(2).strip().split("\\s*,\\s*")));
    }
    if (!named.stream().allMatch(this::isFact)) {
      if (!conditionsRefused) {
        refuseConsequence();
      }
      return "";
    }
    emitted = conditions.variables().get(named.get(0));
    return named.get(0)
        + ".emit( "
        + named.stream().skip(1).collect(Collectors.joining(", "))
        + " );";
  }

  private boolean isFact(String variable) {
    Class<?> type = conditions.variables().get(variable);
    return type != null && Fact.class.isAssignableFrom(type);
  }

  private void refuseConsequence() {
    String read = String.valueOf(rule.getConsequence()).strip();
    String known =
        conditions.variables().entrySet().stream()
            .filter(entry -> Fact.class.isAssignableFrom(entry.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    if (known.isEmpty()) {
      problems.add(Problem.Kind.DRL_NO_VARIABLE, rule.getConsequenceLine(), read);
    } else {
      problems.add(Problem.Kind.DRL_CONSEQUENCE, rule.getConsequenceLine(), read, known);
    }
  }
}

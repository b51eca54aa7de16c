package vn.doichieu.fence;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What rules may name: the facts with their properties, and what a rule can be about. */
public final class Vocabulary {

  /** What a rule of a plan's own says of itself, where it is no target with a row that does. */
  static final List<String> TEXTS_NEEDED = List.of("title", "section", "quote", "says");

  /** What it may say besides. */
  static final List<String> TEXTS_ALLOWED =
      List.of("title", "title_en", "section", "quote", "says", "says_en");

  private static final String BODY = "body";
  private static final String WORDS_BEHIND = "(?: [\\p{L}0-9 ,.()_-]{0,200})?";

  private final Map<String, Class<? extends Fact>> facts = new TreeMap<>();
  private final Pattern names;
  private final String namesTold;
  private final List<String> ties;
  private final @Nullable Class<? extends Fact> answer;

  private Vocabulary(
      List<Class<? extends Fact>> facts,
      String names,
      String namesTold,
      List<String> ties,
      @Nullable Class<? extends Fact> answer) {
    facts.forEach(fact -> this.facts.put(fact.getSimpleName(), fact));
    this.names = Pattern.compile(names + WORDS_BEHIND);
    this.namesTold = namesTold;
    this.ties = ties;
    this.answer = answer;
  }

  /**
   * The vocabulary of rules about a few known things.
   *
   * @param facts the classes of facts; rules name them by their simple names
   * @param subjects what rules can be about: the words that their names begin with
   */
  public Vocabulary(List<Class<? extends Fact>> facts, List<String> subjects) {
    this(
        facts,
        subjects.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")")),
        String.join(", ", subjects),
        List.of(BODY),
        null);
  }

  /**
   * The vocabulary of rules that bring their own subjects, each with texts about itself.
   *
   * @param answer a fact that stands for a question: a rule that emits it needs no texts, and sees
   *     only what is asked of the rule's own subject, which is the fact's property {@code target}
   * @param above a property that holds the code of a body that stands above the fact's own
   */
  public static Vocabulary open(
      List<Class<? extends Fact>> facts, Class<? extends Fact> answer, String above) {
    return new Vocabulary(
        facts,
        "[A-Za-z0-9][A-Za-z0-9._-]{0,59}",
        "HM-K1, HM-K1 tên quy tắc",
        List.of(BODY, above),
        answer);
  }

  boolean isName(String name) {
    return names.matcher(name).matches();
  }

  /** What no two rules may share: their names; or their subjects, where each brings its own. */
  String identity(String name) {
    return answer == null ? name : name.split(" ", 2)[0];
  }

  /** What names begin with, for people. */
  String namesTold() {
    return namesTold;
  }

  /** Properties that tie a fact to the body of another by being equal to its {@code body}. */
  List<String> ties() {
    return ties;
  }

  /** The fact that stands for a question; null if there is none, and rules have no texts. */
  @Nullable Class<? extends Fact> answer() {
    return answer;
  }

  /** The facts by the names that rules use. */
  public Map<String, Class<? extends Fact>> facts() {
    return facts;
  }

  /** The properties of a fact with their types; a getter of the fact's own class makes one. */
  static Map<String, Class<?>> properties(Class<?> fact) {
    Map<String, Class<?>> properties = new TreeMap<>();
    for (Method method : fact.getDeclaredMethods()) {
      String property = property(method.getName());
      if (property != null
          && Modifier.isPublic(method.getModifiers())
          && !Modifier.isStatic(method.getModifiers())
          && !method.isSynthetic()
          && method.getParameterCount() == 0) {
        properties.put(property, method.getReturnType());
      }
    }
    return properties;
  }

  private static @Nullable String property(String method) {
    String name =
        method.startsWith("get")
            ? method.substring("get".length())
            : method.startsWith("is") ? method.substring("is".length()) : "";
    return name.isEmpty()
        ? null
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** All of it as text: rules compiled for one vocabulary do not fit another. */
  public String signature() {
    StringBuilder text = new StringBuilder(names + " " + ties + " " + answer);
    facts.values().forEach(fact -> text.append(fact.getName()).append(properties(fact)));
    return text.toString();
  }
}

package vn.doichieu.drl;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What rules may name: the facts with their properties, and what a rule can be about. */
public final class Vocabulary {

  private final Map<String, Class<? extends Fact>> facts = new TreeMap<>();
  private final List<String> subjects;

  /**
   * A closed vocabulary.
   *
   * @param facts the classes of facts; rules name them by their simple names
   * @param subjects what rules can be about: the words that their names begin with
   */
  public Vocabulary(List<Class<? extends Fact>> facts, List<String> subjects) {
    facts.forEach(fact -> this.facts.put(fact.getSimpleName(), fact));
    this.subjects = List.copyOf(subjects);
  }

  List<String> subjects() {
    return subjects;
  }

  /** The facts by the names that rules use. */
  Map<String, Class<? extends Fact>> facts() {
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
  String signature() {
    StringBuilder text = new StringBuilder(subjects.toString());
    facts.values().forEach(fact -> text.append(fact.getName()).append(properties(fact)));
    return text.toString();
  }
}

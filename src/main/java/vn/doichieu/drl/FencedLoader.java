package vn.doichieu.drl;

import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.fence.Accumulated;
import vn.doichieu.fence.Fact;
import vn.doichieu.fence.FileFence;
import vn.doichieu.fence.Vocabulary;

/**
 * The second fence: a class loader for what rules were compiled into. Beyond the compiled classes
 * it knows the facts, Drools' model and the few classes of the JDK that compiled conditions are
 * made of, and no other: not System, not Class, no file, no thread. It finds no resources.
 */
final class FencedLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  /** What compiled rules were seen to use, and no more. */
  private static final Set<String> JAVA =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Enum",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Number",
          "java.lang.Object",
          "java.lang.RuntimeException",
          "java.lang.String",
          "java.lang.Throwable",
          // Accumulating rules hold a lambda; see ClassConstants.
          "java.lang.invoke.CallSite",
          "java.lang.invoke.LambdaMetafactory",
          "java.lang.invoke.MethodHandle",
          "java.lang.invoke.MethodHandles",
          "java.lang.invoke.MethodHandles$Lookup",
          "java.lang.invoke.MethodType",
          "java.util.function.Supplier",
          "org.drools.model.functions.accumulate.AccumulateFunction",
          "java.util.Arrays",
          "java.util.Collections",
          // Each generated model holds a formatter of dates, used or not.
          "java.time.format.DateTimeFormatter",
          "java.time.format.DateTimeFormatterBuilder",
          "java.util.Locale",
          "org.drools.util.DateUtils",
          // Compares numbers and texts.
          "org.drools.modelcompiler.util.EvaluationUtil");

  private static final Pattern MODEL =
      Pattern.compile(
          "org\\.drools\\.model\\.(?:functions\\.|consequences\\.|impl\\.|view\\.|index\\.)?[A-Z]\\w*(?:\\$\\w+)*"
              + "|org\\.drools\\.modelcompiler\\.dsl\\.pattern\\.D");

  private final Map<String, byte[]> classes;
  private final Set<String> facts = new HashSet<>();

  /**
   * A loader for compiled rules.
   *
   * @param facts the classes of facts that the rules were compiled for
   */
  FencedLoader(Map<String, byte[]> classes, Vocabulary facts) {
    super(FencedLoader.class.getClassLoader());
    this.classes = classes;
    this.facts.add(Fact.class.getName());
    this.facts.addAll(Accumulated.names());
    facts.facts().values().forEach(fact -> this.facts.add(fact.getName()));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] bytes = name.startsWith(FileFence.PACKAGE + ".") ? classes.get(name) : null;
      if (bytes != null) {
        if (!ClassConstants.areHarmless(bytes)) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
      if (!facts.contains(name) && !JAVA.contains(name) && !MODEL.matcher(name).matches()) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    return null;
  }

  @Override
  public Enumeration<URL> getResources(String name) {
    return Collections.emptyEnumeration();
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    return null;
  }

  @Override
  public Stream<URL> resources(String name) {
    return Stream.empty();
  }
}

package vn.doichieu.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.fence.FileFence;

/** What compiled rules can reach, even where they were swapped for something else. */
class FencedLoaderTest {

  private static final String NAME = FileFence.PACKAGE + ".Evil";

  @TempDir private Path folder;

  private FencedLoader loader(Map<String, byte[]> classes) {
    return new FencedLoader(classes, RulesFolder.VOCABULARY);
  }

  /** The class Evil, whose constructor does something, behind the fence. */
  private Object evil(String statement) throws IOException, ReflectiveOperationException {
    Path source = folder.resolve("Evil.java");
    Files.writeString(
        source,
        "package %s;\npublic class Evil { public Evil() { try { %s } catch (Throwable e) {"
                .formatted(FileFence.PACKAGE, statement)
            + " throw new RuntimeException(e); } } }\n");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), "--release", "17", source.toString());
    assertThat(failed).isZero();
    byte[] bytes = Files.readAllBytes(folder.resolve(NAME.replace('.', '/') + ".class"));
    return loader(Map.of(NAME, bytes)).loadClass(NAME).getDeclaredConstructor().newInstance();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.exit(7);",
        "Runtime.getRuntime().exec(\"id\");",
        "new java.io.File(\"x\").delete();",
        "Class.forName(\"java.lang.System\");",
        "getClass().getClassLoader();",
        "new Thread().start();",
        "java.nio.file.Files.delete(null);",
        "new java.net.Socket();",
        "java.lang.invoke.MethodHandles.lookup();",
        "java.lang.invoke.MethodType.fromMethodDescriptorString(\"()V\", null);",
        "((java.util.function.Supplier<String>) () -> System.getProperty(\"x\")).get();",
        "((java.util.function.Supplier<Object>) Thread::new).get();",
        "((Runnable) System::gc).run();",
        "String.valueOf((Object) java.lang.invoke.MethodType.methodType(long.class));",
        "new ProcessBuilder(\"id\").start();",
        "javax.naming.InitialContext.doLookup(\"x\");",
        "\"x\".getClass().getMethods();"
      })
  void isNothingOfTheJdkThatActs(String statement) {
    Throwable thrown = catchThrowable(() -> evil(statement));

    assertThat(thrown).isNotNull();
    assertThat(rootCause(thrown)).isInstanceOf(ClassNotFoundException.class);
    // What acts was not found, and not something that the test itself needs.
    assertThat(rootCause(thrown).getMessage()).isNotEqualTo("java.lang.Exception");
  }

  private static Throwable rootCause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  @Test
  void isWhatConditionsAreMadeOf() throws Exception {
    assertThat(evil("Long.valueOf(3).equals(\"x\".length());")).isNotNull();
    assertThat(evil("((java.util.function.Supplier<Long>) () -> 3L).get();")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.System",
        "java.lang.Class",
        "java.lang.Runtime",
        "java.lang.reflect.Method",
        "org.drools.model.codegen.ExecutableModelProject",
        "org.drools.compiler.kie.builder.impl.KieServicesImpl",
        "org.kie.api.KieServices",
        "org.mvel2.MVEL",
        "vn.doichieu.drl.DrlRules",
        "vn.doichieu.cli.Main",
        "vn.doichieu.checks.Absent"
      })
  void isNoOtherClass(String name) {
    assertThatThrownBy(() -> loader(Map.of()).loadClass(name))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void isNoClassThatPutsItselfInAPlaceOfOurs() {
    FencedLoader loader = loader(Map.of("vn.doichieu.drl.Reported", new byte[0]));

    assertThat(catchThrowable(() -> loader.loadClass("vn.doichieu.drl.Reported"))).isNull();
    assertThatThrownBy(
            () -> loader(Map.of("vn.doichieu.x.Y", new byte[0])).loadClass("vn.doichieu.x.Y"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void isNoResource() throws IOException {
    FencedLoader loader = loader(Map.of());
    String there = "vn/doichieu/domain/version.properties";

    assertThat(FencedLoader.class.getClassLoader().getResource(there)).isNotNull();
    assertThat(loader.getResource(there)).isNull();
    assertThat(loader.getResourceAsStream(there)).isNull();
    assertThat(loader.getResources(there).hasMoreElements()).isFalse();
    assertThat(loader.resources(there)).isEmpty();
  }
}

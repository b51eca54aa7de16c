package vn.doichieu.drl;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.WrittenRule;
import vn.doichieu.fence.Fenced;
import vn.doichieu.fence.FileFence;
import vn.doichieu.rules.InvalidRules;

/**
 * Compiles fenced rules into classes. Only this class reaches Drools' compiler, and it is loaded
 * only where rules have changed.
 */
final class RuleCompiler {

  private static final String CLASS = ".class";

  private RuleCompiler() {}

  /**
   * Compiles rules that have passed the fence.
   *
   * @throws InvalidRules if Drools cannot build it all the same
   */
  static CompiledRules compile(Fenced fenced, String place) {
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId(FileFence.PACKAGE, "checks", "1");
    try {
      KieFileSystem files = services.newKieFileSystem();
      files.generateAndWritePomXML(release);
      // Without the encoding, Vietnamese texts would depend on the platform's.
      files.write(
          "src/main/resources/" + FileFence.PACKAGE.replace('.', '/') + "/checks.drl",
          services
              .getResources()
              .newByteArrayResource(fenced.text().getBytes(StandardCharsets.UTF_8), "UTF-8"));
      KieBuilder builder = services.newKieBuilder(files, RuleCompiler.class.getClassLoader());
      builder.buildAll(ExecutableModelProject.class);
      if (builder.getResults().hasMessages(Message.Level.ERROR)) {
        throw notBuilt(place, builder.getResults().getMessages().get(0).getText());
      }
      return classes((InternalKieModule) builder.getKieModule(), fenced.rules(), place);
    } catch (InvalidRules e) {
      throw e;
    } catch (RuntimeException e) {
      throw notBuilt(place, e.toString());
    } finally {
      services.getRepository().removeKieModule(release);
    }
  }

  private static CompiledRules classes(
      InternalKieModule module, List<WrittenRule> rules, String place) {
    Map<String, byte[]> classes = new TreeMap<>();
    String model = "";
    for (String file : module.getFileNames()) {
      if (file.endsWith(CLASS) && file.startsWith(FileFence.PACKAGE.replace('.', '/'))) {
        String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
        classes.put(name, module.getBytes(file));
        model = name.matches("[a-z.]+\\.Rules[0-9A-F]{32}") ? name : model;
      }
    }
    if (model.isEmpty()) {
      throw notBuilt(place, "∅");
    }
    return new CompiledRules(model, classes, rules);
  }

  private static InvalidRules notBuilt(String place, String read) {
    return new InvalidRules(
        List.of(new Problem(Problem.Kind.DRL_NOT_BUILT, SourceLocation.of(place), read)));
  }
}

package vn.doichieu.drl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.drools.base.util.Drools;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ProgramVersion;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.tabular.TextFile;
import vn.doichieu.tabular.UnreadableInput;

/** The rules of a folder's DRL files. Safe for several threads. */
public final class DrlRules {

  /** Raised when the fences change: what passed the old ones is not taken over. */
  private static final String FENCES = "1";

  /** No honest rule emits more often than this for each fact that it looks at. */
  private static final int MOST_FIRINGS = 20;

  private final KieBase knowledge;
  private final String place;

  private DrlRules(KieBase knowledge, String place) {
    this.knowledge = knowledge;
    this.place = place;
  }

  /**
   * The rules of a folder; compiled if its texts have changed since they were last.
   *
   * @param kept where compiled rules are kept; need not be there, nor be writable
   * @throws InvalidRules naming everything in the files that is not allowed or cannot be built
   */
  public static DrlRules of(Path folder, Path kept, Vocabulary vocabulary) {
    List<DrlFile> files = read(folder);
    String key = key(files, vocabulary);
    CompiledRules compiled =
        CompiledRules.kept(kept, key)
            .orElseGet(() -> compiled(folder, files, kept, key, vocabulary));
    try {
      return new DrlRules(knowledge(compiled, vocabulary), folder.toString());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      throw new InvalidRules(
          List.of(
              new Problem(
                  Problem.Kind.DRL_NOT_BUILT, SourceLocation.of(folder.toString()), e.toString())));
    }
  }

  /** The files that rules are read from, in the order of their names. */
  public static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".drl"))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException e) {
      return List.of(); // No rules are a problem of their own.
    }
  }

  private static List<DrlFile> read(Path folder) {
    List<DrlFile> files = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        files.add(new DrlFile(String.valueOf(file.getFileName()), TextFile.read(file)));
      } catch (UnreadableInput e) {
        problems.addAll(e.problems());
      }
    }
    if (files.isEmpty() && problems.isEmpty()) {
      problems.add(
          new Problem(
              Problem.Kind.DRL_NO_RULES, SourceLocation.of(folder.toString()), folder.toString()));
    }
    if (!problems.isEmpty()) {
      throw new InvalidRules(problems);
    }
    return files;
  }

  private static String key(List<DrlFile> files, Vocabulary vocabulary) {
    StringBuilder text = new StringBuilder();
    for (String part :
        List.of(
            FENCES,
            ProgramVersion.text(),
            Drools.getFullVersion(),
            Integer.toString(Runtime.version().feature()),
            vocabulary.signature())) {
      text.append(part).append('\0');
    }
    files.forEach(file -> text.append(file.name()).append('\0').append(file.text()).append('\0'));
    return Hash.hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static CompiledRules compiled(
      Path folder, List<DrlFile> files, Path kept, String key, Vocabulary vocabulary) {
    String fenced = FileFence.check(vocabulary, files);
    CompiledRules compiled = RuleCompiler.compile(fenced, folder.toString());
    compiled.keep(kept, key);
    return compiled;
  }

  private static KieBase knowledge(CompiledRules compiled, Vocabulary vocabulary)
      throws ReflectiveOperationException {
    ClassLoader fenced = new FencedLoader(compiled.classes(), vocabulary);
    Model model = (Model) fenced.loadClass(compiled.model()).getDeclaredConstructor().newInstance();
    return KieBaseBuilder.createKieBaseFromModel(model);
  }

  /** The names of the rules. */
  public List<String> names() {
    return knowledge.getKiePackage(FileFence.PACKAGE).getRules().stream()
        .map(org.kie.api.definition.rule.Rule::getName)
        .toList();
  }

  /**
   * Fires the rules over facts, in one session.
   *
   * @return what they emitted, in no particular order
   * @throws InvalidRules if a rule fires without end
   */
  public List<Emission> fire(List<? extends Fact> facts) {
    Emissions emissions = new Emissions();
    KieSession session = knowledge.newKieSession();
    try {
      session.addEventListener(emissions);
      for (Fact fact : facts) {
        fact.emitTo(emissions);
        session.insert(fact);
      }
      int most = Math.addExact(Math.multiplyExact(facts.size(), MOST_FIRINGS), 1);
      if (session.fireAllRules(most) >= most) {
        throw failed(emissions.all().get(most - 1).rule());
      }
      return emissions.all();
    } catch (InvalidRules e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw failed(e.toString());
    } finally {
      session.dispose();
    }
  }

  private InvalidRules failed(String read) {
    return new InvalidRules(
        List.of(new Problem(Problem.Kind.DRL_FAILED, SourceLocation.of(place), read)));
  }
}

package vn.doichieu.drl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.drools.base.util.Drools;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ProgramVersion;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.WrittenRule;
import vn.doichieu.fence.DrlFile;
import vn.doichieu.fence.Fact;
import vn.doichieu.fence.Fenced;
import vn.doichieu.fence.FileFence;
import vn.doichieu.fence.Vocabulary;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.tabular.TextFile;
import vn.doichieu.tabular.UnreadableInput;

/** The rules of a folder's DRL files. Safe for several threads. */
public final class DrlRules {

  private static final String ENDING = ".drl";

  /** Raised when the fences change: what passed the old ones is not taken over. */
  private static final String FENCES = "2";

  /** No honest rule emits more often than this for each fact that it looks at. */
  private static final int MOST_FIRINGS = 20;

  /** Pairs of facts that all rules look at together, for each fact: one unit has some hundred. */
  private static final int MOST_JOINS = 200;

  /** Pairs that are always allowed. */
  private static final int FEWEST_JOINS = 10_000;

  private final Model model;
  private final Screen screen;
  private final List<WrittenRule> rules;
  private final String place;
  private @Nullable KieBase knowledge;

  private DrlRules(Model model, List<WrittenRule> rules, String place) {
    this.model = model;
    this.screen = Screen.of(model);
    this.rules = rules;
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
    Optional<CompiledRules> before = CompiledRules.kept(kept, key);
    CompiledRules compiled = before.orElseGet(() -> compiled(folder, files, kept, key, vocabulary));
    DrlRules rules;
    try {
      rules = new DrlRules(model(compiled, vocabulary), compiled.rules(), folder.toString());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      throw notBuilt(folder.toString(), e);
    }
    if (before.isEmpty()) {
      rules.prepare(); // What cannot be built is told at once; what was kept has been built before.
    }
    return rules;
  }

  private static InvalidRules notBuilt(String place, Throwable thrown) {
    return new InvalidRules(
        List.of(
            new Problem(
                Problem.Kind.DRL_NOT_BUILT, SourceLocation.of(place), cause(thrown).toString())));
  }

  /** The files that rules are read from, in the order of their names. */
  public static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException e) {
      return List.of(); // No rules are a problem of their own.
    }
  }

  private static List<DrlFile> read(Path folder) {
    List<DrlFile> files = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    long characters = 0;
    for (Path path : files(folder)) {
      String name = String.valueOf(path.getFileName());
      characters += path.toFile().length(); // Bytes: never fewer.
      if (characters > FileFence.MOST_CHARACTERS) {
        problems.add(
            new Problem(
                Problem.Kind.DRL_TOO_LARGE,
                SourceLocation.of(name),
                Long.toString(characters),
                Integer.toString(FileFence.MOST_CHARACTERS)));
        break;
      }
      try {
        files.add(new DrlFile(name, TextFile.read(path)));
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

  /** One at a time: Drools keeps what it compiles under a name, which all folders share. */
  private static synchronized CompiledRules compiled(
      Path folder, List<DrlFile> files, Path kept, String key, Vocabulary vocabulary) {
    Fenced fenced = FileFence.check(vocabulary, files);
    CompiledRules compiled = RuleCompiler.compile(fenced, folder.toString());
    compiled.keep(kept, key);
    return compiled;
  }

  private static Model model(CompiledRules compiled, Vocabulary vocabulary)
      throws ReflectiveOperationException {
    ClassLoader fenced = new FencedLoader(compiled.classes(), vocabulary);
    return (Model) fenced.loadClass(compiled.model()).getDeclaredConstructor().newInstance();
  }

  /**
   * Builds what sessions are made from; without this, the first facts that can take part do. Most
   * data folders have few.
   *
   * @throws InvalidRules if it cannot be built
   */
  public void prepare() {
    knowledge();
  }

  private synchronized KieBase knowledge() {
    KieBase built = knowledge;
    if (built == null) {
      try {
        built = KieBaseBuilder.createKieBaseFromModel(model);
      } catch (RuntimeException | LinkageError e) {
        throw notBuilt(place, e);
      }
      knowledge = built;
    }
    return built;
  }

  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    for (Throwable next = cause; next != null; next = next.getCause()) {
      cause = next;
    }
    return cause;
  }

  /** The names of the rules. */
  public List<String> names() {
    return rules.stream().map(WrittenRule::name).toList();
  }

  /** The rules as they were written. */
  public List<WrittenRule> rules() {
    return rules;
  }

  /** What tells which facts can take part in the rules. */
  public Screen screen() {
    return screen;
  }

  /**
   * Fires the rules over facts, in one session.
   *
   * @return what they emitted, in no particular order
   * @throws InvalidRules if rules join or emit more than any honest ones
   */
  public List<Emission> fire(List<? extends Fact> facts) {
    return fire(screen.relevant(facts), facts.size());
  }

  /**
   * Fires the rules over facts that passed the screen.
   *
   * @param offered how many there were before it: what all of them allow, their part of it may use
   * @return as above
   * @throws InvalidRules as above
   */
  public List<Emission> fire(List<? extends Fact> facts, int offered) {
    return facts.isEmpty() ? List.of() : session(facts, offered);
  }

  /** Fires the rules over facts, whether or not they can take part. */
  List<Emission> session(List<? extends Fact> facts, int offered) {
    long mostJoins = FEWEST_JOINS + (long) offered * MOST_JOINS;
    int most = (int) Math.min(Integer.MAX_VALUE, (long) offered * MOST_FIRINGS + 1);
    Emissions emissions = new Emissions(mostJoins);
    KieSession session = knowledge().newKieSession();
    try {
      session.addEventListener(emissions);
      for (Fact fact : facts) {
        fact.tell(emissions);
        session.insert(fact);
      }
      if (session.fireAllRules(most) < most) {
        return emissions.all();
      }
    } catch (RuntimeException | LinkageError e) {
      String rule = emissions.excessive();
      throw rule == null
          ? failed(Problem.Kind.DRL_FAILED, "", e.toString())
          : failed(Problem.Kind.DRL_JOINS, rule, Long.toString(mostJoins));
    } finally {
      session.dispose();
    }
    String last = emissions.all().get(most - 1).rule();
    throw failed(Problem.Kind.DRL_FIRINGS, last, Integer.toString(most - 1));
  }

  private InvalidRules failed(Problem.Kind kind, String rule, String argument) {
    SourceLocation at =
        rules.stream()
            .filter(written -> written.name().equals(rule))
            .map(WrittenRule::place)
            .findFirst()
            .orElse(SourceLocation.of(place));
    return new InvalidRules(
        List.of(
            kind == Problem.Kind.DRL_FAILED
                ? new Problem(kind, at, argument)
                : new Problem(kind, at, rule, argument)));
  }
}

package vn.doichieu.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.doichieu.cases.Case;
import vn.doichieu.cases.CaseRules;
import vn.doichieu.cases.CaseUnits;
import vn.doichieu.cases.Situation;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.tabular.NearestWord;
import vn.doichieu.tabular.UnreadableInput;

/** The files of cases of a plan, in the folder {@code cases} beside its rule files. */
public final class CaseFiles {

  /** The folder of cases within a plan's folder. */
  public static final String FOLDER = "cases";

  /** The file in it that is no file of cases: changes that no case has to notice, and why. */
  public static final String JUSTIFIED = "justified.csv";

  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".csv");

  /** Files that may lie beside them without being meant as cases. */
  private static final List<String> OTHERS = List.of(".md", ".txt");

  private CaseFiles() {}

  /** The files that are read, in the order of their names. */
  public static List<Path> files(Path rules) {
    return list(rules).stream().filter(file -> endsWith(file, ENDINGS)).toList();
  }

  private static List<Path> list(Path rules) {
    Path folder = rules.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !name(file).startsWith(".") && !name(file).startsWith("~"))
          .filter(file -> !name(file).equals(JUSTIFIED))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UnreadableInput(
          new Problem(Problem.Kind.FILE_UNREADABLE, SourceLocation.of(FOLDER), folder.toString()));
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static boolean endsWith(Path file, List<String> endings) {
    return endings.stream().anyMatch(name(file)::endsWith);
  }

  /**
   * Reads all cases of a plan.
   *
   * @throws UnreadableInput naming everything that is wrong with any of them
   */
  public static List<Case> read(Path rules, Plan plan) {
    List<Problem> problems = new ArrayList<>();
    List<Case> cases = new ArrayList<>();
    for (Path file : list(rules)) {
      Parts parts = new Parts(FOLDER + "/" + name(file), problems);
      try {
        if (endsWith(file, ENDINGS)) {
          Written written =
              name(file).endsWith(".csv")
                  ? CsvText.read(file, parts)
                  : YamlText.read(file, parts.file());
          for (Case raw : CaseReader.read(written, parts, plan)) {
            cases.add(
                CaseUnits.complete(
                    raw,
                    plan,
                    (line, code, known) ->
                        parts.wrong(
                            Problem.Kind.CASE_UNIT_UNKNOWN,
                            line,
                            "units",
                            code,
                            NearestWord.of(code, known))));
          }
        } else if (!endsWith(file, OTHERS)) {
          parts.wrong(Problem.Kind.CASE_FILE_KIND, 0, null, name(file));
        }
      } catch (UnreadableInput e) {
        problems.addAll(e.problems());
      }
    }
    check(cases, plan, problems);
    if (!problems.isEmpty()) {
      throw new UnreadableInput(problems);
    }
    return cases;
  }

  private static void check(List<Case> cases, Plan plan, List<Problem> problems) {
    List<String> ids =
        plan.targets().stream().filter(Target::evaluated).map(Target::id).distinct().toList();
    boolean sound = problems.isEmpty();
    Map<String, SourceLocation> names = new HashMap<>();
    for (Case one : cases) {
      Parts parts = new Parts(one.place().file(), problems);
      if (!ids.contains(one.target())) {
        parts.wrong(
            Problem.Kind.CASE_TARGET_UNKNOWN,
            one.place().row(),
            "target",
            one.target(),
            NearestWord.of(one.target(), ids));
        continue;
      }
      SourceLocation first = names.putIfAbsent(one.target() + "\n" + one.name(), one.place());
      if (first != null) {
        problems.add(
            new Problem(Problem.Kind.CASE_TWICE, one.place(), one.name(), one.target())
                .against(first));
      }
      if (sound) {
        try {
          Situation.of(one, plan.withTargets(CaseRules.targets(plan, one.target())));
        } catch (UnreadableInput e) {
          problems.addAll(e.problems());
        }
      }
    }
  }
}

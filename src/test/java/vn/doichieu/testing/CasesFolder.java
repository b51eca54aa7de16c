package vn.doichieu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.doichieu.casefile.CaseFiles;
import vn.doichieu.cases.Case;
import vn.doichieu.cases.CaseRules;
import vn.doichieu.gauge.DrlTargets;
import vn.doichieu.rules.PlanReader;

/** The cases of a small plan, written by a test. */
public final class CasesFolder {

  private final Path rules;

  public CasesFolder(SmallPlan plan) {
    rules = plan.write();
  }

  /** The plan's folder. */
  public Path rules() {
    return rules;
  }

  /** Writes any file of the folder. */
  public CasesFolder file(String name, String... lines) {
    try {
      Path folder = Files.createDirectories(rules.resolve(CaseFiles.FOLDER));
      Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public List<Case> read() {
    return CaseFiles.read(rules, PlanReader.read(rules));
  }

  /** Runs all cases, in the order of their files. */
  public List<CaseRules.Outcome> run() {
    return read().stream()
        .map(
            one -> {
              var plan = PlanReader.read(rules);
              return CaseRules.of(plan, CaseRules.targets(plan, one.target()), DrlTargets.NONE)
                  .run(one);
            })
        .toList();
  }
}

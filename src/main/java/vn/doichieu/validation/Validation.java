package vn.doichieu.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.check.CompiledPlan;
import vn.doichieu.consistency.ConsistencyChecks;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.doubt.Doubts;
import vn.doichieu.doubt.Remark;
import vn.doichieu.doubt.Reviewed;
import vn.doichieu.rules.InvalidRules;

/**
 * Everything that is wrong or doubtful in a plan's rule files.
 *
 * @param plan the plan as far as it can be read
 * @param errors what keeps the rules from being built, by place
 * @param doubtful what can be read and is probably not meant, by place
 * @param accepted what was doubtful and let stand, by place
 */
public record Validation(
    Plan plan, List<Problem> errors, List<Remark> doubtful, List<Accepting> accepted) {

  public Validation {
    errors = List.copyOf(errors);
    doubtful = List.copyOf(doubtful);
    accepted = List.copyOf(accepted);
  }

  /**
   * A remark that was accepted.
   *
   * @param why the reason, as {@code accepted.csv} gives it
   */
  public record Accepting(Remark remark, String why) {}

  /**
   * Looks through a plan's rule files.
   *
   * @param home the program's folder, with all plans and the checks that they share
   * @param rules the plan's folder of rule files
   * @param units the units that are to be checked; empty if nobody named any
   * @param cases what the plan's worked cases decide; null if they were not run
   * @throws vn.doichieu.tabular.UnreadableInput if what was accepted cannot be read
   */
  public static Validation of(
      Path home, Path rules, List<ReportingUnit> units, Doubts.@Nullable Cases cases) {
    Reviewed reviewed = Reviewed.read(rules);
    List<Problem> errors = new ArrayList<>(reviewed.draft().problems());
    errors.addAll(
        reviewed.whole()
            ? refused(() -> CompiledPlan.read(home, rules))
            : refused(() -> ConsistencyChecks.of(home)));
    errors.sort(Problem.BY_PLACE);
    List<Remark> remarks = new ArrayList<>(Doubts.of(reviewed, home.resolve("rules")));
    if (!units.isEmpty()) {
      remarks.addAll(Doubts.among(reviewed, units));
    }
    if (cases != null) {
      remarks.addAll(Doubts.untried(reviewed, cases));
    }
    return sorted(reviewed, errors, remarks, Accepted.read(rules));
  }

  /** The files beside the rules: any of them may be read, and none may be written to. */
  public static List<Path> files(Path rules) {
    try (Stream<Path> files = Files.list(rules)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      return List.of(); // What the folder lacks is told when it is read.
    }
  }

  private static List<Problem> refused(Runnable reading) {
    try {
      reading.run();
      return List.of();
    } catch (InvalidRules e) {
      return e.problems();
    }
  }

  private static Validation sorted(
      Reviewed reviewed, List<Problem> errors, List<Remark> remarks, Accepted accepted) {
    List<Remark> doubtful = new ArrayList<>();
    List<Accepting> letStand = new ArrayList<>();
    for (Remark remark : remarks) {
      Optional<String> why = accepted.why(remark);
      why.ifPresentOrElse(
          reason -> letStand.add(new Accepting(remark, reason)), () -> doubtful.add(remark));
    }
    if (reviewed.whole()) {
      accepted.remarks().forEach(doubtful::add);
    }
    doubtful.sort(Remark.BY_PLACE);
    return new Validation(reviewed.plan(), errors, doubtful, letStand);
  }
}

package vn.doichieu.doubt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;

/** Everything doubtful in a plan's rule files. */
public final class Doubts {

  private Doubts() {}

  /** Which targets the worked cases of a plan have seen met or not met. */
  @FunctionalInterface
  public interface Cases {

    /** The ids of the targets that some case decided. */
    Set<String> decided();
  }

  /**
   * What is doubtful, by place.
   *
   * @param root the folder of all plans, among which a superior one is looked up
   */
  public static List<Remark> of(Reviewed reviewed, Path root) {
    List<Remark> remarks = new ArrayList<>();
    PlanDoubts.look(reviewed, remarks::add);
    ItemDoubts.look(reviewed, remarks::add);
    RowDoubts.look(reviewed, remarks::add);
    PeriodDoubts.look(reviewed, remarks::add);
    ScopeDoubts.look(reviewed, remarks::add);
    QuoteDoubts.look(reviewed, remarks::add);
    SuperiorDoubts.look(reviewed, root, remarks::add);
    return remarks.stream().distinct().sorted(Remark.BY_PLACE).toList();
  }

  /** What is doubtful in view of the units that are to be checked. */
  public static List<Remark> among(Reviewed reviewed, List<ReportingUnit> units) {
    List<Remark> remarks = new ArrayList<>();
    ScopeDoubts.look(reviewed, units, remarks::add);
    return remarks.stream().sorted(Remark.BY_PLACE).toList();
  }

  /** The rules that no worked case has seen met or not met. */
  public static List<Remark> untried(Reviewed reviewed, Cases cases) {
    Set<String> decided = cases.decided();
    return reviewed.judged().stream()
        .filter(target -> !target.criterion().kind().equals("judgement"))
        .filter(target -> !decided.contains(target.id()))
        .map(Doubts::untried)
        .sorted(Remark.BY_PLACE)
        .toList();
  }

  private static Remark untried(Target target) {
    return new Remark(
        Remark.Kind.NEVER_DECIDED, Reviewed.place(target, "target"), target.id(), target.id());
  }
}

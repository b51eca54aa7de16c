package vn.doichieu.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Problem.Kind;
import vn.doichieu.domain.SourceLocation;

/** Rule files that cannot be built into rules. Exit code 3. */
public final class InvalidRules extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with a cell itself, so that nothing need be said of the text read from it. */
  private static final Set<Kind> OF_THE_CELL =
      EnumSet.of(
          Kind.RULE_CELL_SHOWN_IN_PART,
          Kind.CELL_ERROR,
          Kind.FORMULA_WITHOUT_VALUE,
          Kind.MERGED_CELLS);

  private final transient List<Problem> problems;

  public InvalidRules(List<Problem> problems) {
    super(problems.toString());
    Set<SourceLocation> cells =
        problems.stream()
            .filter(problem -> OF_THE_CELL.contains(problem.kind()))
            .map(Problem::location)
            .collect(Collectors.toSet());
    this.problems =
        problems.stream()
            .filter(p -> OF_THE_CELL.contains(p.kind()) || !cells.contains(p.location()))
            .sorted(Problem.BY_PLACE)
            .toList();
  }

  /** Every problem of the rule files, by place. */
  public List<Problem> problems() {
    return problems;
  }
}

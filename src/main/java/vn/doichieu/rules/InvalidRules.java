package vn.doichieu.rules;

import java.util.List;
import vn.doichieu.domain.Problem;

/** Rule files that cannot be built into rules. Exit code 3. */
public final class InvalidRules extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidRules(List<Problem> problems) {
    super(problems.toString());
    this.problems = problems.stream().sorted(Problem.BY_PLACE).toList();
  }

  /** Every problem of the rule files, by place. */
  public List<Problem> problems() {
    return problems;
  }
}

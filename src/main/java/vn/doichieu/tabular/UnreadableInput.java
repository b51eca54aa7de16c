package vn.doichieu.tabular;

import java.util.List;
import vn.doichieu.domain.Problem;

/** Input that cannot be read at all: the check stops (contract, section 2). Exit code 2. */
public final class UnreadableInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public UnreadableInput(List<Problem> problems) {
    super(problems.toString());
    this.problems = problems.stream().sorted(Problem.BY_PLACE).toList();
  }

  public UnreadableInput(Problem problem) {
    this(List.of(problem));
  }

  /** Every problem found before stopping, by place. */
  public List<Problem> problems() {
    return problems;
  }
}

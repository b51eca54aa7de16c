package vn.doichieu.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;

/** The one row of a small plan, refused for what its cells say. */
public final class Refusal {

  private static final ProblemText ENGLISH = new ProblemText(new Messages(Language.EN));
  private static final Duration SOON = Duration.ofSeconds(5);

  private final List<Problem> problems;

  private Refusal(List<Problem> problems) {
    this.problems = problems;
  }

  /**
   * Of a row.
   *
   * @param cells columns and their texts, by turns
   */
  public static Refusal of(Path folder, String kind, String... cells) {
    Path rules = new SmallPlan(folder).target("T1", kind, cells).write();
    InvalidRules refused =
        Assertions.assertTimeoutPreemptively(
            SOON, () -> catchThrowableOfType(InvalidRules.class, () -> PlanReader.read(rules)));
    assertThat(refused).as("the rules are refused").isNotNull();
    return new Refusal(refused.problems());
  }

  /** Whether somebody is told the cell, what was read there and a value like what is expected. */
  public void tells(String column, String read, String expected) {
    SourceLocation place = SourceLocation.of("targets.csv", 2, column);
    String shown = "“" + (read.isEmpty() ? "(blank)" : read) + "” was read";
    assertThat(problems)
        .filteredOn(problem -> problem.location().equals(place))
        .extracting(ENGLISH::sentence)
        .as("what is told of %s; all: %s", column, problems)
        .anySatisfy(
            told ->
                assertThat(told)
                    .startsWith("targets.csv, line 2, column " + column + ": ")
                    .contains(shown)
                    .contains("a value like " + expected + "."));
  }

  /** That nothing else is told: one mistake, one message. */
  public Refusal only() {
    assertThat(problems).hasSize(1);
    return this;
  }
}

package vn.doichieu.publication;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding;

/**
 * What units replied to questions about findings, to stand in the list.
 *
 * @param all the replies by what was asked about
 */
public record Replies(Map<Subject, Reply> all) {

  /** Nobody was asked anything. */
  public static final Replies NONE = new Replies(Map.of());

  public Replies {
    all = Map.copyOf(all);
  }

  /** A finding that was asked about, by the codes of its target and unit and its period. */
  public record Subject(String target, String unit, String period) {}

  /**
   * What was asked last, and what was replied last.
   *
   * @param answer empty if there is none
   * @param answeredOn the day of the answer; null if there is none
   */
  public record Reply(
      State state, String question, String answer, @Nullable LocalDate answeredOn) {}

  /** How far a question has got. */
  public enum State {
    OPEN,
    ANSWERED,
    ACCEPTED
  }

  /** The reply to a question about a finding; null if nobody asked. */
  @Nullable Reply of(Finding finding) {
    return all.get(
        new Subject(finding.target().id(), finding.unit().code(), finding.period().text()));
  }
}

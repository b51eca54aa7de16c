package vn.doichieu.web.submitting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dry run in words.
 *
 * @param changes what becomes another, or would be invalid
 * @param same what is given as it counts already
 * @param counts a sentence
 */
public record DryRunView(
    List<Row> changes,
    List<Row> same,
    String counts,
    List<Trouble> problems,
    List<Plan> plans,
    List<Question> questions,
    List<Trouble> locked,
    int invalid) {

  public DryRunView {
    changes = List.copyOf(changes);
    same = List.copyOf(same);
    problems = List.copyOf(problems);
    plans = List.copyOf(plans);
    questions = List.copyOf(questions);
    locked = List.copyOf(locked);
  }

  /**
   * A figure.
   *
   * @param kind what becomes of it, as a word of the API
   * @param change the same in words
   * @param from where the value that counts otherwise comes from; empty if there is none
   */
  public record Row(
      String unit,
      String item,
      String label,
      String period,
      String before,
      String after,
      String kind,
      String change,
      String source,
      String from) {}

  /** A problem of a file, in the sentences of the command line. */
  public record Trouble(String place, String read, String what, String expected, String remedy) {}

  /** The findings of a plan that move. */
  public record Plan(String id, String title, List<Move> moves) {

    public Plan {
      moves = List.copyOf(moves);
    }
  }

  /**
   * A finding whose result becomes another.
   *
   * @param before and after the results in words
   * @param was and is the classes of their colours
   */
  public record Move(
      String target,
      String title,
      String unit,
      String period,
      String before,
      String was,
      String after,
      String is,
      String message) {}

  /**
   * What has to be explained.
   *
   * @param key the name of its field
   * @param text what was said or typed before
   */
  public record Question(
      String key,
      String title,
      String unit,
      String period,
      List<String> says,
      @Nullable String text) {

    public Question {
      says = List.copyOf(says);
    }
  }
}

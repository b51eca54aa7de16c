package vn.doichieu.narration;

import java.util.ArrayList;
import java.util.List;
import vn.doichieu.explanation.Step;
import vn.doichieu.explanation.Tested;
import vn.doichieu.explanation.Tested.ClauseRead;
import vn.doichieu.explanation.Tested.Joined;
import vn.doichieu.explanation.Tested.Truth;

/** Conditions with their figures in words, and the points that they count for. */
final class TestedText {

  private final Words words;

  TestedText(Words words) {
    this.words = words;
  }

  /**
   * A condition: one line for a single comparison; of several every one, what they come to by and
   * by, and at last all of them.
   *
   * @param key what the condition is for: "explain.done."
   */
  List<String> lines(String key, Tested tested) {
    ClauseRead only = tested.only();
    if (only != null) {
      return List.of(comparison(key, only));
    }
    List<String> lines = new ArrayList<>();
    lines.add(words.text(key + "several", words.condition(tested.condition())));
    lines.addAll(parts(tested));
    lines.add(words.text(key + "several." + word(tested.truth())));
    return lines;
  }

  /** What a condition of a score counts for, and whether it does. */
  List<String> points(Step.Points step) {
    boolean off = step.points().signum() < 0;
    String points = words.number(step.points().abs());
    Tested tested = step.tested();
    List<String> lines = new ArrayList<>();
    lines.add(
        words.text(
            off ? "explain.step.points.off" : "explain.step.points",
            points,
            words.condition(tested.condition())));
    lines.addAll(parts(tested));
    lines.add(
        switch (tested.truth()) {
          case HOLDS ->
              words.text(off ? "explain.step.points.lost" : "explain.step.points.won", points);
          case FAILS -> words.text(off ? "explain.step.points.kept" : "explain.step.points.none");
          case UNKNOWN, INVALID ->
              words.text(off ? "explain.step.points.off.open" : "explain.step.points.open", points);
        });
    return lines;
  }

  private List<String> parts(Tested tested) {
    List<String> lines = new ArrayList<>();
    tested.read().forEach(read -> lines.add(comparison("explain.part.", read)));
    List<Joined> joined = tested.joined();
    for (Joined part : joined.subList(0, Math.max(0, joined.size() - 1))) {
      lines.add(
          words.text(
              switch (part.truth()) {
                case HOLDS -> "explain.joined.holds";
                case FAILS -> "explain.joined.fails";
                case UNKNOWN, INVALID -> "explain.joined.open";
              },
              words.condition(part.condition())));
    }
    return lines;
  }

  private String comparison(String key, ClauseRead read) {
    String letter = words.letter(read.figure().item());
    String asked = words.asked(read.clause());
    boolean known = read.truth() == Truth.HOLDS || read.truth() == Truth.FAILS;
    return words.text(
        key + word(read.truth()), letter, known ? words.value(read.figure()) : "", asked);
  }

  private static String word(Truth truth) {
    return switch (truth) {
      case HOLDS -> "holds";
      case FAILS -> "fails";
      case UNKNOWN -> "unknown";
      case INVALID -> "invalid";
    };
  }
}

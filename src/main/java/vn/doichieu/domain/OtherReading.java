package vn.doichieu.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another way to read a target's sentence than the one that is judged by: one row of {@code
 * readings.csv}.
 *
 * @param target the id of the target
 * @param letter tells the readings of one target apart: "a"
 * @param says the reading in words, in Vietnamese
 * @param saysEn the same in English; empty if the file does not say
 * @param decidedBy who should decide between the readings
 * @param note remarks of the rule file
 * @param way how its result is found
 */
public record OtherReading(
    String target,
    String letter,
    String says,
    String saysEn,
    String decidedBy,
    String note,
    Way way) {

  /** The reading's name: {@code HM-N5/a}. */
  public String id() {
    return target + "/" + letter;
  }

  /** How the result under a reading is found. */
  public sealed interface Way {

    /** By judging the target with other cells. */
    record Judged(Target target) implements Way {}

    /** By other targets, all of which have to be met. */
    record AllOf(List<String> targets) implements Way {
      public AllOf {
        targets = List.copyOf(targets);
      }
    }

    /** The same for every unit that the reading is about. */
    record Fixed(Result result, Target.Scope scope) implements Way {}

    /** Not from the figures that are collected. */
    record InWordsOnly() implements Way {}
  }

  /**
   * What a finding would be under another reading.
   *
   * @param result null where the figures that are collected cannot tell
   * @param finding the whole finding under the reading; null where nothing was judged anew
   */
  public record Verdict(OtherReading reading, @Nullable Result result, @Nullable Finding finding) {

    /** Whether the verdict hangs on the reading. */
    public boolean differsFrom(Finding chosen) {
      return result != null && result != chosen.result();
    }
  }
}

package vn.doichieu.evaluation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.doichieu.rulebase.Verdicts;

/**
 * Who does work that falls into parts: the calling thread, or every processor.
 *
 * @param parts how many parts lines are split into, one for each processor that works
 */
record Workers(int parts) {

  /** Below this many units a second thread costs more than it saves. */
  private static final int WORTH_ANOTHER = 4000;

  /** The calling thread alone. */
  static final Workers ONE = new Workers(1);

  /** Some of the lines of every slot: those of the same share of the units. */
  record Part(int number, int of) {
    int start(int lines) {
      return (int) ((long) lines * number / of) / Verdicts.TOGETHER * Verdicts.TOGETHER;
    }

    int end(int lines) {
      return number + 1 == of ? lines : new Part(number + 1, of).start(lines);
    }
  }

  /** Every processor, where so many units are worth it. */
  static Workers forUnits(int units) {
    int processors = Runtime.getRuntime().availableProcessors();
    return units < WORTH_ANOTHER || processors == 1 ? ONE : new Workers(processors);
  }

  /** Does something with every part of the lines. */
  <T> List<T> byPart(Function<Part, T> work) {
    return map(IntStream.range(0, parts).mapToObj(i -> new Part(i, parts)).toList(), work);
  }

  /** Does something with each, and keeps the order. */
  <S, T> List<T> map(List<S> all, Function<S, T> work) {
    return (parts == 1 ? all.stream() : all.parallelStream()).map(work).toList();
  }
}

package vn.doichieu.rulebase;

import java.util.List;

/**
 * What a rule says of each of its lines: whether the target holds, and with more than was asked.
 * Two bits a line: with thirty lines a unit and a million units they are most of what an evaluation
 * keeps.
 */
public final class Verdicts {

  /** Parts of lines that are joined have to start at a multiple of this many. */
  public static final int TOGETHER = 4;

  static final byte FAILS = 0;
  static final byte HOLDS = 1;
  static final byte EXCEEDED = 2;

  private static final int BITS = 2;
  private static final int MASK = 3;

  private final int size;
  private final byte[] packed;

  private Verdicts(int size) {
    this.size = size;
    packed = new byte[(size + TOGETHER - 1) / TOGETHER];
  }

  /** Nothing holds. */
  public static Verdicts none(int lines) {
    return new Verdicts(lines);
  }

  static Verdicts of(int lines, int width, Lines.Numbers numbers, LineTest test) {
    Verdicts verdicts = new Verdicts(lines);
    long[] read = new long[width];
    for (int line = 0; line < lines; line++) {
      if (numbers.read(line, read)) {
        verdicts.put(line, test.verdict(read));
      }
    }
    return verdicts;
  }

  /** The verdict on a line; one that exceeds stays so. */
  void put(int line, byte verdict) {
    packed[line / TOGETHER] |= (byte) (verdict << line % TOGETHER * BITS);
  }

  private int at(int line) {
    return packed[line / TOGETHER] >> line % TOGETHER * BITS & MASK;
  }

  /** Whether the target of a line holds. */
  public boolean held(int line) {
    return at(line) != FAILS;
  }

  /** Whether it holds with more than was asked. */
  public boolean exceeded(int line) {
    return (at(line) & EXCEEDED) != 0;
  }

  /** The verdicts of lines that were judged in parts. */
  public static Verdicts joined(List<Verdicts> parts) {
    Verdicts all = none(parts.stream().mapToInt(part -> part.size).sum());
    int at = 0;
    for (Verdicts part : parts) {
      System.arraycopy(part.packed, 0, all.packed, at, part.packed.length);
      at += part.packed.length;
    }
    return all;
  }
}

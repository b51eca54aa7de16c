package vn.doichieu.rulebase;

/**
 * What a rule says of each of its lines: whether the target holds, and with more than was asked.
 */
public final class Verdicts {

  /** Of no lines. */
  public static final Verdicts NONE = none(0);

  static final byte FAILS = 0;
  static final byte HOLDS = 1;
  static final byte EXCEEDED = 2;

  private final byte[] byLine;

  private Verdicts(byte[] byLine) {
    this.byLine = byLine;
  }

  /** Nothing holds. */
  static Verdicts none(int lines) {
    return new Verdicts(new byte[lines]);
  }

  static Verdicts of(int lines, int width, Lines.Numbers numbers, LineTest test) {
    byte[] byLine = new byte[lines];
    long[] read = new long[width];
    for (int line = 0; line < lines; line++) {
      if (numbers.read(line, read)) {
        byLine[line] = test.verdict(read);
      }
    }
    return new Verdicts(byLine);
  }

  /** Says of one line that the target holds. */
  void put(int line, byte verdict) {
    byLine[line] = verdict;
  }

  /** Whether the target of a line holds. */
  public boolean held(int line) {
    return byLine[line] != FAILS;
  }

  /** Whether it holds with more than was asked. */
  public boolean exceeded(int line) {
    return byLine[line] == EXCEEDED;
  }

  /** The verdicts of lines that were judged in parts. */
  public static Verdicts joined(Iterable<Verdicts> parts) {
    int size = 0;
    for (Verdicts part : parts) {
      size += part.byLine.length;
    }
    byte[] all = new byte[size];
    int at = 0;
    for (Verdicts part : parts) {
      System.arraycopy(part.byLine, 0, all, at, part.byLine.length);
      at += part.byLine.length;
    }
    return new Verdicts(all);
  }
}

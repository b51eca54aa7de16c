package vn.doichieu.terminal;

/** What the process says to scripts (contract, section 3). */
public final class ExitCode {

  /** No binding finding is not_met, missing or invalid. */
  public static final int PASSED = 0;

  /** Some binding finding is not_met, missing or invalid. */
  public static final int FAILED = 1;

  /** Bad usage, or input that cannot be read. */
  public static final int USAGE = 2;

  /** The rule files do not compile. */
  public static final int RULES = 3;

  private ExitCode() {}
}

package vn.doichieu.cli;

/** What the process says to scripts (contract, section 3). */
final class ExitCode {

  /** No binding finding is not_met, missing or invalid. */
  static final int PASSED = 0;

  /** Some binding finding is not_met, missing or invalid. */
  static final int FAILED = 1;

  /** Bad usage, or input that cannot be read. */
  static final int USAGE = 2;

  /** The rule files do not compile. */
  static final int RULES = 3;

  private ExitCode() {}
}

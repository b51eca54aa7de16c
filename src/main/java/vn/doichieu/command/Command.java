package vn.doichieu.command;

import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.Syntax;

/** One thing that the program does when asked. */
public interface Command {

  /** The arguments it takes. */
  Syntax syntax();

  /**
   * Does it.
   *
   * @return the exit code
   * @throws vn.doichieu.terminal.UsageProblem if the arguments cannot be followed
   * @throws vn.doichieu.rules.InvalidRules if the rule files do not compile
   * @throws vn.doichieu.tabular.UnreadableInput if the data cannot be read
   */
  int run(Arguments arguments, Console console);
}

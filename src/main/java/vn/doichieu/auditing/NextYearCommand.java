package vn.doichieu.auditing;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import vn.doichieu.command.Command;
import vn.doichieu.drafting.NextYear;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.wording.Messages;

/** {@code doichieu rules next-year}: a plan moved to another year. */
final class NextYearCommand implements Command {

  @Override
  public Syntax syntax() {
    return new Syntax("rules next-year", List.of(Syntax.PLAN, "YEAR"));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    Messages messages = arguments.messages();
    int year = NewCommand.year(arguments.secondOperand(), messages);
    NextYear next = NextYear.of(arguments.rules(), year, messages);
    if (next.before() == year) {
      throw new UsageProblem(messages.text("drafting.same_year", year));
    }
    Path folder = next.target();
    AtomicInteger lines = new AtomicInteger();
    NewCommand.make(folder, () -> lines.set(next.make()), messages);
    console.write(
        messages.text("drafting.next.done", folder, lines.get(), next.id()) + "\n", messages);
    return ExitCode.PASSED;
  }
}

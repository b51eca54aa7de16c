package vn.doichieu.auditing;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.command.Command;
import vn.doichieu.drafting.NewPlan;
import vn.doichieu.drafting.PlanId;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlainText;

/** {@code doichieu rules new}: a folder of rule files to begin with. */
final class NewCommand implements Command {

  private static final String YEAR = "year";
  private static final Pattern IN_ID = Pattern.compile("(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])");

  @Override
  public Syntax syntax() {
    return new Syntax("rules new", Syntax.PLAN, Choice.value(YEAR, "YYYY"));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    Messages messages = arguments.messages();
    String id = arguments.operand();
    if (!PlanId.isValid(id)) {
      throw new UsageProblem(messages.text("drafting.new.id", PlainText.of(id)));
    }
    Path folder = arguments.home().resolve("rules").resolve(id);
    int year = year(arguments, id, messages);
    make(folder, () -> NewPlan.make(folder, year), messages);
    console.write(messages.text("drafting.new.done", folder, id, year) + "\n", messages);
    return ExitCode.PASSED;
  }

  /** Makes a folder that must not be there yet. */
  static void make(Path folder, Runnable making, Messages messages) {
    if (Files.exists(folder)) {
      throw new UsageProblem(messages.text("drafting.exists", folder));
    }
    try {
      making.run();
    } catch (UncheckedIOException e) {
      throw new UsageProblem(
          messages.text("drafting.failed", folder, String.valueOf(e.getMessage())));
    }
  }

  /** The year as a number; what is none, or too far away to be meant, is refused. */
  static int year(String text, Messages messages) {
    if (!text.matches("(19|20)[0-9]{2}")) {
      throw new UsageProblem(messages.text("drafting.year", PlainText.of(text)));
    }
    return Integer.parseInt(text);
  }

  private static int year(Arguments arguments, String id, Messages messages) {
    if (arguments.has(YEAR)) {
      return year(arguments.text(YEAR), messages);
    }
    Matcher inId = IN_ID.matcher(id);
    return inId.find() ? Integer.parseInt(inId.group(1)) : arguments.asOf().getYear();
  }
}

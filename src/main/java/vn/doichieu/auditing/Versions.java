package vn.doichieu.auditing;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.doichieu.check.CompiledPlan;
import vn.doichieu.command.Requested;
import vn.doichieu.consistency.ConsistencyChecks;
import vn.doichieu.edits.RuleEdits;
import vn.doichieu.edits.RuleFiles;
import vn.doichieu.revision.PlanVersion;
import vn.doichieu.revision.RefusedRevision;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.RulesFolders;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.wording.Messages;

/**
 * The two versions of {@code PLAN --against DIR|GIT-REV}, both of which compile.
 *
 * @param before the version before
 * @param after the edited version: PLAN
 */
record Versions(PlanVersion before, PlanVersion after, RuleEdits edits) implements AutoCloseable {

  static final Choice AGAINST = Choice.value("against", "DIR|GIT-REV").must();

  /**
   * Finds and compiles both.
   *
   * @throws UsageProblem if the version before cannot be had
   * @throws InvalidRules if one does not compile, after telling which
   */
  static Versions open(Arguments arguments, Console console) {
    PlanVersion after =
        PlanVersion.ofFolder(arguments.operand(), arguments.rules(), arguments.home());
    PlanVersion before = before(arguments, after);
    try {
      return compiled(before, after, arguments.messages(), console);
    } catch (RuntimeException | Error e) {
      before.close();
      throw e;
    }
  }

  private static PlanVersion before(Arguments arguments, PlanVersion after) {
    String given = arguments.text("against");
    Messages messages = arguments.messages();
    Path folder = folder(given, arguments);
    if (folder != null && Files.exists(folder.resolve("plan.yaml"))) {
      return PlanVersion.ofFolder(given, folder, arguments.home());
    }
    try {
      return PlanVersion.ofCommit(given, after.folder(), arguments.home());
    } catch (RefusedRevision e) {
      if (folder != null) {
        return PlanVersion.ofFolder(given, folder, arguments.home()); // What it lacks is told.
      }
      throw new UsageProblem(messages.text("revision." + e.why().code(), given, e.read()));
    }
  }

  /** The folder that a text names, if there is one; nothing is a folder that is no path. */
  private static @Nullable Path folder(String given, Arguments arguments) {
    try {
      return new RulesFolders(arguments.home(), arguments.messages()).find(given);
    } catch (UsageProblem | InvalidPathException e) {
      return null;
    }
  }

  private static Versions compiled(
      PlanVersion before, PlanVersion after, Messages messages, Console console) {
    InvalidRules beforeFails = compile(before);
    InvalidRules afterFails = compile(after);
    if (afterFails != null) {
      console.error(messages.text("edits.invalid.after", after.given()));
      if (beforeFails == null) {
        throw afterFails;
      }
      Requested.report("problems.rules", afterFails.problems(), console, messages);
    }
    if (beforeFails != null) {
      console.error(messages.text("edits.invalid.before", before.given()));
      throw beforeFails;
    }
    return new Versions(before, after, RuleEdits.between(files(before), files(after)));
  }

  private static @Nullable InvalidRules compile(PlanVersion version) {
    try {
      CompiledPlan.read(version.home(), version.folder());
      return null;
    } catch (InvalidRules e) {
      return e;
    }
  }

  private static RuleFiles files(PlanVersion version) {
    return RuleFiles.read(version.folder(), ConsistencyChecks.files(version.home()));
  }

  @Override
  public void close() {
    before.close();
  }
}

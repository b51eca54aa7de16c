package vn.doichieu.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.check.Check;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.history.Changes;
import vn.doichieu.history.PreviousResult;
import vn.doichieu.letterhead.Issuer;
import vn.doichieu.letterhead.IssuerReader;
import vn.doichieu.listing.Listing;
import vn.doichieu.masking.Masking;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.OutputFolder;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.wording.Messages;

/** {@code doichieu report}: the leaders' list of what is not met, and letters to units. */
final class ReportCommand implements Command {

  private static final String PREVIOUS = "previous";
  private static final String ISSUER = "issuer";
  private static final String PER_UNIT = "per-unit";
  private static final String MASK = "mask-small";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "report",
        Syntax.PLAN,
        Requested.DATA,
        Choice.value("output", "DIR").must(),
        Choice.values("format", "xlsx,docx,pdf,html"),
        Requested.AS_OF,
        Requested.CLOSED,
        Choice.value(PREVIOUS, "RESULT.json"),
        Choice.value(ISSUER, "FILE.yaml"),
        Choice.flag(PER_UNIT),
        Choice.flag(MASK));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    Messages messages = arguments.messages();
    Set<ReportFormat> formats = formats(arguments);
    Check check = Requested.check(arguments);
    boolean masked = arguments.has(MASK);
    OutputFolder folder = OutputFolder.of(arguments.path("output"), messages);
    folder.keep(inputs(arguments, check), ReportFiles.names(formats, masked));
    Issuer issuer =
        arguments.has(ISSUER) ? IssuerReader.read(arguments.path(ISSUER)) : Issuer.UNKNOWN;
    Evaluation evaluation = Requested.run(check, console, messages);
    Requested.reportProblems(evaluation, console, messages);
    PreviousResult previous =
        arguments.has(PREVIOUS)
            ? PreviousResult.read(arguments.path(PREVIOUS), evaluation.plan(), evaluation.asOf())
            : null;
    ReportFiles files =
        new ReportFiles(
            Listing.of(evaluation),
            Changes.of(evaluation, previous, Listing::listed),
            masked ? Masking.small(evaluation) : Masking.none(),
            issuer,
            formats,
            messages,
            console);
    boolean letters = arguments.has(PER_UNIT);
    Path kept = folder.write(beside -> files.write(beside, letters), ReportFiles.LETTERS);
    tell(folder, kept, console, messages);
    return ExitCode.PASSED;
  }

  private static Set<ReportFormat> formats(Arguments arguments) {
    List<String> known = Arrays.stream(ReportFormat.values()).map(ReportFormat::code).toList();
    Set<String> words = arguments.words("format", known, known);
    Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
    for (ReportFormat format : ReportFormat.values()) {
      if (words.isEmpty() || words.contains(format.code())) {
        formats.add(format);
      }
    }
    return formats;
  }

  private static List<Path> inputs(Arguments arguments, Check check) {
    Stream<Path> files = Stream.of(PREVIOUS, ISSUER).filter(arguments::has).map(arguments::path);
    return Stream.concat(check.inputs().stream(), files).toList();
  }

  private static void tell(
      OutputFolder folder, @Nullable Path kept, Console console, Messages messages) {
    if (kept != null) {
      console.error(messages.text("cli.report.kept", kept));
    }
    if (console.watched()) {
      console.error(messages.text("cli.output.written", folder));
    }
  }
}

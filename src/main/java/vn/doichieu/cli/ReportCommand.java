package vn.doichieu.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.doichieu.check.Check;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.edition.ListFiles;
import vn.doichieu.edition.ListFormat;
import vn.doichieu.history.Changes;
import vn.doichieu.history.PreviousResult;
import vn.doichieu.letterhead.Issuer;
import vn.doichieu.letterhead.IssuerReader;
import vn.doichieu.listing.Listing;
import vn.doichieu.masking.Masking;
import vn.doichieu.publication.Replies;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.OutputFolder;
import vn.doichieu.terminal.Progress;
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
    Set<ListFormat> formats = formats(arguments);
    Check check = Requested.check(arguments);
    boolean masked = arguments.has(MASK);
    EarlierList earlier = new EarlierList(arguments.path("output"));
    OutputFolder folder = folder(arguments, check, formats);
    if (masked) {
      earlier.requireNoResult(messages);
    }
    Issuer issuer =
        arguments.has(ISSUER) ? IssuerReader.read(arguments.path(ISSUER)) : Issuer.UNKNOWN;
    Evaluation evaluation = Requested.run(check, console, messages);
    Requested.reportProblems(evaluation, console, messages);
    PreviousResult previous =
        arguments.has(PREVIOUS)
            ? PreviousResult.read(arguments.path(PREVIOUS), evaluation.plan(), evaluation.asOf())
            : null;
    ListFiles files =
        new ListFiles(
            Listing.of(evaluation),
            Changes.of(evaluation, previous),
            masked ? Masking.small(evaluation) : Masking.none(),
            issuer,
            formats,
            messages,
            Replies.NONE,
            name -> new Progress(console, messages.text("cli.report.writing", name))::close);
    boolean letters = arguments.has(PER_UNIT);
    List<Path> kept = folder.write(beside -> files.write(beside, letters), earlier.keptAs());
    kept.forEach(path -> console.error(messages.text("cli.report.kept", path)));
    if (previous != null && previous.asOf().equals(evaluation.asOf())) {
      console.error(messages.text("cli.report.same_day", arguments.path(PREVIOUS)));
    }
    if (console.watched()) {
      console.error(messages.text("cli.output.written", folder));
    }
    return ExitCode.PASSED;
  }

  /** The folder to write to, of which nothing that is read will be lost. */
  private static OutputFolder folder(Arguments arguments, Check check, Set<ListFormat> formats) {
    OutputFolder folder = OutputFolder.of(arguments.path("output"), arguments.messages());
    folder.apartFrom(arguments.path("data"));
    folder.keep(inputs(arguments, check, PREVIOUS, ISSUER), ListFiles.names(formats));
    // The earlier result may be the one that is read: it is kept under the name of its day.
    folder.keep(inputs(arguments, check, ISSUER), List.of(ListFiles.RESULT));
    folder.makeRoom(ListFiles.LETTERS);
    return folder;
  }

  private static Set<ListFormat> formats(Arguments arguments) {
    List<String> known = Arrays.stream(ListFormat.values()).map(ListFormat::code).toList();
    Set<String> words = arguments.words("format", known, known);
    Set<ListFormat> formats = EnumSet.noneOf(ListFormat.class);
    for (ListFormat format : ListFormat.values()) {
      if (words.isEmpty() || words.contains(format.code())) {
        formats.add(format);
      }
    }
    return formats;
  }

  private static List<Path> inputs(Arguments arguments, Check check, String... options) {
    Stream<Path> files = Stream.of(options).filter(arguments::has).map(arguments::path);
    return Stream.concat(check.inputs().stream(), files).toList();
  }
}

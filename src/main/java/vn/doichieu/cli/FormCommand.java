package vn.doichieu.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.form.EntryForm;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Progress;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlainText;

/** {@code doichieu form}: the workbook in which units enter their figures. */
final class FormCommand implements Command {

  private static final String SHEETS = "sheets";
  private static final String WIDE = "wide";

  /** Codes of units shown to somebody who named one that does not exist. */
  private static final int CODES_SHOWN = 50;

  @Override
  public Syntax syntax() {
    return new Syntax(
        "form",
        Syntax.PLAN,
        Choice.value("units", "units.csv").must(),
        Requested.OUTPUT.must(),
        Choice.value("layout", SHEETS + "|" + WIDE),
        Choice.values("unit", "CODE"));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    Messages messages = arguments.messages();
    boolean wide = arguments.word("layout", SHEETS, List.of(SHEETS, WIDE)).equals(WIDE);
    Path rules = arguments.rules();
    Path units = arguments.path("units");
    Requested requested = Requested.of(arguments, console, EntryForm.inputs(rules, units));
    if (!arguments.text("output").toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw new UsageProblem(messages.text("cli.form.not_xlsx", arguments.text("output")));
    }
    EntryForm form = chosen(arguments, EntryForm.read(rules, units));
    if (!form.problems().isEmpty()) {
      Requested.report("problems.some", form.problems(), console, messages);
    }
    reportUnasked(form, console, messages);
    int sheets = form.units().size() - form.unasked().size();
    if (sheets == 0) {
      throw new UsageProblem(messages.text("cli.form.nothing"));
    }
    if (!wide && sheets > EntryForm.MOST_SHEETS) {
      throw new UsageProblem(
          messages.text(
              "cli.form.too_many",
              messages.language().number(sheets),
              messages.language().number(EntryForm.MOST_SHEETS)));
    }
    try (Progress working = new Progress(console, messages.text("cli.form.working"))) {
      requested.writeBytes(
          out -> {
            if (wide) {
              form.writeWide(out, messages);
            } else {
              form.writeSheets(out, messages);
            }
          });
    }
    return ExitCode.PASSED;
  }

  private static EntryForm chosen(Arguments arguments, EntryForm all) {
    List<String> known = all.units().stream().map(ReportingUnit::code).toList();
    Set<String> codes =
        arguments.words("unit", known, known.stream().sorted().limit(CODES_SHOWN).toList());
    return arguments.has("unit") ? all.forUnits(codes) : all;
  }

  private static void reportUnasked(EntryForm form, Console console, Messages messages) {
    List<ReportingUnit> unasked = form.unasked();
    if (!unasked.isEmpty()) {
      String names =
          unasked.stream()
              .limit(CODES_SHOWN)
              .map(unit -> unit.name() + " (" + unit.code() + ")")
              .collect(Collectors.joining(", "));
      String more = unasked.size() > CODES_SHOWN ? ", …" : "";
      console.error(messages.text("cli.form.unasked", unasked.size(), PlainText.of(names + more)));
    }
  }
}

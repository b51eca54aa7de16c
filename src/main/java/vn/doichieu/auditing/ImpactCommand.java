package vn.doichieu.auditing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.doichieu.check.Check;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.impact.FolderImpact;
import vn.doichieu.impact.Impact;
import vn.doichieu.impact.ImpactJson;
import vn.doichieu.impact.ImpactPage;
import vn.doichieu.impact.ImpactTable;
import vn.doichieu.report.TextTable;
import vn.doichieu.revision.PlanVersion;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.terminal.UsageProblem;

/** {@code doichieu rules impact}: which findings flip on real figures, and by which edit. */
final class ImpactCommand implements Command {

  @Override
  public Syntax syntax() {
    return new Syntax(
        "rules impact",
        Syntax.PLAN,
        Choice.values("data", "DIR").must(),
        Versions.AGAINST,
        Requested.AS_OF,
        Requested.CLOSED,
        Choice.value("format", "table|json|html"),
        Requested.OUTPUT);
  }

  @Override
  public int run(Arguments arguments, Console console) {
    String format = arguments.word("format", "table", List.of("table", "json", "html"));
    LocalDate asOf = arguments.asOf();
    List<Path> data = folders(arguments);
    try (Versions versions = Versions.open(arguments, console)) {
      List<Check> before = checks(versions.before(), data, asOf, arguments.has("closed"));
      List<Check> after = checks(versions.after(), data, asOf, arguments.has("closed"));
      List<Path> inputs = new ArrayList<>();
      before.forEach(check -> inputs.addAll(check.inputs()));
      after.forEach(check -> inputs.addAll(check.inputs()));
      Requested requested = Requested.of(arguments, console, inputs);
      Impact impact = requested.working(() -> impact(versions, data, before, after));
      write(format, impact, arguments, console, requested);
      return impact.flips() > 0 ? ExitCode.FAILED : ExitCode.PASSED;
    }
  }

  /** The data folders; one that is named twice would count twice. */
  private static List<Path> folders(Arguments arguments) {
    List<Path> folders = arguments.paths("data");
    Set<Path> seen = new HashSet<>();
    for (Path folder : folders) {
      try {
        Path real = Files.exists(folder) ? folder.toRealPath() : folder;
        if (!seen.add(real)) {
          throw new UsageProblem(arguments.messages().text("impact.data_twice", folder));
        }
      } catch (IOException e) {
        continue; // That it cannot be read is told by what reads it.
      }
    }
    return folders;
  }

  private static List<Check> checks(
      PlanVersion version, List<Path> data, LocalDate asOf, boolean closed) {
    return data.stream()
        .map(folder -> new Check(version.home(), version.folder(), folder, asOf, closed))
        .toList();
  }

  private static Impact impact(
      Versions versions, List<Path> data, List<Check> before, List<Check> after) {
    List<FolderImpact> folders = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      folders.add(
          FolderImpact.of(
              data.get(i).toString(), versions.edits(), before.get(i).run(), after.get(i).run()));
    }
    return new Impact(versions.before(), versions.after(), versions.edits(), folders);
  }

  private static void write(
      String format, Impact impact, Arguments arguments, Console console, Requested requested) {
    switch (format) {
      case "json" ->
          requested.write(out -> new ImpactJson(impact, arguments.messages()).write(out));
      case "html" ->
          requested.write(out -> new ImpactPage(impact, arguments.messages()).write(out));
      default -> {
        TextTable table = new TextTable(console.width(), console.colours() && !requested.toFile());
        new ImpactTable(impact, arguments.messages()).write(table);
        requested.write(table::writeTo);
      }
    }
  }
}

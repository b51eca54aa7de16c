package vn.doichieu.auditing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.doichieu.casefile.CaseFiles;
import vn.doichieu.cases.Case;
import vn.doichieu.cases.CaseRules;
import vn.doichieu.check.CompiledPlan;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.consistency.OwnRules;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.doubt.Doubts;
import vn.doichieu.report.TextTable;
import vn.doichieu.submission.UnitsReader;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.validation.Validation;
import vn.doichieu.validation.ValidationJson;
import vn.doichieu.validation.ValidationTable;
import vn.doichieu.wording.Messages;

/**
 * {@code doichieu rules validate}: everything wrong or doubtful in a plan's rule files, at once.
 */
final class ValidateCommand implements Command {

  private static final String DATA = "data";

  @Override
  public Syntax syntax() {
    return new Syntax(
        "rules validate",
        Syntax.PLAN,
        Choice.value(DATA, "DIR"),
        Choice.flag("cases"),
        Choice.value("format", "table|json"),
        Requested.OUTPUT);
  }

  @Override
  public int run(Arguments arguments, Console console) {
    String format = arguments.word("format", "table", List.of("table", "json"));
    Path rules = arguments.rules();
    List<Path> inputs = new ArrayList<>(CompiledPlan.inputs(arguments.home(), rules));
    inputs.addAll(Validation.files(rules));
    List<ReportingUnit> units = List.of();
    if (arguments.has(DATA)) {
      Path list = arguments.path(DATA).resolve("units.csv");
      inputs.add(list);
      units = UnitsReader.read(list, new ArrayList<>()).all();
    }
    Requested requested = Requested.of(arguments, console, inputs);
    Doubts.Cases cases =
        arguments.has("cases") ? plan -> decided(arguments.home(), rules, plan) : null;
    List<ReportingUnit> named = units;
    Validation validation =
        requested.working(() -> Validation.of(arguments.home(), rules, named, cases));
    Messages messages = arguments.messages();
    if (format.equals("json")) {
      requested.write(out -> new ValidationJson(validation, messages).write(out));
    } else {
      TextTable table = new TextTable(console.width(), console.colours() && !requested.toFile());
      new ValidationTable(validation, messages).write(table);
      requested.write(table::writeTo);
    }
    if (!validation.errors().isEmpty()) {
      return ExitCode.RULES;
    }
    return validation.doubtful().isEmpty() ? ExitCode.PASSED : ExitCode.FAILED;
  }

  /** The targets that confirmed cases, which pass, have seen met or not met. */
  private static Set<String> decided(Path home, Path rules, Plan plan) {
    OwnRules own = OwnRules.of(home, rules, plan);
    Set<String> decided = new HashSet<>();
    CaseFiles.read(rules, plan).stream()
        .filter(Case::confirmed)
        .collect(Collectors.groupingBy(Case::target))
        .forEach(
            (id, cases) -> {
              CaseRules built = CaseRules.of(plan, CaseRules.targets(plan, id), own);
              if (cases.stream().anyMatch(one -> decides(built.run(one)))) {
                decided.add(id);
              }
            });
    return decided;
  }

  private static boolean decides(CaseRules.Outcome outcome) {
    return outcome.passes()
        && outcome.evaluation().findings().stream()
            .filter(finding -> CaseRules.expects(outcome.of(), finding))
            .anyMatch(f -> f.result() == Result.MET || f.result() == Result.NOT_MET);
  }
}

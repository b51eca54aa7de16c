package vn.doichieu.cli;

import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.doichieu.check.Check;
import vn.doichieu.command.Command;
import vn.doichieu.command.Requested;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.explanation.Explainer;
import vn.doichieu.explanation.Explanation;
import vn.doichieu.narration.Asked;
import vn.doichieu.narration.ExplanationJson;
import vn.doichieu.narration.ExplanationText;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.terminal.UsageProblem;

/** {@code doichieu explain}: the findings of one target, so that they can be redone on paper. */
final class ExplainCommand implements Command {

  @Override
  public Syntax syntax() {
    return new Syntax(
        "explain",
        Syntax.PLAN,
        Requested.DATA,
        Choice.value("target", "ID").must(),
        Choice.value("unit", "CODE"),
        Choice.value("period", "PERIOD"),
        Requested.AS_OF,
        Requested.CLOSED,
        Choice.value("format", "text|json"),
        Requested.OUTPUT);
  }

  @Override
  public int run(Arguments arguments, Console console) {
    String format = arguments.word("format", "text", List.of("text", "json"));
    Check check = Requested.check(arguments);
    Requested requested = Requested.of(arguments, console, check.inputs());
    Explainer explainer = requested.working(check::explained);
    Asked asked = asked(arguments, explainer);
    requested.reportProblems(explainer.evaluation());
    List<Explanation> explanations = asked.findings().stream().map(explainer::explain).toList();
    Consumer<Writer> writing =
        format.equals("json")
            ? out ->
                new ExplanationJson(explainer, arguments.messages()).write(asked, explanations, out)
            : out ->
                new ExplanationText(explainer, arguments.messages(), console.width())
                    .write(asked, explanations, out);
    requested.write(writing);
    List<String> defects =
        explanations.stream()
            .flatMap(e -> ExplanationText.disagreements(arguments.messages(), e).stream())
            .toList();
    defects.forEach(console::error);
    return defects.isEmpty() ? ExitCode.PASSED : ExitCode.USAGE;
  }

  private static Asked asked(Arguments arguments, Explainer explainer) {
    Evaluation evaluation = explainer.evaluation();
    List<String> targets = evaluation.plan().rows().stream().map(Target::id).toList();
    String id = arguments.known("target", targets);
    Target target = evaluation.plan().rows().get(targets.indexOf(id));
    String unit = unit(arguments, explainer, target);
    List<String> periods =
        parts(evaluation, target)
            .flatMap(part -> part.periods().stream())
            .map(ReportingPeriod::text)
            .distinct()
            .toList();
    String period =
        arguments.has("period") && target.evaluated() ? arguments.known("period", periods) : "";
    List<Finding> findings =
        evaluation.findings().stream()
            .filter(finding -> finding.target().id().equals(id))
            .filter(finding -> unit.isEmpty() || finding.unit().code().equals(unit))
            .filter(finding -> period.isEmpty() || finding.period().text().equals(period))
            .toList();
    return new Asked(target, findings, !unit.isEmpty(), arguments.text("data"));
  }

  /** The targets that a row stands for, one for each of its thresholds. */
  private static Stream<Target> parts(Evaluation evaluation, Target target) {
    return evaluation.plan().targets().stream().filter(part -> part.id().equals(target.id()));
  }

  /** The unit that was named, which the target has to check; empty if none was. */
  private static String unit(Arguments arguments, Explainer explainer, Target target) {
    if (!arguments.has("unit") || !target.evaluated()) {
      return "";
    }
    String unit =
        arguments.known("unit", explainer.units().stream().map(ReportingUnit::code).toList());
    Evaluation evaluation = explainer.evaluation();
    List<String> checked =
        parts(evaluation, target)
            .flatMap(part -> checked(explainer, part))
            .map(ReportingUnit::code)
            .distinct()
            .toList();
    if (!checked.contains(unit)) {
      throw new UsageProblem(
          arguments
              .messages()
              .text("cli.explain.not_asked", target.id(), unit, arguments.shortened(checked)));
    }
    return unit;
  }

  /** The units that get a finding of a target; of a sum the area alone does. */
  private static Stream<ReportingUnit> checked(Explainer explainer, Target target) {
    return Stream.concat(
        target.scope().area() ? Stream.of(explainer.evaluation().area()) : Stream.empty(),
        target.scope().summed() ? Stream.empty() : explainer.members(target).stream());
  }
}

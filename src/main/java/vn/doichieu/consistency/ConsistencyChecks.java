package vn.doichieu.consistency;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Warning;
import vn.doichieu.domain.Warning.Explanation;
import vn.doichieu.domain.Warning.Subject;
import vn.doichieu.drl.DrlRules;
import vn.doichieu.drl.Emission;
import vn.doichieu.fence.Fact;
import vn.doichieu.fence.Vocabulary;
import vn.doichieu.submission.Submission;

/** The consistency checks that all plans share. Safe for several threads. */
public final class ConsistencyChecks {

  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of(PublishedRate.class, SubmittedFigure.class, SubmittedReport.class),
          Arrays.stream(Warning.Shared.values()).map(Warning.Shared::code).toList());

  private final DrlRules rules;

  private ConsistencyChecks(DrlRules rules) {
    this.rules = rules;
  }

  /**
   * The checks of the program's own folder.
   *
   * @param home the folder that holds the shared rules; what was compiled is kept below it, where
   *     that can be written to
   * @throws vn.doichieu.rules.InvalidRules naming everything in the files that is not allowed
   */
  public static ConsistencyChecks of(Path home) {
    return new ConsistencyChecks(DrlRules.of(folder(home), kept(home), VOCABULARY));
  }

  /** The same, ready for figures that some rule could hold for: else the first of them wait. */
  public ConsistencyChecks prepared() {
    rules.prepare();
    return this;
  }

  /** The files that the checks of the program's own folder are read from. */
  public static List<Path> files(Path home) {
    return DrlRules.files(folder(home));
  }

  /** Where what was compiled is kept; the rules of each plan in a folder of it. */
  static Path kept(Path home) {
    return home.resolve("target/compiled-rules");
  }

  private static Path folder(Path home) {
    return home.resolve("rules").resolve("common");
  }

  /** The names of the rules. */
  public List<String> names() {
    return rules.names();
  }

  /**
   * Runs the checks.
   *
   * @param own the plan's own rules
   * @return the evaluation with its warnings, each with what was said of it, and with a problem for
   *     every explanation that answers no warning
   */
  public Evaluation run(Submission submission, Evaluation evaluation, OwnRules own) {
    List<Warning> warnings = new ArrayList<>();
    Consumer<Emission> taken =
        emission -> {
          String code = emission.rule().split(" ", 2)[0];
          Warning.Check check = Warning.Shared.of(code).orElseThrow();
          warnings.add(warning(check, emission, submission, evaluation));
        };
    Sources sources = new Sources(evaluation.plan(), submission, evaluation.asOf());
    new UnitChecks(rules, sources).fire(submission.units().all(), false, taken);
    rules.fire(PublishedRates.of(submission, evaluation.findings())).forEach(taken);
    warnings.addAll(own.warnings(submission, evaluation));
    return explained(submission, evaluation, warnings, own);
  }

  /** The warning that an emission stands for. */
  static Warning warning(
      Warning.Check check, Emission emission, Submission submission, Evaluation evaluation) {
    List<Figure> figures = new ArrayList<>(figures(emission.fact(), submission, evaluation));
    for (Fact other : emission.others()) {
      figures.addAll(figures(other, submission, evaluation));
    }
    Figure first = figures.get(0);
    ReportingUnit unit = first.unit();
    ReportingPeriod period = first.period();
    List<Long> numbers =
        emission.fact() instanceof PublishedRate rate
            ? List.of(rate.getNumerator(), rate.getDenominator())
            : List.of();
    return new Warning(check, unit, period, figures, numbers, null);
  }

  private static List<Figure> figures(Fact fact, Submission submission, Evaluation evaluation) {
    if (fact instanceof SubmittedFigure figure) {
      return List.of(submission.figure(figure.unit(), figure.input()));
    } else if (fact instanceof SubmittedReport report) {
      return List.of(submission.figure(report.unit(), report.input()));
    } else if (fact instanceof PublishedRate rate) {
      List<Figure> figures = new ArrayList<>();
      figures.add(submission.figure(rate.finding().unit(), rate.input()));
      figures.addAll(evaluation.evidence().apply(rate.finding()));
      return figures;
    }
    throw new IllegalStateException(fact.getClass().getName());
  }

  private static Evaluation explained(
      Submission submission, Evaluation evaluation, List<Warning> warnings, OwnRules own) {
    Map<Subject, Explanation> explanations = submission.explanations();
    Set<Subject> answered = new HashSet<>();
    List<Warning> all = new ArrayList<>();
    for (Warning warning : warnings) {
      Explanation explanation = explanations.get(warning.subject());
      answered.add(warning.subject());
      all.add(explanation == null ? warning : warning.explained(explanation));
    }
    all.sort(Warning.IN_ORDER);
    List<Problem> unused = new ArrayList<>();
    explanations.forEach(
        (subject, explanation) -> {
          if (!answered.contains(subject)) {
            unused.add(unmatched(subject, explanation.location(), own));
          }
        });
    return evaluation.with(all, unused);
  }

  /** An explanation of nothing; it may be the check that there is none of. */
  private static Problem unmatched(Subject subject, SourceLocation place, OwnRules own) {
    boolean known =
        Warning.Shared.of(subject.check()).isPresent() || own.check(subject.check()) != null;
    return new Problem(
        Problem.Kind.EXPLANATION_UNMATCHED,
        known ? place : SourceLocation.of(place.file(), place.row(), "check"),
        subject.unit().code() + " " + subject.check() + " " + subject.period().text());
  }
}

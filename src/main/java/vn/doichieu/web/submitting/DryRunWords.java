package vn.doichieu.web.submitting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.web.dryrun.Contradiction;
import vn.doichieu.web.dryrun.DryRun;
import vn.doichieu.web.dryrun.FigureChange;
import vn.doichieu.web.dryrun.FindingMove;
import vn.doichieu.web.filing.Counting;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Badge;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlainText;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.Sentences;
import vn.doichieu.wording.WarningSentences;
import vn.doichieu.wording.Wording;

/** Puts dry runs into words, as far as a viewer may see them. */
@Component
public class DryRunWords {

  private final PageText texts;

  DryRunWords(PageText texts) {
    this.texts = texts;
  }

  /**
   * A dry run.
   *
   * @param typed explanations as they were typed already, by their fields
   */
  DryRunView view(DryRun dryRun, Viewer viewer, Map<String, String> typed, Locale locale) {
    Messages messages = texts.messages(locale);
    List<DryRunView.Row> rows = rows(dryRun.figures(), dryRun.problems(), locale);
    int same = dryRun.count(FigureChange.Kind.SAME);
    return new DryRunView(
        rows.stream().filter(row -> !row.kind().equals("same")).toList(),
        rows.stream().filter(row -> row.kind().equals("same")).toList(),
        texts.text(
            locale,
            "filing.counts",
            dryRun.count(FigureChange.Kind.NEW),
            dryRun.count(FigureChange.Kind.CHANGED),
            dryRun.count(FigureChange.Kind.WITHDRAWN),
            dryRun.count(FigureChange.Kind.INVALID),
            same),
        troubles(dryRun.problems(), locale),
        dryRun.plans().stream().map(plan -> plan(plan, viewer, messages, locale)).toList(),
        dryRun.contradictions().stream().map(c -> question(c, typed, messages)).toList(),
        troubles(dryRun.locked(), locale),
        dryRun.count(FigureChange.Kind.INVALID));
  }

  /**
   * Figures with what becomes of them.
   *
   * @param problems say what was read where it is of no use
   */
  List<DryRunView.Row> rows(List<FigureChange> changes, List<Problem> problems, Locale locale) {
    FigureWords words = new FigureWords(texts.messages(locale));
    Map<SourceLocation, String> read = new HashMap<>();
    for (Problem problem : problems) {
      if (problem.read() != null) {
        read.put(problem.location(), problem.read());
      }
    }
    List<DryRunView.Row> rows = new ArrayList<>();
    for (FigureChange change : changes) {
      Figure figure = change.figure();
      Figure after = change.after();
      Counting.Source before = change.before();
      String kind = change.kind().code();
      rows.add(
          new DryRunView.Row(
              figure.unit().name(),
              figure.item().code(),
              words.label(figure.item()),
              words.period(figure.period()),
              before == null ? "" : value(before.figure(), read, words, locale),
              after == null ? "" : value(after, read, words, locale),
              kind,
              texts.text(locale, "filing.change." + kind),
              after == null ? "" : words.place(after.location()),
              before == null ? "" : from(before, words, locale)));
    }
    return rows;
  }

  /** The submission and the place that a figure counts from. */
  public String from(Counting.Source source, FigureWords words, Locale locale) {
    return texts.text(
        locale, "filing.from", source.filed().number(), words.place(source.figure().location()));
  }

  private String value(
      Figure figure, Map<SourceLocation, String> read, FigureWords words, Locale locale) {
    if (figure.state() != Figure.State.INVALID) {
      return words.value(figure);
    }
    String text = read.get(figure.location());
    return text == null || text.isBlank()
        ? texts.text(locale, "filing.invalid")
        : texts.text(locale, "filing.invalid.read", PlainText.of(text));
  }

  /** Problems in the sentences of the command line. */
  public List<DryRunView.Trouble> troubles(List<Problem> problems, Locale locale) {
    ProblemText text = new ProblemText(texts.messages(locale));
    return problems.stream()
        .map(
            problem ->
                new DryRunView.Trouble(
                    PlainText.of(text.place(problem)),
                    read(problem),
                    PlainText.of(text.what(problem)),
                    PlainText.of(text.expected(problem)),
                    PlainText.of(text.remedy(problem))))
        .toList();
  }

  private static String read(Problem problem) {
    String read = problem.read();
    return read == null ? "" : PlainText.of(read);
  }

  private static DryRunView.Plan plan(
      DryRun.PlanMoves plan, Viewer viewer, Messages messages, Locale locale) {
    Sentences before = new Sentences(plan.before(), messages);
    Sentences after = new Sentences(plan.after(), messages);
    Wording wording = new Wording(messages);
    String own = viewer.unit();
    List<DryRunView.Move> moves =
        plan.moves().stream()
            .filter(move -> own == null || own.equals(move.after().unit().code()))
            .map(move -> move(move, before, after, wording, messages))
            .toList();
    return new DryRunView.Plan(plan.plan().planId(), plan.plan().title().in(locale), moves);
  }

  private static DryRunView.Move move(
      FindingMove move, Sentences before, Sentences after, Wording wording, Messages messages) {
    Finding is = move.after();
    Finding was = move.before();
    return new DryRunView.Move(
        is.target().id(),
        PlainText.of(wording.title(is.target())),
        is.unit().name(),
        messages.language().period(is.period()),
        was == null ? "" : PlainText.of(before.result(was)),
        was == null ? "" : Badge.of(was).tone(),
        PlainText.of(after.result(is)),
        Badge.of(is).tone(),
        PlainText.of(after.of(is)));
  }

  private static DryRunView.Question question(
      Contradiction asked, Map<String, String> typed, Messages messages) {
    List<String> says = new ArrayList<>();
    String title = "";
    for (Contradiction.Told told : asked.warnings()) {
      WarningSentences sentences = new WarningSentences(told.evaluation(), messages);
      title = PlainText.of(sentences.title(told.warning()));
      String sentence = PlainText.of(sentences.of(told.warning()));
      if (!says.contains(sentence)) {
        says.add(sentence);
      }
    }
    @Nullable String text = typed.getOrDefault(asked.key(), asked.said());
    return new DryRunView.Question(
        asked.key(),
        title,
        asked.unit().name(),
        messages.language().period(asked.period()),
        says,
        text);
  }
}

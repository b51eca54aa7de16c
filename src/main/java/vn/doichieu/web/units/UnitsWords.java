package vn.doichieu.web.units;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Finding;
import vn.doichieu.web.dryrun.FindingMove;
import vn.doichieu.web.page.PageText;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlainText;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.Sentences;
import vn.doichieu.wording.Wording;

/** Puts trials of units into words. */
@Component
class UnitsWords {

  /** Findings and problems that are told one by one. */
  private static final int MOST_TOLD = 500;

  private final PageText texts;

  UnitsWords(PageText texts) {
    this.texts = texts;
  }

  /**
   * The findings of a plan that become others.
   *
   * @param changed how many have another result
   * @param moves the first of all of them
   * @param more how many there are beyond those
   */
  public record Plan(
      String id, String title, long changed, long came, long gone, List<Move> moves, long more) {}

  /**
   * A finding.
   *
   * @param before its result in words; empty if there is none now
   * @param after likewise; empty if there would be none
   * @param message its sentence, as it would be or else as it is
   */
  public record Move(
      String target,
      String title,
      String unit,
      String period,
      String before,
      String after,
      String message) {}

  /** What becomes another, plan by plan. */
  List<Plan> plans(UnitsTrial trial, Locale locale) {
    Messages messages = texts.messages(locale);
    return trial.plans().stream().map(plan -> plan(plan, messages)).toList();
  }

  private static Plan plan(UnitsTrial.PlanMoves plan, Messages messages) {
    Sentences before = new Sentences(plan.before(), messages);
    Sentences after = new Sentences(plan.after(), messages);
    Wording wording = new Wording(messages);
    List<Move> moves =
        Stream.concat(
                plan.moves().stream().map(move -> move(move, before, after, wording, messages)),
                plan.gone().stream().map(was -> gone(was, before, wording, messages)))
            .limit(MOST_TOLD)
            .toList();
    long came = plan.came();
    long all = (long) plan.moves().size() + plan.gone().size();
    return new Plan(
        plan.plan().id(),
        PlainText.of(wording.title(plan.plan())),
        plan.moves().size() - came,
        came,
        plan.gone().size(),
        moves,
        all - moves.size());
  }

  private static Move move(
      FindingMove move, Sentences before, Sentences after, Wording wording, Messages messages) {
    Finding was = move.before();
    Finding is = move.after();
    String word = was == null ? "" : PlainText.of(before.result(was));
    return move(is, word, PlainText.of(after.result(is)), after.of(is), wording, messages);
  }

  private static Move gone(Finding was, Sentences before, Wording wording, Messages messages) {
    return move(was, PlainText.of(before.result(was)), "", before.of(was), wording, messages);
  }

  private static Move move(
      Finding about,
      String before,
      String after,
      String message,
      Wording wording,
      Messages messages) {
    return new Move(
        about.target().id(),
        PlainText.of(wording.title(about.target())),
        about.unit().name(),
        messages.language().period(about.period()),
        before,
        after,
        PlainText.of(message));
  }

  /** What would be wrong with the input, in sentences. */
  List<String> problems(UnitsTrial trial, Locale locale) {
    ProblemText sentences = new ProblemText(texts.messages(locale));
    return trial.problems().stream().limit(MOST_TOLD).map(sentences::sentence).toList();
  }
}

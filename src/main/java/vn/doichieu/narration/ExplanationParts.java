package vn.doichieu.narration;

import java.util.List;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.explanation.Explainer;
import vn.doichieu.explanation.Explanation;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.Sentences;

/**
 * One finding explained in the very words of {@link ExplanationText}, as parts that a page lays
 * out.
 *
 * @param reading how the sentence is read, and how else it can be
 * @param rule the rule in words
 * @param figures the figures used or missed
 * @param problems what was read where figures cannot be used
 * @param steps the calculation; what belongs to a step is {@link Block#inner}
 * @param verdict what is made of it, other readings, and the least that would change it
 * @param members every member's part in an area's line; empty for other lines
 * @param defects where the rules found something else: a defect of the program
 */
public record ExplanationParts(
    List<Block> reading,
    List<Block> rule,
    List<FigureRow> figures,
    List<String> problems,
    List<Block> steps,
    List<Block> verdict,
    List<Block> members,
    List<String> defects) {

  /**
   * A paragraph or a table.
   *
   * @param text the paragraph; empty for a table
   * @param inner whether it belongs to the paragraph above
   * @param rows the lines of a table, the first with its headings; empty for a paragraph
   */
  public record Block(String text, boolean inner, List<List<String>> rows) {

    public Block {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A figure in words.
   *
   * @param symbol the letter that stands for it in formulas
   * @param place file and row, or file, sheet and cell; empty where it is absent
   */
  public record FigureRow(
      Figure figure, String symbol, String label, String period, String value, String place) {}

  /** The parts of an explanation, in a language. */
  public static ExplanationParts of(
      Explainer explainer, Messages messages, Explanation explanation) {
    Evaluation evaluation = explainer.evaluation();
    Finding finding = explanation.finding();
    Sentences sentences = new Sentences(evaluation, messages);
    Words words = new Words(messages, finding.target());
    FigurePart figures = new FigurePart(words, new ProblemText(messages));
    TargetPart target = new TargetPart(evaluation, messages, sentences);
    PartsPage reading = new PartsPage();
    target.reading(reading, finding.target(), explainer::members);
    PartsPage rule = new PartsPage();
    target.rule(rule, finding.target(), explainer::members);
    PartsPage steps = new PartsPage();
    new StepText(words, sentences, finding).write(steps, explanation.steps());
    PartsPage verdict = new PartsPage();
    new VerdictPart(words, sentences, figures).write(verdict, explanation);
    PartsPage members = new PartsPage();
    if (!explanation.members().isEmpty()) {
      new MemberTable(words).write(members, explanation);
    }
    return new ExplanationParts(
        reading.blocks(),
        rule.blocks(),
        explanation.figures().stream().map(figure -> row(figure, words)).toList(),
        figures.problems(explanation),
        steps.blocks(),
        verdict.blocks(),
        members.blocks(),
        ExplanationText.disagreements(messages, explanation));
  }

  private static FigureRow row(Figure figure, Words words) {
    return new FigureRow(
        figure,
        words.symbol(figure),
        words.label(figure.item()),
        words.period(figure.period()),
        words.value(figure),
        words.place(figure.location()));
  }
}

package vn.doichieu.narration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.explanation.Explainer;
import vn.doichieu.explanation.Explanation;
import vn.doichieu.explanation.Explanation.Disagreement;
import vn.doichieu.report.ProvenanceRows;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.Sentences;

/** Writes explanations as text, for people who redo them on paper. */
public final class ExplanationText {

  private static final int INDENT = 3;
  private static final int HANG = 2;

  /** How many lines are explained in full; of more only the area's are, and those asked for. */
  private static final int MOST_IN_FULL = 3;

  private final Explainer explainer;
  private final Evaluation evaluation;
  private final Messages messages;
  private final Sentences sentences;
  private final int width;

  /** Writes in a language, for a screen of so many columns. */
  public ExplanationText(Explainer explainer, Messages messages, int width) {
    this.explainer = explainer;
    this.messages = messages;
    this.width = width;
    evaluation = explainer.evaluation();
    sentences = new Sentences(evaluation, messages);
  }

  /**
   * Writes everything; the caller closes the writer.
   *
   * @param explanations of the findings asked for, in their order
   */
  public void write(Asked asked, List<Explanation> explanations, Writer out) {
    Page page = new TextPage(width);
    Target target = asked.target();
    new TargetPart(evaluation, messages, sentences)
        .write(page, target, explainer::members, asked.data());
    if (explanations.isEmpty()) {
      page.section(messages.text("explain.section.none"));
      page.paragraph(INDENT, whyNone(target));
    }
    boolean all = asked.oneUnit() || explanations.size() <= MOST_IN_FULL;
    List<Explanation> inShort = new ArrayList<>();
    Set<ReportingUnit> shown = new HashSet<>();
    for (Explanation explanation : explanations) {
      if (all || explanation.finding().unit().equals(evaluation.area())) {
        finding(page, explanation);
        explanation.figures().forEach(figure -> shown.add(figure.unit()));
      } else {
        inShort.add(explanation);
      }
    }
    if (!inShort.isEmpty()) {
      inShort(page, inShort, shown);
    }
    page.section(messages.text("provenance.title"));
    page.table(INDENT, new ProvenanceRows(messages).of(evaluation));
    try {
      out.write(page.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String whyNone(Target target) {
    if (target.evaluated()) {
      return messages.text("explain.none.units");
    }
    String kind = Words.kind(target.criterion());
    String why = messages.text("explain.none." + kind);
    return target.note().isEmpty()
        ? why
        : why + " " + messages.text("explain.none.note", TargetPart.open(target.note()));
  }

  private void finding(Page page, Explanation explanation) {
    Finding finding = explanation.finding();
    Words words = new Words(messages, finding.target());
    page.blank();
    page.heading(
        messages.text(
            "explain.line",
            finding.unit().name(),
            finding.unit().code(),
            words.period(finding.period()),
            sentences.result(finding).toUpperCase(Locale.ROOT)),
        '-');
    if (!finding.target().part().isEmpty()) {
      page.paragraph(
          0,
          messages.text(
              "explain.part",
              words.part(finding.target()),
              words.required(finding.target()),
              words.date(finding.target().closesOn())));
    }
    if (!explanation.disagreements().isEmpty()) {
      page.blank();
      disagreements(messages, explanation).forEach(line -> page.paragraph(0, line));
    }
    page.section(messages.text("explain.section.figures"));
    FigurePart figures = new FigurePart(words, new ProblemText(messages));
    figures.write(page, explanation);

    page.section(messages.text("explain.section.steps"));
    new StepText(words, sentences, finding).write(page, explanation.steps());

    page.section(messages.text("explain.section.verdict"));
    new VerdictPart(words, sentences, figures).write(page, explanation);

    if (!explanation.members().isEmpty()) {
      page.section(messages.text("explain.section.members"));
      new MemberTable(words).write(page, explanation);
    }
  }

  /**
   * One paragraph for each of many lines.
   *
   * @param shown the units whose figures stand above already
   */
  private void inShort(Page page, List<Explanation> inShort, Set<ReportingUnit> shown) {
    page.section(messages.text("explain.section.lines", inShort.size()));
    for (Explanation explanation : inShort) {
      Finding finding = explanation.finding();
      page.paragraph(
          INDENT,
          HANG,
          messages.text(
              "explain.line.short",
              finding.unit().name(),
              finding.unit().code(),
              messages.language().period(finding.period()),
              result(finding),
              shown.contains(finding.unit()) ? "" : sources(finding)));
      disagreements(messages, explanation).forEach(line -> page.paragraph(INDENT + HANG, line));
    }
    page.paragraph(INDENT, messages.text("explain.line.more"));
  }

  /** The result and its sentence; where that begins with the same words, the sentence alone. */
  private String result(Finding finding) {
    String word = sentences.result(finding);
    String sentence = sentences.of(finding);
    return sentence.startsWith(word) ? sentence : word + ". " + sentence;
  }

  private String sources(Finding finding) {
    String sources = sentences.sources(finding);
    return sources.isEmpty() ? "" : messages.text("table.sources", sources) + ".";
  }

  /** Where the rules found something else than the calculation; empty if nowhere. */
  public static List<String> disagreements(Messages messages, Explanation explanation) {
    List<String> lines = new ArrayList<>();
    Finding finding = explanation.finding();
    for (Disagreement disagreement : explanation.disagreements()) {
      lines.add(
          messages.text(
              "explain.defect",
              finding.target().id() + " " + finding.unit().code() + " " + finding.period(),
              disagreement.part().name().toLowerCase(Locale.ROOT),
              disagreement.found(),
              disagreement.calculated()));
    }
    return lines;
  }
}

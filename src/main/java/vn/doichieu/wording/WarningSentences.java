package vn.doichieu.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Rate;
import vn.doichieu.domain.Warning;
import vn.doichieu.domain.Warning.Explanation;

/**
 * Says what contradicts what. In the bundles {0} is the unit and {1} the period; then the label,
 * value and period of each figure. Of a published rate, {5} is the numerator, {6} the denominator
 * and {7} what they come to.
 */
public final class WarningSentences {

  private static final int MOST_SOURCES = 4;
  private static final int FEWEST_DECIMALS = 2;

  private final Messages messages;
  private final FigureText figures;
  private final Wording wording;

  public WarningSentences(Evaluation evaluation, Messages messages) {
    this.messages = messages;
    figures = new FigureText(messages, evaluation);
    wording = new Wording(messages);
  }

  /** What kind of contradiction it is, in a few words. */
  public String title(Warning warning) {
    return warning.check() instanceof Warning.Own own
        ? own(own, "title")
        : messages.text("consistency." + warning.check().code() + ".title");
  }

  /** The contradiction with its figures. */
  public String of(Warning warning) {
    if (warning.check() instanceof Warning.Own own) {
      return own(own, warning);
    }
    List<Object> arguments = new ArrayList<>();
    arguments.add(warning.unit().name());
    arguments.add(messages.language().period(warning.period()));
    boolean rate = warning.check() == Warning.Shared.PUBLISHED_RATE;
    for (Figure figure : rate ? warning.figures().subList(0, 1) : warning.figures()) {
      arguments.add("“" + wording.label(figure.item()) + "”");
      arguments.add(figures.value(figure));
      arguments.add(messages.language().period(figure.period()));
    }
    if (rate) {
      arguments.addAll(rate(warning));
    }
    return messages.text("consistency." + warning.check().code() + ".what", arguments.toArray());
  }

  /** What a plan's own check says, then the figures, then where the plan asks for it. */
  private String own(Warning.Own check, Warning warning) {
    String figuresText =
        warning.figures().stream()
            .limit(MOST_SOURCES)
            .map(
                figure ->
                    messages.text(
                        "consistency.own.figure",
                        "“" + wording.label(figure.item()) + "”",
                        figures.value(figure),
                        messages.language().period(figure.period())))
            .collect(Collectors.joining("; "));
    String says = own(check, "says");
    return messages.text(
        "consistency.own.what",
        says.matches(".*[.!?…]") ? says : says + ".",
        figuresText,
        own(check, "section"),
        own(check, "quote"));
  }

  /** A text of a plan's own check in the reader's language, if its author gave it. */
  private String own(Warning.Own check, String text) {
    String vietnamese = check.rule().texts().getOrDefault(text, "");
    return messages.language() == Language.EN
        ? check.rule().texts().getOrDefault(text + "_en", vietnamese)
        : vietnamese;
  }

  /** n, d and their rate to as many decimals as were published: it then never looks the same. */
  private List<String> rate(Warning warning) {
    long n = warning.numbers().get(0);
    long d = warning.numbers().get(1);
    int decimals = Rate.unpacked(warning.figures().get(0).value()).decimals();
    return List.of(
        messages.language().number(n),
        messages.language().number(d),
        messages.language().rate(n, d, Math.max(FEWEST_DECIMALS, decimals)));
  }

  /** What was said of it, and by whom; or that nothing was. */
  public String explanation(Warning warning) {
    Explanation explanation = warning.explanation();
    return explanation == null
        ? messages.text("consistency.unexplained")
        : messages.text("consistency.explained", explanation.text(), explanation.by());
  }

  /** The figures with their places; of very many the first ones. */
  public String sources(Warning warning) {
    List<Figure> all = warning.figures().stream().filter(f -> f.location() != null).toList();
    String first =
        all.stream()
            .limit(MOST_SOURCES)
            .map(figure -> figures.source(figure, warning.unit()))
            .collect(Collectors.joining("; "));
    return all.size() <= MOST_SOURCES
        ? first
        : messages.text("consistency.sources.more", first, all.size() - MOST_SOURCES);
  }
}

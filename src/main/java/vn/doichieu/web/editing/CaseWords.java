package vn.doichieu.web.editing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.doichieu.cases.CaseRules.Difference;
import vn.doichieu.cases.CaseRules.Outcome;
import vn.doichieu.cases.Fields;
import vn.doichieu.web.draft.Checks;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlaceText;
import vn.doichieu.wording.PlainText;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.Sentences;

/** What cases came to, in words. */
public final class CaseWords {

  private final Messages messages;

  /** Words of a language. */
  public CaseWords(Messages messages) {
    this.messages = messages;
  }

  /**
   * A case that ran.
   *
   * @param confirmed whether a person has said that what it expects is right
   * @param differences each with what was expected and what was found; none if it passes
   */
  public record Ran(
      String target,
      String name,
      String place,
      boolean confirmed,
      boolean passes,
      List<String> differences) {}

  /** Cases; those that fail come first. */
  public List<Ran> of(Checks.Cases cases) {
    List<Ran> ran = new ArrayList<>();
    cases.outcomes().stream().filter(o -> !o.passes()).map(this::of).forEach(ran::add);
    cases.outcomes().stream().filter(Outcome::passes).map(this::of).forEach(ran::add);
    return ran;
  }

  private Ran of(Outcome outcome) {
    Sentences sentences = new Sentences(outcome.evaluation(), messages);
    Set<String> lines = new LinkedHashSet<>();
    for (Difference difference : outcome.differences()) {
      lines.add(line(difference));
      if (difference.finding() != null) {
        lines.add(messages.text("trial.why", sentences.of(difference.finding())));
      }
    }
    return new Ran(
        outcome.of().target(),
        PlainText.of(outcome.of().name()),
        PlaceText.of(outcome.of().place(), messages),
        outcome.of().confirmed(),
        outcome.passes(),
        List.copyOf(lines));
  }

  private String line(Difference difference) {
    String period =
        difference.finding() == null
            ? difference.period()
            : messages.language().period(difference.finding().period());
    List<String> where = new ArrayList<>(List.of(difference.unit(), period));
    where.add(messages.text("trial.field." + difference.field()));
    where.removeIf(String::isEmpty);
    return messages.text(
        "trial.difference",
        String.join(", ", where),
        value(difference, difference.expected()),
        value(difference, difference.found()));
  }

  private String value(Difference difference, String value) {
    if (value.equals(Fields.NO_FINDING)) {
      return messages.text("trial.no_finding");
    }
    String key = "result." + value;
    boolean result = difference.field().equals(Fields.RESULT) && messages.has(key);
    return result ? value + " (" + messages.text(key) + ")" : value;
  }

  /** Why cases could not be run. */
  public List<String> problems(Checks.Cases cases) {
    ProblemText text = new ProblemText(messages);
    return cases.problems().stream().map(text::sentence).toList();
  }
}

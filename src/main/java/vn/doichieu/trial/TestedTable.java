package vn.doichieu.trial;

import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.doichieu.cases.CaseRules.Difference;
import vn.doichieu.cases.CaseRules.Outcome;
import vn.doichieu.cases.Fields;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Result;
import vn.doichieu.report.TextTable;
import vn.doichieu.report.TextTable.Tone;
import vn.doichieu.trial.TestedPlan.Tested;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlaceText;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.Sentences;
import vn.doichieu.wording.Wording;

/** Tells a person what cases came to: what differs and why, then what the cases have seen. */
public final class TestedTable {

  private static final int TARGET = 9;
  private static final int COUNT = 12;
  private static final int INDENT = 2;
  private static final int MOST_UNITS = 6;

  private final TestedPlan tested;
  private final Messages messages;
  private final TextTable table;
  private final List<Integer> widths;

  public TestedTable(TestedPlan tested, Messages messages, int width, boolean colour) {
    this.tested = tested;
    this.messages = messages;
    table = new TextTable(width, colour);
    int half = table.rest(List.of(TARGET, COUNT, 0)) / 2;
    widths = List.of(TARGET, COUNT, half, half);
  }

  /** Writes everything; the caller closes the writer. */
  public void write(Writer out) {
    table.subheading(messages.text("trial.title"));
    table.paragraph(0, new Wording(messages).title(tested.plan()));
    differing("trial.failed", tested.failed(true));
    differing("trial.unconfirmed.failed", tested.failed(false));
    coverage();
    unused();
    summary();
    table.writeTo(out);
  }

  private void differing(String heading, List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      return;
    }
    table.heading(messages.text(heading, outcomes.size()));
    for (Outcome outcome : outcomes) {
      table.blank();
      table.subheading(outcome.of().target() + ": " + outcome.of().name());
      table.paragraph(
          INDENT, messages.text("trial.place", PlaceText.of(outcome.of().place(), messages)));
      Sentences sentences = new Sentences(outcome.evaluation(), messages);
      Map<String, List<Difference>> alike = new LinkedHashMap<>();
      for (Difference difference : outcome.differences()) {
        alike.computeIfAbsent(words(difference), words -> new ArrayList<>()).add(difference);
      }
      Finding told = null;
      for (Map.Entry<String, List<Difference>> same : alike.entrySet()) {
        Finding finding = same.getValue().get(0).finding();
        table.paragraph(INDENT, units(same.getValue()) + ", " + same.getKey());
        if (finding != null && finding != told) {
          table.paragraph(INDENT, messages.text("trial.why", sentences.of(finding)));
        }
        told = finding;
      }
    }
  }

  private String units(List<Difference> alike) {
    List<String> units = alike.stream().map(Difference::unit).distinct().toList();
    String first = units.stream().limit(MOST_UNITS).collect(Collectors.joining(", "));
    if (units.size() > MOST_UNITS) {
      return first + " " + messages.text("and.more", units.size() - MOST_UNITS);
    }
    return first.isEmpty() ? messages.text("trial.all") : first;
  }

  private String words(Difference difference) {
    String period =
        difference.finding() == null
            ? difference.period()
            : messages.language().period(difference.finding().period());
    String field = messages.text("trial.field." + difference.field());
    return messages.text(
        "trial.difference",
        period.isEmpty() ? field : period + ", " + field,
        value(difference, difference.expected()),
        value(difference, difference.found()));
  }

  private String value(Difference difference, String value) {
    if (value.equals(Fields.NO_FINDING)) {
      return messages.text("trial.no_finding");
    }
    boolean result = difference.field().equals(Fields.RESULT) && !value.equals("…");
    return result ? value + " (" + messages.text("result." + value) + ")" : value;
  }

  private void coverage() {
    table.heading(messages.text("trial.coverage"));
    table.row(
        List.of(
            messages.text("table.column.target"),
            messages.text("trial.column.cases"),
            messages.text("trial.column.seen"),
            messages.text("trial.column.unseen")),
        widths,
        -1,
        Tone.PLAIN);
    for (Tested target : tested.targets()) {
      String count =
          target.unconfirmed() == 0
              ? "" + target.confirmed()
              : target.confirmed() + " (+" + target.unconfirmed() + ")";
      table.row(
          List.of(target.target().id(), count, words(target.seen()), words(target.unseen())),
          widths,
          1,
          target.passes() ? Tone.GOOD : Tone.BAD);
    }
    if (tested.count(false) > 0) {
      table.paragraph(0, messages.text("trial.unconfirmed", tested.count(false)));
    }
  }

  private String words(Set<Result> results) {
    return results.stream()
        .map(result -> messages.text("result." + result.code()))
        .collect(Collectors.joining(", "));
  }

  private void unused() {
    List<Problem> unused = tested.unused();
    if (!unused.isEmpty()) {
      table.heading(messages.text("trial.unused"));
      ProblemText text = new ProblemText(messages);
      unused.forEach(problem -> table.paragraph(0, text.sentence(problem)));
    }
  }

  private void summary() {
    table.heading(messages.text("table.summary"));
    table.paragraph(
        0,
        messages.text(
            "trial.summary",
            tested.count(true),
            tested.targets().size(),
            tested.failed(true).size()));
    if (!tested.untested().isEmpty()) {
      String ids =
          tested.untested().stream().map(target -> target.id()).collect(Collectors.joining(", "));
      table.paragraph(0, messages.text("trial.untested", tested.untested().size(), ids));
    }
    table.paragraph(0, messages.text(tested.passes() ? "trial.pass" : "trial.fail"));
  }
}

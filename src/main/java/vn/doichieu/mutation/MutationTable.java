package vn.doichieu.mutation;

import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.mutation.MutatedPlan.Fate;
import vn.doichieu.report.TextTable;
import vn.doichieu.report.TextTable.Tone;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlaceText;
import vn.doichieu.wording.Wording;

/** Tells a person which changes no case notices, then how many there were. */
public final class MutationTable {

  private static final int TARGET = 9;
  private static final int COLUMN = 11;

  private final MutatedPlan mutated;
  private final Messages messages;
  private final TextTable table;
  private final List<Integer> widths;

  public MutationTable(MutatedPlan mutated, Messages messages, int width, boolean colour) {
    this.mutated = mutated;
    this.messages = messages;
    table = new TextTable(width, colour);
    int half = table.rest(List.of(TARGET, COLUMN, 0)) / 2;
    widths = List.of(TARGET, COLUMN, half, half);
  }

  /** Writes everything; the caller closes the writer. */
  public void write(Writer out) {
    table.subheading(messages.text("mutation.title"));
    table.paragraph(0, new Wording(messages).title(mutated.plan()));
    if (!mutated.failing().isEmpty()) {
      table.heading(messages.text("mutation.failing", mutated.failing().size()));
      mutated.failing().forEach(one -> table.paragraph(0, one.target() + ": " + one.name()));
    }
    if (!mutated.survivors().isEmpty()) {
      table.heading(messages.text("mutation.survivors", mutated.survivors().size()));
      rows(mutated.survivors());
    }
    justified();
    summary();
    table.writeTo(out);
  }

  private void rows(List<Fate> fates) {
    table.row(
        List.of(
            messages.text("table.column.target"),
            messages.text("mutation.column.column"),
            messages.text("mutation.column.before"),
            messages.text("mutation.column.after")),
        widths,
        -1,
        Tone.PLAIN);
    for (Fate fate : fates) {
      Mutant mutant = fate.mutant();
      table.row(
          List.of(mutant.target(), mutant.column(), shown(mutant.before()), shown(mutant.after())),
          widths,
          -1,
          Tone.PLAIN);
    }
  }

  private String shown(String cell) {
    return cell.isEmpty() ? messages.text("value.blank") : cell;
  }

  /** The justified ones by their reason: many deadlines may share one. */
  private void justified() {
    Map<Justification, List<Fate>> byReason = new LinkedHashMap<>();
    for (Fate fate : mutated.justified()) {
      Justification because = fate.because();
      if (because != null) {
        byReason.computeIfAbsent(because, one -> new ArrayList<>()).add(fate);
      }
    }
    if (!byReason.isEmpty()) {
      table.heading(messages.text("mutation.justified", mutated.justified().size()));
      byReason.forEach(
          (because, fates) ->
              table.paragraph(
                  0,
                  messages.text(
                      "mutation.justified.line",
                      fates.stream()
                          .map(fate -> fate.mutant().target())
                          .distinct()
                          .collect(Collectors.joining(", ")),
                      because.column(),
                      fates.size(),
                      because.why())));
    }
    for (Justification one : mutated.needless()) {
      table.paragraph(
          0, messages.text("mutation.needless", PlaceText.of(one.place(), messages), one.column()));
    }
  }

  private void summary() {
    int asked = mutated.fates().size() - mutated.justified().size();
    table.heading(messages.text("table.summary"));
    table.paragraph(
        0,
        messages.text(
            "mutation.summary",
            messages.language().number(mutated.fates().size()),
            messages.language().number(mutated.noticed()),
            messages.language().number(mutated.justified().size()),
            messages.language().number(mutated.survivors().size())));
    if (asked > 0) {
      table.paragraph(
          0,
          messages.text(
              "mutation.score",
              messages.language().rate(mutated.noticed(), asked, new Bound(false, 1, 1))));
    }
    table.paragraph(0, messages.text(mutated.passes() ? "mutation.pass" : "mutation.fail"));
  }
}

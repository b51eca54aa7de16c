package vn.doichieu.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.OtherReading.Verdict;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

/** The verdicts that hang on how a sentence is read, by reading: from which result to which. */
final class ReadingRows {

  private static final int MOST_NAMES = 3;
  private static final int INDENT = 4;

  private final TextTable table;
  private final Messages messages;
  private final Sentences sentences;

  private final Map<String, Turns> turns = new LinkedHashMap<>();

  /** What becomes of results under one reading, by the words for it. */
  private static final class Turns {
    private final OtherReading reading;
    private final Map<String, Units> byWords = new LinkedHashMap<>();

    Turns(OtherReading reading) {
      this.reading = reading;
    }
  }

  /** Who has these findings. */
  private static final class Units {
    private final Set<String> names = new LinkedHashSet<>();
    private int findings;

    void add(String name) {
      names.add(name);
      findings++;
    }
  }

  ReadingRows(TextTable table, Messages messages, Sentences sentences) {
    this.table = table;
    this.messages = messages;
    this.sentences = sentences;
  }

  /** Takes down the verdicts of a finding that is shown. */
  void add(Evaluation evaluation, Finding finding) {
    if (isPartOfAnother(finding)) {
      return;
    }
    for (Verdict verdict : evaluation.otherReadings().apply(finding)) {
      if (verdict.differsFrom(finding)) {
        String turn =
            messages.text(
                "table.readings.turn", sentences.result(finding), sentences.otherResult(verdict));
        turns
            .computeIfAbsent(verdict.reading().id(), id -> new Turns(verdict.reading()))
            .byWords
            .computeIfAbsent(turn, t -> new Units())
            .add(finding.unit().name());
      }
    }
  }

  /** Writes the part; nothing where no verdict would be another one. */
  void write() {
    if (turns.isEmpty()) {
      return;
    }
    table.heading(messages.text("table.readings"));
    for (Turns of : turns.values()) {
      OtherReading reading = of.reading;
      table.paragraph(
          0, messages.text("table.readings.says", reading.id(), sentences.inQuotes(reading)));
      of.byWords.forEach(
          (turn, units) ->
              table.paragraph(
                  INDENT, messages.text("table.fold.which", turn, units.findings, names(units))));
      table.paragraph(INDENT, messages.text("table.readings.decided", reading.decidedBy()));
    }
  }

  /** A member's part is judged with its area's line, a kept reading with the chosen one. */
  private static boolean isPartOfAnother(Finding finding) {
    return finding.flags().contains(Flag.CONTRIBUTION)
        || finding.flags().contains(Flag.OTHER_READING);
  }

  private String names(Units units) {
    String first = units.names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return units.names.size() <= MOST_NAMES
        ? first
        : messages.text("table.readings.more", first, units.names.size() - MOST_NAMES);
  }
}

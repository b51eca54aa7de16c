package vn.doichieu.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  ReadingRows(TextTable table, Messages messages, Sentences sentences) {
    this.table = table;
    this.messages = messages;
    this.sentences = sentences;
  }

  /**
   * Writes the part; nothing where no verdict would be another one.
   *
   * @param findings the findings that are shown
   */
  void write(Evaluation evaluation, List<Finding> findings) {
    Map<OtherReading, Map<String, List<String>>> turns = new LinkedHashMap<>();
    for (Finding finding : findings) {
      for (Verdict verdict : evaluation.otherReadings().apply(finding)) {
        if (verdict.differsFrom(finding) && !isPartOfAnother(finding)) {
          String turn =
              messages.text(
                  "table.readings.turn", sentences.result(finding), sentences.otherResult(verdict));
          turns
              .computeIfAbsent(verdict.reading(), r -> new LinkedHashMap<>())
              .computeIfAbsent(turn, t -> new ArrayList<>())
              .add(finding.unit().name());
        }
      }
    }
    if (turns.isEmpty()) {
      return;
    }
    table.heading(messages.text("table.readings"));
    turns.forEach(
        (reading, byTurn) -> {
          table.paragraph(
              0, messages.text("table.readings.says", reading.id(), sentences.inQuotes(reading)));
          byTurn.forEach(
              (turn, units) ->
                  table.paragraph(
                      INDENT, messages.text("table.fold.which", turn, units.size(), names(units))));
          table.paragraph(INDENT, messages.text("table.readings.decided", reading.decidedBy()));
        });
  }

  /** A member's part is judged with its area's line, a kept reading with the chosen one. */
  private static boolean isPartOfAnother(Finding finding) {
    return finding.flags().contains(Flag.CONTRIBUTION)
        || finding.flags().contains(Flag.OTHER_READING);
  }

  private String names(List<String> units) {
    List<String> names = units.stream().distinct().toList();
    String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    return names.size() <= MOST_NAMES
        ? first
        : messages.text("table.readings.more", first, names.size() - MOST_NAMES);
  }
}

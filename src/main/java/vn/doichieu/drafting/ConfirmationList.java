package vn.doichieu.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.doichieu.authoring.CsvDocument;
import vn.doichieu.report.CsvOutput;
import vn.doichieu.rules.Confirmations;
import vn.doichieu.wording.Messages;

/** What a person has to confirm, line by line, as a file to write a yes into. */
final class ConfirmationList {

  private final YearShift shift;
  private final Messages messages;
  private final List<List<String>> lines = new ArrayList<>();

  ConfirmationList(YearShift shift, Messages messages) {
    this.shift = shift;
    this.messages = messages;
  }

  /**
   * Adds a line.
   *
   * @param row the row of the plan, or the file with its line
   * @param note the key of a sentence that says what to do; empty if there is nothing to say
   */
  void add(String row, String column, String before, String after, String note) {
    List<String> notes = new ArrayList<>();
    if (!note.isEmpty()) {
      notes.add(messages.text(note));
    }
    if (shift.losesLeapDay(before, after)) {
      notes.add(messages.text("drafting.leap"));
    }
    lines.add(
        Stream.of(row, column, before, after, "", String.join(" ", notes))
            .map(CsvOutput::guarded)
            .toList());
  }

  int size() {
    return lines.size();
  }

  String text() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Confirmations.COLUMNS);
    rows.addAll(lines);
    return CsvDocument.of(List.of(messages.text("drafting.list")), rows).text();
  }
}

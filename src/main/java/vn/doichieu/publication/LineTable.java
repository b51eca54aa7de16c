package vn.doichieu.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Group;
import vn.doichieu.document.Table.Layout;
import vn.doichieu.document.Table.Row;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.listing.Line;
import vn.doichieu.listing.Severity;
import vn.doichieu.wording.Messages;

/** The tables that tell by unit what was asked, what was achieved, what lacks and what to do. */
final class LineTable {

  private static final int RESULT = 4;
  private static final int NEEDED = 6;
  private static final int ACTION = 8;

  private final Messages messages;
  private final FindingText text;
  private final ActionText actions;
  private final Function<Finding, Stream<String>> more;

  /**
   * Tells lines.
   *
   * @param asOf the day of the list
   * @param more what else there is to note of a finding; empty texts say nothing
   */
  LineTable(
      Messages messages, FindingText text, LocalDate asOf, Function<Finding, Stream<String>> more) {
    this.messages = messages;
    this.text = text;
    this.more = more;
    actions = new ActionText(messages, text, asOf);
  }

  /**
   * The lines of units, a group each.
   *
   * @param id the table's id
   * @param heading the words above the lines of a unit
   */
  Table of(
      String id, Map<ReportingUnit, List<Line>> lines, Function<ReportingUnit, String> heading) {
    List<Group> groups = new ArrayList<>();
    lines.forEach(
        (unit, ofUnit) ->
            groups.add(
                new Group(
                    id + "-" + (groups.size() + 1),
                    heading.apply(unit),
                    ofUnit.stream().map(this::row).toList())));
    return new Table(id, "", Layout.ROWS, columns(), messages.text("list.column.unit"), groups);
  }

  private List<Column> columns() {
    return List.of(
        new Column(messages.text("list.column.target"), Kind.TEXT, 9),
        new Column(messages.text("list.column.quote"), Kind.QUOTE, 9, 0),
        new Column(messages.text("list.column.section"), Kind.TEXT, 4, 0),
        new Column(messages.text("list.column.required"), Kind.TEXT, 4),
        new Column(messages.text("list.column.result"), Kind.RESULT, 5),
        new Column(messages.text("list.column.achieved"), Kind.TEXT, 5, RESULT),
        new Column(messages.text("list.column.needed"), Kind.TEXT, 4),
        new Column(messages.text("list.column.before"), Kind.NUMBER, 4, NEEDED),
        new Column(messages.text("list.column.action"), Kind.TEXT, 8),
        new Column(messages.text("list.column.note"), Kind.TEXT, 6, ACTION));
  }

  private Row row(Line line) {
    Finding worst = Severity.worst(line.findings());
    List<Target> targets = line.targets();
    boolean several = line.findings().size() > 1;
    List<Cell> cells =
        List.of(
            Cell.of(distinct(targets.stream().map(target -> title(line, target)))),
            Cell.of(distinct(named(targets, text::quote))),
            Cell.of(distinct(named(targets, text::section))),
            Cell.of(distinct(targets.stream().map(text::required))),
            Cell.of(result(line), FindingText.tone(worst)),
            Cell.of(distinct(line.findings().stream().map(text::achieved))),
            Cell.of(distinct(line.findings().stream().map(this::needed))),
            several ? Cell.of(before(line)) : text.before(line.first()),
            Cell.of(distinct(line.findings().stream().map(actions::of))),
            Cell.of(notes(line)));
    return new Row(line.unit().code(), line.unit().name(), FindingText.tone(worst), cells);
  }

  /** A target, with the periods of a report that it is about, or the result of each duty. */
  private String title(Line line, Target target) {
    List<Finding> findings = line.of(target);
    if (FindingText.isForOnePeriodOfSeveral(target)) {
      return messages.text("list.count", text.title(target), text.periods(findings));
    }
    return line.isDuties() && targetsDiffer(line)
        ? messages.text("list.count", text.title(target), text.result(findings.get(0)))
        : text.title(target);
  }

  /** What is said of each target, behind its number where there are several. */
  private Stream<String> named(List<Target> targets, Function<Target, String> words) {
    return targets.stream()
        .map(
            target ->
                targets.size() == 1
                    ? words.apply(target)
                    : messages.text("list.count", target.id(), words.apply(target)));
  }

  /** What a member lacks for a share of units is itself; that number needs a word. */
  private String needed(Finding finding) {
    String needed = text.needed(finding);
    return ActionText.isMemberOfShare(finding) && !needed.isEmpty()
        ? messages.text("list.needed.member", needed)
        : needed;
  }

  /** Of a report with several periods, the days stand with each of them. */
  private String result(Line line) {
    return line.findings().size() == 1
        ? text.resultInFull(line.first())
        : distinct(line.findings().stream().map(text::result));
  }

  private boolean targetsDiffer(Line line) {
    return line.findings().stream().map(text::result).distinct().count() > 1;
  }

  /** The days of several findings; of the months of one report its rule says which. */
  private String before(Line line) {
    List<String> days =
        line.findings().stream().map(f -> text.before(f).text()).distinct().toList();
    return days.size() <= line.targets().size() ? String.join("\n", days) : "";
  }

  /** What holds only for some of the findings says for how many. */
  private String notes(Line line) {
    Map<String, Long> counts =
        line.findings().stream()
            .flatMap(f -> Stream.concat(text.notes(f).stream(), more.apply(f)))
            .filter(words -> !words.isEmpty())
            .collect(
                Collectors.groupingBy(words -> words, LinkedHashMap::new, Collectors.counting()));
    int all = line.findings().size();
    String notes =
        counts.entrySet().stream()
            .map(note -> note.getValue() == all ? note.getKey() : some(note, all))
            .collect(Collectors.joining("; "));
    return notes.isEmpty() ? "" : FindingText.sentence(notes);
  }

  private String some(Map.Entry<String, Long> note, int all) {
    return messages.text(
        "list.map.several",
        note.getKey(),
        messages.language().number(note.getValue()),
        messages.language().number(all));
  }

  /** Texts one below the other, none twice. */
  private static String distinct(Stream<String> texts) {
    return texts.filter(words -> !words.isEmpty()).distinct().collect(Collectors.joining("\n"));
  }
}

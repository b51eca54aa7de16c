package vn.doichieu.authoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.doichieu.ruletable.RuleColumns;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** What goes into each column of a table of rules. */
public final class ColumnHelp {

  /** The words that a column usually takes; anything else is asked about, and may stay. */
  public static final Map<String, List<String>> CHOICES =
      Map.of(
          "kind",
          List.of(
              "ratio",
              "rate",
              "share_of_units",
              "count",
              "change",
              "reduction",
              "monthly_count",
              "quarterly_count",
              "deadline",
              "duty",
              "score",
              "judgement",
              "not_checked",
              "information",
              "drl"),
          "scope",
          List.of("area", "each", "each+area", "share", "sum", "each:commune", "agency:police"),
          "comparator",
          List.of(">=", ">", "<=", "<", "=", "range", "within", "between"),
          "binding",
          List.of("yes", "no"),
          "on_miss",
          List.of("needs_review"),
          "priority",
          List.of("main", "deadline", "supporting"),
          "confidence",
          List.of("C1", "C2"),
          "result",
          List.of("not_applicable", "needs_review"));

  /** Columns that take no other words than the usual ones. */
  static final Set<String> CLOSED = Set.of("kind", "binding", "on_miss", "priority", "confidence");

  private static final String KEY = "authoring.help.";

  private static final Set<String> OURS =
      Stream.of(Language.values())
          .map(Messages::new)
          .flatMap(
              messages ->
                  RuleColumns.all().stream()
                      .filter(column -> messages.has(KEY + column))
                      .map(column -> oneLine(text(column, messages))))
          .collect(Collectors.toSet());

  private ColumnHelp() {}

  /** What goes into a column, with an example; empty for a column that nobody knows. */
  public static String text(String column, Messages messages) {
    return messages.has(KEY + column) ? messages.text(KEY + column) : "";
  }

  /** Whether a note is one of those that an exported workbook has, in whichever language. */
  static boolean isOurs(String note) {
    return OURS.contains(oneLine(note));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}

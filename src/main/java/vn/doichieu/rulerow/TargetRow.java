package vn.doichieu.rulerow;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Criterion.Comparison;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.ruletable.RuleSheet;
import vn.doichieu.tabular.DateText;
import vn.doichieu.tabular.NearestWord;

/**
 * One row of {@code targets.csv}, or of {@code readings.csv} laid over one. A cell that cannot be
 * understood becomes a problem with its place, and a harmless stand-in is returned so that the rest
 * of the row is read too; a row with a problem never becomes a target.
 */
public final class TargetRow {

  private static final String EMPTIED = "-";

  private final RuleSheet.Row row;
  private final Map<String, String> cells;
  private final Map<String, Item> items;
  private final List<Problem> problems;
  private final String part;

  private TargetRow(
      RuleSheet.Row row,
      Map<String, String> cells,
      Map<String, Item> items,
      List<Problem> problems,
      String part) {
    this.row = row;
    this.cells = cells;
    this.items = items;
    this.problems = problems;
    this.part = part;
  }

  /** Which of its row's thresholds this is; empty if there is one only. */
  String part() {
    return part;
  }

  /** One of the row's thresholds, with what a cell comes to for it. */
  TargetRow withPart(String label, String column, String text) {
    Map<String, String> own = new HashMap<>(cells);
    own.put(column, text);
    return new TargetRow(row, own, items, problems, label);
  }

  /** A row of a sheet of rules. */
  public static TargetRow of(RuleSheet.Row row, Map<String, Item> items, List<Problem> problems) {
    return new TargetRow(row, row.cells(), items, problems, "");
  }

  /** This row under some cells of another: blank leaves what is there, "-" empties it. */
  public TargetRow under(TargetRow other, List<String> columns) {
    Map<String, String> laid = new HashMap<>(cells);
    for (String column : columns) {
      String text = other.cell(column);
      if (!text.isEmpty()) {
        laid.put(column, text.equals(EMPTIED) ? "" : text);
      }
    }
    return new TargetRow(other.row, laid, items, other.problems, "");
  }

  /** The row as a whole. */
  public SourceLocation place() {
    return row.place();
  }

  Map<String, Item> items() {
    return items;
  }

  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  public String required(String column) {
    String text = cell(column);
    if (text.isEmpty()) {
      problem(Problem.Kind.RULE_CELL_BLANK, column, "", "");
    }
    return text;
  }

  /** One of a few words; the first in the order of the map where it is none of them. */
  public <T> T choice(String column, Map<String, T> choices) {
    T chosen = choices.get(cell(column));
    if (chosen == null) {
      invalid(
          column,
          choices.keySet().stream()
              .map(word -> word.isEmpty() ? "∅" : word)
              .sorted()
              .collect(Collectors.joining(", ")));
      return choices.values().iterator().next();
    }
    return chosen;
  }

  LocalDate date(String column, LocalDate standIn) {
    Optional<LocalDate> date = DateText.iso(cell(column));
    if (date.isEmpty()) {
      invalid(column, "2025-01-01");
    }
    return date.orElse(standIn);
  }

  Condition condition(String column) {
    try {
      return ConditionParser.condition(cell(column), items);
    } catch (FormulaParser.Refused e) {
      refused(column, e, "plan_issued=yes");
      return standInClause();
    }
  }

  static Clause standInClause() {
    return new Clause(standInItem(Item.Type.YES_NO), Comparison.EQUAL, 1);
  }

  static Item standInItem(Item.Type type) {
    return new Item("?", type, "", "", false);
  }

  /** Tells of a formula that was refused. */
  void refused(String column, FormulaParser.Refused refused, String example) {
    switch (refused.why) {
      case FORM -> problem(Problem.Kind.RULE_CELL_INVALID, column, cell(column), example);
      case ITEM ->
          problem(
              Problem.Kind.RULE_ITEM_UNKNOWN,
              column,
              refused.read,
              NearestWord.of(refused.read, items.keySet()));
      case TYPE ->
          problem(
              Problem.Kind.RULE_ITEM_TYPE,
              column,
              refused.read,
              Objects.requireNonNull(items.get(refused.read)).type().code());
    }
  }

  public void invalid(String column, String expected) {
    problem(Problem.Kind.RULE_CELL_INVALID, column, cell(column), expected);
  }

  public void problem(Problem.Kind kind, String column, String read, String argument) {
    problems.add(new Problem(kind, row.place(column), read, argument));
  }
}

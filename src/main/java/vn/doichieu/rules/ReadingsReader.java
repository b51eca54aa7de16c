package vn.doichieu.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.OtherReading.Way;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;
import vn.doichieu.rulerow.TargetReader;
import vn.doichieu.rulerow.TargetRow;
import vn.doichieu.ruletable.Mending;
import vn.doichieu.ruletable.RuleSheet;
import vn.doichieu.ruletable.RuleTables;
import vn.doichieu.tabular.NearestWord;
import vn.doichieu.tabular.UnreadableInput;

/**
 * Reads a table of readings: the other ways to read sentences that can be read in several. A row is
 * laid over the row of its target, so that only what differs stands in it.
 */
final class ReadingsReader {

  private static final String TARGET = "target";
  private static final String LETTER = "reading";
  private static final String RESULT = "result";
  private static final String ALL_OF = "all_of";
  private static final Set<Result> FIXED = Set.of(Result.NOT_APPLICABLE, Result.NEEDS_REVIEW);

  private final TargetReader chosen;
  private final Map<String, TargetRow> rows = new HashMap<>();
  private final Map<String, Target> targets = new HashMap<>();
  private final int year;
  private final List<Problem> problems;
  private final List<OtherReading> readings = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private ReadingsReader(TargetReader chosen, int year, List<Problem> problems) {
    this.chosen = chosen;
    chosen
        .rows()
        .forEach(
            (row, read) -> {
              rows.put(row.cell(TARGET), row);
              targets.put(row.cell(TARGET), read.get(0));
            });
    this.year = year;
    this.problems = problems;
  }

  /**
   * Reads all rows; without a table there are none.
   *
   * @param chosen the targets with their rows; a reading of one that could not be understood is
   *     passed over, so that this file is not told for it
   * @param problems receives every cell that cannot be understood
   */
  static List<OtherReading> read(
      RuleTables tables,
      TargetReader chosen,
      Map<String, Item> items,
      int year,
      List<Problem> problems) {
    try {
      ReadingsReader reader = new ReadingsReader(chosen, year, problems);
      tables
          .readings(problems)
          .ifPresent(sheet -> sheet.rows().forEach(row -> reader.add(row, items)));
      return reader.readings;
    } catch (UnreadableInput e) {
      problems.addAll(e.problems());
      return List.of();
    }
  }

  private void add(RuleSheet.Row sheetRow, Map<String, Item> items) {
    String id = sheetRow.id();
    if (chosen.isBroken(id)) {
      return;
    }
    List<Problem> own = new ArrayList<>();
    Optional<OtherReading> reading = reading(TargetRow.of(sheetRow, items, own));
    reading
        .filter(r -> !ids.add(r.id()))
        .ifPresent(
            twice ->
                TargetRow.of(sheetRow, items, own).invalid(LETTER, "a, b, c (" + twice.id() + ")"));
    if (own.isEmpty()) {
      reading.ifPresent(readings::add);
    }
    problems.addAll(
        Mending.told(
            own,
            sheetRow::cell,
            (column, text) -> {
              List<Problem> tried = new ArrayList<>();
              reading(TargetRow.of(sheetRow.with(column, text), items, tried));
              return tried;
            },
            items));
  }

  private Optional<OtherReading> reading(TargetRow row) {
    String id = row.cell(TARGET);
    TargetRow base = rows.get(id);
    Target target = targets.get(id);
    if (base == null || target == null) {
      row.problem(
          Problem.Kind.READING_TARGET_UNKNOWN, TARGET, id, NearestWord.of(id, chosen.ids()));
      return Optional.empty();
    }
    String letter = row.cell(LETTER);
    if (!letter.matches("[a-z]")) {
      row.invalid(LETTER, "a, b, c");
    }
    return Optional.of(
        new OtherReading(
            id,
            letter,
            sentence(row.required("says")),
            sentence(row.cell("says_en")),
            row.required("decided_by"),
            row.cell("note"),
            way(row, base.under(row, RuleTables.REREAD), target)));
  }

  /** A reading stands in the middle of other sentences. */
  private static String sentence(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private Way way(TargetRow row, TargetRow laid, Target chosen) {
    boolean cells = RuleTables.REREAD.stream().anyMatch(column -> !row.cell(column).isEmpty());
    if (!row.cell(ALL_OF).isEmpty()) {
      if (cells || !row.cell(RESULT).isEmpty()) {
        row.invalid(ALL_OF, "∅");
      }
      return allOf(row);
    } else if (!row.cell(RESULT).isEmpty()) {
      return new Way.Fixed(result(row), judged(laid).scope());
    } else if (cells) {
      Target target = judged(laid);
      if (!chosen.evaluated() || !target.evaluated()) {
        row.invalid(TARGET, "ratio, share_of_units, … duty");
      }
      return new Way.Judged(target);
    }
    return new Way.InWordsOnly();
  }

  /** A reading gives one target; a row of several thresholds is told to have too many. */
  private Target judged(TargetRow laid) {
    List<Target> read = TargetReader.targets(laid, year);
    if (read.size() > 1) {
      laid.invalid("threshold", "20%");
    }
    return read.get(0);
  }

  private Way allOf(TargetRow row) {
    List<String> others =
        Arrays.stream(row.cell(ALL_OF).split("&", -1)).map(String::strip).toList();
    for (String other : others) {
      Target target = targets.get(other);
      boolean judged = target != null && target.evaluated();
      if (!judged && !chosen.isBroken(other)) {
        row.problem(
            Problem.Kind.READING_TARGET_UNKNOWN,
            ALL_OF,
            other,
            NearestWord.of(other, chosen.ids()));
      }
    }
    return new Way.AllOf(others);
  }

  private static Result result(TargetRow row) {
    return row.choice(RESULT, FIXED.stream().collect(Collectors.toMap(r -> r.code(), r -> r)));
  }
}

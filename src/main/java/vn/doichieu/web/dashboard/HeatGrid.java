package vn.doichieu.web.dashboard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target;
import vn.doichieu.listing.HeatMap;
import vn.doichieu.listing.Severity;
import vn.doichieu.web.result.Badge;
import vn.doichieu.web.result.Slice;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ReadingOrder;
import vn.doichieu.wording.Sentences;

/**
 * Results as units x targets, each in a word and a colour: a page of the units that somebody chose.
 *
 * @param columns the targets that several units answer
 * @param others whether units have findings of targets that they alone answer
 * @param rows of those that fit the choice
 * @param units how many there are in all
 */
record HeatGrid(
    GridChoice choice, List<Column> columns, boolean others, Slice<Row> rows, int units) {

  /** How many units a page has. */
  static final int A_PAGE = 50;

  private static final int NOT_ASKED = Severity.ORDER.size();

  /** A target. */
  record Column(String target, String title) {}

  /**
   * A unit.
   *
   * @param cells one for every column, and for the others, if there are any; null where the unit is
   *     not asked
   * @param failing how many of its findings make the check fail
   */
  record Row(ReportingUnit unit, List<@Nullable Cell> cells, int failing) {}

  /**
   * What a unit and target came to: the worst, where there are several findings.
   *
   * @param title what was achieved, in few words
   * @param same how many of the findings have this result
   * @param dim whether somebody looks for another result
   */
  record Cell(Finding finding, Badge badge, String title, int same, int of, boolean dim) {}

  /**
   * A unit before anything is put into words.
   *
   * @param cells the findings of each column
   * @param ranks how bad each column's worst is; 0 is the worst
   * @param failing as in {@link Row}
   */
  private record Line(
      ReportingUnit unit, List<List<Finding>> cells, List<Integer> ranks, int failing) {

    static Line of(HeatMap.Row row, List<Target> targets, boolean others) {
      List<List<Finding>> cells = new ArrayList<>();
      targets.forEach(target -> cells.add(row.byTarget().getOrDefault(target.id(), List.of())));
      if (others) {
        cells.add(row.others());
      }
      List<Integer> ranks = cells.stream().map(Line::rank).toList();
      int failing = failing(row.others());
      for (List<Finding> findings : row.byTarget().values()) {
        failing += failing(findings);
      }
      return new Line(row.unit(), cells, ranks, failing);
    }

    private static int rank(List<Finding> findings) {
      return findings.isEmpty()
          ? NOT_ASKED
          : Severity.ORDER.indexOf(Severity.worst(findings).result());
    }

    private static int failing(List<Finding> findings) {
      return (int) findings.stream().filter(Finding::failsCheck).count();
    }
  }

  static HeatGrid of(Evaluation evaluation, Messages messages, GridChoice asked) {
    HeatMap map = HeatMap.of(evaluation, ReadingOrder.of(evaluation));
    List<Target> targets =
        map.targets().stream()
            .filter(t -> asked.priority() == null || t.priority() == asked.priority())
            .toList();
    boolean others =
        asked.priority() == null && map.rows().stream().anyMatch(row -> !row.others().isEmpty());
    List<String> columns = new ArrayList<>(targets.stream().map(Target::id).toList());
    if (others) {
      columns.add(GridChoice.OTHERS);
    }
    GridChoice choice = asked.among(sortable(columns));
    List<Line> lines =
        map.rows().stream()
            .filter(row -> choice.names(row.unit()))
            .map(row -> Line.of(row, targets, others))
            .filter(line -> has(line, choice.result()))
            .toList();
    Sentences sentences = new Sentences(evaluation, messages);
    Slice<Line> page =
        Slice.within(sorted(lines, choice, columns.indexOf(choice.sort())), choice.page(), A_PAGE);
    return new HeatGrid(
        choice,
        targets.stream().map(t -> new Column(t.id(), sentences.title(t))).toList(),
        others,
        page.map(line -> row(line, choice, sentences)),
        map.rows().size());
  }

  private static Set<String> sortable(List<String> columns) {
    Set<String> all = new HashSet<>(columns);
    all.add(GridChoice.FAILING);
    all.add(GridChoice.UNIT);
    return all;
  }

  private static boolean has(Line line, @Nullable Result result) {
    return result == null || line.ranks().contains(Severity.ORDER.indexOf(result));
  }

  /** What is equal stays in the order of reading. */
  private static List<Line> sorted(List<Line> lines, GridChoice choice, int column) {
    List<Line> all = new ArrayList<>(lines);
    if (choice.sort().equals(GridChoice.UNIT)) {
      if (choice.reversed()) {
        Collections.reverse(all);
      }
      return all;
    }
    boolean failing = column < 0;
    Comparator<Line> worstFirst =
        Comparator.comparingInt(line -> failing ? -line.failing() : line.ranks().get(column));
    Comparator<Line> askedFirst =
        Comparator.comparing(line -> !failing && line.ranks().get(column) == NOT_ASKED);
    all.sort(askedFirst.thenComparing(choice.reversed() ? worstFirst.reversed() : worstFirst));
    return all;
  }

  private static Row row(Line line, GridChoice choice, Sentences sentences) {
    List<@Nullable Cell> cells = new ArrayList<>();
    line.cells().forEach(findings -> cells.add(cell(findings, choice.result(), sentences)));
    return new Row(line.unit(), cells, line.failing());
  }

  private static @Nullable Cell cell(
      List<Finding> findings, @Nullable Result wanted, Sentences sentences) {
    if (findings.isEmpty()) {
      return null;
    }
    Finding worst = Severity.worst(findings);
    int same = (int) findings.stream().filter(f -> f.result() == worst.result()).count();
    boolean dim = wanted != null && worst.result() != wanted;
    return new Cell(worst, Badge.of(worst), sentences.achieved(worst), same, findings.size(), dim);
  }
}

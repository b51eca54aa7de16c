package vn.doichieu.web.dashboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.listing.HeatMap;
import vn.doichieu.listing.Severity;
import vn.doichieu.web.result.Badge;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ReadingOrder;
import vn.doichieu.wording.Sentences;

/**
 * All results as units x targets, each in a word and a colour.
 *
 * @param columns the targets that several units answer
 * @param others whether units have findings of targets that they alone answer
 */
record HeatGrid(List<Column> columns, boolean others, List<Row> rows) {

  /** A target. */
  record Column(String target, String title, String priority) {}

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
   * @param title the whole sentence of it
   * @param same how many of the findings have this result
   */
  record Cell(Finding finding, Badge badge, String title, int same, int of) {}

  static HeatGrid of(Evaluation evaluation, Messages messages) {
    Sentences sentences = new Sentences(evaluation, messages);
    HeatMap map = HeatMap.of(evaluation, ReadingOrder.of(evaluation));
    boolean others = map.rows().stream().anyMatch(row -> !row.others().isEmpty());
    List<Row> rows = new ArrayList<>();
    for (HeatMap.Row row : map.rows()) {
      List<@Nullable Cell> cells = new ArrayList<>();
      List<Finding> all = new ArrayList<>(row.others());
      for (Target target : map.targets()) {
        List<Finding> findings = row.byTarget().getOrDefault(target.id(), List.of());
        all.addAll(findings);
        cells.add(cell(findings, sentences));
      }
      if (others) {
        cells.add(cell(row.others(), sentences));
      }
      rows.add(new Row(row.unit(), cells, (int) all.stream().filter(Finding::failsCheck).count()));
    }
    List<Column> columns =
        map.targets().stream()
            .map(t -> new Column(t.id(), sentences.title(t), t.priority().code()))
            .toList();
    return new HeatGrid(columns, others, rows);
  }

  private static @Nullable Cell cell(Collection<Finding> findings, Sentences sentences) {
    if (findings.isEmpty()) {
      return null;
    }
    Finding worst = Severity.worst(findings);
    int same = (int) findings.stream().filter(f -> f.result() == worst.result()).count();
    String title = worst.target().id() + ", " + worst.unit().name() + ": " + sentences.of(worst);
    return new Cell(worst, Badge.of(worst), title, same, findings.size());
  }
}

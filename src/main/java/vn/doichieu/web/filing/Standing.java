package vn.doichieu.web.filing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.doichieu.submission.Submission;
import vn.doichieu.tabular.ListTable;
import vn.doichieu.tabular.Table;
import vn.doichieu.web.store.Store;

/** What stands beside the figures: approved waivers and explanations, as the tables of a folder. */
@Component
public class Standing {

  private static final List<String> WAIVERS =
      List.of("unit", "target", "until", "reason", "approved_by", "decision", "period");

  private final Store store;

  Standing(Store store) {
    this.store = store;
  }

  /** The rows of waivers.csv for a plan: what was approved, in the order of approval. */
  public Table waivers(long area, String planId) {
    List<ListTable.Line> lines = new ArrayList<>();
    store
        .sql()
        .sql(
            "select unit, target, until, reason, approved_by, decision, period from waiver_request"
                + " where area_id = ? and plan_id = ? and state = 'approved'"
                + " order by decided_at, id")
        .params(area, planId)
        .query((row, n) -> lines.add(new ListTable.Line(n + 2, texts(row, WAIVERS.size()))))
        .list();
    return new ListTable("waivers.csv", WAIVERS, lines);
  }

  /** The rows of explanations.csv: the last word on each subject up to some submission. */
  public Table explanations(long area, long upTo) {
    List<ListTable.Line> lines = new ArrayList<>();
    store
        .sql()
        .sql(
            "select e.unit, e.check_name, e.period, e.text, e.said_by from warning_explanation e"
                + " where e.id in (select max(id) from"
                + " warning_explanation where area_id = ? and submission_id <= ?"
                + " group by unit, check_name, period) order by e.id")
        .params(area, upTo)
        .query((row, n) -> lines.add(new ListTable.Line(n + 2, texts(row, 5))))
        .list();
    return new ListTable("explanations.csv", Submission.EXPLANATION_COLUMNS, lines);
  }

  private static List<String> texts(java.sql.ResultSet row, int columns)
      throws java.sql.SQLException {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      String text = row.getString(i);
      texts.add(text == null ? "" : text);
    }
    return texts;
  }
}

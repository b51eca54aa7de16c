package vn.doichieu.web.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.store.Store;

/** The results that were kept. */
@Component
class Records {

  private static final String COLUMNS =
      "select r.id, r.area_id, r.plan_id, r.version_id, v.number, r.as_of, r.closed,"
          + " r.submission_id, coalesce(s.number, 0), r.made_at, r.cause, r.hash, r.summary,"
          + " a.title, r.units_revision from result_record r"
          + " join rules_version v on v.id = r.version_id"
          + " left join submission s on s.id = r.submission_id"
          + " left join account a on a.id = r.made_by ";

  private final Store store;

  Records(Store store) {
    this.store = store;
  }

  /** How many there are of an area and plan. */
  int count(long area, String plan) {
    return store
        .sql()
        .sql("select count(*) from result_record where area_id = ? and plan_id = ?")
        .params(area, plan)
        .query(Integer.class)
        .single();
  }

  /** Some of an area and plan, the newest first. */
  List<ResultRecord> page(long area, String plan, int page, int size) {
    return store
        .sql()
        .sql(COLUMNS + "where r.area_id = ? and r.plan_id = ? order by r.id desc limit ? offset ?")
        .params(area, plan, size, (long) page * size)
        .query(Records::row)
        .list();
  }

  /**
   * One of an area and plan.
   *
   * @throws Refusal if there is none
   */
  ResultRecord get(long area, String plan, long id) {
    return store
        .sql()
        .sql(COLUMNS + "where r.area_id = ? and r.plan_id = ? and r.id = ?")
        .params(area, plan, id)
        .query(Records::row)
        .optional()
        .orElseThrow(Refusal::notFound);
  }

  /** Its document: what the command line's JSON was. */
  byte[] content(ResultRecord record) {
    return Packed.unpack(bytes(record, "content"));
  }

  /** What it rests on besides rules and submissions. */
  Inputs inputs(ResultRecord record) {
    return Inputs.unpacked(bytes(record, "inputs"));
  }

  private byte[] bytes(ResultRecord record, String column) {
    // The column is one of two words above; nothing of a request gets here.
    String statement =
        column.equals("content")
            ? "select content from result_record where id = ?"
            : "select inputs from result_record where id = ?";
    return store
        .sql()
        .sql(statement)
        .param(record.id())
        .query((row, n) -> row.getBytes(1))
        .single();
  }

  private static ResultRecord row(ResultSet row, int number) throws SQLException {
    String[] counts = row.getString(13).split(" ", -1);
    return new ResultRecord(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getLong(4),
        row.getInt(5),
        row.getInt(15),
        row.getObject(6, LocalDate.class),
        row.getBoolean(7),
        row.getLong(8),
        row.getInt(9),
        row.getTimestamp(10).toInstant(),
        ResultRecord.Cause.valueOf(row.getString(11).toUpperCase(Locale.ROOT)),
        row.getString(12),
        Integer.parseInt(counts[0]),
        Integer.parseInt(counts[1]),
        row.getString(14));
  }
}

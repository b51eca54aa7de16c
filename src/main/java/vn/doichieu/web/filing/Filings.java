package vn.doichieu.web.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.submission.Delivery.Withdrawal;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.store.Store;

/** Submissions as they are kept. What may be handed in is decided before. */
@Component
public class Filings {

  private static final String SUBMISSIONS =
      "select id, area_id, unit_code, number, upload_id, made_by, made_at, note from submission ";

  /** Submissions that may hold figures of a unit: its own, and those of several units. */
  private static final String OF_UNIT =
      "where area_id = ? and (unit_code is null or unit_code = ?)";

  private final Store store;
  private final Areas areas;
  private final AreaRules rules;
  private final Uploads uploads;
  private final AuditLog log;
  private final Clock clock;

  /** Filings in the store. */
  public Filings(
      Store store, Areas areas, AreaRules rules, Uploads uploads, AuditLog log, Clock clock) {
    this.store = store;
    this.areas = areas;
    this.rules = rules;
    this.uploads = uploads;
    this.log = log;
    this.clock = clock;
  }

  /** What a unit says of figures that contradict one another: a row of explanations.csv. */
  public record Said(String unit, String check, String period, String text) {}

  /** The area's last submission; 0 if there is none. */
  public long last(long area) {
    return store
        .sql()
        .sql("select coalesce(max(id), 0) from submission where area_id = ?")
        .param(area)
        .query(Long.class)
        .single();
  }

  /** Keeps files, which do not count yet, as based on what counts now; gives their number. */
  public long keep(
      Viewer viewer,
      Area area,
      @Nullable String unit,
      Upload.Kind kind,
      SortedMap<String, byte[]> files,
      Set<Withdrawal> withdrawals) {
    AreaRules.Basis basis = AreaRules.Basis.of(area, rules.of(area));
    return uploads.keep(viewer, area, unit, kind, files, withdrawals, last(area.id()), basis, null);
  }

  /** An upload; {@link Refusal} if there is none. */
  public Upload upload(long id) {
    return uploads.get(id);
  }

  /** Lets an upload count, without explanations. Otherwise as below. */
  public Filed submit(Viewer viewer, Upload upload, String note, @Nullable String idempotencyKey) {
    return submit(viewer, upload, note, idempotencyKey, List.of(), () -> true).orElseThrow();
  }

  /**
   * Lets an upload count.
   *
   * @param idempotencyKey the caller's own word for this submission: a second one with the same
   *     word gives the first one again; null where there is none
   * @param said what is said of contradictions in its figures
   * @param stands whether what was checked before still stands, asked once nobody else changes the
   *     area any more
   * @return empty if it stands no more: then nothing was done
   * @throws Refusal if something was submitted for the same units since the upload was made
   */
  public Optional<Filed> submit(
      Viewer viewer,
      Upload upload,
      String note,
      @Nullable String idempotencyKey,
      List<Said> said,
      BooleanSupplier stands) {
    return store.write(
        () -> {
          areas.lock(upload.areaId());
          Optional<Filed> known = known(viewer, upload, idempotencyKey);
          if (known.isPresent()) {
            return known;
          }
          uploads.get(upload.id()); // Too old a one may have been deleted just now.
          refuseIfOvertaken(upload);
          if (!stands.getAsBoolean()) {
            return Optional.empty();
          }
          Filed filed = insert(viewer, upload, note, idempotencyKey);
          said.forEach(each -> insert(viewer, filed, each));
          areas.changed(upload.areaId());
          String subject =
              areas.get(upload.areaId()).code()
                  + (upload.unit() == null ? "" : " " + upload.unit());
          log.add("submission.made", subject, "no. " + filed.number() + ", " + upload.hash());
          return Optional.of(filed);
        });
  }

  /**
   * The submission that an account made by some word before.
   *
   * @throws Refusal if it made another upload count by that word
   */
  public Optional<Filed> known(Viewer viewer, Upload upload, @Nullable String idempotencyKey) {
    Optional<Filed> known =
        idempotencyKey == null
            ? Optional.empty()
            : store
                .sql()
                .sql(SUBMISSIONS + "where made_by = ? and idempotency_key = ?")
                .params(viewer.id(), idempotencyKey)
                .query(Filings::filed)
                .optional();
    if (known.isPresent() && known.get().uploadId() != upload.id()) {
      throw Refusal.conflict("key_used");
    }
    return known;
  }

  private Filed insert(Viewer viewer, Upload upload, String note, @Nullable String key) {
    int number = count("where area_id = ?", upload.areaId()) + 1;
    return get(
        store.insert(
            "insert into submission (area_id, unit_code, number, upload_id, made_by, made_at,"
                + " note, idempotency_key) values (?, ?, ?, ?, ?, ?, ?, ?)",
            upload.areaId(),
            upload.unit(),
            number,
            upload.id(),
            viewer.id(),
            clock.instant().atOffset(ZoneOffset.UTC),
            note,
            key));
  }

  private void insert(Viewer viewer, Filed filed, Said said) {
    store
        .sql()
        .sql(
            "insert into warning_explanation (submission_id, area_id, unit, check_name, period,"
                + " text, said_by, made_by, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            filed.id(),
            filed.areaId(),
            said.unit(),
            said.check(),
            said.period(),
            said.text(),
            viewer.title(),
            viewer.id(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What was said of contradictions with a submission. */
  public List<Said> said(long submission) {
    return store
        .sql()
        .sql(
            "select unit, check_name, period, text from warning_explanation"
                + " where submission_id = ? order by id")
        .param(submission)
        .query(
            (row, n) ->
                new Said(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
        .list();
  }

  /**
   * Stops an upload that counts already, or that was made without knowing what came since.
   *
   * @throws Refusal accordingly
   */
  public void refuseIfOvertaken(Upload upload) {
    if (count("where upload_id = ?", upload.id()) > 0) {
      throw Refusal.conflict("upload_used");
    }
    if (!since(upload).isEmpty()) {
      throw Refusal.conflict("overtaken");
    }
  }

  /** What was submitted for the units of an upload since it was made, the oldest first. */
  public List<Filed> since(Upload upload) {
    String unit = upload.unit();
    return unit == null
        ? list("where area_id = ? and id > ? order by id", upload.areaId(), upload.basedOn())
        : list(OF_UNIT + " and id > ? order by id", upload.areaId(), unit, upload.basedOn());
  }

  /** All submissions of an area, the oldest first. */
  public List<Filed> all(long area) {
    return list("where area_id = ? order by id", area);
  }

  /**
   * Some of the submissions of an area, the newest first.
   *
   * @param unit only those that may hold figures of this unit; null for all
   * @param page from 0
   */
  public List<Filed> page(long area, @Nullable String unit, int page, int size) {
    String part = " order by id desc limit ? offset ?";
    long from = (long) page * size;
    return unit == null
        ? list("where area_id = ?" + part, area, size, from)
        : list(OF_UNIT + part, area, unit, size, from);
  }

  /** How many submissions there are; likewise. */
  public int count(long area, @Nullable String unit) {
    return unit == null ? count("where area_id = ?", area) : count(OF_UNIT, area, unit);
  }

  /**
   * A submission.
   *
   * @throws Refusal if there is none
   */
  public Filed get(long id) {
    return list("where id = ?", id).stream().findFirst().orElseThrow(Refusal::notFound);
  }

  /** The submission of an area with a number. Throws as above. */
  public Filed get(long area, int number) {
    return list("where area_id = ? and number = ?", area, number).stream()
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  /** The submission that made an upload count. */
  public Optional<Filed> of(Upload upload) {
    return list("where upload_id = ?", upload.id()).stream().findFirst();
  }

  private List<Filed> list(String where, Object... values) {
    return store.sql().sql(SUBMISSIONS + where).params(values).query(Filings::filed).list();
  }

  private int count(String where, Object... values) {
    return store
        .sql()
        .sql("select count(*) from submission " + where)
        .params(values)
        .query(Integer.class)
        .single();
  }

  private static Filed filed(ResultSet row, int number) throws SQLException {
    return new Filed(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getInt(4),
        row.getLong(5),
        row.getLong(6),
        row.getTimestamp(7).toInstant(),
        row.getString(8));
  }
}

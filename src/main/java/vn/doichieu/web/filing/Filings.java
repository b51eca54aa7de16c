package vn.doichieu.web.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Provenance;
import vn.doichieu.submission.Delivery.Withdrawal;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.store.Store;

/** Uploads and submissions as they are kept. What may be handed in is decided before. */
@Component
public class Filings {

  private static final String SUBMISSIONS =
      "select id, area_id, unit_code, number, upload_id, made_by, made_at, note from submission ";

  private final Store store;
  private final Areas areas;
  private final AuditLog log;
  private final Clock clock;

  /** Filings in the store. */
  public Filings(Store store, Areas areas, AuditLog log, Clock clock) {
    this.store = store;
    this.areas = areas;
    this.log = log;
    this.clock = clock;
  }

  /** The area's last submission; 0 if there is none. */
  public long last(long area) {
    return store
        .sql()
        .sql("select coalesce(max(id), 0) from submission where area_id = ?")
        .param(area)
        .query(Long.class)
        .single();
  }

  /** Keeps files, which do not count yet; gives their number. */
  public long keep(
      Viewer viewer,
      Area area,
      @Nullable String unit,
      Upload.Kind kind,
      SortedMap<String, byte[]> files,
      Set<Withdrawal> withdrawals) {
    List<Provenance.HashedFile> hashed = new ArrayList<>();
    files.forEach((name, content) -> hashed.add(new Provenance.HashedFile(name, sha256(content))));
    String hash = new Provenance.FileSet(hashed).sha256();
    return store.write(
        () -> {
          long id =
              store.insert(
                  "insert into upload (area_id, unit_code, kind, made_by, made_at, based_on, hash)"
                      + " values (?, ?, ?, ?, ?, ?, ?)",
                  area.id(),
                  unit,
                  kind.code(),
                  viewer.id(),
                  clock.instant().atOffset(ZoneOffset.UTC),
                  last(area.id()),
                  hash);
          for (var file : files.entrySet()) {
            store
                .sql()
                .sql("insert into upload_file (upload_id, name, hash, content) values (?, ?, ?, ?)")
                .params(id, file.getKey(), sha256(file.getValue()), file.getValue())
                .update();
          }
          for (Withdrawal taken : withdrawals) {
            store
                .sql()
                .sql(
                    "insert into upload_withdrawal (upload_id, unit, item, period)"
                        + " values (?, ?, ?, ?)")
                .params(id, taken.unit(), taken.item(), taken.period())
                .update();
          }
          log.add("upload.kept", area.code() + (unit == null ? "" : " " + unit), hash);
          return id;
        });
  }

  /**
   * Lets an upload count.
   *
   * @param idempotencyKey the caller's own word for this submission: a second one with the same
   *     word gives the first one again; null where there is none
   * @throws Refusal if something was submitted for the same units since the upload was made
   */
  public Filed submit(Viewer viewer, Upload upload, String note, @Nullable String idempotencyKey) {
    return store.write(
        () -> {
          areas.lock(upload.areaId());
          if (idempotencyKey != null) {
            List<Filed> known =
                store
                    .sql()
                    .sql(SUBMISSIONS + "where made_by = ? and idempotency_key = ?")
                    .params(viewer.id(), idempotencyKey)
                    .query(Filings::filed)
                    .list();
            if (!known.isEmpty()) {
              return known.get(0);
            }
          }
          refuseIfOvertaken(upload);
          int number =
              store
                      .sql()
                      .sql("select count(*) from submission where area_id = ?")
                      .param(upload.areaId())
                      .query(Integer.class)
                      .single()
                  + 1;
          long id =
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
                  idempotencyKey);
          areas.changed(upload.areaId());
          String subject =
              areas.get(upload.areaId()).code()
                  + (upload.unit() == null ? "" : " " + upload.unit());
          log.add("submission.made", subject, "no. " + number + ", " + upload.hash());
          return get(id);
        });
  }

  private void refuseIfOvertaken(Upload upload) {
    boolean used =
        store
                .sql()
                .sql("select count(*) from submission where upload_id = ?")
                .param(upload.id())
                .query(Integer.class)
                .single()
            > 0;
    if (used) {
      throw Refusal.conflict("upload_used");
    }
    String unit = upload.unit();
    long since =
        store
            .sql()
            .sql(
                "select count(*) from submission where area_id = ? and id > ?"
                    + " and (unit_code is null or unit_code = ?"
                    + " or cast(? as varchar) is null)")
            .params(upload.areaId(), upload.basedOn(), unit, unit)
            .query(Long.class)
            .single();
    if (since > 0) {
      throw Refusal.conflict("overtaken");
    }
  }

  /** All submissions of an area, the oldest first. */
  public List<Filed> all(long area) {
    return store
        .sql()
        .sql(SUBMISSIONS + "where area_id = ? order by id")
        .param(area)
        .query(Filings::filed)
        .list();
  }

  /**
   * A submission.
   *
   * @throws Refusal if there is none
   */
  public Filed get(long id) {
    return store
        .sql()
        .sql(SUBMISSIONS + "where id = ?")
        .param(id)
        .query(Filings::filed)
        .optional()
        .orElseThrow(Refusal::notFound);
  }

  /** An upload. Throws as above. */
  public Upload upload(long id) {
    return store
        .sql()
        .sql(
            "select id, area_id, unit_code, kind, made_by, made_at, based_on, hash from upload"
                + " where id = ?")
        .param(id)
        .query(
            (row, n) ->
                new Upload(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    Upload.Kind.valueOf(row.getString(4).toUpperCase(java.util.Locale.ROOT)),
                    row.getLong(5),
                    row.getTimestamp(6).toInstant(),
                    row.getLong(7),
                    row.getString(8)))
        .optional()
        .orElseThrow(Refusal::notFound);
  }

  /** The files of an upload, by name. */
  public SortedMap<String, byte[]> files(long upload) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    store
        .sql()
        .sql("select name, content from upload_file where upload_id = ?")
        .param(upload)
        .query((row, n) -> files.put(row.getString(1), row.getBytes(2)))
        .list();
    return files;
  }

  /** The names of an upload's files with their hashes. */
  public Map<String, String> hashes(long upload) {
    Map<String, String> hashes = new TreeMap<>();
    store
        .sql()
        .sql("select name, hash from upload_file where upload_id = ?")
        .param(upload)
        .query((row, n) -> hashes.put(row.getString(1), row.getString(2)))
        .list();
    return hashes;
  }

  /** What an upload takes back. */
  public Set<Withdrawal> withdrawals(long upload) {
    return new HashSet<>(
        store
            .sql()
            .sql("select unit, item, period from upload_withdrawal where upload_id = ?")
            .param(upload)
            .query((row, n) -> new Withdrawal(row.getString(1), row.getString(2), row.getString(3)))
            .list());
  }

  /** Writes the files of an upload into a folder. */
  public void unpack(long upload, Path folder) {
    files(upload)
        .forEach(
            (name, content) -> {
              try {
                Files.write(folder.resolve(name), content);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static String sha256(byte[] content) {
    return HexFormat.of().formatHex(Provenance.newSha256().digest(content));
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

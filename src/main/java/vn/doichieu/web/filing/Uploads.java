package vn.doichieu.web.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.doichieu.domain.Provenance;
import vn.doichieu.submission.Delivery.Withdrawal;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.store.Store;

/**
 * Files as they were handed in, whether they count or not. None is ever changed; see {@link
 * OldTrials} for what is deleted.
 */
@Component
public class Uploads {

  private static final JsonMapper JSON = new JsonMapper();

  private final Store store;
  private final AuditLog log;
  private final Clock clock;

  /** Uploads in the store. */
  public Uploads(Store store, AuditLog log, Clock clock) {
    this.store = store;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Keeps files, which do not count yet; gives their number.
   *
   * @param unit the unit that they are for; null where they are of several units
   * @param basedOn the area's last submission that whoever hands them in knows of
   * @param basis what they were read by
   * @param gave the figures that they give; null if that is not known
   */
  public long keep(
      Viewer viewer,
      Area area,
      @Nullable String unit,
      Upload.Kind kind,
      SortedMap<String, byte[]> files,
      Set<Withdrawal> withdrawals,
      long basedOn,
      AreaRules.Basis basis,
      @Nullable Set<FigureKey> gave) {
    List<Provenance.HashedFile> hashed = new ArrayList<>();
    files.forEach((name, content) -> hashed.add(new Provenance.HashedFile(name, sha256(content))));
    String hash = new Provenance.FileSet(hashed).sha256();
    return store.write(
        () -> {
          long id =
              store.insert(
                  "insert into upload (area_id, unit_code, kind, made_by, made_at, based_on, basis,"
                      + " hash, gave) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  area.id(),
                  unit,
                  kind.code(),
                  viewer.id(),
                  clock.instant().atOffset(ZoneOffset.UTC),
                  basedOn,
                  basis.text(),
                  hash,
                  gave == null ? null : json(gave));
          files.forEach((name, content) -> insert(id, name, content));
          withdrawals.forEach(taken -> insert(id, taken));
          log.add("upload.kept", area.code() + (unit == null ? "" : " " + unit), hash);
          return id;
        });
  }

  private void insert(long upload, String name, byte[] content) {
    store
        .sql()
        .sql("insert into upload_file (upload_id, name, hash, content) values (?, ?, ?, ?)")
        .params(upload, name, sha256(content), content)
        .update();
  }

  private void insert(long upload, Withdrawal taken) {
    store
        .sql()
        .sql("insert into upload_withdrawal (upload_id, unit, item, period) values (?, ?, ?, ?)")
        .params(upload, taken.unit(), taken.item(), taken.period())
        .update();
  }

  /**
   * An upload.
   *
   * @throws Refusal if there is none
   */
  public Upload get(long id) {
    return store
        .sql()
        .sql(
            "select id, area_id, unit_code, kind, made_by, made_at, based_on, basis, hash from"
                + " upload where id = ?")
        .param(id)
        .query(
            (row, n) ->
                new Upload(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    Upload.Kind.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                    row.getLong(5),
                    row.getTimestamp(6).toInstant(),
                    row.getLong(7),
                    AreaRules.Basis.parse(row.getString(8)),
                    row.getString(9)))
        .optional()
        .orElseThrow(Refusal::notFound);
  }

  private static String json(Set<FigureKey> figures) {
    return JSON.writeValueAsString(
        figures.stream()
            .map(key -> List.of(key.unit(), key.item(), key.period()))
            .sorted(Comparator.comparing(List::toString))
            .toList());
  }

  /** The figures that an upload gave when it was handed in; null if that is not known. */
  public @Nullable Set<FigureKey> gave(long upload) {
    String gave =
        store
            .sql()
            .sql("select gave from upload where id = ?")
            .param(upload)
            .query((row, n) -> Optional.ofNullable(row.getString(1)))
            .single()
            .orElse(null);
    return gave == null
        ? null
        : Arrays.stream(JSON.readValue(gave, String[][].class))
            .map(codes -> new FigureKey(codes[0], codes[1], codes[2]))
            .collect(Collectors.toSet());
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

  /**
   * One file of an upload.
   *
   * @throws Refusal if there is none of that name
   */
  public byte[] file(long upload, String name) {
    return store
        .sql()
        .sql("select content from upload_file where upload_id = ? and name = ?")
        .params(upload, name)
        .query((row, n) -> row.getBytes(1))
        .optional()
        .orElseThrow(Refusal::notFound);
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

  /** Writes files into a folder. */
  public static void write(SortedMap<String, byte[]> files, Path folder) {
    try {
      for (var file : files.entrySet()) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] content) {
    return HexFormat.of().formatHex(Provenance.newSha256().digest(content));
  }
}

package vn.doichieu.web.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.result.FindingLookup;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.Results;
import vn.doichieu.web.store.Store;
import vn.doichieu.wording.Language;

/** The findings that questions were put about, as they stood then and stand now. */
@Component
class ToldFindings {

  private final Store store;
  private final Areas areas;
  private final Results results;
  private final Times times;

  ToldFindings(Store store, Areas areas, Results results, Times times) {
    this.store = store;
    this.areas = areas;
    this.results = results;
    this.times = times;
  }

  /**
   * The finding of an inquiry as it stands today, by the word of its questions on whether every
   * period is over; empty if there is no such finding any more.
   */
  Optional<Told> now(Inquiry inquiry) {
    boolean closed = of(inquiry.id()).values().stream().anyMatch(Told::closed);
    Judged judged =
        results.judged(areas.get(inquiry.areaId()), inquiry.planId(), times.today(), closed);
    return FindingLookup.find(judged, inquiry.target(), inquiry.unit(), inquiry.period())
        .map(finding -> Told.of(judged, finding));
  }

  /** Keeps a finding with a message, within its transaction. */
  void keep(long message, Told told) {
    store
        .sql()
        .sql(
            "insert into inquiry_finding (message_id, as_of, closed, version_id, submission_id,"
                + " result, reason, binding, numerator, denominator, shortfall)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                message,
                told.asOf(),
                told.closed(),
                told.versionId(),
                told.submission(),
                told.result(),
                told.reason(),
                told.binding(),
                told.numerator(),
                told.denominator(),
                told.shortfall()))
        .update();
    told.words()
        .forEach(
            (language, words) ->
                store
                    .sql()
                    .sql(
                        "insert into inquiry_finding_text (message_id, language, word, achieved,"
                            + " sentence, sources) values (?, ?, ?, ?, ?, ?)")
                    .params(
                        message,
                        language.code(),
                        words.word(),
                        words.achieved(),
                        words.sentence(),
                        words.sources())
                    .update());
  }

  /** Those of an inquiry by their messages. */
  Map<Long, Told> of(long inquiry) {
    Map<Long, Map<Language, Told.Words>> words = words(inquiry);
    Map<Long, Told> all = new HashMap<>();
    store
        .sql()
        .sql(
            "select f.* from inquiry_finding f join inquiry_message m on m.id = f.message_id"
                + " where m.inquiry_id = ?")
        .param(inquiry)
        .query(
            (row, n) -> {
              long message = row.getLong("message_id");
              return all.put(message, told(row, words.getOrDefault(message, Map.of())));
            })
        .list();
    return all;
  }

  private Map<Long, Map<Language, Told.Words>> words(long inquiry) {
    Map<Long, Map<Language, Told.Words>> all = new HashMap<>();
    store
        .sql()
        .sql(
            "select t.* from inquiry_finding_text t join inquiry_message m on m.id = t.message_id"
                + " where m.inquiry_id = ?")
        .param(inquiry)
        .query(
            (row, n) ->
                all.computeIfAbsent(
                        row.getLong("message_id"), message -> new EnumMap<>(Language.class))
                    .put(
                        Language.valueOf(row.getString("language").toUpperCase(Locale.ROOT)),
                        new Told.Words(
                            row.getString("word"),
                            row.getString("achieved"),
                            row.getString("sentence"),
                            row.getString("sources"))))
        .list();
    return all;
  }

  private static Told told(ResultSet row, Map<Language, Told.Words> words) throws SQLException {
    return new Told(
        row.getObject("as_of", LocalDate.class),
        row.getBoolean("closed"),
        row.getLong("version_id"),
        row.getLong("submission_id"),
        row.getString("result"),
        row.getString("reason"),
        row.getBoolean("binding"),
        number(row, "numerator"),
        number(row, "denominator"),
        number(row, "shortfall"),
        words);
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}

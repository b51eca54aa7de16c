package vn.doichieu.web.dryrun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.FreeText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;

/** Lets an upload count, once everything is said that has to be said of it. */
@Component
public class Submitting {

  private static final int FEWEST_WORDS = 3;
  private static final int LONGEST_TEXT = 2000;
  private static final Predicate<String> HAS_LETTERS = word -> word.matches(".*\\p{L}.*");

  /** Others change an area seldom; by then the dry run is done again. */
  private static final int MOST_TRIES = 5;

  private static final int PATIENCE_SECONDS = 60;
  private static final int BUSY = 503;

  private final DryRuns dryRuns;
  private final RulesSince rulesSince;
  private final Filings filings;
  private final Areas areas;
  private final Times times;

  /** Who submits to an area goes one after another, without a connection while waiting. */
  private final Map<Long, ReentrantLock> turns = new ConcurrentHashMap<>();

  /** Lets uploads count. */
  public Submitting(
      DryRuns dryRuns, RulesSince rulesSince, Filings filings, Areas areas, Times times) {
    this.dryRuns = dryRuns;
    this.rulesSince = rulesSince;
    this.filings = filings;
    this.areas = areas;
    this.times = times;
  }

  /**
   * What is said of an upload when it is submitted.
   *
   * @param said explanations by the keys of the contradictions
   * @param knowsInvalid whether it is known that figures will be invalid
   */
  public record Words(String note, Map<String, String> said, boolean knowsInvalid) {

    public Words {
      note = FreeText.clean(note);
      said =
          said.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      Map.Entry::getKey, about -> FreeText.clean(about.getValue())));
    }

    /** What is said of a contradiction; empty if nothing. */
    String about(String key) {
      return said.getOrDefault(key, "");
    }
  }

  /**
   * Lets an upload count. What it is let by is what holds at the moment from which it counts: where
   * the area changed in between, everything is looked at again.
   *
   * @param key the caller's own word for this submission; see {@link Filings#submit}
   * @throws Refusal if it was overtaken, or something has still to be said or mended
   */
  public Filed submit(Viewer viewer, Upload upload, Words words, @Nullable String key) {
    ReentrantLock turn = turns.computeIfAbsent(upload.areaId(), area -> new ReentrantLock(true));
    take(turn);
    try {
      for (int i = 0; i < MOST_TRIES; i++) {
        Optional<Filed> filed = tried(viewer, upload, words, key);
        if (filed.isPresent()) {
          return filed.get();
        }
      }
      throw Refusal.tooMuch(BUSY, "submitting_busy");
    } finally {
      turn.unlock();
    }
  }

  private static void take(ReentrantLock turn) {
    try {
      if (!turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw Refusal.tooMuch(BUSY, "submitting_busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.tooMuch(BUSY, "submitting_busy");
    }
  }

  /** Empty if the area became another one meanwhile. */
  private Optional<Filed> tried(Viewer viewer, Upload upload, Words words, @Nullable String key) {
    Optional<Filed> known = filings.known(viewer, upload, key);
    if (known.isPresent()) {
      refuseIfOther(known.get(), words);
      return known;
    }
    filings.refuseIfOvertaken(upload);
    LocalDate today = times.today();
    DryRun dryRun = dryRuns.of(upload);
    refuseIfNotFit(viewer, upload, dryRun, words);
    String note = words.note();
    if (note.length() > LONGEST_TEXT) {
      throw Refusal.invalid("text_long", LONGEST_TEXT);
    }
    refusePersonal(note);
    int revision = dryRun.area().revision();
    try {
      return filings.submit(
          viewer,
          upload,
          note,
          key,
          said(viewer, dryRun, words),
          () -> areas.get(upload.areaId()).revision() == revision && times.today().equals(today));
    } catch (DuplicateKeyException e) {
      return Optional.empty(); // The same key, at the same moment, for another area.
    }
  }

  /** What was submitted with other words is another submission. */
  private void refuseIfOther(Filed filed, Words words) {
    boolean same =
        filed.note().equals(words.note())
            && filings.said(filed.id()).stream()
                .allMatch(said -> said.text().equals(words.about(Contradiction.key(said))));
    if (!same) {
      throw Refusal.conflict("upload_used");
    }
  }

  private void refuseIfNotFit(Viewer viewer, Upload upload, DryRun dryRun, Words words) {
    List<String> since = rulesSince.of(upload, dryRun, viewer);
    if (!since.isEmpty()) {
      throw Refusal.conflict("rules_changed", String.join("; ", since));
    }
    if (!dryRun.locked().isEmpty()) {
      throw Refusal.of("locked", dryRun.locked());
    }
    if (dryRun.hasInvalid() && !words.knowsInvalid()) {
      throw Refusal.invalid("invalid_unconfirmed", dryRun.count(FigureChange.Kind.INVALID));
    }
  }

  private static List<Filings.Said> said(Viewer viewer, DryRun dryRun, Words words) {
    List<Filings.Said> all = new ArrayList<>();
    for (Contradiction asked : dryRun.contradictions()) {
      String text = words.about(asked.key());
      refusePersonal(text);
      long count = List.of(text.split("\\s+")).stream().filter(HAS_LETTERS).count();
      if (count < FEWEST_WORDS) {
        throw Refusal.invalid("explanation_short", dryRun.contradictions().size(), FEWEST_WORDS);
      }
      if (text.length() > LONGEST_TEXT) {
        throw Refusal.invalid("text_long", LONGEST_TEXT);
      }
      all.add(new Filings.Said(asked.unit().code(), asked.check(), asked.period().text(), text));
    }
    if (!all.isEmpty() && FreeText.isPerson(viewer.title())) {
      throw Refusal.invalid("title_personal"); // It is kept beside every explanation.
    }
    return all;
  }

  private static void refusePersonal(String text) {
    if (FreeText.holdsPersonalData(text)) {
      throw Refusal.invalid("text_personal");
    }
  }
}

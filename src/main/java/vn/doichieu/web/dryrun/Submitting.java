package vn.doichieu.web.dryrun;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.request.FreeText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;

/** Lets an upload count, once everything is said that has to be said of it. */
@Component
public class Submitting {

  private static final int FEWEST_WORDS = 3;
  private static final int LONGEST_TEXT = 2000;
  private static final Predicate<String> HAS_LETTERS = word -> word.matches(".*\\p{L}.*");

  private final DryRuns dryRuns;
  private final Filings filings;

  /** Lets uploads count. */
  public Submitting(DryRuns dryRuns, Filings filings) {
    this.dryRuns = dryRuns;
    this.filings = filings;
  }

  /**
   * What is said of an upload when it is submitted.
   *
   * @param said explanations by the keys of the contradictions
   * @param knowsInvalid whether it is known that figures will be invalid
   */
  public record Words(String note, Map<String, String> said, boolean knowsInvalid) {

    public Words {
      said = Map.copyOf(said);
    }
  }

  /**
   * Lets an upload count.
   *
   * @param key the caller's own word for this submission; see {@link Filings#submit}
   * @throws Refusal if it was overtaken, or something has still to be said or mended
   */
  public Filed submit(Viewer viewer, Upload upload, Words words, @Nullable String key) {
    Optional<Filed> known = filings.known(viewer, upload, key);
    if (known.isPresent()) {
      return known.get();
    }
    filings.refuseIfOvertaken(upload);
    DryRun dryRun = dryRuns.of(upload);
    if (!dryRun.locked().isEmpty()) {
      throw Refusal.of("locked", dryRun.locked());
    }
    if (dryRun.hasInvalid() && !words.knowsInvalid()) {
      throw Refusal.invalid("invalid_unconfirmed", dryRun.count(FigureChange.Kind.INVALID));
    }
    String note = words.note().strip();
    if (note.length() > LONGEST_TEXT) {
      throw Refusal.invalid("text_long", LONGEST_TEXT);
    }
    refusePersonal(note);
    return filings.submit(viewer, upload, note, key, said(viewer, dryRun, words));
  }

  private static List<Filings.Said> said(Viewer viewer, DryRun dryRun, Words words) {
    List<Filings.Said> all = new ArrayList<>();
    for (Contradiction asked : dryRun.contradictions()) {
      String text = words.said().getOrDefault(asked.key(), "").strip();
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

package vn.doichieu.web.inquiry;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;
import vn.doichieu.web.result.Badge;
import vn.doichieu.web.result.Judged;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

/**
 * A finding as it was told at some time.
 *
 * @param versionId the version of the rules
 * @param submission the last submission that was taken into account; 0 for none
 * @param result the result's code
 * @param reason the reason's code
 * @param words what it was told as, in each language
 */
public record Told(
    LocalDate asOf,
    boolean closed,
    long versionId,
    long submission,
    String result,
    String reason,
    boolean binding,
    @Nullable Long numerator,
    @Nullable Long denominator,
    @Nullable Long shortfall,
    Map<Language, Words> words) {

  public Told {
    words = Map.copyOf(words);
  }

  /**
   * A finding in one language.
   *
   * @param word the result: "Không đạt"
   * @param achieved what was achieved: "78/398 (19,6%)"; empty where there is no number
   * @param sentence the finding's message
   * @param sources every figure with its place
   */
  public record Words(String word, String achieved, String sentence, String sources) {}

  /** A finding as it is told now. */
  public static Told of(Judged judged, Finding finding) {
    Evaluation evaluation = judged.evaluation();
    Map<Language, Words> words = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Sentences sentences = new Sentences(evaluation, new Messages(language));
      words.put(
          language,
          new Words(
              sentences.result(finding),
              sentences.achieved(finding),
              sentences.of(finding),
              sentences.sources(finding)));
    }
    return new Told(
        evaluation.asOf(),
        evaluation.closed(),
        judged.version().id(),
        judged.upTo(),
        finding.result().code(),
        finding.reason().code(),
        finding.binding(),
        finding.numerator(),
        finding.denominator(),
        finding.shortfall(),
        words);
  }

  /** The class of the colour of its result. */
  public String tone() {
    return Badge.tone(Result.valueOf(result.toUpperCase(Locale.ROOT)), binding);
  }

  /** Its words in a language. */
  public Words in(Language language) {
    Words some = words.get(language);
    return some == null ? new Words(result, "", "", "") : some;
  }

  /** The word for the result, with what was achieved where there is a number. */
  public String shortly(Language language) {
    Words some = in(language);
    return some.achieved().isEmpty() ? some.word() : some.word() + " " + some.achieved();
  }
}

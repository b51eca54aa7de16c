package vn.doichieu.doubt;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.doichieu.domain.SourceLocation;

/**
 * One thing in the rule files that is doubtful: it can be read, and it is probably not meant.
 *
 * @param subject what it is about: a target's id, an item's code, a key of {@code plan.yaml}
 * @param read what stands there
 * @param arguments what the sentence of this kind needs besides
 */
public record Remark(
    Kind kind, SourceLocation place, String subject, String read, List<String> arguments) {

  /** By place, then by kind and subject, so that output never depends on chance. */
  public static final Comparator<Remark> BY_PLACE =
      Comparator.comparing((Remark r) -> r.place().file())
          .thenComparing(r -> String.valueOf(r.place().sheet()))
          .thenComparingInt(r -> r.place().row())
          .thenComparing(r -> String.valueOf(r.place().column()))
          .thenComparing(Remark::kind)
          .thenComparing(Remark::subject)
          .thenComparing(Remark::read)
          .thenComparing(r -> r.arguments().toString());

  public Remark {
    arguments = List.copyOf(arguments);
  }

  public Remark(Kind kind, SourceLocation place, String subject, String read, String... arguments) {
    this(kind, place, subject, read, List.of(arguments));
  }

  /** What can be doubtful. Each kind has its sentences in the message bundles, by its code. */
  public enum Kind {
    // plan.yaml
    ID_NOT_FOLDER,
    YEAR_NOT_IN_ID,
    YEAR_NOT_IN_TITLE,
    ISSUED_OUTSIDE_YEAR,
    UNIT_KIND_UNKNOWN,
    MEMBERS_NOT_BELOW_AREA,
    MEMBERS_NEVER_ASKED,
    SUPERIOR_UNKNOWN,
    SUPERIOR_BROKEN,
    NO_PLAN_TEXT,
    ITEM_UNUSED,
    ITEM_NEVER_ASKED,
    PART_OF_CIRCLE,
    // targets.csv
    SAME_CONDITION,
    SAME_BUT_THRESHOLD,
    SAME_TITLE,
    WEAKER_THAN_SUPERIOR,
    CLOSES_BEFORE_PERIOD,
    CLOSES_DURING_PERIOD,
    CLOSES_LONG_AFTER,
    CLOSES_OFF_DEADLINE,
    PERIOD_OUTSIDE_YEAR,
    BASELINE_NOT_BEFORE,
    NO_UNIT,
    NO_UNIT_IN_DATA,
    ROLE_NEAR_ANOTHER,
    QUOTE_NOT_IN_TEXT,
    THRESHOLD_NOT_IN_QUOTE,
    COMPARATOR_NOT_IN_QUOTE,
    ASKED_BUT_MAIN,
    PRIORITY_NOT_OF_KIND,
    REVIEW_WITHOUT_MISS,
    NO_OTHER_READING,
    NEVER_DECIDED,
    // readings.csv
    READING_OF_SURE_TARGET,
    ALL_OF_ITSELF,
    // accepted.csv
    ACCEPTED_UNMATCHED,
    ACCEPTED_WITHOUT_WHY;

    /** The word used in {@code accepted.csv} and JSON: {@code same_title}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

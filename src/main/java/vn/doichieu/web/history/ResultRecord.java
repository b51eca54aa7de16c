package vn.doichieu.web.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A result that was kept.
 *
 * @param versionId the version of the rules
 * @param version its number
 * @param units the revision of the area's units
 * @param submission the last submission that counted; 0 for none
 * @param submissionNumber its number within the area; 0 for none
 * @param hash the SHA-256 of the document
 * @param failing how many findings made the check fail
 * @param total how many findings there were
 * @param madeBy the title of the account that asked for it; null where nobody did
 */
public record ResultRecord(
    long id,
    long area,
    String plan,
    long versionId,
    int version,
    int units,
    LocalDate asOf,
    boolean closed,
    long submission,
    int submissionNumber,
    Instant madeAt,
    Cause cause,
    String hash,
    int failing,
    int total,
    @Nullable String madeBy) {

  /** Why it was kept. */
  public enum Cause {
    SUBMISSION,
    PUBLICATION,
    UNITS,
    DEMAND;

    /** The word used in the database and the message keys. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

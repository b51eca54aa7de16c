package vn.doichieu.web.draft;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An edit of a plan's rules.
 *
 * @param basedOn the version whose files it started from
 * @param revision counts its changes
 * @param note why it is proposed; empty before
 * @param proposedBy the account that proposed it last; null before
 * @param decidedBy the account that published or rejected it; null before
 * @param decision the reason it was rejected for; empty for none
 * @param impact what it changes of all findings, as recorded with the proposal and the approval;
 *     empty before
 * @param versionId the version it became; null before
 */
public record Draft(
    long id,
    String planId,
    long basedOn,
    int revision,
    State state,
    String note,
    long madeBy,
    Instant madeAt,
    Instant changedAt,
    @Nullable Long proposedBy,
    @Nullable Long decidedBy,
    @Nullable Instant decidedAt,
    String decision,
    String impact,
    @Nullable Long versionId) {

  /** What can become of a draft. */
  public enum State {
    /** Being edited. */
    OPEN,
    /** Waiting for somebody else to decide; not edited meanwhile. */
    PROPOSED,
    /** Sent back with a reason; may be edited and proposed again. */
    REJECTED,
    /** A version of its own. */
    PUBLISHED,
    /** Given up. */
    DROPPED;

    /** The word used in the database, the API and the texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether its files may be changed. */
  public boolean isEditable() {
    return state == State.OPEN || state == State.REJECTED;
  }

  /** Whether nothing can become of it any more. */
  public boolean isOver() {
    return state == State.PUBLISHED || state == State.DROPPED;
  }
}

package vn.doichieu.web.exemption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A waiver as it was asked for, and what became of it.
 *
 * @param requestedBy the account that asked for it
 * @param decision what another account decided; null while nobody has
 * @param end when and why it was ended; null if it was not
 */
public record WaiverRequest(
    long id,
    long areaId,
    String planId,
    Row row,
    State state,
    long requestedBy,
    Instant requestedAt,
    @Nullable Act decision,
    @Nullable Act end) {

  /**
   * Something that somebody did with a reason.
   *
   * @param by the account
   */
  public record Act(long by, Instant at, String reason) {}

  /**
   * A row of waivers.csv.
   *
   * @param until the last day, as it was typed; once it is asked for, in ISO form
   * @param approvedBy the authority that decided: an office
   * @param decision the number of its decision
   * @param period blank for every period
   */
  public record Row(
      String unit,
      String target,
      String until,
      String reason,
      String approvedBy,
      String decision,
      String period) {

    /** Its cells in the order of the table of what stands. */
    List<String> cells() {
      return List.of(unit, target, until, reason, approvedBy, decision, period);
    }

    Row until(LocalDate day) {
      return new Row(unit, target, day.toString(), reason, approvedBy, decision, period);
    }
  }

  /** The last day of it. */
  public LocalDate until() {
    return LocalDate.parse(row.until());
  }

  /** How far it has got. */
  public enum State {
    REQUESTED,
    /** It counts. */
    APPROVED,
    REFUSED,
    /** Taken back before anybody decided. */
    WITHDRAWN,
    /** It counted once. */
    ENDED;

    /** The word used in the database, the API and addresses. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static List<String> codes() {
      return Arrays.stream(values()).map(State::code).toList();
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}

package vn.doichieu.web.filing;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Files as somebody handed them in. They count once a submission names them.
 *
 * @param unit the unit that they are for; null where they are of several units
 * @param basedOn the area's last submission at that moment: later ones were not seen
 * @param basis the rules and units of that moment
 * @param hash the SHA-256 over names and contents of the files
 */
public record Upload(
    long id,
    long areaId,
    @Nullable String unit,
    Kind kind,
    long madeBy,
    Instant madeAt,
    long basedOn,
    AreaRules.Basis basis,
    String hash) {

  /** How figures came in. */
  public enum Kind {
    /** Files of a unit. */
    FILE,
    /** Typed into a page. */
    PAGE,
    /** Files of several units, by the area's office. */
    FOLDER;

    /** The word used in the database and the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

package vn.doichieu.web.dryrun;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Warning;
import vn.doichieu.web.filing.Filings;

/**
 * Figures that contradict one another with an upload, and want an explanation: all warnings of one
 * check for a unit and period.
 *
 * @param warnings never empty; of several plans where these read the same figures
 * @param said what was said of it before the figures changed; null if nothing
 */
public record Contradiction(
    ReportingUnit unit,
    String check,
    ReportingPeriod period,
    List<Told> warnings,
    @Nullable String said) {

  /** A warning with the evaluation that it is of. */
  public record Told(Warning warning, Evaluation evaluation) {}

  public Contradiction {
    warnings = List.copyOf(warnings);
  }

  /** What tells it from the others of an upload, as a form's field names it. */
  public String key() {
    return key(unit.code(), check, period.text());
  }

  /** The same of what was said of one. */
  static String key(Filings.Said said) {
    return key(said.unit(), said.check(), said.period());
  }

  private static String key(String unit, String check, String period) {
    return unit + " " + check + " " + period;
  }
}

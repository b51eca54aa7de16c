package vn.doichieu.web.result;

import java.util.Locale;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Result;
import vn.doichieu.listing.Severity;

/**
 * How a result looks on a page: always a word, and a colour besides.
 *
 * @param tone the class of its colour
 * @param key the key of its short word
 * @param rank the worst has 0
 */
public record Badge(String tone, String key, int rank) {

  /** That of a finding; what cannot be held against its unit is told more mildly. */
  public static Badge of(Finding finding) {
    Result result = finding.result();
    boolean asked = finding.flags().contains(Flag.ASKED) && result == Result.MISSING;
    boolean below = !finding.binding() && result == Result.NOT_MET;
    String word = result.code();
    if (asked || below) {
      word = "below";
    } else if (result == Result.MET && finding.flags().contains(Flag.EXCEEDED)) {
      word = "exceeded";
    } else if (result == Result.NOT_APPLICABLE
        && finding.reason() == Result.Reason.NO_DENOMINATOR) {
      word = "nothing";
    } else if (finding.reason() == Result.Reason.LATE) {
      word = "late";
    }
    String tone = asked || below ? "below" : result.code().toLowerCase(Locale.ROOT);
    return new Badge("r-" + tone, "result.short." + word, Severity.ORDER.indexOf(result));
  }

  /** The tone of what was told of a finding at some time. */
  public static String tone(Result result, boolean binding) {
    return "r-" + (result == Result.NOT_MET && !binding ? "below" : result.code());
  }
}

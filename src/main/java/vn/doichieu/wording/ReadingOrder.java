package vn.doichieu.wording;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.ReportingUnit;

/** The order in which readers look for units. */
public final class ReadingOrder {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final String ZEROS = "0".repeat(12);

  private ReadingOrder() {}

  /**
   * The area first, then members, then agencies, by name as Vietnamese readers sort: "Phường 2"
   * before "Phường 10".
   */
  public static Comparator<ReportingUnit> of(Evaluation evaluation) {
    Collator vietnamese = Collator.getInstance(Locale.forLanguageTag("vi"));
    Comparator<ReportingUnit> byRole =
        Comparator.comparing((ReportingUnit unit) -> !unit.equals(evaluation.area()))
            .thenComparing(unit -> unit.kind() == ReportingUnit.Kind.AGENCY);
    Map<ReportingUnit, CollationKey> names = new HashMap<>();
    Function<ReportingUnit, CollationKey> name =
        unit -> names.computeIfAbsent(unit, u -> vietnamese.getCollationKey(byNumber(u.name())));
    return byRole.thenComparing(name).thenComparing(ReportingUnit::code);
  }

  /** Numbers as long as one another, so that they sort by size. */
  private static String byNumber(String name) {
    return NUMBER
        .matcher(name)
        .replaceAll(
            number ->
                number.group().length() >= ZEROS.length()
                    ? number.group()
                    : (ZEROS + number.group()).substring(number.group().length()));
  }
}

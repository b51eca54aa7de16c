package vn.doichieu.publication;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.doichieu.domain.ReportingUnit;

/**
 * Names of files for units: their codes, as far as every system takes them for the name of a file;
 * never the same for two units, whether a system tells capitals or not.
 */
public final class LetterNames {

  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_-]");
  private static final Pattern RESERVED = Pattern.compile("(?i)con|prn|aux|nul|(?:com|lpt)[0-9]|");
  private static final int LONGEST = 60;

  private LetterNames() {}

  /** The name of each unit's file, without its ending. */
  public static Map<ReportingUnit, String> of(List<ReportingUnit> units) {
    Map<ReportingUnit, String> names = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (ReportingUnit unit : units) {
      String safe = UNSAFE.matcher(unit.code()).replaceAll("_");
      String first = safe.substring(0, Math.min(LONGEST, safe.length()));
      String base = RESERVED.matcher(first).matches() ? first + "_" : first;
      String name = base;
      for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
        name = base + "_" + i;
      }
      names.put(unit, name);
    }
    return names;
  }
}

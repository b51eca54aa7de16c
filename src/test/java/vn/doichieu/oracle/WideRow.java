package vn.doichieu.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A row of targets.csv with one threshold: the row itself, or what it says for one milestone, one
 * kind or one group of units.
 *
 * @param group the group of units it is for; empty for units of any
 */
record WideRow(Map<String, String> cells, String group) {
  private static final Set<String> KINDS =
      Set.of("province", "district", "commune", "residential_group", "agency");

  String cell(String column) {
    return NaiveData.trim(cells.getOrDefault(column, ""));
  }

  /** "2025: 5%; 2030: 4%", "district: 100%; commune: 80%" and "urban: 30%; mountain: 20%". */
  static List<WideRow> of(Map<String, String> row) {
    WideRow whole = new WideRow(row, "");
    if (!whole.cell("threshold").contains(":")) {
      return List.of(whole);
    }
    List<String> thresholds = whole.listed("threshold");
    List<WideRow> parts = new ArrayList<>();
    for (int i = 0; i < thresholds.size(); i++) {
      String label = before(thresholds.get(i));
      String threshold = after(thresholds.get(i));
      Map<String, String> cells = new HashMap<>(row);
      cells.put("threshold", threshold);
      if (WidePeriods.named(label)) {
        List<String> periods = whole.listed("periods");
        List<String> closing = whole.listed("closes_on");
        cells.put("periods", periods.isEmpty() ? label : periods.get(i));
        cells.put("closes_on", closing.isEmpty() ? end(label, threshold) : after(closing.get(i)));
        parts.add(new WideRow(cells, ""));
      } else if (KINDS.contains(label)) {
        cells.put("applies_to", label);
        parts.add(new WideRow(cells, ""));
      } else {
        parts.add(new WideRow(cells, label.toLowerCase(Locale.ROOT)));
      }
    }
    return parts;
  }

  /** What is due on a day is over on it; everything else with its period. */
  private static String end(String period, String threshold) {
    return threshold.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
        ? threshold
        : WidePeriods.end(period).toString();
  }

  private List<String> listed(String column) {
    List<String> texts = new ArrayList<>();
    for (String text : cell(column).split(";", -1)) {
      if (!NaiveData.trim(text).isEmpty()) {
        texts.add(NaiveData.trim(text));
      }
    }
    return texts;
  }

  private static String before(String labelled) {
    return NaiveData.trim(labelled.substring(0, labelled.indexOf(':')));
  }

  private static String after(String labelled) {
    return NaiveData.trim(labelled.substring(labelled.indexOf(':') + 1));
  }
}

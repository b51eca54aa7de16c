package vn.doichieu.web.dashboard;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target.Priority;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.result.Chosen;

/**
 * Which part of the grid somebody wants to see.
 *
 * @param unit a part of a unit's name or code; empty: all
 * @param result only units that have it in some cell; null: all
 * @param priority only targets of it; null: all
 * @param sort {@link #FAILING}, {@link #UNIT}, {@link #OTHERS} or a target's id
 * @param reversed whether the usual order of that column is turned round
 * @param page from 0
 */
record GridChoice(
    String unit,
    @Nullable Result result,
    @Nullable Priority priority,
    String sort,
    boolean reversed,
    int page) {

  /** The units with most to be done first. */
  static final String FAILING = "failing";

  /** In the order of reading. */
  static final String UNIT = "unit";

  /** By the column of targets that one unit alone answers. */
  static final String OTHERS = "others";

  private static final int LONGEST = 9;

  /**
   * As the parameters of a request ask.
   *
   * @throws Refusal if there is no such result, priority or page
   */
  static GridChoice of(Map<String, String> asked) {
    Chosen chosen = Chosen.of(null, null, word(asked, "result"), word(asked, "priority"));
    String page = asked.getOrDefault("page", "");
    if (page.length() > LONGEST || !page.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw Refusal.invalid("filter");
    }
    return new GridChoice(
        asked.getOrDefault("unit", "").strip(),
        chosen.results().stream().findFirst().orElse(null),
        chosen.priorities().stream().findFirst().orElse(null),
        asked.getOrDefault("sort", FAILING),
        "true".equals(asked.get("reversed")),
        page.isEmpty() ? 0 : Integer.parseInt(page));
  }

  private static List<String> word(Map<String, String> asked, String name) {
    return List.of(asked.getOrDefault(name, ""));
  }

  /** Whether a unit's name or code has the part looked for, whatever marks it is typed with. */
  boolean names(ReportingUnit candidate) {
    String wanted = plain(unit);
    return wanted.isEmpty()
        || plain(candidate.name()).contains(wanted)
        || plain(candidate.code()).contains(wanted);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd');
  }

  /** The same with the column by which there is no sorting put right. */
  GridChoice among(Set<String> columns) {
    return columns.contains(sort)
        ? this
        : new GridChoice(unit, result, priority, FAILING, reversed, page);
  }
}

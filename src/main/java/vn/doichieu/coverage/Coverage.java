package vn.doichieu.coverage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Target;

/**
 * What became of the rows of a plan.
 *
 * @param rows one for each target, in the order of the register
 */
public record Coverage(Plan plan, List<Row> rows) {

  /** "II.1 gạch 4 (vế 2)": the section, and the place within it. */
  private static final Pattern PLACE =
      Pattern.compile("(\\S.*?) +((?:gạch|đoạn|cuối|\\(vế).*)", Pattern.UNICODE_CASE);

  /** The ways to deal with a sentence; every row has exactly one. */
  public enum Account {
    /** Judged by its rule. */
    RULE,
    /** Judged by its rule, and never held against the body that the plan only asks. */
    ASKED,
    /** Another reading of a sentence, judged by its rule beside the chosen one. */
    OTHER_READING,
    /** There is nothing to compare with: a person judges. */
    PERSON,
    /** Only to be known. */
    INFORMATION,
    /** Not checked, for the reason given. */
    NOT_CHECKED;

    /** The word used in JSON and CSV: {@code other_reading}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Account of(Target target) {
      Criterion criterion = target.criterion();
      if (criterion instanceof Criterion.Unchecked unchecked) {
        return unchecked.kind().equals("information") ? INFORMATION : NOT_CHECKED;
      } else if (criterion instanceof Criterion.Judgement) {
        return PERSON;
      } else if (target.binding()) {
        return RULE;
      } else if (criterion instanceof Criterion.Ratio) {
        return OTHER_READING;
      }
      return criterion instanceof Criterion.Duty
              || criterion instanceof Criterion.Drl
              || criterion instanceof Criterion.Deadline
          ? ASKED
          : RULE;
    }
  }

  /**
   * One row.
   *
   * @param section the section of the plan ("II.1")
   * @param place the place within the section ("gạch 4"); empty where the section has one only
   * @param because why the row is not judged; empty for a row that is, and where nobody said why
   * @param otherReadings how else its sentence can be read
   */
  public record Row(
      Target target,
      Account account,
      String section,
      String place,
      String because,
      List<OtherReading> otherReadings) {

    public Row {
      otherReadings = List.copyOf(otherReadings);
    }

    private static Row of(Target target, Plan plan) {
      Matcher section = PLACE.matcher(target.citation().section());
      boolean divided = section.matches();
      return new Row(
          target,
          Account.of(target),
          divided ? section.group(1) : target.citation().section(),
          divided ? section.group(2) : "",
          target.evaluated() ? "" : target.note().isEmpty() ? target.reading() : target.note(),
          plan.readings().stream().filter(r -> r.target().equals(target.id())).toList());
    }
  }

  public Coverage {
    rows = List.copyOf(rows);
  }

  /** Accounts for every row of a plan. */
  public static Coverage of(Plan plan) {
    return new Coverage(plan, plan.rows().stream().map(target -> Row.of(target, plan)).toList());
  }

  /** How many rows were dealt with in each way, every way present; adds up to all rows. */
  public Map<Account, Integer> counts() {
    Map<Account, Integer> counts = new EnumMap<>(Account.class);
    for (Account account : Account.values()) {
      counts.put(account, 0);
    }
    rows.forEach(row -> counts.merge(row.account(), 1, Integer::sum));
    return counts;
  }

  /** The rows by section, sections in the order in which the register comes to them. */
  public Map<String, List<Row>> bySection() {
    Map<String, List<Row>> sections = new LinkedHashMap<>();
    rows.forEach(row -> sections.computeIfAbsent(row.section(), s -> new ArrayList<>()).add(row));
    return sections;
  }
}

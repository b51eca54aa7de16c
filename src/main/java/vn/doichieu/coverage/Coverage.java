package vn.doichieu.coverage;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Target;
import vn.doichieu.rules.PlanReader;

/**
 * What became of every checkable sentence of a plan.
 *
 * @param rows one for each row of {@code targets.csv}, in its order
 */
public record Coverage(Plan plan, List<Row> rows) {

  public Coverage {
    rows = List.copyOf(rows);
  }

  /** One checkable sentence. */
  public record Row(Target target, Account account) {}

  /** What can become of a sentence: each row has exactly one account. */
  public enum Account {
    /** A rule judges it, and its findings bind. */
    RULE,
    /** A rule judges it, for bodies that the plan only asks ("đề nghị"): nothing binds. */
    ASKED,
    /** A rule judges it as another reading of a sentence that has a rule already. */
    OTHER_READING,
    /** It gives nothing to compare with: a person decides. */
    PERSON,
    /** It is followed for information only. */
    INFORMATION,
    /** It is not checked, for the reason that its row gives. */
    NOT_CHECKED;

    /** The word used in JSON and CSV: {@code not_checked}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The coverage of the plan in a folder of rule files.
   *
   * @throws vn.doichieu.rules.InvalidRules if they do not compile
   */
  public static Coverage read(Path rules) {
    return of(PlanReader.read(rules));
  }

  /** The files that it is read from. */
  public static List<Path> inputs(Path rules) {
    return PlanReader.files(rules);
  }

  /** The coverage of a plan. */
  public static Coverage of(Plan plan) {
    return new Coverage(plan, plan.targets().stream().map(t -> new Row(t, account(t))).toList());
  }

  private static Account account(Target target) {
    Criterion criterion = target.criterion();
    if (criterion instanceof Criterion.Unchecked unchecked) {
      return unchecked.kind().equals("information") ? Account.INFORMATION : Account.NOT_CHECKED;
    } else if (criterion instanceof Criterion.Judgement) {
      return Account.PERSON;
    } else if (target.binding()) {
      return Account.RULE;
    }
    return criterion instanceof Criterion.Duty || criterion instanceof Criterion.Deadline
        ? Account.ASKED
        : Account.OTHER_READING;
  }

  /** How many sentences each account has; they add up to all rows. */
  public Map<Account, Integer> counts() {
    Map<Account, Integer> counts = new EnumMap<>(Account.class);
    for (Account account : Account.values()) {
      counts.put(account, 0);
    }
    rows.forEach(row -> counts.merge(row.account(), 1, Integer::sum));
    return counts;
  }
}

package vn.doichieu.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.doichieu.bench.Contender.Form;
import vn.doichieu.domain.Result;

/** The outcomes of a target as conditions in the syntax that DRL and Java share. */
final class RuleTexts {

  private RuleTexts() {}

  /**
   * The condition of each outcome that is a rule.
   *
   * @param prefix what stands before a property: "" or "$u."
   */
  static Map<Result, String> of(int target, String prefix, Form form) {
    String n = prefix + "n" + (target + 1);
    String d = prefix + "d" + (target + 1);
    String known = n + " >= 0 && " + d + " > 0 && " + n + " * 100 ";
    String needed = " " + d + " * " + RatioTargets.percent(target);
    Map<Result, String> texts = new LinkedHashMap<>();
    texts.put(Result.MET, known + RatioTargets.comparator(target) + needed);
    if (form == Form.MET) {
      return texts;
    }
    texts.put(Result.NOT_APPLICABLE, d + " == 0");
    texts.put(Result.MISSING, d + " < 0 || (" + d + " > 0 && " + n + " < 0)");
    texts.put(Result.NOT_MET, known + RatioTargets.contrary(target) + needed);
    return texts;
  }
}

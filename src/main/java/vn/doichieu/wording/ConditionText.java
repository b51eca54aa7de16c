package vn.doichieu.wording;

import java.util.List;
import java.util.stream.Collectors;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Plan.Item;

/** Conditions in words: "“giáp ranh” là có và “số cơ sở” từ 5 trở lên". */
final class ConditionText {

  private final Messages messages;
  private final Wording wording;

  ConditionText(Messages messages, Wording wording) {
    this.messages = messages;
    this.wording = wording;
  }

  String of(Condition condition) {
    if (condition instanceof Condition.All all) {
      return joined(all.parts(), "condition.and");
    } else if (condition instanceof Condition.Any any) {
      return joined(any.parts(), "condition.or");
    } else if (condition instanceof Condition.Not not) {
      return messages.text("condition.not", of(not.part()));
    }
    return clause((Clause) condition);
  }

  private String joined(List<Condition> parts, String key) {
    return parts.stream()
        .map(part -> part instanceof Clause ? of(part) : "(" + of(part) + ")")
        .collect(Collectors.joining(" " + messages.text(key) + " "));
  }

  private String clause(Clause clause) {
    String label = "“" + wording.label(clause.item()) + "”";
    if (clause.item().type() == Item.Type.YES_NO) {
      boolean yes = clause.holds(1);
      return messages.text(yes ? "condition.yes" : "condition.no", label);
    }
    return messages.text(
        switch (clause.comparison()) {
          case EQUAL -> "condition.equal";
          case NOT_EQUAL -> "condition.not_equal";
          case AT_LEAST -> "condition.at_least";
          case ABOVE -> "condition.above";
          case AT_MOST -> "condition.at_most";
          case BELOW -> "condition.below";
        },
        label,
        messages.language().number(clause.value()));
  }
}

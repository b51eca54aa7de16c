package vn.doichieu.display;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit.Kind;
import vn.doichieu.domain.Target;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Wording;

/** What a row of {@code targets.csv} asks, as one sentence: who, what, how much, by when. */
public final class RuleSentence {

  private final Messages messages;
  private final Language language;
  private final Wording wording;

  public RuleSentence(Messages messages) {
    this.messages = messages;
    this.language = messages.language();
    this.wording = new Wording(messages);
  }

  /**
   * The sentence of a row.
   *
   * @param parts the targets that the row stands for: one for each of its thresholds
   */
  public String of(List<Target> parts) {
    Target first = parts.get(0);
    if (!first.evaluated()) {
      return messages.text("show.unchecked", wording.title(first));
    }
    List<String> clauses = new ArrayList<>();
    clauses.add(messages.text("show.who", who(parts), what(parts)));
    if (parts.stream().allMatch(part -> part.part().isEmpty())) {
      clauses.add(period(first));
    }
    Condition condition = first.condition();
    if (condition != null) {
      clauses.add(messages.text("show.when", wording.condition(condition)));
    }
    boolean ownDates =
        first.criterion() instanceof Criterion.Deadline
            || first.criterion() instanceof Criterion.MonthlyCount;
    if (!ownDates && parts.size() == 1) {
      clauses.add(messages.text("show.closes", language.date(first.closesOn())));
    }
    if (!first.binding()) {
      clauses.add(messages.text("show.not_binding"));
    }
    if (first.reviewOnMiss()) {
      clauses.add(messages.text("show.review"));
    }
    return String.join("; ", clauses) + ".";
  }

  private String who(List<Target> parts) {
    Target target = parts.get(0);
    Target.Scope scope = target.scope();
    List<String> members =
        parts.stream()
            .flatMap(part -> part.scope().members().stream())
            .distinct()
            .sorted(Comparator.naturalOrder())
            .map(this::kind)
            .collect(Collectors.toCollection(ArrayList::new));
    if (!scope.roles().isEmpty()) {
      String roles = String.join(", ", scope.roles().stream().sorted().toList());
      members.add(messages.text("show.role", roles));
    }
    String all = String.join(", ", members);
    if (!scope.area()) {
      return messages.text("show.each", all);
    } else if (members.isEmpty()) {
      return messages.text("show.area");
    } else if (target.criterion() instanceof Criterion.ShareOfUnits) {
      return messages.text("show.share", all);
    }
    String key =
        scope.membersBind() || target.criterion() instanceof Criterion.Duty
            ? "show.area_and_each"
            : "show.area_of";
    return messages.text(key, all);
  }

  private String kind(Kind kind) {
    return messages.text("explain.units." + kind.code());
  }

  /** "ít nhất 20%", or for several thresholds each with what it is for. */
  private String thresholds(List<Target> parts) {
    return parts.size() == 1
        ? wording.limits(parts.get(0))
        : parts.stream()
            .map(part -> messages.text("show.part", wording.part(part), wording.limits(part)))
            .collect(Collectors.joining("; "));
  }

  private String what(List<Target> parts) {
    Target target = parts.get(0);
    String required = thresholds(parts);
    Criterion criterion = target.criterion();
    String against =
        criterion instanceof Criterion.Change change
            ? against(change.baseline(), change.years())
            : criterion instanceof Criterion.Reduction reduction
                ? against(reduction.baseline(), reduction.years())
                : "";
    String action = target.wording().action();
    String counted = target.wording().counted();
    boolean words = language == Language.VI && !action.isEmpty() && !counted.isEmpty();
    if (words && parts.size() > 1) {
      return messages.text("show.part", action + " " + counted, required);
    }
    if (criterion instanceof Criterion.Duty || criterion instanceof Criterion.Judgement) {
      return wording.title(target)
          + (criterion instanceof Criterion.Judgement ? " (" + required + ")" : "");
    } else if (words && criterion instanceof Criterion.ShareOfUnits) {
      return required + " " + counted + " " + action;
    } else if (words
        && (criterion instanceof Criterion.Ratio || criterion instanceof Criterion.Count)) {
      return action + " " + required + " " + counted;
    }
    return wording.title(target) + ": " + required + against;
  }

  private String against(ReportingPeriod baseline, int years) {
    return " "
        + messages.text(
            years == 1 ? "show.against" : "show.against.average", language.period(baseline));
  }

  private String period(Target target) {
    List<ReportingPeriod> periods = target.periods();
    String first = language.period(periods.get(0));
    return periods.size() == 1
        ? first
        : messages.text("show.periods", first, language.period(periods.get(periods.size() - 1)));
  }
}

package vn.doichieu.narration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.OtherReading.Way;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

/** What is the same for every line of a target: the plan, the sentence, its reading, the rule. */
final class TargetPart {

  private static final int INDENT = 3;
  private static final int HANG = 2;

  private final Evaluation evaluation;
  private final Messages messages;
  private final Sentences sentences;

  TargetPart(Evaluation evaluation, Messages messages, Sentences sentences) {
    this.evaluation = evaluation;
    this.messages = messages;
    this.sentences = sentences;
  }

  void write(Page page, Target target, Function<Target, List<ReportingUnit>> members, String data) {
    page.heading(messages.text("explain.title", target.id(), sentences.title(target)), '=');
    page.paragraph(0, plan(evaluation.plan()));
    page.paragraph(
        0,
        messages.text(
            "table.about",
            data,
            messages.language().date(evaluation.asOf()),
            evaluation.closed() ? messages.text("table.closed") : ""));

    page.section(messages.text("explain.section.sentence"));
    Target.Citation citation = target.citation();
    page.paragraph(INDENT, messages.text("explain.citation", citation.section(), citation.quote()));

    page.section(messages.text("explain.section.reading"));
    reading(page, target, members);

    String name = messages.text("explain.section.rule", target.id(), target.wording().title());
    page.section(name);
    page.paragraph(
        INDENT, messages.text("explain.rule.place", target.place().file(), target.place().row()));
    rule(page, target, members);
  }

  private String plan(Plan plan) {
    boolean english = messages.language() == Language.EN && !plan.titleEn().isEmpty();
    String title = english ? plan.titleEn() : plan.title();
    LocalDate issued = plan.issuedOn();
    String day = issued == null ? "" : messages.language().date(issued);
    if (!plan.number().isEmpty() && issued != null) {
      return messages.text("explain.plan", title, plan.issuer(), plan.number(), day);
    }
    return messages.text("explain.plan.unnumbered", title, plan.issuer());
  }

  /** How the sentence is read, and how else it can be. */
  void reading(Page page, Target target, Function<Target, List<ReportingUnit>> members) {
    if (!target.reading().isEmpty()) {
      page.paragraph(INDENT, messages.text("explain.reading.chosen", open(target.reading())));
    }
    page.paragraph(
        INDENT,
        switch (target.confidence()) {
          case PLAIN -> messages.text("explain.reading.plain");
          case C1 -> messages.text("explain.reading.confirm");
          case C2 -> messages.text("explain.reading.standard");
        });
    if (!target.note().isEmpty()) {
      page.paragraph(INDENT, messages.text("explain.reading.note", open(target.note())));
    }
    for (OtherReading other : evaluation.plan().readings()) {
      if (other.target().equals(target.id())) {
        other(page, target, members, other);
      }
    }
  }

  /** Another reading, with what its rule says otherwise. */
  private void other(
      Page page,
      Target target,
      Function<Target, List<ReportingUnit>> members,
      OtherReading reading) {
    page.paragraph(
        INDENT,
        HANG,
        messages.text("explain.reading.other", reading.id(), open(sentences.says(reading))));
    page.paragraph(INDENT + HANG, messages.text("explain.reading.decided_by", reading.decidedBy()));
    if (!reading.note().isEmpty()) {
      page.paragraph(INDENT + HANG, messages.text("explain.reading.note", open(reading.note())));
    }
    Way way = reading.way();
    if (way instanceof Way.Judged judged) {
      List<String> chosen = rules(target).lines(target, members.apply(target));
      List<String> other =
          rules(judged.target()).lines(judged.target(), members.apply(judged.target()));
      page.paragraph(INDENT + HANG, judged(judged.target().place(), chosen, other));
    } else if (way instanceof Way.AllOf all) {
      page.paragraph(
          INDENT + HANG, messages.text("explain.reading.all_of", String.join(", ", all.targets())));
    } else if (way instanceof Way.Fixed fixed) {
      page.paragraph(
          INDENT + HANG, messages.text("explain.reading.fixed", sentences.result(fixed.result())));
    } else {
      page.paragraph(INDENT + HANG, messages.text("explain.reading.words_only"));
    }
  }

  /** What a rule says otherwise than the chosen one, and what it does not say. */
  private String judged(SourceLocation place, List<String> chosen, List<String> other) {
    String added = lines(other, chosen);
    String dropped = lines(chosen, other);
    String key =
        added.isEmpty()
            ? dropped.isEmpty() ? "explain.reading.judged" : "explain.reading.judged.without"
            : dropped.isEmpty() ? "explain.reading.judged.more" : "explain.reading.judged.instead";
    return messages.text(key, place.file(), place.row(), added, dropped);
  }

  private static String lines(List<String> of, List<String> others) {
    return String.join(" ", of.stream().filter(line -> !others.contains(line)).toList());
  }

  private RuleText rules(Target target) {
    return new RuleText(new Words(messages, target), evaluation.area());
  }

  /** The lines of a rule; of one with several thresholds first those that all of them share. */
  void rule(Page page, Target target, Function<Target, List<ReportingUnit>> members) {
    List<Target> parts = parts(evaluation.plan(), target);
    Map<Target, List<String>> lines = new LinkedHashMap<>();
    parts.forEach(part -> lines.put(part, rules(part).lines(part, members.apply(part))));
    List<String> shared = new ArrayList<>(lines.values().iterator().next());
    lines.values().forEach(shared::retainAll);
    shared.forEach(line -> page.paragraph(INDENT, HANG, line));
    if (parts.size() > 1) {
      lines.forEach(
          (part, all) ->
              page.paragraph(
                  INDENT,
                  HANG,
                  messages.text(
                      "explain.rule.part",
                      new Words(messages, part).part(part),
                      lines(all, shared))));
    }
  }

  /** The targets that a row stands for, one for each of its thresholds. */
  static List<Target> parts(Plan plan, Target target) {
    List<Target> parts =
        plan.targets().stream().filter(part -> part.id().equals(target.id())).toList();
    return parts.contains(target) ? parts : List.of(target);
  }

  /** Remarks of the rule files as one sentence, without the full stop that some end with. */
  static String open(String text) {
    String sentence = text.replace(" | ", "; ");
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}

package vn.doichieu.form;

import java.util.ArrayList;
import java.util.List;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.submission.ReportingUnits;
import vn.doichieu.wording.Messages;

/**
 * What is asked of one unit, for a page to type figures into: the same questions, groups and words
 * as on the unit's sheet of the workbook form.
 *
 * @param groups in the order of the plan's targets; none is empty
 */
public record Questionnaire(ReportingUnit unit, List<Group> groups) {

  public Questionnaire {
    groups = List.copyOf(groups);
  }

  /**
   * Figures that stand together, below the first target that reads them.
   *
   * @param target that target's id
   * @param heading its id, short title and section in words
   * @param section where it stands in the plan
   * @param quote the sentence that it comes from, as the plan has it
   * @param counted what its numbers count ("cơ sở"), in Vietnamese; empty where the plan has no one
   *     word for it
   * @param pooled whether the area may leave the whole group blank, to be judged by the sums of its
   *     members
   */
  public record Group(
      String target,
      String heading,
      String section,
      String quote,
      String counted,
      boolean pooled,
      List<Question> questions) {

    public Group {
      questions = List.copyOf(questions);
    }
  }

  /**
   * One figure.
   *
   * @param item the item, with its code, type and its label in both languages
   * @param label the label in the reader's language, with a remark where the figure is optional
   * @param periodText the period in words
   * @param typeText how the value is written, in words ("số nguyên")
   * @param hint what to type, in a sentence
   * @param refusal what to say of a value that does not fit; empty where anything is taken
   * @param targets the ids of the targets that read it, the group's own first
   */
  public record Question(
      Item item,
      ReportingPeriod period,
      String label,
      String periodText,
      String typeText,
      String hint,
      String refusal,
      List<String> targets) {

    public Question {
      targets = List.copyOf(targets);
    }

    /** Whether the figure may be left out for good: it counts 0 then, or is not judged. */
    public boolean optional() {
      return item.optional() || item.type() == Item.Type.RATE;
    }
  }

  /**
   * What a plan asks of a unit.
   *
   * @param messages the words, in the reader's language
   * @return without groups for a unit that is asked for nothing
   */
  public static Questionnaire of(
      Plan plan, ReportingUnits units, ReportingUnit unit, Messages messages) {
    Questions questions = Questions.of(plan, target -> units.asked(plan, target, unit));
    Words words = new Words(plan, messages);
    List<Group> groups = new ArrayList<>();
    for (Questions.Group group : questions.groups()) {
      Target target = group.target();
      groups.add(
          new Group(
              target.id(),
              words.target(target),
              target.citation().section(),
              target.citation().quote(),
              target.wording().counted(),
              group.isPooled(unit.equals(units.area())),
              group.questions().stream().map(question -> question(question, words)).toList()));
    }
    return new Questionnaire(unit, groups);
  }

  private static Question question(Questions.Question question, Words words) {
    Item item = question.input().item();
    return new Question(
        item,
        question.input().period(),
        words.label(item),
        words.period(question.input()),
        words.type(item.type()),
        words.hint(item.type()),
        words.refusal(item.type()),
        question.targets().stream().map(Target::id).toList());
  }

  /** How many figures are asked for. */
  public int size() {
    return groups.stream().mapToInt(group -> group.questions().size()).sum();
  }
}

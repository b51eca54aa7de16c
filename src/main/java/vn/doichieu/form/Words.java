package vn.doichieu.form;

import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlainText;

/** The words of a plan as a form shows them, in the language of its readers. */
final class Words {

  /** Enough for any name that is one; a cell takes 32,767 characters. */
  private static final int LONGEST = 1000;

  private final Plan plan;
  private final Messages messages;

  Words(Plan plan, Messages messages) {
    this.plan = plan;
    this.messages = messages;
  }

  /** The plan with the body that issued it. */
  String plan() {
    return messages.text(
        "form.plan", inLanguage(plan.title(), plan.titleEn()), shown(plan.issuer()));
  }

  String title() {
    return messages.text("form.title", Integer.toString(plan.year()));
  }

  String unit(ReportingUnit unit) {
    return messages.text("form.unit", shown(unit.name()), shown(unit.code()));
  }

  /** The name alone. */
  String name(ReportingUnit unit) {
    return shown(unit.name());
  }

  String target(Target target) {
    return messages.text(
        "form.target",
        target.id(),
        inLanguage(target.wording().title(), target.wording().titleEn()),
        shown(target.citation().section()));
  }

  /** A target's id and section, for a narrow column. */
  String reference(Target target) {
    return messages.text("form.reference", target.id(), shown(target.citation().section()));
  }

  /** An item's label, with a remark where the figure may be left out for good. */
  String label(Item item) {
    String label = inLanguage(item.label(), item.labelEn());
    if (item.type() == Item.Type.RATE) {
      return messages.text("form.optional.rate", label);
    }
    return item.optional() ? messages.text("form.optional", label) : label;
  }

  String period(Target.Input input) {
    return messages.language().period(input.period());
  }

  /** How a value is written: a number, yes or no, a day. */
  String type(Item.Type type) {
    return switch (type) {
      case COUNT -> messages.text("form.type.count");
      case YES_NO -> messages.text("form.type.yes_no");
      case DATE -> messages.text("form.type.date");
      case RATE -> messages.text("form.type.rate");
    };
  }

  /** What to type as a value. */
  String hint(Item.Type type) {
    return switch (type) {
      case COUNT -> messages.text("form.count.hint");
      case YES_NO -> messages.text("form.yes_no.hint");
      case DATE -> messages.text("form.date.hint", plan.year(), plan.year() - 1, plan.year() + 2);
      case RATE -> messages.text("form.rate.hint");
    };
  }

  /** What to say of a value that does not fit; empty for a rate, which is taken as it is. */
  String refusal(Item.Type type) {
    return switch (type) {
      case COUNT -> messages.text("form.count.error");
      case YES_NO -> messages.text("form.yes_no.error");
      case DATE -> messages.text("form.date.error", plan.year() - 1, plan.year() + 2);
      case RATE -> "";
    };
  }

  private String inLanguage(String vietnamese, String english) {
    return shown(messages.language() == Language.EN && !english.isEmpty() ? english : vietnamese);
  }

  private static String shown(String text) {
    String plain = PlainText.of(text);
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}

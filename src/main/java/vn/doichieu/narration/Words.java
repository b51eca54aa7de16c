package vn.doichieu.narration;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Criterion.Expression;
import vn.doichieu.domain.Criterion.Term;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.explanation.Step.Products;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlaceText;
import vn.doichieu.wording.Wording;

/** The small words of an explanation: numbers, formulas, places, and a letter for every item. */
final class Words {

  /** Without d and n, which stand for the sides of a ratio. */
  private static final String LETTERS = "abcefghijklmopqrstuvwxyz";

  private final Messages messages;
  private final Language language;
  private final Wording wording;
  private final Map<Item, String> letters = new LinkedHashMap<>();
  private final boolean dated;

  Words(Messages messages, Target target) {
    this.messages = messages;
    language = messages.language();
    wording = new Wording(messages);
    boolean added =
        target.criterion() instanceof Criterion.Ratio
            || target.criterion() instanceof Criterion.Count;
    dated = added && target.periods().stream().anyMatch(ReportingPeriod::isRange);
    for (ReportingPeriod period : target.periods()) {
      target.inputs(period).forEach(input -> name(input.item()));
    }
  }

  private void name(Item item) {
    int at = letters.size();
    int count = LETTERS.length();
    String more = at < count ? "" : Integer.toString(at / count);
    letters.putIfAbsent(item, LETTERS.charAt(at % count) + more);
  }

  /** The items of the target, in the order of their letters. */
  List<Item> items() {
    return List.copyOf(letters.keySet());
  }

  /** The letter that stands for an item in formulas. */
  String letter(Item item) {
    return letters.getOrDefault(item, item.code());
  }

  /** The letter of a figure; with its period where one item is added up over several. */
  String symbol(Input input) {
    String letter = letter(input.item());
    return dated ? letter + "(" + input.period() + ")" : letter;
  }

  /** Whether items are added up over several periods. */
  boolean dated() {
    return dated;
  }

  String symbol(Figure figure) {
    return symbol(new Input(figure.item(), figure.period()));
  }

  String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /** An item's label without the words that only make sense in a form below its whole. */
  String label(Item item) {
    boolean english = language == Language.EN && !item.labelEn().isEmpty();
    return "“"
        + (english ? item.labelEn() : item.label()).replaceFirst("^(?:Trong đó|Of these): ", "")
        + "”";
  }

  /** The label with that of its whole, where parts of several wholes are called the same. */
  String labelWithin(Item item) {
    return items().stream()
        .filter(whole -> whole.code().equals(item.partOf()))
        .findFirst()
        .map(whole -> text("explain.rule.part_of", label(item), label(whole)))
        .orElseGet(() -> label(item));
  }

  String number(BigInteger number) {
    return language.number(number);
  }

  String number(long number) {
    return language.number(number);
  }

  String date(LocalDate date) {
    return language.date(date);
  }

  String period(ReportingPeriod period) {
    return language.period(period);
  }

  /** Several periods; from the first to the last where there are many. */
  String periods(List<ReportingPeriod> periods) {
    return String.join(", ", periods.stream().map(this::period).toList());
  }

  String percent(Bound bound) {
    return language.percent(bound);
  }

  /** n/d in per cent, for reading only. */
  String rate(BigInteger n, BigInteger d, List<Bound> bounds) {
    return language.rate(n.longValueExact(), d.longValueExact(), bounds);
  }

  /** n/d in what a range is counted in, for reading only. */
  String rate(BigInteger n, BigInteger d, Range range) {
    return wording.rate(n.longValueExact(), d.longValueExact(), range);
  }

  /** What a target asks for, in few words. */
  String required(Target target) {
    return wording.limits(target);
  }

  /** Which threshold of its row a target is; empty if the row has one only. */
  String part(Target target) {
    return target.part().isEmpty() ? "" : wording.part(target);
  }

  /** A limit in what its range is counted in: "20%", "trên 5". */
  String limit(Bound bound, Range range, boolean ceiling) {
    String limit = wording.limit(bound, range);
    return bound.strict() ? text(ceiling ? "bound.below" : "bound.above", limit) : limit;
  }

  /** A figure's value; a word where there is none. */
  String value(Figure figure) {
    if (figure.state() == State.ABSENT && figure.item().optional()) {
      return text("explain.value.optional");
    } else if (figure.state() != State.VALID) {
      return text(
          figure.state() == State.ABSENT ? "explain.value.absent" : "explain.value.invalid");
    }
    return switch (figure.item().type()) {
      case YES_NO -> messages.text(figure.value() == 1 ? "yes" : "no");
      case DATE -> date(LocalDate.ofEpochDay(figure.value()));
      default -> number(figure.value());
    };
  }

  /** File and row, or file, sheet and cell. */
  String place(@Nullable SourceLocation place) {
    return place == null ? "" : PlaceText.of(place, messages);
  }

  /** "a + b - c", or the whole number that stands for it. */
  String formula(Expression expression) {
    StringBuilder formula = new StringBuilder();
    for (Term term : expression.terms()) {
      String part = term.item().map(this::letter).orElseGet(() -> number(term.number()));
      formula.append(sign(term.sign(), formula.isEmpty())).append(part);
    }
    return formula.toString();
  }

  /** What stands before a part of a sum. */
  static String sign(int sign, boolean first) {
    if (first) {
      return sign < 0 ? "-" : "";
    }
    return joined(sign < 0 ? " - " : " + ");
  }

  /** A condition in letters: "a ≥ 1 và (b = có hoặc c < 5)". */
  String condition(Condition condition) {
    if (condition instanceof Condition.All all) {
      return conditions(all.parts(), "explain.and");
    } else if (condition instanceof Condition.Any any) {
      return conditions(any.parts(), "condition.or");
    } else if (condition instanceof Condition.Not not) {
      return text("condition.not", condition(not.part()));
    }
    Clause clause = (Clause) condition;
    return joined(letter(clause.item()) + " " + asked(clause));
  }

  /** Several conditions, joined by a word. */
  String conditions(List<Condition> parts, String joint) {
    return parts.stream()
        .map(part -> isJoined(part) ? "(" + condition(part) + ")" : condition(part))
        .collect(Collectors.joining(" " + text(joint) + " "));
  }

  private static boolean isJoined(Condition condition) {
    return condition instanceof Condition.All || condition instanceof Condition.Any;
  }

  /** What a clause asks for: "≥ 1", "= có". */
  String asked(Clause clause) {
    String value =
        clause.item().type() == Item.Type.YES_NO
            ? text(clause.value() == 1 ? "yes" : "no")
            : number(clause.value());
    return switch (clause.comparison()) {
      case EQUAL -> joined("= " + value);
      case NOT_EQUAL -> joined("≠ " + value);
      case AT_MOST -> joined("≤ " + value);
      case BELOW -> joined("< " + value);
      case AT_LEAST -> joined("≥ " + value);
      case ABOVE -> joined("> " + value);
    };
  }

  /** "78 × 100 = 7.800 < 398 × 20 = 7.960". */
  String products(Products products) {
    return left(products)
        + " "
        + sign(products)
        + " "
        + joined(
            number(products.c()) + " × " + number(products.d()) + " = " + number(products.right()));
  }

  /** The same with the right side only as the number that it comes to. */
  String shortly(Products products) {
    return left(products) + " " + sign(products) + JOINT_SPACE + number(products.right());
  }

  private static final String JOINT_SPACE = String.valueOf(Page.JOINT);

  private String left(Products products) {
    return joined(
        number(products.a()) + " × " + number(products.b()) + " = " + number(products.left()));
  }

  private static String sign(Products products) {
    return sign(products.sign());
  }

  /** How two numbers stand to one another. */
  static String sign(int comparison) {
    return comparison < 0 ? "<" : comparison == 0 ? "=" : ">";
  }

  /** A formula that is not broken across lines. */
  static String joined(String formula) {
    return formula.replace(' ', Page.JOINT);
  }

  /** The word of the rule file for a kind of target. */
  static String kind(Criterion criterion) {
    return criterion.kind();
  }

  /** "ShareOfUnits" as "share_of_units". */
  static String snake(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}

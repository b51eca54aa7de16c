package vn.doichieu.rulerow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Criterion.Comparison;
import vn.doichieu.domain.Criterion.Expression;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.rulerow.FormulaParser.Refused;
import vn.doichieu.rulerow.FormulaParser.Refused.Why;

class FormulaParserTest {

  private static final Map<String, Item> ITEMS = new LinkedHashMap<>();

  static {
    for (String code : List.of("a", "b", "c", "hm_d6")) {
      ITEMS.put(code, new Item(code, Item.Type.COUNT, code, code, false));
    }
    ITEMS.put("yes", new Item("yes", Item.Type.YES_NO, "yes", "yes", false));
    ITEMS.put("day", new Item("day", Item.Type.DATE, "day", "day", false));
  }

  @Nested
  class ARatio {

    @ParameterizedTest
    @CsvSource({
      "a / b, +a, +b",
      "a/b, +a, +b",
      "'  a  /  b', +a, +b",
      "a / (b - c), +a, +b -c",
      "a / b - c, +a, +b -c",
      "a + b / c, +a +b, +c",
      "(a + b) / c, +a +b, +c",
      "a - (b - c) / 1, +a -b +c, +1",
      "a - (b - (c - hm_d6)) / c, +a -b +c -hm_d6, +c",
      "((((a)))) / ((b)), +a, +b",
      "a - (b + c) / c, +a -b -c, +c",
      "100 - a / 100, +100 -a, +100",
      "a / 75, +a, +75",
      "a + a / b, +a +a, +b",
      "a / 999999999999999999, +a, +999999999999999999"
    })
    void keepsTheSignsOfItsTerms(String text, String numerator, String denominator) throws Refused {
      List<Expression> parts = FormulaParser.ratio(text, ITEMS);

      assertThat(parts)
          .extracting(FormulaParserTest::signs)
          .containsExactly(numerator, denominator);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "a",
          "/",
          "a /",
          "/ b",
          "a / b / c",
          "a // b",
          "a b / c",
          "a / b c",
          "(a / b",
          "a) / b",
          "a / (b",
          "a / b)",
          "() / a",
          "( / a",
          "a / ()",
          "+a / b",
          "-a / b",
          "a / -b",
          "a + / b",
          "a +- b / c",
          "a * b / c",
          "a ^ 2 / b",
          "a % b / c",
          "1.5 / a",
          "1,5 / a",
          "a / b; c",
          "a = b",
          "a / b # c",
          "T(java.lang.Runtime)",
          "T(a).exec('x') / b",
          "a.getClass() / b",
          "#{a} / b",
          "${a} / b",
          "a(b) / b",
          "a / b\"); System.exit(1); //",
          "a\u0000/ b",
          "A / b",
          "đ / b",
          "_a / b",
          "9999999999999999999 / a",
          "5 / a",
          "3 / 2",
          "(5 + 3) / a",
          "a / b && true"
        })
    void refusesEverythingElse(String text) {
      assertThatThrownBy(() -> FormulaParser.ratio(text, ITEMS))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.why).isEqualTo(Why.FORM));
    }

    @ParameterizedTest
    @CsvSource({
      "x / b, ITEM, x",
      "eval(a) / b, ITEM, eval",
      "a / bb, ITEM, bb",
      "yes / a, TYPE, yes",
      "a / day, TYPE, day"
    })
    void saysWhichItemItCannotUse(String text, Why why, String read) {
      assertThatThrownBy(() -> FormulaParser.ratio(text, ITEMS))
          .isInstanceOfSatisfying(
              Refused.class,
              e -> {
                assertThat(e.why).isEqualTo(why);
                assertThat(e.read).isEqualTo(read);
              });
    }

    @Test
    void mayBeVeryLong() {
      String text = "a" + " + a - b".repeat(50_000) + " / b";

      List<Expression> parts =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(5), () -> FormulaParser.ratio(text, ITEMS));

      assertThat(parts.get(0).terms()).hasSize(100_001);
    }

    @Test
    void mayBeNestedAsDeepAsAnybodyWrites() throws Refused {
      assertThat(FormulaParser.ratio(nested(20), ITEMS))
          .extracting(FormulaParserTest::signs)
          .containsExactly("+a", "+b");
    }

    @Test
    void mayHaveManyBracketsBesideEachOther() throws Refused {
      String text = "(a)" + " + (a)".repeat(50) + " / (b)";

      assertThat(FormulaParser.ratio(text, ITEMS).get(0).terms()).hasSize(51);
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 30, 20_000})
    void isRefusedWhereItIsNestedDeeper(int depth) {
      assertThatThrownBy(() -> FormulaParser.ratio(nested(depth), ITEMS))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.why).isEqualTo(Why.FORM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%s! / b", "a / b%s!", "%s", "a / (b%s", "a %s"})
    void isRefusedAtOnceHoweverManyBlanksItHas(String text) {
      String blanks = text.formatted(" ".repeat(20_000));

      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(1),
          () ->
              assertThatThrownBy(() -> FormulaParser.ratio(blanks, ITEMS))
                  .isInstanceOf(Refused.class));
    }

    private static String nested(int depth) {
      return "(".repeat(depth) + "a" + ")".repeat(depth) + " / b";
    }
  }

  @Nested
  class Clauses {

    @ParameterizedTest
    @CsvSource({
      "a>=1, a, AT_LEAST, 1",
      "a >= 1, a, AT_LEAST, 1",
      "a > 0, a, ABOVE, 0",
      "a=5, a, EQUAL, 5",
      "a<1, a, BELOW, 1",
      "a <= 1, a, AT_MOST, 1",
      "(a!=1), a, NOT_EQUAL, 1",
      "yes!=no, yes, NOT_EQUAL, 0",
      "yes=yes, yes, EQUAL, 1",
      "yes = no, yes, EQUAL, 0"
    })
    void compareOneItemWithAConstant(String text, String item, Comparison comparison, long value)
        throws Refused {
      assertThat(ConditionParser.conjunction(text, ITEMS))
          .containsExactly(new Clause(ITEMS.get(item), comparison, value));
    }

    @Test
    void areJoinedByAnAmpersand() throws Refused {
      assertThat(ConditionParser.conjunction(" a>=1 & yes=yes&b=0 ", ITEMS))
          .extracting(clause -> clause.items().get(0).code())
          .containsExactly("a", "yes", "b");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "a",
          "a=",
          "=1",
          "a==1",
          "a=-1",
          "a=1.5",
          "a>=b c",
          "a>=1 &",
          "& a>=1",
          "a>=1 && yes=yes",
          "a>=1 and b>=1",
          "a>=1 |",
          "| a>=1",
          "!",
          "!!",
          "(a>=1",
          "a>=1)",
          "()",
          "a>=1 b>=1",
          "a!>=1",
          "yes<=yes",
          "yes>=yes",
          "yes>no",
          "yes=maybe",
          "yes=Yes",
          "a>=1; b",
          "a>=9999999999999999999",
          "T(a)=yes"
        })
    void areRefusedInAnyOtherForm(String text) {
      assertThatThrownBy(() -> ConditionParser.conjunction(text, ITEMS))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.why).isEqualTo(Why.FORM));
    }

    @ParameterizedTest
    @CsvSource({"x=1, ITEM", "x=yes, ITEM", "yes=1, TYPE", "a=yes, TYPE", "day=yes, TYPE"})
    void sayWhichItemTheyCannotUse(String text, Why why) {
      assertThatThrownBy(() -> ConditionParser.condition(text, ITEMS))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.why).isEqualTo(why));
    }

    @Test
    void mayBeVeryMany() {
      String text = "a>=1" + "&a>=1".repeat(50_000);

      List<Condition> clauses =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(5), () -> ConditionParser.conjunction(text, ITEMS));

      assertThat(clauses).hasSize(50_001);
    }
  }

  private static String signs(Expression expression) {
    return expression.terms().stream()
        .map(
            term ->
                (term.sign() > 0 ? "+" : "-")
                    + term.item().map(Item::code).orElse(Long.toString(term.number())))
        .collect(Collectors.joining(" "));
  }
}

package vn.doichieu.rulerow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion.Clause;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.rulerow.FormulaParser.Refused;
import vn.doichieu.testing.Refusal;

class ConditionParserTest {

  private static final Map<String, Item> ITEMS = new LinkedHashMap<>();

  static {
    for (String code : List.of("a", "b", "c", "d")) {
      ITEMS.put(code, new Item(code, Item.Type.COUNT, code, code, false));
    }
    ITEMS.put("y", new Item("y", Item.Type.YES_NO, "y", "y", false));
  }

  @TempDir private Path folder;

  @Test
  void bindsAndMoreTightlyThanOr() throws Refused {
    assertThat(parsed("a=1 | b=2 & c=3")).isEqualTo("or(a=1 and(b=2 c=3))");
    assertThat(parsed("a=1 & b=2 | c=3")).isEqualTo("or(and(a=1 b=2) c=3)");
    assertThat(parsed("(a=1 | b=2) & c=3")).isEqualTo("and(or(a=1 b=2) c=3)");
    assertThat(parsed("a=1|b=2|c=3")).isEqualTo("or(a=1 b=2 c=3)");
  }

  @Test
  void bindsNotMoreTightlyThanAnd() throws Refused {
    assertThat(parsed("!a=1 & b=2")).isEqualTo("and(not(a=1) b=2)");
    assertThat(parsed("!(a=1 & b=2)")).isEqualTo("not(and(a=1 b=2))");
    assertThat(parsed("! ( a != 1 )")).isEqualTo("not(a!=1)");
    assertThat(parsed("!!y=yes")).isEqualTo("not(not(y=1))");
    assertThat(parsed("!a!=1")).isEqualTo("not(a!=1)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=1 & | b=2",
        "a=1 | & b=2",
        "a=1 || b=2",
        "a=1 && b=2",
        "a=1 !b=2",
        "a=1 & !",
        "!",
        "!()",
        "(a=1",
        "a=1)",
        "((a=1)",
        ")a=1(",
        "a = 1 b = 2",
        "a <> 1",
        "a =< 1",
        "a => 1",
        "a ! = 1",
        "a = yes1",
        "1 = a",
        "a = b = c",
        "a >= 1 and b >= 1",
        "a >= 1, b >= 1",
        "y = YES",
        "y > no",
        "a % 2 = 0",
        "a + b >= 1"
      })
  void refusesWhatItCannotRead(String text) {
    assertThatThrownBy(() -> ConditionParser.condition(text, ITEMS))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.why).isEqualTo(Refused.Why.FORM));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "duty | inputs | issued=yes & | plan_issued=yes",
        "duty | inputs | issued=maybe | plan_issued=yes",
        "duty | inputs | (issued=yes | plan_issued=yes",
        "ratio | condition | asked | plan_issued=yes",
        "ratio | condition | asked=yes, issued=yes | plan_issued=yes",
        "ratio | condition | không | plan_issued=yes",
        "share_of_units | inputs | forms>=1 && issued=yes"
            + " | communication_forms>=1 & communication_regular=yes",
        "score | inputs | 20: issued=yes; 30 | 20: plan_issued=yes; 30: communication_forms>=2",
        "score | inputs | issued=yes | 20: plan_issued=yes; 30: communication_forms>=2",
        "score | inputs | 2,5: issued=yes | 20: plan_issued=yes; 30: communication_forms>=2",
        "score | inputs | 20: issued | 20: plan_issued=yes; 30: communication_forms>=2",
        "score | inputs | +20: issued=yes | 20: plan_issued=yes; 30: communication_forms>=2"
      })
  void isToldWithItsCell(String kind, String column, String text, String expected) {
    String[] cells =
        kind.equals("score")
            ? new String[] {"comparator", ">=", "threshold", "1", column, text}
            : new String[] {column, text};
    Refusal.of(folder, kind, cells).tells(column, text, expected);
  }

  @Test
  void mayBeNestedTwentyDeepAndNoDeeper() throws Refused {
    assertThat(parsed("(".repeat(19) + "a=1" + ")".repeat(19))).isEqualTo("a=1");
    assertThatThrownBy(
            () -> ConditionParser.condition("(".repeat(21) + "a=1" + ")".repeat(21), ITEMS))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> ConditionParser.condition("!".repeat(21) + "a=1", ITEMS))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "1", "!", "(", ")", "&", "|", " ", "a=", "a=1", "a =1 &", "(a=1", "_"})
  void isRefusedAtOnceHoweverLongItIs(String piece) {
    String text = piece.repeat(100_000 / piece.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () ->
            assertThatThrownBy(() -> ConditionParser.condition(text, ITEMS))
                .isInstanceOf(Refused.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"&", "|", " | !", "&(b=2|c=3)&"})
  void mayBeVeryLong(String sign) {
    String text = "a=1" + (sign + "a=1").repeat(100_000 / (sign.length() + 3));

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2), () -> ConditionParser.condition(text, ITEMS));
  }

  private static String parsed(String text) throws Refused {
    return text(ConditionParser.condition(text, ITEMS));
  }

  private static String text(Condition condition) {
    if (condition instanceof Condition.All all) {
      return "and(" + texts(all.parts()) + ")";
    } else if (condition instanceof Condition.Any any) {
      return "or(" + texts(any.parts()) + ")";
    } else if (condition instanceof Condition.Not not) {
      return "not(" + text(not.part()) + ")";
    }
    Clause clause = (Clause) condition;
    return clause.item().code() + clause.comparison().sign() + clause.value();
  }

  private static String texts(List<Condition> parts) {
    return parts.stream().map(ConditionParserTest::text).collect(Collectors.joining(" "));
  }
}

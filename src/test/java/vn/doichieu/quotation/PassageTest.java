package vn.doichieu.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Target;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.tabular.TextFile;
import vn.doichieu.testing.RegisterRules;

class PassageTest {

  private static final String TEXT =
      """
      **II. CHỈ TIÊU**

      Năm nay phấn đấu:
      - Tổ chức kiểm tra ít nhất **30%** số cơ sở kinh doanh
      dịch vụ dễ phát sinh

      4

      tệ nạn mại dâm trên địa bàn\fthành phố. Báo cáo kết quả
      trước ngày 10 tháng 12.

      Đoạn cuối.
      """;

  /** Targets whose words stand in no sentence of the plan's text; none so far. */
  private static final Set<String> NOT_FOUND = Set.of();

  static Stream<String> plans() {
    return RegisterRules.ALL_PLANS.stream();
  }

  private static String cut(String text, Passage passage) {
    return text.substring(passage.start(), passage.end());
  }

  @Test
  void isTheSentenceAsTheFileHasItWithTheParagraphsAroundIt() {
    PlanText text = new PlanText(TEXT);

    Passage passage =
        text.passage("kiểm tra ít nhất 30% số cơ sở kinh doanh dịch vụ dễ phát sinh tệ nạn mại dâm")
            .orElseThrow();

    assertThat(cut(TEXT, passage))
        .startsWith("kiểm tra ít nhất **30%** số")
        .contains("\n4\n")
        .endsWith("tệ nạn mại dâm");
    assertThat(text.plain(passage.from(), passage.start()))
        .isEqualTo("Năm nay phấn đấu: - Tổ chức ");
    assertThat(text.plain(passage.start(), passage.end()))
        .isEqualTo("kiểm tra ít nhất 30% số cơ sở kinh doanh dịch vụ dễ phát sinh tệ nạn mại dâm");
    assertThat(text.plain(passage.end(), passage.to()))
        .isEqualTo(" trên địa bàn thành phố. Báo cáo kết quả trước ngày 10 tháng 12.");
  }

  @Test
  void goesFromTheFirstPartToTheLastWhereSomethingIsLeftOut() {
    Passage passage = new PlanText(TEXT).passage("Tổ chức kiểm tra … thành phố").orElseThrow();

    assertThat(cut(TEXT, passage)).startsWith("Tổ chức kiểm tra").endsWith("địa bàn\fthành phố");
  }

  @Test
  void isTheFirstOrLastParagraphOfTheText() {
    PlanText text = new PlanText(TEXT);

    assertThat(text.passage("CHỈ TIÊU")).map(Passage::from).hasValue(0);
    assertThat(text.passage("Đoạn cuối.")).map(Passage::to).hasValue(TEXT.length());
  }

  @Test
  void isNotThereForOtherWordsOrNone() {
    PlanText text = new PlanText(TEXT);

    assertThat(text.passage("kiểm tra ít nhất 20% số cơ sở")).isEmpty();
    assertThat(text.passage("")).isEmpty();
    assertThat(text.passage(" … ")).isEmpty();
    assertThat(new PlanText("").passage("kiểm tra")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NFC", "NFD"})
  void isFoundInAnyUnicodeFormAndWithAnyEndsOfLines(String form) {
    String text = Normalizer.normalize(TEXT, Normalizer.Form.valueOf(form)).replace("\n", "\r\n");
    PlanText read = new PlanText(text);

    Passage passage = read.passage("Báo cáo kết quả trước ngày 10 tháng 12").orElseThrow();

    assertThat(Normalizer.normalize(cut(text, passage), Normalizer.Form.NFC))
        .isEqualTo("Báo cáo kết quả\r\ntrước ngày 10 tháng 12");
    assertThat(read.plain(passage.start(), passage.end()))
        .isEqualTo("Báo cáo kết quả trước ngày 10 tháng 12");
    assertThat(text.substring(passage.from(), passage.to())).endsWith("12.");
  }

  @ParameterizedTest
  @MethodSource("plans")
  void standsInThePlansTextForEveryTargetThatIsEvaluated(String id) {
    Plan plan = PlanReader.read(Path.of("rules", id));
    String original = TextFile.read(Path.of("rules", id, "plan.txt"));
    PlanText text = new PlanText(original);
    List<String> absent = new ArrayList<>();
    for (Target target : plan.rows()) {
      if (!target.evaluated()) {
        continue;
      }
      String quote = target.citation().quote();
      text.passage(quote)
          .ifPresentOrElse(
              passage -> {
                String plain = text.plain(passage.start(), passage.end());
                assertThat(new PlanText(plain).has(quote))
                    .as("%s: %s", target.id(), plain)
                    .isTrue();
                assertThat(original.substring(passage.from(), passage.to()))
                    .as(target.id())
                    .doesNotStartWith("\n")
                    .hasSizeGreaterThanOrEqualTo(passage.end() - passage.start());
              },
              () -> absent.add(target.id()));
    }
    assertThat(absent).as("evaluated targets without a sentence").allMatch(NOT_FOUND::contains);
  }

  /**
   * Whatever stretch of a plan is copied with other breaks, it is found where it stands or above.
   */
  @ParameterizedTest
  @MethodSource("plans")
  void isFoundForAnyStretchThatIsCopiedWithOtherBreaks(String id) {
    String original = TextFile.read(Path.of("rules", id, "plan.txt"));
    PlanText text = new PlanText(original);
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      int from = random.nextInt(original.length() - 200);
      String copied = text.plain(from, from + 20 + random.nextInt(180)).strip();
      if (copied.isEmpty()) {
        continue;
      }
      Passage passage = text.passage(copied.replace(" ", "\n")).orElseThrow();
      assertThat(text.plain(passage.start(), passage.end())).isEqualTo(copied);
      assertThat(passage.start()).isLessThanOrEqualTo(from + 200);
    }
  }
}

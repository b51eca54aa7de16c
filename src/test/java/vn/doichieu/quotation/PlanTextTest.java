package vn.doichieu.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class PlanTextTest {

  private static final PlanText TEXT =
      new PlanText(
          """
          **II. CHỈ TIÊU**

          - Tổ chức kiểm tra ít nhất 30% số cơ sở kinh doanh
          dịch vụ dễ phát sinh
          4
          tệ nạn mại dâm trên địa bàn\fthành phố.
          """);

  @Test
  void hasASentenceThatGoesOverLinesAndPages() {
    assertThat(
            TEXT.has(
                "kiểm tra ít nhất 30% số cơ sở kinh doanh dịch vụ dễ phát sinh tệ nạn mại dâm trên"
                    + " địa bàn thành phố"))
        .isTrue();
  }

  @Test
  void hasASentenceInAnyUnicodeForm() {
    String quote = Normalizer.normalize("số cơ sở kinh doanh", Normalizer.Form.NFD);

    assertThat(TEXT.has(quote)).isTrue();
  }

  @Test
  void hasTheMarksOfHeadingsFoldedAway() {
    assertThat(TEXT.has("II. CHỈ TIÊU - Tổ chức")).isTrue();
  }

  @Test
  void hasASentenceWithSomethingLeftOutOnlyInOrder() {
    assertThat(TEXT.has("Tổ chức kiểm tra … trên địa bàn thành phố")).isTrue();
    assertThat(TEXT.has("Tổ chức kiểm tra [...] thành phố")).isTrue();
    assertThat(TEXT.has("trên địa bàn thành phố … Tổ chức kiểm tra")).isFalse();
  }

  @Test
  void hasNoSentenceWithAnotherNumber() {
    assertThat(TEXT.has("kiểm tra ít nhất 20% số cơ sở")).isFalse();
  }

  @Test
  void knowsTheNearestStretchInWholeWords() {
    assertThat(TEXT.nearest("kiêm tra ít nhất 20% số cơ sở kinh doan"))
        .hasValue("kiểm tra ít nhất 30% số cơ sở kinh doanh");
    assertThat(TEXT.nearest("phát triển du lịch biển đảo")).isEmpty();
    assertThat(TEXT.nearest("")).isEmpty();
  }
}

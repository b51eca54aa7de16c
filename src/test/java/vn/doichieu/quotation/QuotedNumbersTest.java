package vn.doichieu.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedNumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cho ít nhất 50% người lao động; 70% học sinh | 50%, 70%
          Tăng 3% - 5% số tội phạm | 3%, 5%
          từ 30 đến 50% số vụ | 30%, 50%
          giảm 12,5 phần trăm | 12,5%
          xử lý toàn bộ tin báo | 100%
          Mỗi xã có một mô hình | 100%
          Quyết định số 172/QĐ-UBND | ''
          """)
  void percentages(String sentence, String percentages) {
    assertThat(String.join(", ", QuotedNumbers.of(sentence).percentages())).isEqualTo(percentages);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Giảm từ 02 đến 03 điểm | 2, 3
          đảm bảo thực hiện đúng Quyết định số 172/QĐTC-CTUBND, ngày 06/4/2011 | ''
          theo Kế hoạch 91/KH-UBND | ''
          trong năm 2024 | ''
          dưới 120 người trên 100.000 dân | 120, 100000
          12 tin một năm học | 1, 5, 12
          ít nhất một tháng một lần | 1
          đăng tin hằng tháng | 1
          5‰ dân số | 5, 1000
          đạt 1,5 lần | 1,5
          """)
  void plainNumbers(String sentence, String numbers) {
    assertThat(String.join(", ", QuotedNumbers.of(sentence).plain())).isEqualTo(numbers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hoàn thành trước ngày 31/01/2024 | 31/01
          định kỳ 6 tháng (trước ngày 20/5) | 20/05
          trước ngày 10 tháng 5 năm 2024 và 15/11 | 10/05, 15/11
          ngày 29/2 | 29/02
          45/13 hộ | ''
          5/1.000 dân | ''
          """)
  void days(String sentence, String days) {
    assertThat(String.join(", ", QuotedNumbers.of(sentence).days())).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kiểm tra ít nhất 20% số cơ sở | 20% | >=
          đạt 20% trở lên | 20% | >=
          trên 70% người lao động | 70% | >
          không quá 1% | 1% | <=
          dưới 5% | 5% | <
          xây dựng tối thiểu 05 mô hình | 5 | >=
          trên 70% | 7% |
          80% người lao động | 80% |
          ít nhất 120% | 20% |
          """)
  void bounds(String sentence, String shown, String bound) {
    assertThat(QuotedNumbers.bound(sentence, shown).orElse(null)).isEqualTo(bound);
  }

  @Test
  void aNumberIsTheSameHoweverItIsWritten() {
    assertThat(List.of("1.000", "1,000", "1000").stream().map(QuotedNumbers::number).distinct())
        .singleElement()
        .isEqualTo(new BigDecimal("1E+3"));
    assertThat(QuotedNumbers.number("12,50")).isEqualTo(new BigDecimal("12.5"));
  }
}

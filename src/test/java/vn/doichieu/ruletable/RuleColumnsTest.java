package vn.doichieu.ruletable;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleColumnsTest {

  @ParameterizedTest
  @CsvSource({
    "threshold, threshold",
    "Closes_On, closes_on",
    "closes on, closes_on",
    "Ngưỡng, threshold",
    "NGƯỠNG, threshold",
    "nguong, threshold",
    "Mã, target",
    "Mã chỉ tiêu, target",
    "ma chi tieu, target",
    "Ngày  chốt, closes_on",
    "Đối tượng được đếm, counted",
    "Doi tuong duoc dem, counted",
  })
  void knowsItsNamesInBothLanguages(String cell, String key) {
    assertThat(RuleColumns.key(cell)).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mức", "Kỷ", "ghi chú riêng", "Loài", "x", ""})
  void leavesOtherNamesAsTheyAre(String cell) {
    assertThat(RuleColumns.key(cell)).isEqualTo(cell);
  }

  @Test
  void callsEveryColumnOfBothTablesByANameThatLeadsBack() {
    assertThat(
            Stream.concat(RuleSheet.COLUMNS.stream(), RuleTables.READING_COLUMNS.stream())
                .distinct())
        .allSatisfy(
            key -> {
              assertThat(RuleColumns.isKnown(key)).as(key).isTrue();
              assertThat(RuleColumns.key(RuleColumns.heading(key, true))).isEqualTo(key);
              assertThat(RuleColumns.key(RuleColumns.heading(key, false))).isEqualTo(key);
              String bare =
                  Normalizer.normalize(RuleColumns.heading(key, true), Normalizer.Form.NFD)
                      .replaceAll("\\p{M}", "")
                      .replace('Đ', 'D')
                      .replace('đ', 'd');
              assertThat(RuleColumns.key(bare)).isEqualTo(key);
            });
  }
}

package vn.doichieu.web.area;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.tabular.ListTable;
import vn.doichieu.tabular.Table;
import vn.doichieu.web.request.Refusal;

class UnitCodesTest {

  private static Table units(String... codes) {
    List<ListTable.Line> lines =
        java.util.stream.IntStream.range(0, codes.length)
            .mapToObj(i -> new ListTable.Line(i + 2, List.of(codes[i])))
            .toList();
    return new ListTable("units.csv", List.of("code"), lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HM/01", "a;b", "a\\b", "50%", ".", "..", "a\tb"})
  void aCodeWithoutAnAddressIsRefusedWithItsLine(String code) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> UnitCodes.mustFit(units("HM", code, "c/d")))
        .matches(refusal -> refusal.arguments().get(0).equals("3: " + code + "; 4: c/d"));
  }

  @Test
  void aCodeThatTheDatabaseCannotHoldIsRefused() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> UnitCodes.mustFit(units("a".repeat(101))));
  }

  @Test
  void otherCodesAreTaken() {
    assertThatCode(
            () -> UnitCodes.mustFit(units("HOC_MON", "Bà Điểm", "1.2", "a?b#c", "a+b&c", "...")))
        .doesNotThrowAnyException();
  }
}

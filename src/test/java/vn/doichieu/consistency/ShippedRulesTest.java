package vn.doichieu.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Warning;
import vn.doichieu.testing.DataFolder;

/** The checks of their own that shipped plans have. */
class ShippedRulesTest {

  private static final Path RULES = Path.of("rules/buon_ma_thuot_2024");

  @TempDir private Path folder;
  private DataFolder data;

  @BeforeEach
  void city() {
    data =
        new DataFolder(folder)
            .units("h,Thành phố,district,,", "x1,Phường 1,commune,,h", "x2,Xã 2,commune,,h");
  }

  private List<String> warnings(String... figures) {
    data.figures(figures);
    return check(folder).warnings().stream().map(Warning::check).map(Warning.Check::code).toList();
  }

  private static Evaluation check(Path data) {
    return new Check(Path.of(""), RULES, data, LocalDate.of(2025, 2, 1), false).run();
  }

  /** BMT-K1, V.11 gạch 3. */
  @Test
  void aWardThatReportedOnWorkersAndGivesNoNumberOfThemIsAsked() {
    assertThat(warnings("x1,bmt_d7,2024,có", "x1,establishments_total,2024,12"))
        .containsExactly("BMT-K1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x1,bmt_d7,2024,không;x1,establishments_total,2024,12",
        "x1,bmt_d7,2024,có;x1,establishments_total,2024,0",
        "x1,bmt_d7,2024,có",
        "x1,bmt_d7,2024,có;x1,establishments_total,2024,12;x1,workers_total,2024,0",
        "x1,bmt_d7,2024,có;x2,establishments_total,2024,12"
      })
  void andNoOtherIs(String figures) {
    assertThat(warnings(figures.split(";"))).isEmpty();
  }

  @Test
  void theSampleFiguresAgreeWithIt() {
    assertThat(check(Path.of("sample-data/buon_ma_thuot_2024")).warnings())
        .extracting(w -> w.check().code())
        .doesNotContain("BMT-K1");
  }
}

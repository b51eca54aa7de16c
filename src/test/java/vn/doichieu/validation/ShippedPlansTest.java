package vn.doichieu.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.submission.UnitsReader;

/**
 * The plans and the example that come with the program: nothing wrong, nothing doubtful that nobody
 * accepted.
 */
class ShippedPlansTest {

  private static final Path HOME = Path.of("").toAbsolutePath();

  @ParameterizedTest
  @CsvSource({
    "rules/hoc_mon_2024, sample-data/hoc_mon_2024",
    "rules/buon_ma_thuot_2024, sample-data/buon_ma_thuot_2024",
    "rules/duy_tien_2026, sample-data/duy_tien_2026",
    "rules/dong_nai_2023, sample-data/dong_nai_2023",
    "rules/soc_trang_2011, sample-data/soc_trang_2011",
    "examples/tinh_mau_2027, examples/tinh_mau_2027/data"
  })
  void haveNoErrorAndNoRemarkThatIsNotAccepted(String rules, String data) {
    List<Problem> ofUnits = new ArrayList<>();
    List<ReportingUnit> units =
        UnitsReader.read(HOME.resolve(data).resolve("units.csv"), ofUnits).all();

    Validation validation = Validation.of(HOME, HOME.resolve(rules), units, null);

    assertThat(validation.plan().targets()).isNotEmpty();
    assertThat(validation.errors()).isEmpty();
    assertThat(validation.doubtful()).isEmpty();
    assertThat(validation.accepted()).allSatisfy(a -> assertThat(a.why()).isNotBlank());
  }
}

package vn.doichieu.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.submission.UnitsReader;

/** The plans that come with the program: nothing wrong, nothing doubtful that nobody accepted. */
class ShippedPlansTest {

  private static final Path HOME = Path.of("").toAbsolutePath();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hoc_mon_2024",
        "buon_ma_thuot_2024",
        "duy_tien_2026",
        "dong_nai_2023",
        "soc_trang_2011"
      })
  void haveNoErrorAndNoRemarkThatIsNotAccepted(String plan) {
    List<Problem> ofUnits = new ArrayList<>();
    List<ReportingUnit> units =
        UnitsReader.read(HOME.resolve("sample-data/" + plan + "/units.csv"), ofUnits).all();

    Validation validation = Validation.of(HOME, HOME.resolve("rules/" + plan), units, null);

    assertThat(validation.plan().targets()).isNotEmpty();
    assertThat(validation.errors()).isEmpty();
    assertThat(validation.doubtful()).isEmpty();
    assertThat(validation.accepted()).allSatisfy(a -> assertThat(a.why()).isNotBlank());
  }
}

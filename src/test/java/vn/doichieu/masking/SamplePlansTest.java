package vn.doichieu.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;

/**
 * How many of the findings with numbers about people are hidden: never one without a small count.
 */
class SamplePlansTest {

  @ParameterizedTest
  @CsvSource({
    "rules/hoc_mon_2024, sample-data/hoc_mon_2024, 2025-02-01, 15, 50",
    "rules/buon_ma_thuot_2024, sample-data/buon_ma_thuot_2024, 2025-02-01, 29, 125",
    "rules/duy_tien_2026, sample-data/duy_tien_2026, 2027-02-01, 8, 19",
    "rules/dong_nai_2023, sample-data/dong_nai_2023, 2024-02-01, 0, 0",
    "rules/soc_trang_2011, sample-data/soc_trang_2011, 2012-02-01, 18, 27",
    "examples/tinh_mau_2027, examples/tinh_mau_2027/data, 2028-02-01, 17, 30"
  })
  void hideWhatIsSmallAndLittleElse(
      Path rules, Path data, LocalDate asOf, long hidden, long ofPeople) {
    Evaluation list = new Check(Path.of(""), rules, data, asOf, false).run();
    Masking masking = Masking.small(list);
    List<Finding> numbers =
        list.findings().stream()
            .filter(f -> f.numerator() != null && Kinship.itemOf(f.target()) != null)
            .filter(f -> list.evidence().apply(f).stream().anyMatch(g -> g.item().people()))
            .toList();

    assertThat(
            List.of(numbers.stream().filter(f -> !masking.shows(f)).count(), (long) numbers.size()))
        .containsExactly(hidden, ofPeople);
    assertThat(list.findings())
        .filteredOn(f -> !masking.shows(f))
        .allMatch(f -> list.evidence().apply(f).stream().anyMatch(g -> g.item().people()));
    list.findings().stream()
        .filter(masking::shows)
        .filter(f -> f.basis() == Finding.Basis.OWN && Kinship.itemOf(f.target()) != null)
        .flatMap(f -> list.evidence().apply(f).stream())
        .filter(g -> g.item().people() && g.state() == Figure.State.VALID)
        .forEach(g -> assertThat(SmallCounts.isSmall(g.value())).as("%s", g).isFalse());
  }
}

package vn.doichieu.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

class ReadingOrderTest {

  @TempDir private Path folder;

  private List<String> sorted(String... units) {
    Path rules =
        new SmallPlan(folder.resolve("rules"))
            .target("T", "duty", "scope", "area,each:commune,agency:police,agency:women")
            .write();
    DataFolder data = new DataFolder(folder.resolve("data")).units(units);
    Evaluation evaluation =
        new Check(Path.of(""), rules, data.path(), LocalDate.of(2025, 2, 1), false).run();
    return evaluation.findings().stream()
        .map(Finding::unit)
        .distinct()
        .sorted(ReadingOrder.of(evaluation))
        .map(ReportingUnit::name)
        .toList();
  }

  @Test
  void numbersInNamesSortBySize() {
    assertThat(
            sorted(
                "h,Huyện,district,,",
                "a,Phường 10,commune,,h",
                "b,Phường 2,commune,,h",
                "c,Phường 1,commune,,h",
                "d,Phường 123456789012345,commune,,h"))
        .containsExactly("Huyện", "Phường 1", "Phường 2", "Phường 10", "Phường 123456789012345");
  }

  @Test
  void lettersSortAsVietnameseReadersDo() {
    assertThat(
            sorted(
                "h,Huyện,district,,",
                "a,Xã Đông,commune,,h",
                "b,Xã Em,commune,,h",
                "c,Xã Dương,commune,,h",
                "d,Xã Ân,commune,,h",
                "e,Xã Anh,commune,,h",
                "f,Xã Ổi,commune,,h",
                "g,Xã Oanh,commune,,h"))
        .containsExactly(
            "Huyện", "Xã Anh", "Xã Ân", "Xã Dương", "Xã Đông", "Xã Em", "Xã Oanh", "Xã Ổi");
  }

  @Test
  void theAreaComesFirstAndAgenciesLast() {
    assertThat(
            sorted(
                "h,Xã Z,district,,",
                "a,Công an,agency,police,h",
                "b,An Hội Phụ nữ,agency,women,h",
                "c,Yên Bình,commune,,h"))
        .containsExactly("Xã Z", "Yên Bình", "An Hội Phụ nữ", "Công an");
  }

  @Test
  void unitsOfOneNameSortByTheirCodes() {
    assertThat(sorted("h,Huyện,district,,", "b,Tân Lập,commune,,h", "a,Tân Lập,commune,,h"))
        .hasSize(3);
  }
}

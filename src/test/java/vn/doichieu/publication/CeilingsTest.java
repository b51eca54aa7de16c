package vn.doichieu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Table;
import vn.doichieu.masking.Masking;

/** What the list asks of those above a ceiling: to come down, and only of whom it may be asked. */
class CeilingsTest {

  private static final Path EXAMPLE = Path.of("examples", "tinh_mau_2027");
  private static final LocalDate UNDER_WAY = LocalDate.of(2027, 12, 20);
  private static final LocalDate OVER = LocalDate.of(2028, 2, 1);

  private static final int NEEDED = 6;
  private static final int ACTION = 8;

  @TempDir Path data;

  @BeforeEach
  void copy() throws IOException {
    Files.copy(EXAMPLE.resolve("data/units.csv"), data.resolve("units.csv"));
    figures(
        Map.of(
            "HB,pupils_left,2027,35", "HB,pupils_left,2027,95",
            "TM,campaigns,2027,2", "TM,campaigns,2027,3"));
  }

  @Test
  void rateAboveItsCeilingHasToFallWhileThereIsTime() {
    assertThat(line(UNDER_WAY, "underway", "Tỉnh Mẫu", "M-2"))
        .contains("giảm 52", "Đang vượt mức: cần giảm 52; thực hiện trước ngày 01/01/2028.");
  }

  @Test
  void countAboveWhatWasAskedIsNotAskedForMore() {
    assertThat(line(UNDER_WAY, "underway", "Tỉnh Mẫu", "M-17"))
        .contains("giảm 1")
        .doesNotContain("Còn 1 đợt cao điểm");
  }

  @Test
  void changeAboveItsCeilingHasToFallWhileThereIsTime() {
    assertThat(line(UNDER_WAY, "underway", "Tỉnh Mẫu", "M-8")).contains("cần giảm 1;");
  }

  @Test
  void whatAWaivedRateWouldHaveToFallByIsNoLack() throws IOException {
    Files.writeString(
        data.resolve("waivers.csv"),
        """
        unit,target,until,reason,approved_by,decision
        TM,M-16,2028-06-30,thiên tai,Chủ tịch,12/QĐ-UBND
        """);

    assertThat(line(OVER, "waived", "Tỉnh Mẫu", "M-16")).contains("giảm 100");
  }

  @Test
  void nobodyAnswersForAMissThatAPersonHasToJudge() {
    assertThat(line(OVER, "review", "Tỉnh Mẫu", "M-8"))
        .contains("Xem nguyên nhân rồi kết luận.")
        .doesNotContain("Nêu lý do");
  }

  @Test
  void memberAboveTheCommonLevelIsNotSaidToExceedWhatItMay() {
    assertThat(line(OVER, "contributions", "Huyện Bình", "M-2"))
        .contains("Trên mức chung", "để không vượt mức chung.")
        .doesNotContain("vượt mức cho phép");
  }

  @Test
  void unitWhoseDutyDependsOnWhatItDidNotTellIsAskedForThat() {
    assertThat(line(OVER, "open", "Xã Cường Hai", "M-24"))
        .contains("“Số tụ điểm trên địa bàn”")
        .doesNotContain("Báo cáo đã thực hiện hay chưa");
  }

  @Test
  void missedQuartersAreNoMonths() throws IOException {
    figures(Map.of("TM,meetings,2027-Q2,1", "TM,meetings,2027-Q2,0"));

    assertThat(line(OVER, "open", "Tỉnh Mẫu", "M-21")).contains("các quý chưa đạt");
  }

  @Test
  void sentenceDoesWithoutAHiddenNumber() throws IOException {
    figures(Map.of());
    MadeList list = made(OVER);
    Section open = section(list, "open", Masking.small(list.evaluation()));

    assertThat(cells(open, NEEDED)).contains("không nêu (số nhỏ)");
    assertThat(cells(open, ACTION)).noneMatch(action -> action.contains("không nêu (số nhỏ)"));
  }

  private void figures(Map<String, String> changes) throws IOException {
    String text = Files.readString(EXAMPLE.resolve("data/figures.csv"));
    for (Map.Entry<String, String> change : changes.entrySet()) {
      assertThat(text).contains(change.getKey());
      text = text.replace(change.getKey(), change.getValue());
    }
    Files.writeString(data.resolve("figures.csv"), text);
  }

  private MadeList made(LocalDate asOf) {
    return MadeList.of(EXAMPLE, data, asOf, false);
  }

  private static Stream<String> cells(Section section, int column) {
    return section.tables().stream()
        .flatMap(Table::rows)
        .map(row -> row.cells().get(column).text());
  }

  private static Section section(MadeList list, String part, Masking masking) {
    return list.document(masking).sections().stream()
        .filter(section -> section.id().equals("s-" + part))
        .findFirst()
        .orElseThrow();
  }

  private String line(LocalDate asOf, String part, String unit, String target) {
    return section(made(asOf), part, Masking.none()).tables().stream()
        .flatMap(Table::rows)
        .filter(row -> row.unitName().equals(unit))
        .filter(row -> row.cells().get(0).text().startsWith(target + " "))
        .map(row -> row.cells().stream().map(Cell::text).collect(Collectors.joining("\n")))
        .findFirst()
        .orElseThrow();
  }
}

package vn.doichieu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.doichieu.check.Check;
import vn.doichieu.document.Block.Paragraph;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Row;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.ListEntry;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.history.Changes;
import vn.doichieu.history.PreviousResult;
import vn.doichieu.letterhead.Issuer;
import vn.doichieu.letterhead.Letterheads;
import vn.doichieu.listing.Listing;
import vn.doichieu.masking.Masking;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** What the list says of the sample data: what an official would write, and nothing unjust. */
class ListWordsTest {

  private static final Messages VI = new Messages(Language.VI);
  private static final Evaluation HOC_MON = check("hoc_mon_2024", LocalDate.of(2025, 2, 1));
  private static final Evaluation DONG_NAI = check("dong_nai_2023", LocalDate.of(2024, 1, 15));
  private static final Evaluation SOC_TRANG = check("soc_trang_2011", LocalDate.of(2012, 1, 15));

  @Test
  void planWithoutMainTargetsIsSummedUpByWhatElseTheAreaHasToDo() {
    assertThat(paragraphs(DONG_NAI, "s-verdict").get(0))
        .startsWith("Tỉnh Đồng Nai không có chỉ tiêu chính của riêng địa bàn trong kế hoạch; đạt ");
  }

  @Test
  void bodyThatAnsweredLateIsNotAskedForItsAnswer() {
    assertThat(line(DONG_NAI, "s-asked", "Hội Liên hiệp Phụ nữ tỉnh", "DN-D1b"))
        .contains("Sau thời hạn đề nghị")
        .contains("Trao đổi để kỳ sau gửi trước thời hạn đề nghị.")
        .doesNotContain("Đề nghị cơ quan cho biết kết quả phối hợp.");
  }

  @Test
  void waiverWhoseLastDayHasPassedAsksForNothingMore() {
    assertThat(line(HOC_MON, "s-waived", "Xã Trung Chánh", "HM-D3"))
        .contains("Kỳ này không cần xử lý thêm.");
  }

  @Test
  void sentencesAndSectionsOfSeveralDutiesNameTheDuty() {
    String duties = line(HOC_MON, "s-open", "Xã Xuân Thới Thượng", "HM-Y22");

    assertThat(duties)
        .contains("HM-Y22: “các xã có địa bàn giáp ranh")
        .contains("HM-Y24: “Thường xuyên tổ chức giao ban")
        .contains("HM-Y24: Mục III.18 (UBND xã, thị trấn) gạch 8");
  }

  @Test
  void noteOnSomeOfSeveralSaysOnHowMany() {
    assertThat(line(HOC_MON, "s-open", "Xã Nhị Bình", "HM-Y21"))
        .contains("Theo cách hiểu mặc định (C2) (1/7).");
  }

  @Test
  void whatAMemberLacksForAShareOfUnitsHasAWord() {
    assertThat(line(HOC_MON, "s-open", "Xã Xuân Thới Thượng", "HM-N8")).contains("1 nội dung");
  }

  @Test
  void judgementsShareNoCause() {
    assertThat(line(SOC_TRANG, "s-review", "Tỉnh Sóc Trăng", "ST-N3")).doesNotContain("ST-Y11");
  }

  @Test
  void figureOfAWarningIsNotToldAgainAsAProblem() {
    Section verify = section(HOC_MON, "s-verify");

    assertThat(rows(verify).map(ListWordsTest::text).filter(row -> row.contains("dòng 370")))
        .hasSize(1);
  }

  @Test
  void letterToABodyThatIsOnlyAskedIsAboutCooperation() {
    Document letter = letter("Tòa án nhân dân huyện");

    assertThat(letter.letterhead().about()).isEqualTo("V/v phối hợp thực hiện kế hoạch năm 2024");
    assertThat(letter.title()).doesNotContain("chưa đạt");
  }

  @Test
  void whatIsBackHadLeftTheListForWhateverReasonAndSinceWhenIsNotClaimed() {
    ListEntry.Line line = new ListEntry.Line("HM-N6", "HOC_MON", "2024");
    LocalDate june = LocalDate.of(2024, 6, 1);
    LocalDate july = LocalDate.of(2024, 7, 1);
    ListEntry left = ListEntry.first(line, june, true).fixed(july);
    PreviousResult before = new PreviousResult(july, List.of(left));
    ListDocument list =
        new ListDocument(Listing.of(HOC_MON), Changes.of(HOC_MON, before), Masking.none(), VI);

    assertThat(
            list
                .of(Letterheads.ofList(Issuer.UNKNOWN, HOC_MON.plan(), HOC_MON.asOf(), VI))
                .sections()
                .stream()
                .flatMap(ListWordsTest::rows)
                .map(ListWordsTest::text))
        .anyMatch(
            row ->
                row.contains(
                    "xuất hiện lại: có trong danh sách ít nhất từ ngày 01/06/2024, "
                        + "ra khỏi danh sách ngày 01/07/2024"));
  }

  private static Document letter(String name) {
    ReportingUnit unit =
        HOC_MON.findings().stream()
            .map(finding -> finding.unit())
            .filter(u -> u.name().equals(name))
            .findFirst()
            .orElseThrow();
    Document letter =
        list(HOC_MON).letter(unit, Letterheads.ofLetter(Issuer.UNKNOWN, HOC_MON.plan(), unit, VI));
    assertThat(letter).isNotNull();
    return letter;
  }

  private static Evaluation check(String plan, LocalDate asOf) {
    Path data = Path.of("sample-data", plan);
    return new Check(Path.of(""), Path.of("rules", plan), data, asOf, false).run();
  }

  private static ListDocument list(Evaluation evaluation) {
    Changes changes = Changes.of(evaluation, null);
    return new ListDocument(Listing.of(evaluation), changes, Masking.none(), VI);
  }

  private static Section section(Evaluation evaluation, String id) {
    return list(evaluation)
        .of(Letterheads.ofList(Issuer.UNKNOWN, evaluation.plan(), evaluation.asOf(), VI))
        .sections()
        .stream()
        .filter(section -> section.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> paragraphs(Evaluation evaluation, String id) {
    return section(evaluation, id).blocks().stream()
        .filter(Paragraph.class::isInstance)
        .map(block -> ((Paragraph) block).text())
        .toList();
  }

  private static Stream<Row> rows(Section section) {
    return section.tables().stream().flatMap(Table::rows);
  }

  /** The line of a unit that begins with a target. */
  private static String line(Evaluation evaluation, String id, String unit, String target) {
    return rows(section(evaluation, id))
        .filter(row -> row.unitName().equals(unit))
        .map(ListWordsTest::text)
        .filter(row -> row.startsWith(target))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Row row) {
    return String.join("\n", row.cells().stream().map(Cell::text).toList());
  }
}

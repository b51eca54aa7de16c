package vn.doichieu.letterhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.document.Letterhead;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

class LetterheadsTest {

  private static final LocalDate AS_OF = LocalDate.of(2024, 11, 9);
  private static final Plan HOC_MON = plan("hoc_mon_2024");
  private static final ReportingUnit UNIT =
      new ReportingUnit(1, "x1", "Xã Tân Hiệp", ReportingUnit.Kind.COMMUNE, null);

  private static Plan plan(String id) {
    return PlanReader.read(Path.of("rules", id));
  }

  private static Letterhead list(Issuer issuer, Language language) {
    return Letterheads.ofList(issuer, HOC_MON, AS_OF, new Messages(language));
  }

  private static Letterhead letter(Issuer issuer, Language language) {
    return Letterheads.ofLetter(issuer, HOC_MON, UNIT, new Messages(language));
  }

  private static Issuer dated(@Nullable LocalDate date) {
    return new Issuer("", "", "", "", "", date, List.of(), "", List.of(), List.of(), "");
  }

  private static Issuer numbered(String number, String symbol) {
    return new Issuer("", "", number, symbol, "", null, List.of(), "", List.of(), List.of(), "");
  }

  private static Issuer sentTo(String... recipients) {
    List<String> all = List.of(recipients);
    return new Issuer("", "", "", "", "", null, List.of(), "", all, all, "");
  }

  @ParameterizedTest
  @CsvSource({
    "'', Huyện Hóc Môn, true",
    "UBND huyện Hóc Môn, Huyện Hóc Môn, true",
    "Ủy ban nhân dân Thành phố, Huyện Hóc Môn, false",
    "Công an huyện Hóc Môn, Huyện Hóc Môn, false",
    "'', Xã Tân Hiệp, false",
    "'', Thị trấn Hóc Môn, false"
  })
  void onlyTheIssuingCommitteeWouldWriteToItself(String named, String name, boolean itself) {
    Issuer issuer =
        new Issuer("", named, "", "", "", null, List.of(), "", List.of(), List.of(), "");
    ReportingUnit unit = new ReportingUnit(1, "x", name, ReportingUnit.Kind.DISTRICT, null);

    assertThat(Letterheads.goToTheIssuer(issuer, HOC_MON, unit)).isEqualTo(itself);
  }

  @Nested
  class OfAList {

    @Test
    void leavesBlanksWhereNothingIsKnown() {
      assertThat(list(Issuer.UNKNOWN, Language.VI))
          .isEqualTo(
              new Letterhead(
                  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                  "Độc lập - Tự do - Hạnh phúc",
                  "",
                  "ỦY BAN NHÂN DÂN HUYỆN HÓC MÔN",
                  "Số: ……/……",
                  "",
                  "……, ngày …… tháng …… năm 20…",
                  "DANH SÁCH",
                  List.of(
                      "Nội dung chưa đạt, chưa báo cáo",
                      "theo Kế hoạch phòng, chống mại dâm năm 2024 trên địa bàn huyện Hóc Môn",
                      "(tính đến ngày 09/11/2024)"),
                  List.of(),
                  "Nơi nhận:",
                  List.of("- Lưu: VT."),
                  List.of("…………………………"),
                  ""));
    }

    @Test
    void saysWhatTheFileSays() {
      Letterhead head =
          list(
              new Issuer(
                  "Ủy ban nhân dân thành phố",
                  "Phòng Y tế huyện Đức Hòa",
                  "5",
                  "BC-PYT",
                  "Đức Hòa",
                  LocalDate.of(2025, 1, 5),
                  List.of("Trưởng phòng"),
                  "Nguyễn Văn Mẫu",
                  List.of(),
                  List.of(),
                  ""),
              Language.VI);

      assertThat(head.superior()).isEqualTo("ỦY BAN NHÂN DÂN THÀNH PHỐ");
      assertThat(head.issuer()).isEqualTo("PHÒNG Y TẾ HUYỆN ĐỨC HÒA");
      assertThat(head.number()).isEqualTo("Số: 05/BC-PYT");
      assertThat(head.placeAndDate()).isEqualTo("Đức Hòa, ngày 05 tháng 01 năm 2025");
      assertThat(head.capacity()).containsExactly("TRƯỞNG PHÒNG");
      assertThat(head.signatory()).isEqualTo("Nguyễn Văn Mẫu");
    }

    @Test
    void isWrittenInEnglishToo() {
      Letterhead head = list(dated(LocalDate.of(2025, 1, 5)), Language.EN);

      assertThat(head.nation()).isEqualTo("SOCIALIST REPUBLIC OF VIET NAM");
      assertThat(head.motto()).isEqualTo("Independence - Freedom - Happiness");
      assertThat(head.number()).isEqualTo("No. ……/……");
      assertThat(head.placeAndDate()).isEqualTo("……, 5 January 2025");
      assertThat(head.kind()).isEqualTo("LIST");
      assertThat(head.title())
          .contains(
              "under the plan “Prevention and control of prostitution in Hóc Môn district in 2024”",
              "(as of 2024-11-09)");
      assertThat(head.recipients()).containsExactly("- Filed: clerical office.");
    }

    @Test
    void namesTheNumberOfThePlanWhereItHasOne() {
      Letterhead head =
          Letterheads.ofList(
              Issuer.UNKNOWN, plan("soc_trang_2011"), AS_OF, new Messages(Language.VI));

      assertThat(head.title()).anyMatch(l -> l.startsWith("theo Kế hoạch số 23/KH-UBND thực hiện"));
    }

    @ParameterizedTest
    @CsvSource({
      "2025-01-05, ngày 05 tháng 01 năm 2025",
      "2025-02-28, ngày 28 tháng 02 năm 2025",
      "2025-03-09, ngày 09 tháng 3 năm 2025",
      "2025-09-10, ngày 10 tháng 9 năm 2025",
      "2024-12-31, ngày 31 tháng 12 năm 2024"
    })
    void writesDaysBelowTenAndTheFirstTwoMonthsWithAZero(LocalDate date, String text) {
      assertThat(list(dated(date), Language.VI).placeAndDate()).isEqualTo("……, " + text);
    }

    @ParameterizedTest
    @CsvSource({
      "9, BC-UBND, Số: 09/BC-UBND",
      "10, BC-UBND, Số: 10/BC-UBND",
      "'', BC-UBND, Số: ……/BC-UBND",
      "12, '', Số: 12/……",
      "12/BC-UBND, '', Số: 12/BC-UBND"
    })
    void writesNumbersBelowTenWithAZero(String number, String symbol, String text) {
      assertThat(list(numbered(number, symbol), Language.VI).number()).isEqualTo(text);
    }
  }

  @Nested
  class Recipients {

    @Test
    void endInSemicolonsAndAStop() {
      assertThat(list(sentTo("Thường trực", "Các xã"), Language.VI).recipients())
          .containsExactly("- Thường trực;", "- Các xã;", "- Lưu: VT.");
    }

    @Test
    void areNotMarkedTwice() {
      assertThat(list(sentTo("- Các xã;", "– Lưu: VT, VX."), Language.VI).recipients())
          .containsExactly("- Các xã;", "- Lưu: VT, VX.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lưu: VT", "LƯU: VT, PYT", "lưu : vt", "Filed: office", "File: office"})
    void haveOneLineForTheFilesWhateverTheLanguage(String filed) {
      assertThat(list(sentTo("X", filed), Language.EN).recipients())
          .containsExactly("- X;", "- " + filed + ".");
    }

    @Test
    void ofALetterBeginWithItsAddressee() {
      assertThat(letter(sentTo("Y"), Language.VI).recipients())
          .containsExactly("- Như trên;", "- Y;", "- Lưu: VT.");
      assertThat(letter(sentTo("như trên;", "Lưu: VT"), Language.VI).recipients())
          .containsExactly("- như trên;", "- Lưu: VT.");
    }
  }

  @Nested
  class OfALetter {

    @Test
    void saysWhatItIsAboutAndToWhom() {
      Letterhead head = letter(numbered("12", "BC-UBND"), Language.VI);

      assertThat(head.about())
          .isEqualTo("V/v nội dung chưa đạt, chưa báo cáo theo kế hoạch năm 2024");
      assertThat(head.addressees()).containsExactly("Kính gửi: Ủy ban nhân dân xã Tân Hiệp");
      assertThat(head.kind()).isEmpty();
      assertThat(head.title()).isEmpty();
      assertThat(head.number()).as("each letter has its own").isEqualTo("Số: ……/……");
    }

    @Test
    void isWrittenInEnglishToo() {
      Letterhead head = letter(Issuer.UNKNOWN, Language.EN);

      assertThat(head.about())
          .isEqualTo("Re: items not met or not reported under the plan for 2024");
      assertThat(head.addressees()).containsExactly("To: People’s Committee of Xã Tân Hiệp");
      assertThat(head.recipients()).containsExactly("- As above;", "- Filed: clerical office.");
    }
  }

  @Test
  void hostileTextsStayTexts() {
    Letterhead head = list(sentTo("{0}\u202E\u0007 ${x}", "=1+1"), Language.VI);

    assertThat(head.recipients()).containsExactly("- {0}  ${x};", "- =1+1;", "- Lưu: VT.");
  }
}

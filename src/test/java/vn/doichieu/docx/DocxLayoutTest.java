package vn.doichieu.docx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.junit.jupiter.api.Test;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Letterhead;
import vn.doichieu.testing.SampleDocument;

/** Paper, margins, page numbers and styles: what Decree 30/2020/NĐ-CP and a person at Word need. */
class DocxLayoutTest {

  private static final Document SMALL = SampleDocument.small();

  /** 567 twips make 10 mm. */
  private static double millimetres(String twips) {
    return Integer.parseInt(twips) * 25.4 / 1440;
  }

  private static Document with(Letterhead letterhead, List<Section> body) {
    return new Document("vi", "", SMALL.words(), letterhead, body, List.of());
  }

  private static Letterhead letter(List<String> addressees) {
    Letterhead from = SMALL.letterhead();
    return new Letterhead(
        from.nation(),
        from.motto(),
        "ỦY BAN NHÂN DÂN THÀNH PHỐ",
        from.issuer(),
        from.number(),
        "V/v thực hiện Kế hoạch năm 2024",
        from.placeAndDate(),
        "",
        List.of(),
        addressees,
        from.recipientsHeading(),
        from.recipients(),
        from.capacity(),
        "Nguyễn Văn Mẫu");
  }

  @Test
  void broadSectionsStandOnLandscapePagesAlsoInTheMiddle() throws IOException {
    Written written = new Written(SMALL);

    assertThat(written.inText("<w:pgSz [^>]*w:orient=\"(\\w+)\""))
        .containsExactly("portrait", "landscape", "portrait", "landscape");
    assertThat(written.inText("<w:pgSz w:w=\"(\\d+)\""))
        .containsExactly("11906", "16838", "11906", "16838");
  }

  @Test
  void marginsAreThoseOfTheDecree() throws IOException {
    Written written = new Written(SMALL);

    for (String side : List.of("top", "bottom")) {
      assertThat(written.inText("<w:pgMar [^>]*w:" + side + "=\"(\\d+)\""))
          .hasSize(4)
          .allSatisfy(twips -> assertThat(millimetres(twips)).isBetween(20.0, 25.0));
    }
    assertThat(written.inText("<w:pgMar [^>]*w:left=\"(\\d+)\""))
        .hasSize(4)
        .allSatisfy(twips -> assertThat(millimetres(twips)).isBetween(30.0, 35.0));
    assertThat(written.inText("<w:pgMar [^>]*w:right=\"(\\d+)\""))
        .hasSize(4)
        .allSatisfy(twips -> assertThat(millimetres(twips)).isBetween(15.0, 20.0));
  }

  @Test
  void theNumberOfThePageStandsAboveEachPageButTheFirst() throws IOException {
    Written written = new Written(SMALL);

    assertThat(written.inText("<w:headerReference w:type=\"(\\w+)\" r:id=\"header\""))
        .containsExactly("default", "default", "default", "default");
    assertThat(written.inText("<w:sectPr>(.*?)</w:sectPr>"))
        .extracting(section -> section.contains("w:titlePg"))
        .containsExactly(true, false, false, false);
    try (XWPFDocument read = written.read()) {
      assertThat(read.getHeaderFooterPolicy().getDefaultHeader().getParagraphs())
          .extracting(XWPFParagraph::getStyleID)
          .containsExactly("Header");
      assertThat(read.getHeaderList()).hasSize(1);
      assertThat(read.getHeaderFooterPolicy().getFirstPageHeader()).isNull();
      assertThat(read.createHeader(HeaderFooterType.DEFAULT)._getHdrFtr().xmlText())
          .contains(" PAGE ");
    }
  }

  @Test
  void headingsAreThoseOfWordAndLieInItsOutline() throws IOException {
    Written written = new Written(SMALL);

    assertThat(written.texts("Heading1")).hasSize(4).startsWith("I. Kết luận");
    assertThat(written.texts("Heading2"))
        .contains("Xã Tân Thới 1", "=HYPERLINK(\"http://" + "example.invalid\",\"bấm vào đây\")");
    assertThat(written.texts("AnnexHeading")).containsExactly("Phụ lục: Toàn bộ kết quả");
    assertThat(written.texts("Title")).containsExactly("DANH SÁCH");
    assertThat(written.parts().get("word/styles.xml"))
        .contains("<w:name w:val=\"heading 1\"/>", "<w:outlineLvl w:val=\"1\"/>");
  }

  @Test
  void everyStyleInUseIsThere() throws IOException {
    Written letter = new Written(with(letter(List.of("Kính gửi:", "- A;", "- B.")), SMALL.body()));
    for (Written written : List.of(new Written(SMALL), letter)) {
      Set<String> used = new TreeSet<>(written.inText("<w:(?:pStyle|tblStyle) w:val=\"(\\w+)\""));
      try (XWPFDocument read = written.read()) {
        XWPFStyles styles = read.getStyles();
        assertThat(used).hasSizeGreaterThan(15).allMatch(styles::styleExist);
      }
    }
  }

  @Test
  void bodyTextIsTimesNewRomanOfThirteenPointsJustified() throws IOException {
    try (XWPFDocument read = new Written(SMALL).read()) {
      XWPFStyles styles = read.getStyles();

      assertThat(styles.getDefaultRunStyle().getFontSizeAsDouble()).isEqualTo(13);
      assertThat(styles.getStyle("BodyText").getCTStyle().xmlText())
          .contains("<w:jc w:val=\"both\"/>")
          .doesNotContain("w:sz ");
    }
    assertThat(new Written(SMALL).parts().get("word/styles.xml"))
        .contains("w:ascii=\"Times New Roman\"");
  }

  @Test
  void aLetterHasAddresseesInPlaceOfATitle() throws IOException {
    Written one = new Written(with(letter(List.of("Kính gửi: Xã Tân Thới 1")), SMALL.body()));
    Written two =
        new Written(with(letter(List.of("Kính gửi:", "- Xã 1;", "- Xã 2.")), SMALL.body()));

    assertThat(one.texts("Title")).isEmpty();
    assertThat(one.texts("Subtitle")).isEmpty();
    assertThat(one.texts("Addressee")).containsExactly("Kính gửi: Xã Tân Thới 1");
    assertThat(one.texts("About")).containsExactly("V/v thực hiện Kế hoạch năm 2024");
    assertThat(one.texts("Superior")).containsExactly("ỦY BAN NHÂN DÂN THÀNH PHỐ");
    assertThat(one.texts("Signatory")).containsExactly("Nguyễn Văn Mẫu");
    assertThat(two.texts("AddresseeOfSeveral")).containsExactly("Kính gửi:", "- Xã 1;", "- Xã 2.");
  }

  @Test
  void letterheadAndSignatureStandAlsoAroundNothing() throws IOException {
    Written written = new Written(with(SMALL.letterhead(), List.of()));

    assertThat(written.texts()).contains("DANH SÁCH", "CHỦ TỊCH");
    assertThat(written.inText("<w:pgSz [^>]*w:orient=\"(\\w+)\"")).containsExactly("portrait");
  }

  @Test
  void theLineUnderTheMottoIsAsLongAsTheMotto() {
    // Its letters without marks are 158.6 points long in Liberation Serif Bold, its metric twin.
    assertThat(Breadth.of("Độc lập - Tự do - Hạnh phúc", 13) / 20.0).isBetween(158.0, 159.0);
  }

  @Test
  void eachPartIsWellFormedAndNamed() throws IOException {
    Map<String, String> parts = new Written(SMALL).parts();

    assertThat(parts.keySet()).first().isEqualTo("[Content_Types].xml");
    assertThat(parts.values()).noneMatch(part -> part.contains("${" + "language}"));
  }
}

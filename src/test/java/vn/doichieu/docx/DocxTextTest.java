package vn.doichieu.docx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.document.Block;
import vn.doichieu.document.Block.Paragraph;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Table;
import vn.doichieu.testing.LibreOffice;
import vn.doichieu.testing.SampleDocument;

/** What a person reads in a Word file: all of the document, and all of it as text. */
class DocxTextTest {

  private static final Document SMALL = SampleDocument.small();

  private static List<String> texts(Document document) {
    List<String> texts = new ArrayList<>();
    for (Section section : document.sections()) {
      texts.add(section.title());
      for (Block block : section.blocks()) {
        if (block instanceof Paragraph paragraph) {
          texts.add(paragraph.text());
        } else if (block instanceof Table table) {
          texts.add(table.caption());
          table.columns().forEach(column -> texts.add(column.heading()));
          table.groups().forEach(group -> texts.add(group.title()));
          table.rows().flatMap(row -> row.cells().stream()).forEach(cell -> texts.add(cell.text()));
        }
      }
    }
    return texts;
  }

  private static Document saying(String text) {
    return new Document(
        "vi",
        text,
        SMALL.words(),
        SMALL.letterhead(),
        List.of(new Section("a", text, "a", false, List.of(Paragraph.of(text)))),
        List.of());
  }

  @Test
  void everyTextOfTheDocumentIsInTheFile() throws IOException {
    assertThat(new Written(SMALL).texts()).containsAll(texts(SMALL));
  }

  @Test
  void theLetterheadStandsFirstAndTheSignatureBeforeTheAnnex() throws IOException {
    assertThat(new Written(SMALL).texts())
        .startsWith("ỦY BAN NHÂN DÂN HUYỆN HÓC MÔN", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        .containsSubsequence(
            "Độc lập - Tự do - Hạnh phúc",
            "Số: ……/BC-UBND",
            "Hóc Môn, ngày …… tháng …… năm 2025",
            "DANH SÁCH",
            "Nội dung chưa đạt, chưa báo cáo",
            "I. Kết luận",
            "IV. Đơn vị làm chậm chỉ tiêu của địa bàn",
            "Nơi nhận:",
            "- Lưu: VT.",
            "TM. ỦY BAN NHÂN DÂN",
            "CHỦ TỊCH",
            "Phụ lục: Toàn bộ kết quả");
  }

  @Test
  void hostileTextsAreTextAndNothingElse() throws IOException {
    Written written = new Written(SMALL);

    assertThat(written.texts())
        .containsAll(SampleDocument.HOSTILE.stream().map(Cell::clean).toList());
    assertThat(written.inText("<(w:[A-Za-z]+)"))
        .doesNotContain(
            "w:hyperlink", "w:fldSimple", "w:fldChar", "w:instrText", "w:object", "w:sdt");
    assertThat(written.parts().get("word/_rels/document.xml.rels")).doesNotContain("External");
  }

  @Test
  void whatXmlCannotHoldIsReplacedAndRareLettersStay() throws IOException {
    String odd = "nửa \uD83D đôi \uDE00 và \uFFFE\uFFFF\u0000; đủ đôi \uD83D\uDE00 𠮷";

    Written written = new Written(saying(odd));

    assertThat(written.texts("BodyText"))
        .containsExactly("nửa \uFFFD đôi \uFFFD và \uFFFD\uFFFD ; đủ đôi \uD83D\uDE00 𠮷");
  }

  @Test
  void linesStayLines() throws IOException {
    Written written = new Written(saying("một\nhai"));

    assertThat(written.texts("BodyText")).containsExactly("một\nhai");
  }

  @Test
  void titleAndLanguageAreToldAndNoDay() throws IOException {
    Document english =
        new Document(
            "en", "The list", SMALL.words(), SMALL.letterhead(), SMALL.body(), SMALL.annexes());
    String core = new Written(SMALL).parts().get("docProps/core.xml");

    assertThat(core)
        .contains(
            "<dc:title>Danh sách nội dung chưa đạt, chưa báo cáo năm 2024</dc:title>",
            "<dc:language>vi-VN</dc:language>")
        .doesNotContain("dcterms", "W3CDTF");
    try (XWPFDocument read = new Written(SMALL).read()) {
      assertThat(read.getProperties().getCoreProperties().getCreated()).isNull();
    }
    assertThat(new Written(SMALL).parts().get("word/styles.xml"))
        .contains("<w:lang w:val=\"vi-VN\"");
    assertThat(new Written(english).parts().get("word/styles.xml"))
        .contains("<w:lang w:val=\"en-GB\"");
  }

  @Test
  void theSameDocumentGivesTheSameBytes() throws IOException {
    assertThat(new Written(SampleDocument.small()).bytes())
        .isEqualTo(new Written(SampleDocument.small()).bytes());
    assertThat(new Written(SampleDocument.large(20, 15)).bytes())
        .isEqualTo(new Written(SampleDocument.large(20, 15)).bytes());
  }

  @Test
  void libreOfficeReadsAllOfIt(@TempDir Path folder) throws IOException, InterruptedException {
    LibreOffice.requireWriter();
    Path file = folder.resolve("danh-sach.docx");
    Files.write(file, new Written(SMALL).bytes());

    LibreOffice.save(List.of(file), "txt:Text (encoded):UTF8", folder);

    String read = Files.readString(folder.resolve("danh-sach.txt"));
    List<String> lines =
        texts(SMALL).stream().flatMap(text -> Stream.of(text.split("\n", -1))).toList();
    assertThat(lines).allSatisfy(line -> assertThat(read).contains(line));
    assertThat(read)
        .contains(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Hóc Môn, ngày …… tháng …… năm 2025",
            "TM. ỦY BAN NHÂN DÂN",
            "- Lưu: VT.");
  }
}

package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.testing.LibreOffice;

/**
 * Texts that try to be more than texts, in every file that a list is made from, come out of all
 * four formats as what they are.
 */
class HostileListTest {

  private static final List<String> HOSTILE =
      List.of(
          "=HYPERLINK(\"http://example.invalid\",\"bấm\")",
          "+1+cmd|'/C calc'!A0",
          "-2+3",
          "@SUM(A1:A9)",
          "<script>alert(1)</script>",
          "</td></table></p><img src=x onerror=alert(1)>",
          "\" onmouseover=\"alert(1)",
          "&lt;b&gt; &amp; ]]> --> <!-- \\u0041 _x0041_",
          "{0} {1,number} ${7*7} #{7*7} %s '' '",
          "Đ".repeat(500),
          "rất dài ".repeat(63).strip(),
          "Xã \u202Eđảo\u202C \u2066cách\u2069 \u200Fphải",
          "Xã \u0007 chuông \u001B[31mđỏ \u0000 không",
          "Xã \uFFFE không \uFFFF chữ \uFDD0",
          "Xã 😀 \uD840\uDC0B chữ",
          Normalizer.normalize("Xã Đông Thạnh ở Ấp Mỹ", Normalizer.Form.NFD),
          "Xã n\u0323\u0302\u0301 chồng dấu \u0301",
          "hai\ndòng\r\nhay ba\tcột");

  @TempDir private static Path folder;
  private static Path output = Path.of("");

  @BeforeAll
  static void aListOfHostileTexts() throws IOException {
    SmallList list = new SmallList(folder);
    output = list.output;
    StringBuilder units = new StringBuilder("h,\"" + HOSTILE.get(4) + "\",district,,");
    StringBuilder waivers = new StringBuilder();
    StringBuilder explanations = new StringBuilder();
    StringBuilder figures = new StringBuilder();
    for (int i = 0; i < HOSTILE.size(); i++) {
      String text = csv(HOSTILE.get(i));
      units.append("\nx%d,%s,commune,,h".formatted(i, text));
      figures.append("x%d,issued,2024,không,%s,%s\n".formatted(i, text, text));
      figures.append("x%d,total,2024,10,%s,\nx%d,done,2024,11,%s,\n".formatted(i, text, i, text));
      waivers.append("x%d,T3,2025-12-31,%s,%s,%s,\n".formatted(i, text, text, text));
      explanations.append("x%d,part_above_total,2024,%s,%s\n".formatted(i, text, text));
    }
    list.check.data.units(units.toString()).waivers(waivers.toString());
    list.check.data.file("figures.csv", "unit,item,period,value,evidence,note", figures.toString());
    list.check.data.file("explanations.csv", "unit,check,period,text,by", explanations.toString());
    Path issuer = folder.resolve("issuer.yaml");
    Files.writeString(
        issuer,
        """
        issuer: '=HYPERLINK("http://example.invalid")<script>alert(1)</script>'
        number: '<b>1</b>'
        symbol: '@SUM(A1)'
        place: "Xã \\u202Eđảo \\u0007"
        signatory: ']]> &amp;'
        capacity: ["-2+3", "😀"]
        recipients: ["</td>", "=1+1"]
        """);

    Run run = list.run("--per-unit", "--issuer=" + issuer);

    assertThat(run).as(run.err()).returns(0, Run::exit).returns("", Run::out);
    assertThat(run.err().chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
  }

  private static String csv(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  /** What can be seen of a text, wherever its lines are broken. */
  private static String seen(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\\s\\p{C}\\uFFFD#]|[\\x{FDD0}\\x{1F600}\\x{2000B}]", "");
  }

  private static void assertHoldsAll(String text) {
    String seen = seen(text);
    assertThat(HOSTILE).allSatisfy(hostile -> assertThat(seen).contains(seen(hostile)));
  }

  private static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(output.resolve(name));
  }

  private static List<Path> written(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(output)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void everyUnitHasItsLetter() throws IOException {
    assertThat(written(".pdf")).hasSize(HOSTILE.size() + 2);
    assertThat(SmallList.names(output)).hasSize(SmallList.ALL_FOUR.length + 1);
  }

  @Test
  void inText() throws IOException {
    for (Path file : written(".docx")) {
      try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file));
          XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
        assertThat(extractor.getText()).isNotBlank();
        if (file.endsWith("danh-sach.docx")) {
          assertHoldsAll(extractor.getText());
        }
      }
    }
  }

  @Test
  void inPdf() throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes("danh-sach.pdf"))) {
      PDFTextStripper stripper = new PDFTextStripper();
      assertHoldsAll(stripper.getText(document));
    }
    for (Path file : written(".pdf")) {
      try (PDDocument document = Loader.loadPDF(file.toFile())) {
        assertThat(document.getNumberOfPages()).as("%s", file).isBetween(1, 100);
      }
    }
  }

  @Test
  void inCellsThatAreNoFormulas() throws IOException {
    for (Path file : written(".xlsx")) {
      try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
        StringBuilder text = new StringBuilder();
        DataFormatter shown = new DataFormatter();
        for (Sheet sheet : workbook) {
          for (Row row : sheet) {
            for (Cell cell : row) {
              assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
              text.append(shown.formatCellValue(cell)).append('\n');
            }
          }
        }
        assertThat(text.toString()).isNotBlank();
        if (file.endsWith("danh-sach.xlsx")) {
          assertHoldsAll(text.toString());
        }
      }
      try (ZipFile zip = new ZipFile(file.toFile())) {
        assertThat(zip.stream().map(entry -> entry.getName()))
            .noneMatch(name -> name.contains("externalLink") || name.contains("vba"));
      }
    }
  }

  @Test
  void inPagesWithOurScriptAlone() throws IOException {
    for (Path file : written(".html")) {
      String page = Files.readString(file);
      assertThat(Pattern.compile("<script").matcher(page).results().count()).isLessThan(2);
      assertThat(page).doesNotContain("<img", "<b>", " onerror=alert(1)>", " onmouseover=\"");
      assertThat(page.codePoints().filter(c -> Character.isISOControl(c) && c != '\n')).isEmpty();
    }
    String page = Files.readString(output.resolve("danh-sach.html"));
    String text =
        page.replaceAll("(?s)<(style|script)>.*?</\\1>", "")
            .replaceAll("<[^>]*>", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
    assertHoldsAll(text);
  }

  @Test
  void inPartsThatEveryReaderOfXmlTakes() throws Exception {
    for (String name : List.of("danh-sach.docx", "danh-sach.xlsx")) {
      try (ZipFile zip = new ZipFile(output.resolve(name).toFile())) {
        for (var entry :
            zip.stream().filter(e -> e.getName().matches(".*\\.(xml|rels)")).toList()) {
          byte[] part = zip.getInputStream(entry).readAllBytes();
          assertThat(
                  DocumentBuilderFactory.newDefaultInstance()
                      .newDocumentBuilder()
                      .parse(new ByteArrayInputStream(part))
                      .getDocumentElement())
              .as(entry.getName())
              .isNotNull();
          assertThat(new String(part, StandardCharsets.UTF_8)).doesNotContain("TargetMode=\"Ext");
        }
      }
    }
  }

  @Test
  void throughTheHandsOfLibreOffice() throws IOException, InterruptedException {
    LibreOffice.requireWriter();
    Path converted = Files.createDirectory(folder.resolve("converted"));
    Path text = Files.copy(output.resolve("danh-sach.docx"), converted.resolve("text.docx"));
    Path sheets = Files.copy(output.resolve("danh-sach.xlsx"), converted.resolve("sheets.xlsx"));

    LibreOffice.save(List.of(text, sheets), "pdf", converted);

    for (String name : List.of("text.pdf", "sheets.pdf")) {
      try (PDDocument document = Loader.loadPDF(converted.resolve(name).toFile())) {
        String seen = seen(new PDFTextStripper().getText(document));
        assertThat(seen).as(name).contains(seen("<script>alert(1)</script>"), seen("@SUM(A1:A9)"));
      }
    }
  }

  @Test
  void halfOfACharacterIsNoReasonToWriteNothing() throws IOException {
    SmallList list = new SmallList(Files.createDirectory(folder.resolve("half")));
    list.check.without("figures.csv");
    list.check.text(
        "figures.json",
        """
        [{"unit":"x1","item":"done","period":"2024","value":"3\\ud800","evidence":"a\\udc00b"},
         {"unit":"x2\\ud800","item":"done","period":"2024","value":"3"}]
        """);
    Path issuer = folder.resolve("half.yaml");
    Files.writeString(issuer, "issuer: \"UBND \\ud800 xã\"\n");

    Run run = list.run("--issuer=" + issuer);

    assertThat(run).as(run.err()).returns(0, Run::exit);
    assertThat(run.err()).contains("3\uFFFD", "x2\uFFFD");
    assertThat(list.names()).containsExactly(SmallList.ALL_FOUR);
  }

  @Test
  void inAResultThatIsStillJson() throws IOException {
    String json = Files.readString(output.resolve("ket-qua.json"));

    assertThat(
            Json.objects(Json.read(json), "findings").stream()
                .map(finding -> seen((String) finding.get("unit_name")))
                .collect(Collectors.toSet()))
        .containsAll(
            IntStream.range(0, HOSTILE.size()).mapToObj(i -> seen(HOSTILE.get(i))).toList());
  }
}

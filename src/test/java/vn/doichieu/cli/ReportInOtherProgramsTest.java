package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.testing.Chromium;
import vn.doichieu.testing.Chromium.Scheme;
import vn.doichieu.testing.LibreOffice;

/** The list of Hóc Môn's sample data in the programs that people will open it with. */
@Tag("once")
class ReportInOtherProgramsTest {

  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  @TempDir private static Path output;

  @BeforeAll
  static void aList() {
    Run run =
        Run.of("report", "hoc_mon_2024", "--data=" + Run.SAMPLE, Run.AS_OF, "--output=" + output);
    assertThat(run.exit()).as(run.err()).isZero();
  }

  /** The verdict, the units and the sentences of the plan, of what is binding and not met. */
  private static void assertSaysTheList(String text) throws IOException {
    List<Map<String, Object>> open =
        Json.objects(Json.read(Files.readString(output.resolve("ket-qua.json"))), "findings")
            .stream()
            .filter(finding -> Boolean.TRUE.equals(finding.get("binding")))
            .filter(
                finding -> List.of("not_met", "missing", "invalid").contains(finding.get("result")))
            .toList();
    assertThat(open).hasSizeGreaterThan(10);
    String joined = WrittenText.joined(text);
    assertThat(joined)
        .contains(
            WrittenText.joined("Nội dung chưa đạt, chưa báo cáo"),
            WrittenText.joined("chỉ tiêu chính của địa bàn"));
    for (Map<String, Object> finding : open) {
      assertThat(joined)
          .contains(WrittenText.joined((String) finding.get("unit_name")))
          .contains(WrittenText.joined((String) Json.map(finding.get("citation")).get("quote")));
    }
  }

  @Test
  void libreOfficeShowsTheTextAndTheSheets() throws IOException, InterruptedException {
    LibreOffice.requireWriter();
    Path converted = Files.createDirectory(output.resolve("converted"));

    LibreOffice.save(
        List.of(output.resolve("danh-sach.docx")), "txt:Text (encoded):UTF8", converted);
    assertSaysTheList(WrittenText.of(converted.resolve("danh-sach.txt")));

    LibreOffice.save(List.of(output.resolve("danh-sach.xlsx")), "xlsx", converted);
    assertSaysTheList(WrittenText.of(converted.resolve("danh-sach.xlsx")));
  }

  @Test
  void pdfIsReadBackWithItsFontsAndTags() throws IOException {
    Path file = output.resolve("danh-sach.pdf");
    assertSaysTheList(WrittenText.of(file));
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getLanguage()).startsWith("vi");
      assertThat(document.getDocumentCatalog().getDocumentOutline()).isNotNull();
      for (PDPage page : document.getPages()) {
        for (COSName font : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(font).isEmbedded()).as(font.getName()).isTrue();
        }
      }
    }
  }

  @Test
  void wordAndExcelFilesSayTheList() throws IOException {
    assertSaysTheList(WrittenText.of(output.resolve("danh-sach.docx")));
    assertSaysTheList(WrittenText.of(output.resolve("danh-sach.xlsx")));
  }

  @ParameterizedTest
  @CsvSource({"360,LIGHT", "1280,DARK"})
  void axeFindsNothingSeriousInThePage(int width, Scheme scheme)
      throws IOException, InterruptedException {
    Chromium.require();
    String found =
        Chromium.ask(
            Files.readString(output.resolve("danh-sach.html")),
            width,
            scheme,
            List.of(axe()),
            """
            document.querySelectorAll("details").forEach((details) => (details.open = true));
            const results = await axe.run(document);
            return "rules passed: " + (results.passes.length > 20) + "\\n" + results.violations
                .filter((violation) => ["serious", "critical"].includes(violation.impact))
                .map((v) => v.id + ": " + v.nodes.map((node) => node.html).join(" "))
                .join("\\n");
            """);

    assertThat(found).isEqualTo("rules passed: true\n");
  }

  private static String axe() throws IOException {
    try (InputStream in = ReportInOtherProgramsTest.class.getResourceAsStream(AXE)) {
      return new String(Objects.requireNonNull(in, AXE).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package vn.doichieu.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.doichieu.testing.WorkbookFile.formula;
import static vn.doichieu.testing.WorkbookFile.number;
import static vn.doichieu.testing.WorkbookFile.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.testing.LibreOffice;
import vn.doichieu.testing.WorkbookFile;

class WorkbookGuardTest {

  private static final byte[] OLE2 = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final WorkbookGuard.Bounds SMALL =
      new WorkbookGuard.Bounds(20, 40_000, 60_000, 4_000, 200);

  @TempDir Path folder;

  @Test
  void passesAWorkbook() {
    assertThatCode(() -> Workbook.open(workbook().write(file())).close())
        .doesNotThrowAnyException();
  }

  @Nested
  class RefusesByItsOwnName {

    @Test
    void aFileProtectedByAPassword() throws IOException {
      assertThat(refused(ole2("EncryptedPackage"))).isEqualTo(Problem.Kind.WORKBOOK_ENCRYPTED);
    }

    @Test
    void anOldWorkbookOfExcel() throws IOException {
      assertThat(refused(ole2("Workbook"))).isEqualTo(Problem.Kind.WORKBOOK_XLS);
    }

    @Test
    void whatLibreOfficeSavesAsOldOrOpenDocument() throws Exception {
      LibreOffice.require();
      Path made = workbook().write(folder.resolve("made.xlsx"));
      for (String format : List.of("xls", "ods")) {
        LibreOffice.save(List.of(made), format, folder);
      }

      assertThat(refused(Files.readAllBytes(folder.resolve("made.xls"))))
          .isEqualTo(Problem.Kind.WORKBOOK_XLS);
      assertThat(refused(Files.readAllBytes(folder.resolve("made.ods"))))
          .isEqualTo(Problem.Kind.WORKBOOK_ODS);
    }

    @Test
    void aSpreadsheetOfAnotherKind() throws IOException {
      assertThat(refused(zip("mimetype", "x", "content.xml", "<a/>")))
          .isEqualTo(Problem.Kind.WORKBOOK_ODS);
      assertThat(refused(zip("[Content_Types].xml", "<a/>", "xl/workbook.bin", "")))
          .isEqualTo(Problem.Kind.WORKBOOK_XLSB);
    }

    @Test
    void aWorkbookWithMacros() {
      workbook().part("xl/vbaProject.bin", "x").write(file());

      assertThat(refusal().kind()).isEqualTo(Problem.Kind.WORKBOOK_XLSM);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<html><table><tr><td>unit</td></tr></table></html>",
          "\uFEFF  <!DOCTYPE html><html/>",
          "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"
        })
    void aWebPage(String page) throws IOException {
      assertThat(refused(page.getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(Problem.Kind.WORKBOOK_WEB_PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit,item,period,value\n", "%PDF-1.7", "P"})
    void aFileOfAnyOtherKind(String content) throws IOException {
      assertThat(refused(content.getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(Problem.Kind.NOT_A_WORKBOOK);
    }

    @Test
    void anArchiveOfSomethingElse() throws IOException {
      assertThat(refused(zip("readme.txt", "x"))).isEqualTo(Problem.Kind.NOT_A_WORKBOOK);
      assertThat(refused(zip("[Content_Types].xml", "<a/>", "word/document.xml", "<a/>")))
          .isEqualTo(Problem.Kind.NOT_A_WORKBOOK);
    }

    @Test
    void anEmptyFile() throws IOException {
      assertThat(refused(new byte[0])).isEqualTo(Problem.Kind.EMPTY_FILE);
    }

    @Test
    void aFolder() throws IOException {
      Files.createDirectory(file());

      assertThat(refusal().kind()).isEqualTo(Problem.Kind.NOT_A_FILE);
    }

    private Problem.Kind refused(byte[] content) throws IOException {
      Files.write(file(), content);
      return refusal().kind();
    }
  }

  @Nested
  class RefusesADamagedFile {

    @Test
    void cutOffAnywhere() throws IOException {
      byte[] whole = Files.readAllBytes(workbook().write(file()));
      for (int length = 4; length < whole.length; length += 97) {
        Files.write(file(), Arrays.copyOf(whole, length));

        assertThat(refusal().kind())
            .as("%d of %d bytes", length, whole.length)
            .isEqualTo(Problem.Kind.WORKBOOK_TRUNCATED);
      }
    }

    @Test
    void changedAnywhereOrReadAsIfNothingHadHappened() throws IOException {
      byte[] whole = Files.readAllBytes(workbook().write(file()));
      for (int i = 4; i < whole.length; i += 13) {
        byte[] changed = whole.clone();
        changed[i] ^= 0x55;
        Files.write(file(), changed);
        try (Workbook workbook = Workbook.open(file());
            SheetRows rows = workbook.rows(workbook.sheets().get(0))) {
          assertThat(rows.next()).isNotNull();
        } catch (UnreadableInput expected) {
          assertThat(expected.problems()).isNotEmpty();
        }
      }
    }

    @Test
    void whoseXmlIsBroken() {
      workbook().part("xl/workbook.xml", "<workbook><sheets>").write(file());

      assertThat(refusal())
          .satisfies(
              problem -> {
                assertThat(problem.kind()).isEqualTo(Problem.Kind.WORKBOOK_DAMAGED);
                assertThat(problem.read()).isEqualTo("xl/workbook.xml");
              });
    }

    @Test
    void withoutAnySheet() {
      workbook().part("xl/workbook.xml", "<workbook><sheets/></workbook>").write(file());

      assertThat(refusal().kind()).isEqualTo(Problem.Kind.WORKBOOK_DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "XL/WORKBOOK.XML"})
    void withPartsOfStrangeNames(String name) {
      workbook().part(name, "<a/>").write(file());

      assertThat(refusal().kind()).isEqualTo(Problem.Kind.WORKBOOK_DAMAGED);
    }
  }

  /** Under another name a part would escape every look that the guard takes. */
  @Test
  void refusesCellsInAPartThatDoesNotGoByANameOfXml() {
    String relations =
        "<Relationships><Relationship Id=\"r\" Type=\"x/worksheet\" Target=\"cells.png\"/>"
            + "</Relationships>";
    workbook()
        .part("xl/_rels/workbook.xml.rels", relations)
        .part(
            "xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" id=\"r\"/></sheets></workbook>")
        .part("xl/cells.png", "<worksheet/>")
        .write(file());

    assertThatThrownBy(
            () -> {
              try (Workbook workbook = Workbook.open(file())) {
                workbook.rows(workbook.sheets().get(0)).close();
              }
            })
        .isInstanceOfSatisfying(
            UnreadableInput.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::kind)
                    .containsExactly(Problem.Kind.WORKBOOK_DAMAGED));
  }

  @Nested
  class RefusesWhatUnpacksToTooMuch {

    @Test
    void inOnePart() {
      workbook().part("xl/media/note.xml", "<a>" + noise(50_000) + "</a>").write(file());

      assertThat(refusal(SMALL).kind()).isEqualTo(Problem.Kind.WORKBOOK_TOO_LARGE);
    }

    @Test
    void inAllPartsTogether() {
      WorkbookFile workbook = workbook();
      for (int i = 0; i < 3; i++) {
        workbook.part("xl/media/note" + i + ".xml", "<a>" + noise(30_000) + "</a>");
      }
      workbook.write(file());

      assertThat(refusal(SMALL).kind()).isEqualTo(Problem.Kind.WORKBOOK_TOO_LARGE);
    }

    @Test
    void forItsPackedSize() {
      workbook().part("xl/media/note.xml", "<a>" + " ".repeat(30_000) + "</a>").write(file());
      assertThatCode(() -> Workbook.open(file()).close()).doesNotThrowAnyException();

      WorkbookGuard.Bounds strict = new WorkbookGuard.Bounds(20, 40_000, 60_000, 4_000, 50);

      assertThat(refusal(strict).kind()).isEqualTo(Problem.Kind.WORKBOOK_TOO_LARGE);
    }

    @Test
    void asTooManyParts() {
      WorkbookFile workbook = workbook();
      for (int i = 0; i < 20; i++) {
        workbook.part("xl/media/" + i + ".png", "x");
      }
      workbook.write(file());

      assertThat(refusal(SMALL).kind()).isEqualTo(Problem.Kind.WORKBOOK_TOO_LARGE);
    }

    /** The archive states a small size; only unpacking shows the truth. */
    @Test
    void whateverSizeItStates() throws IOException {
      byte[] bytes =
          Files.readAllBytes(
              workbook().part("xl/media/note.xml", "<a>" + noise(50_000) + "</a>").write(file()));
      ByteBuffer archive = ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
      byte[] name = "xl/media/note.xml".getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i + 46 + name.length < bytes.length; i++) {
        boolean central = archive.getInt(i) == 0x02014b50;
        if (central && Arrays.equals(bytes, i + 46, i + 46 + name.length, name, 0, name.length)) {
          archive.putInt(i + 24, 10);
        }
      }
      Files.write(file(), bytes);

      assertThat(refusal(SMALL).kind())
          .isIn(Problem.Kind.WORKBOOK_TOO_LARGE, Problem.Kind.WORKBOOK_TRUNCATED);
    }

    @Test
    void asABombOfAFewKilobytesInAFewHundredMegabytes() throws IOException {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(packed)) {
        for (String name : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/bomb.xml")) {
          zip.putNextEntry(new ZipEntry(name));
          byte[] zeros = new byte[1 << 20];
          for (int i = 0; name.equals("xl/bomb.xml") && i < 20; i++) {
            zip.write(zeros);
          }
          zip.closeEntry();
        }
      }
      Files.write(file(), packed.toByteArray());

      assertThat(packed.size()).isLessThan(25_000);
      assertThat(refusal().kind()).isEqualTo(Problem.Kind.WORKBOOK_TOO_LARGE);
    }

    /** Rows and columns beyond a sheet's would be room that is set aside for nothing. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>",
          "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>",
          "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>",
          "<row r=\"99999999999\"/>",
          "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>",
          "<row r=\"2\"/><row r=\"2\"/>",
          "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>99</v></c></row>"
        })
    void asCellsWhereNoneCanBe(String rows) {
      WorkbookFile workbook = new WorkbookFile();
      workbook.sheet("s").raw(rows);
      workbook.write(file());

      assertThat(readAll()).extracting(Problem::kind).containsOnly(Problem.Kind.WORKBOOK_DAMAGED);
    }
  }

  @Nested
  class RefusesWhatReachesOutside {

    private static final String ENTITY =
        "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w>&x;</w>";

    @ParameterizedTest
    @ValueSource(
        strings = {
          "xl/workbook.xml",
          "xl/sharedStrings.xml",
          "xl/styles.xml",
          "xl/worksheets/sheet1.xml",
          "[Content_Types].xml",
          "_rels/.rels",
          "docProps/app.xml"
        })
    void aDocumentTypeInAnyPart(String part) {
      workbook().part(part, ENTITY).write(file());

      assertThat(refusal())
          .satisfies(
              problem -> {
                assertThat(problem.kind()).isEqualTo(Problem.Kind.WORKBOOK_DOCTYPE);
                assertThat(problem.read()).isEqualTo(part);
              });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void aDocumentTypeInWideLetters(String charset) throws IOException {
      byte[] wide = ("\uFEFF" + ENTITY).getBytes(Charset.forName(charset));
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(packed)) {
        for (String name : List.of("[Content_Types].xml", "xl/workbook.xml")) {
          zip.putNextEntry(new ZipEntry(name));
          zip.write(wide);
          zip.closeEntry();
        }
      }
      Files.write(file(), packed.toByteArray());

      assertThat(refusal().kind()).isEqualTo(Problem.Kind.WORKBOOK_DOCTYPE);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[1]Sheet1!A1",
          "SUM('[Số liệu.xlsx]Trang 1'!A1:A3)",
          "'file:///x.xlsx'#Sheet1.A1",
          "cmd|'/c calc'!A0",
          "WEBSERVICE(\"http://x\")",
          "RTD(\"x\",,\"y\")"
        })
    void aFormulaWithItsCell(String formula) {
      WorkbookFile workbook = new WorkbookFile();
      workbook.sheet("Số liệu").row(3, number("1"), formula(formula, "5"));
      workbook.write(file());

      assertThat(readAll())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.kind()).isEqualTo(Problem.Kind.WORKBOOK_LINKS_OUTSIDE);
                assertThat(problem.location())
                    .isEqualTo(new SourceLocation("a.xlsx", "Số liệu", 3, "B"));
                assertThat(problem.read()).isEqualTo(formula);
              });
    }

    @Test
    void linksToOtherWorkbooksWithEveryCellThatUsesThem() {
      WorkbookFile workbook = workbook();
      workbook.sheet("Khác").row(7, formula("[1]T!B2+1", "8"));
      workbook.part("xl/externalLinks/externalLink1.xml", "<externalLink/>").write(file());

      assertThat(refusal().location()).isEqualTo(new SourceLocation("a.xlsx", "Khác", 7, "A"));
    }

    @Test
    void linksToOtherWorkbooksThatNoCellUses() {
      workbook().part("xl/externalLinks/externalLink1.xml", "<externalLink/>").write(file());

      assertThat(refusal())
          .satisfies(
              problem -> {
                assertThat(problem.kind()).isEqualTo(Problem.Kind.WORKBOOK_LINKS_OUTSIDE);
                assertThat(problem.location()).isEqualTo(SourceLocation.of("a.xlsx"));
              });
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SUM(A1:A3)",
          "Khác!B2",
          "'Trang [1]'&\"x\"",
          "Bảng[[#This Row],[Số]]*2",
          "\"[1]T!A1\"&\"\""
        })
    void butNoFormulaOfItsOwn(String formula) {
      WorkbookFile workbook = new WorkbookFile();
      workbook.sheet("s").row(1, formula(formula, "5"));
      workbook.write(file());

      assertThat(readAll()).isEmpty();
    }
  }

  private Path file() {
    return folder.resolve("a.xlsx");
  }

  private static WorkbookFile workbook() {
    WorkbookFile workbook = new WorkbookFile();
    workbook.sheet("figures").row(1, text("unit")).row(2, text("x1"));
    return workbook;
  }

  /** Text that does not pack well. */
  private static String noise(int length) {
    StringBuilder noise = new StringBuilder();
    java.util.Random random = new java.util.Random(7);
    while (noise.length() < length) {
      noise.append((char) ('a' + random.nextInt(26)));
    }
    return noise.toString();
  }

  private static byte[] ole2(String stream) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(OLE2);
    bytes.write(new byte[1500]);
    bytes.write(stream.getBytes(StandardCharsets.UTF_16LE));
    bytes.write(new byte[300]);
    return bytes.toByteArray();
  }

  private static byte[] zip(String... parts) throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      all.put(parts[i], parts[i + 1]);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    WorkbookFile.zip(bytes, all);
    return bytes.toByteArray();
  }

  private Problem refusal() {
    return refusal(WorkbookGuard.Bounds.OFFICES);
  }

  private Problem refusal(WorkbookGuard.Bounds bounds) {
    UnreadableInput refusal =
        catchThrowableOfType(UnreadableInput.class, () -> Workbook.open(file(), bounds).close());
    assertThat(refusal).as("the file is refused").isNotNull();
    assertThat(refusal.problems()).hasSize(1);
    return refusal.problems().get(0);
  }

  /** What is said of a file when all of its sheets are read to their ends. */
  private List<Problem> readAll() {
    try (Workbook workbook = Workbook.open(file())) {
      for (Workbook.Sheet sheet : workbook.sheets()) {
        try (SheetRows rows = workbook.rows(sheet)) {
          SheetRow row = rows.next();
          while (row != null) {
            row = rows.next();
          }
        }
      }
      return List.of();
    } catch (UnreadableInput e) {
      return e.problems();
    }
  }
}

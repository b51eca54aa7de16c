package vn.doichieu.form;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.doichieu.form.SmallForm.cell;
import static vn.doichieu.form.SmallForm.texts;
import static vn.doichieu.form.SmallForm.unlocked;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.tabular.FormLayout;
import vn.doichieu.wording.Language;

class EntryFormTest {

  @TempDir private Path folder;
  private SmallForm form;

  @BeforeEach
  void smallForm() {
    form = new SmallForm(folder);
  }

  @Nested
  class WithASheetForEachUnit {

    @Test
    void beginsWithTheGuide() throws IOException {
      try (XSSFWorkbook workbook = form.workbook(false)) {
        assertThat(IntStream.range(0, 4).mapToObj(workbook::getSheetName))
            .containsExactly("Hướng dẫn", "Huyện", "Xã 1", "Xã 2");
        assertThat(unlocked(workbook.getSheetAt(0))).isEmpty();
        assertThat(texts(workbook.getSheetAt(0).getRow(3)))
            .anyMatch(text -> text.contains("Để trống = chưa có số liệu"));
      }
    }

    @Test
    void saysWhoseItIsAndNamesItsColumnsInHiddenRows() throws IOException {
      try (XSSFWorkbook workbook = form.workbook(false)) {
        Sheet sheet = workbook.getSheet("Xã 1");

        assertThat(texts(sheet.getRow(0)))
            .containsExactly(FormLayout.MARKER, "plan=small", "layout=unit", "unit=x1");
        assertThat(texts(sheet.getRow(1))).containsExactly("code", "value", "evidence", "note");
        assertThat(sheet.getRow(0).getZeroHeight()).isTrue();
        assertThat(sheet.getRow(1).getZeroHeight()).isTrue();
        assertThat(sheet.isColumnHidden(0)).isTrue();
      }
    }

    @Test
    void hasARowForEveryFigure() throws IOException {
      try (XSSFWorkbook workbook = form.workbook(false)) {
        List<String> codes = new ArrayList<>();
        for (Row row : workbook.getSheet("Xã 2")) {
          Cell code = row.getCell(0);
          if (code != null && FormLayout.isCode(code.toString())) {
            codes.add(code.toString());
          }
        }
        assertThat(codes)
            .containsExactly(
                "total@2024",
                "pending@2024",
                "done@2024",
                "forms@2024",
                "issued@2024",
                "report_submitted_on@2024-H1");
      }
    }

    @Test
    void unlocksNothingButValueEvidenceAndNote() throws IOException {
      try (XSSFWorkbook workbook = form.workbook(false)) {
        XSSFSheet sheet = workbook.getSheet("Xã 1");

        assertThat(sheet.getProtect()).isTrue();
        assertThat(sheet.getCTWorksheet().getSheetProtection().isSetPassword()).isFalse();
        assertThat(unlocked(sheet))
            .hasSize(6 * 3)
            .contains("F9", "G9", "H9", "F11", "F13", "F14", "F16")
            .allMatch(cell -> cell.matches("[FGH][0-9]+"));
      }
    }

    @Test
    void takesNumbersDatesAndWordsAsTheyAreShown() throws IOException {
      try (XSSFWorkbook workbook = form.workbook(false)) {
        Sheet sheet = workbook.getSheet("Xã 1");

        assertThat(cell(sheet, "F9").getCellStyle().getDataFormatString()).isEqualTo("#,##0");
        assertThat(cell(sheet, "F14").getCellStyle().getDataFormatString()).isEqualTo("General");
        assertThat(cell(sheet, "F16").getCellStyle().getDataFormatString()).isEqualTo("dd/mm/yyyy");
        assertThat(cell(sheet, "G9").getCellStyle().getDataFormatString()).isEqualTo("@");
      }
    }

    @Test
    void isSetUpForA4WithTheHeadOnEveryPage() throws IOException {
      try (XSSFWorkbook workbook = form.workbook(false)) {
        Sheet sheet = workbook.getSheet("Xã 1");

        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getPrintSetup().getLandscape()).isFalse();
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("7:7");
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 7);
      }
    }

    @Test
    void leavesOutAndNamesUnitsThatAreAskedForNothing() throws IOException {
      form.data.units("h,Huyện,district,,", "x1,Xã 1,commune,,h", "k,Kho bạc,agency,treasury,h");

      assertThat(form.read().unasked()).extracting("code").containsExactly("k");
      try (XSSFWorkbook workbook = form.workbook(false)) {
        assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
      }
    }

    @Test
    void isForSomeUnitsOnlyWhereTheyAreNamed() {
      assertThat(form.read().forUnits(Set.of("x2")).units())
          .extracting("code")
          .containsExactly("x2");
    }
  }

  @Nested
  class WithARowForEachUnit {

    @Test
    void namesUnitsAndFiguresWhereNobodySees() throws IOException {
      try (XSSFWorkbook workbook = form.workbook(true)) {
        Sheet sheet = workbook.getSheetAt(1);

        assertThat(texts(sheet.getRow(0)))
            .containsExactly(FormLayout.MARKER, "plan=small", "layout=wide");
        assertThat(texts(sheet.getRow(1)))
            .containsExactly(
                "unit",
                "total@2024",
                "pending@2024",
                "done@2024",
                "forms@2024",
                "issued@2024",
                "report_submitted_on@2024-H1");
        assertThat(sheet.getRow(0).getZeroHeight()).isTrue();
        assertThat(sheet.getRow(1).getZeroHeight()).isTrue();
        assertThat(sheet.isColumnHidden(0)).isTrue();
        assertThat(IntStream.range(8, 11).mapToObj(i -> sheet.getRow(i).getCell(0).toString()))
            .containsExactly("h", "x1", "x2");
      }
    }

    @Test
    void unlocksWhatEachUnitIsAskedFor() throws IOException {
      try (XSSFWorkbook workbook = form.workbook(true)) {
        XSSFSheet sheet = workbook.getSheetAt(1);

        assertThat(sheet.getProtect()).isTrue();
        assertThat(unlocked(sheet))
            .containsExactly(
                "C9", "D9", "E9", //
                "C10", "D10", "E10", "F10", "G10", "H10", //
                "C11", "D11", "E11", "F11", "G11", "H11");
      }
    }

    @Test
    void liesAcrossA4() throws IOException {
      try (XSSFWorkbook workbook = form.workbook(true)) {
        assertThat(workbook.getSheetAt(1).getPrintSetup().getLandscape()).isTrue();
        assertThat(workbook.getSheetAt(1).getRepeatingRows().formatAsString()).isEqualTo("6:8");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isTheSameBytesEachTime(boolean wide) throws IOException {
    byte[] first = form.bytes(wide, Language.VI);
    List<Long> times = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(first))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        times.add(entry.getTimeLocal().getYear() + 0L);
        String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).as(entry.getName()).doesNotContain("dcterms:created>", "modified>");
      }
    }

    assertThat(times).hasSizeGreaterThan(5).containsOnly(1980L);
    assertThat(form.bytes(wide, Language.VI)).isEqualTo(first);
  }

  @Test
  void speaksEnglishWhereItIsAsked() throws IOException {
    try (XSSFWorkbook workbook = form.workbook(false, Language.EN)) {
      assertThat(workbook.getSheetName(0)).isEqualTo("Instructions");
      assertThat(texts(workbook.getSheetAt(2).getRow(6)))
          .contains("Period", "Value", "Evidence (document number)");
      assertThat(texts(workbook.getSheetAt(2).getRow(4))).containsExactly("Unit: Xã 1 (code x1)");
    }
  }
}

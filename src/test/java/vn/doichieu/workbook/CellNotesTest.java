package vn.doichieu.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.doichieu.testing.WorkbookFile.texts;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.testing.WorkbookFile;

class CellNotesTest {

  @TempDir private Path folder;
  private WorkbookFile file;

  @BeforeEach
  void workbook() {
    file = new WorkbookFile();
    file.sheet("a").row(1, texts("x"));
  }

  private List<Workbook.Note> notes() {
    try (Workbook workbook = Workbook.open(file.write(folder.resolve("a.xlsx")))) {
      return workbook.notes(workbook.sheets().get(0));
    }
  }

  private void comments(String target, String comments) {
    file.part(
        "xl/worksheets/_rels/sheet1.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Target=\""
            + target
            + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\"/>"
            + "</Relationships>");
    file.part(
        "xl/comments1.xml",
        "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<authors><author>Cán bộ A</author></authors><commentList>"
            + comments
            + "</commentList></comments>");
  }

  @Test
  void thereAreNoneWhereNobodyPinnedAny() {
    assertThat(notes()).isEmpty();
  }

  @Test
  void areReadWithTheirCellsAndWithoutWhoWroteThem() {
    comments(
        "../comments1.xml",
        "<comment ref=\"C7\" authorId=\"0\"><text><r><t>Cán bộ A:</t></r><r><t>\nhỏi lại</t></r></text>"
            + "</comment><comment ref=\"A1\" authorId=\"0\"><text><t>rõ</t></text></comment>");

    assertThat(notes())
        .containsExactly(new Workbook.Note(7, 2, "hỏi lại"), new Workbook.Note(1, 0, "rõ"));
  }

  @Test
  void areFoundByAPathFromTheRootToo() {
    comments("/xl/comments1.xml", "<comment ref=\"B2\"><text><t>ý</t></text></comment>");

    assertThat(notes()).containsExactly(new Workbook.Note(2, 1, "ý"));
  }

  @Test
  void ofAConversationTellWhatWasSaid() {
    comments(
        "../comments1.xml",
        "<comment ref=\"B2\"><text><t>[Threaded comment]\n\nYour version of Excel allows you to read"
            + " this threaded comment.\n\nComment:\n    xem lại mức này</t></text></comment>");

    assertThat(notes()).containsExactly(new Workbook.Note(2, 1, "xem lại mức này"));
  }

  @Test
  void thatWouldReachOutsideTheFileAreNotRead() {
    comments(
        "../../../../etc/comments1.xml", "<comment ref=\"B2\"><text><t>ý</t></text></comment>");

    assertThat(notes()).isEmpty();
  }
}

package vn.doichieu.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Problem.Kind;
import vn.doichieu.domain.SourceLocation;

class ProblemTextTest {

  private final ProblemText vietnamese = new ProblemText(new Messages(Language.VI));
  private final ProblemText english = new ProblemText(new Messages(Language.EN));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.csv |    | 0  |       | a.csv | a.csv",
        "a.csv |    | 12 |       | a.csv, dòng 12 | a.csv, line 12",
        "a.csv |    | 12 | value | a.csv, dòng 12, cột value | a.csv, line 12, column value",
        "a.xlsx | S | 0  |       | a.xlsx, trang tính “S” | a.xlsx, sheet “S”",
        "a.xlsx | S | 12 |       | a.xlsx, trang tính “S”, dòng 12 | a.xlsx, sheet “S”, row 12",
        "a.xlsx | S | 12 | F     | a.xlsx, trang tính “S”, ô F12 | a.xlsx, sheet “S”, cell F12",
        "a.xlsx | S | 12 | AAB   | a.xlsx, trang tính “S”, ô AAB12 | a.xlsx, sheet “S”, cell AAB12",
        "a.xlsx | S | 12 | value | a.xlsx, trang tính “S”, dòng 12, cột value"
            + " | a.xlsx, sheet “S”, row 12, column value"
      })
  void namesAPlaceAsItsFileNamesIt(
      String file, String sheet, int row, String column, String vi, String en) {
    Problem problem =
        new Problem(Kind.CELL_ERROR, new SourceLocation(file, sheet, row, column), "#REF!", "x");

    assertThat(vietnamese.place(problem)).isEqualTo(vi);
    assertThat(english.place(problem)).isEqualTo(en);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "figures.csv |   | 2 | value | figures.csv, dòng 2, cột value",
        "a.xlsx      | S | 2 | F     | ô F2",
        "a.xlsx      | S | 2 | value | dòng 2",
        "a.xlsx      | T | 2 | F     | a.xlsx, trang tính “T”, ô F2",
        "b.xlsx      | S | 2 | F     | b.xlsx, trang tính “S”, ô F2"
      })
  void namesTheOtherPlaceByWhatDiffers(
      String file, String sheet, int row, String column, String other) {
    Problem problem =
        new Problem(
                Kind.CONFLICTING_FIGURES,
                new SourceLocation("a.xlsx", "S", 9, "F"),
                "6",
                "x1",
                "done",
                "2024")
            .against(new SourceLocation(file, sheet, row, column));

    assertThat(vietnamese.what(problem))
        .isEqualTo("“6” khác số đã ghi ở " + other + " cho cùng đơn vị x1, số liệu done, kỳ 2024.");
  }

  @Test
  void writesAFractionAsReadersDo() {
    Problem problem =
        new Problem(
            Kind.NUMBER_NOT_WHOLE, SourceLocation.of("a.xlsx"), "1.234", "done", "", "", "1234");

    assertThat(vietnamese.what(problem)).contains("phần lẻ 1,234 ").endsWith("Ý bạn là 1234?");
    assertThat(english.what(problem)).contains("fraction, 1.234 ").endsWith("Did you mean 1234?");
  }

  @Test
  void namesFurtherRowsInASheetToo() {
    Problem problem =
        new Problem(Kind.HIDDEN_ROWS, new SourceLocation("a.xlsx", "S", 3, null), null)
            .alsoAt(List.of(5, 6));

    assertThat(vietnamese.place(problem))
        .isEqualTo("a.xlsx, trang tính “S”, dòng 3 (và các dòng 5, 6)");
  }
}
